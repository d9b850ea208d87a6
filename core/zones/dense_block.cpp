// A dense cloud that comes all at once: it slumps in every direction while the wind takes it along.
#include "core/zones/passing_cloud.hpp"

#include <algorithm>

namespace sise {
namespace {

/// The puff at one moment.
struct Moment {
  CloudSection section;
  PuffEnds ends;
  SliceProfile profile;
  double edge_m = 0.0;
};

class DenseBlock final : public PassingCloud {
 public:
  DenseBlock(double mass_kg, const GasState& gas, const Weather& weather, const DispersionOptions& options)
      : cloud_(dense_cloud_at_once(mass_kg, gas, weather, options)), receptor_m_(options.receptor_height_m) {
    std::vector<CloudSection> puffs = cloud_.path().puffs();
    std::sort(puffs.begin(), puffs.end(), [](const auto& a, const auto& b) { return a.time_s < b.time_s; });
    for (std::size_t i = 0; i < puffs.size(); ++i) {
      add(puffs[i]);
      if (i + 1 == puffs.size()) break;
      if (const auto between = cloud_.path().puff_at(0.5 * (puffs[i].time_s + puffs[i + 1].time_s))) add(*between);
    }
  }

  [[nodiscard]] double first_m() const override { return first_m_; }
  [[nodiscard]] double last_m() const override { return last_m_; }

  [[nodiscard]] double edge_m(double x_m) const override {
    double edge = 0.0;
    for (const Moment& moment : moments_) {
      if (moment.ends.share(x_m) > kPassingNothing) edge = std::max(edge, moment.edge_m);
    }
    return edge;
  }

  [[nodiscard]] double densest_edge_m(double x_m) const override {
    double densest = 0.0;
    double edge = 0.0;
    for (const Moment& moment : moments_) {
      const double fraction = moment.ends.share(x_m) * moment.profile.at(0.0, receptor_m_);
      if (fraction <= densest) continue;
      densest = fraction;
      edge = moment.edge_m;
    }
    return edge;
  }

  [[nodiscard]] CloudHistory history(double x_m, std::span<const double> y_m) const override {
    CloudHistory all;
    const double pure = cloud_.mixture().pure_kg_m3();
    for (const Moment& moment : moments_) {
      const double share = moment.ends.share(x_m);
      all.moments_s.push_back(std::max(kPassingSoonest_s, moment.section.time_s));
      for (const double y : y_m) {
        const double fraction =
            share > kPassingNothing ? std::min(1.0, share * moment.profile.at(y, receptor_m_)) : 0.0;
        all.kg_m3.push_back(pure * fraction);
      }
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> warnings() const override {
    std::vector<std::string> codes = cloud_.warnings();
    codes.emplace_back("release_shape_assumed");
    return codes;
  }

 private:
  void add(const CloudSection& puff) {
    const PuffEnds ends{puff.time_s, puff.x_m, puff.half_length_m, puff.core_length_m};
    const SliceEdges edges = cloud_.edges(puff);
    const double half_m = ends.core_length_m + kDenseEdges * ends.edge_m();
    first_m_ = std::min(first_m_, puff.x_m - half_m);
    last_m_ = std::max(last_m_, puff.x_m + half_m);
    moments_.push_back({puff, ends, cloud_.profile(puff), edges.core_m + kDenseEdges * edges.edge_m});
  }

  DenseGas cloud_;
  double receptor_m_;
  std::vector<Moment> moments_{};  ///< rising in time
  double first_m_ = 0.0;
  double last_m_ = 0.0;
};

}  // namespace

std::unique_ptr<const PassingCloud> dense_block(double mass_kg, const GasState& gas, const Weather& weather,
                                                const DispersionOptions& options) {
  return std::make_unique<DenseBlock>(mass_kg, gas, weather, options);
}

}  // namespace sise
