// A passive mass at once: one Gaussian puff that grows on its way.
#include <algorithm>
#include <cmath>

#include "core/zones/passing_cloud.hpp"

namespace sise {
namespace {

constexpr double kBlockNearest_m = 5.0;
constexpr double kWestWind_deg = 270.0;  // x is east of the source
constexpr std::size_t kMostMoments = 2000;

/// The puff at one moment.
struct BlockMoment {
  double time_s = 0.0;
  Puff puff{};
};

PuffSeries series_of(double mass_kg, double height_m, const Weather& weather, const DispersionOptions& options) {
  Emission emission;
  emission.instantaneous_kg = mass_kg;
  emission.height_m = height_m;
  const WindStep wind{0.0, kWestWind_deg, weather.wind_speed_m_s, weather.stability};
  return {
      emission, {wind}, weather, {options.sigma, options.transport_wind, options.averaging_time_s}, kBlockNearest_m};
}

class PassiveBlock final : public PassingCloud {
 public:
  PassiveBlock(double mass_kg, double height_m, const Weather& weather, const DispersionOptions& options)
      : series_(series_of(mass_kg, height_m, weather, options)), receptor_m_(options.receptor_height_m) {
    double time_s = 0.0;
    while (moments_.size() < kMostMoments) {
      const std::vector<Puff> puffs = series_.puffs(std::max(kPassingSoonest_s, time_s));
      if (puffs.empty()) break;
      const Puff& puff = puffs.front();
      moments_.push_back({std::max(kPassingSoonest_s, time_s), puff});
      first_m_ = std::min(first_m_, puff.east_m - kPassiveSigmas * puff.sigma_m);
      if (puff.east_m - kPassiveSigmas * puff.sigma_m > kPassiveFarthest_m) break;
      time_s = series_.next_time_s(time_s);
    }
  }

  [[nodiscard]] double first_m() const override { return first_m_; }
  [[nodiscard]] double last_m() const override { return kPassiveFarthest_m; }

  [[nodiscard]] double edge_m(double x_m) const override {
    double edge = 0.0;
    for (const BlockMoment& moment : moments_) {
      const double reach = kPassiveSigmas * moment.puff.sigma_m;
      if (std::abs(x_m - moment.puff.east_m) < reach) edge = std::max(edge, reach);
    }
    return edge;
  }

  [[nodiscard]] double densest_edge_m(double x_m) const override {
    double densest = 0.0;
    double edge = 0.0;
    for (const BlockMoment& moment : moments_) {
      const double kg_m3 = puff_kg_m3(moment.puff, series_.column(), x_m, moment.puff.north_m, receptor_m_);
      if (kg_m3 <= densest) continue;
      densest = kg_m3;
      edge = kPassiveSigmas * moment.puff.sigma_m;
    }
    return edge;
  }

  [[nodiscard]] CloudHistory history(double x_m, std::span<const double> y_m) const override {
    CloudHistory all;
    for (const BlockMoment& moment : moments_) {
      const Puff& puff = moment.puff;
      const bool here = std::abs(x_m - puff.east_m) < kPassiveSigmas * puff.sigma_m;
      const double axis = here ? puff_axis_kg_m3(puff, series_.column(), receptor_m_) : 0.0;
      const double along = (x_m - puff.east_m) / puff.sigma_m;
      all.moments_s.push_back(moment.time_s);
      for (const double y : y_m) {
        const double across = (y - puff.north_m) / puff.sigma_m;
        all.kg_m3.push_back(here ? axis * std::exp(-0.5 * (along * along + across * across)) : 0.0);
      }
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> warnings() const override { return series_.warnings(); }

 private:
  PuffSeries series_;
  double receptor_m_;
  std::vector<BlockMoment> moments_{};  ///< rising in time
  double first_m_ = 0.0;
};

}  // namespace

std::unique_ptr<const PassingCloud> passive_block(double mass_kg, double height_m, const Weather& weather,
                                                  const DispersionOptions& options) {
  return std::make_unique<PassiveBlock>(mass_kg, height_m, weather, options);
}

}  // namespace sise
