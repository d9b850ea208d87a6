// A dense cloud of a rate that changes.
#include <algorithm>
#include <cmath>

#include "core/zones/passing_cloud.hpp"
#include "core/zones/step_passing.hpp"

namespace sise {
namespace {

constexpr double kSameRate = 0.02;  // rates that are one

class DenseSteps final : public PassingCloud {
 public:
  DenseSteps(const Emission& emission, GasSource release, const Weather& weather, const DispersionOptions& options)
      : receptor_m_(options.receptor_height_m), total_s_(emission.steps.back().from_s), steps_(rate_steps(emission)) {
    release.duration_s = total_s_;
    double mass_kg = 0.0;
    double last_rate = 0.0;
    for (const RateStep& step : steps_) {
      mass_kg += step.rate_kg_s * (step.to_s - step.from_s);
      if (clouds_.empty() || std::abs(step.rate_kg_s - last_rate) > kSameRate * last_rate) {
        release.rate_kg_s = last_rate = step.rate_kg_s;
        clouds_.push_back(std::make_unique<const DenseGas>(dense_cloud(release, weather, options)));
      }
      cloud_of_step_.push_back(clouds_.size() - 1);
    }
    release.rate_kg_s = mass_kg / total_s_;
    DispersionOptions of_a_moment = options;
    of_a_moment.averaging_time_s.reset();
    whole_ = std::make_unique<const DenseGas>(dense_cloud(release, weather, of_a_moment));
    for (const CloudSection& puff : whole_->path().puffs()) {
      if (first_puff_m_s_ > 0.0 && puff.time_s >= first_puff_.time_s) continue;
      first_puff_ = {puff.time_s, puff.x_m, puff.half_length_m, puff.core_length_m};
      first_puff_m_s_ = puff.speed_m_s;
    }
    for (const auto& cloud : clouds_) {
      for (const std::string& code : cloud->warnings()) {
        if (std::find(warnings_.begin(), warnings_.end(), code) == warnings_.end()) warnings_.push_back(code);
      }
    }
    if (!(release.pool_m2 > 0.0)) warnings_.emplace_back("release_speed_assumed");
  }

  [[nodiscard]] double first_m() const override {
    double first = whole_->path().first_m();
    for (const auto& cloud : clouds_) first = std::min(first, cloud->path().first_m());
    return first;
  }
  [[nodiscard]] double last_m() const override {
    double last = 0.0;
    for (const auto& cloud : clouds_) last = std::max(last, cloud->path().last_m());
    return last;
  }

  [[nodiscard]] double edge_m(double x_m) const override {
    double edge = 0.0;
    for (const auto& cloud : clouds_) {
      const std::optional<CloudSection> section = cloud->section(x_m);
      if (!section) continue;
      const SliceEdges edges = cloud->edges(*section);
      edge = std::max(edge, edges.core_m + kDenseEdges * edges.edge_m);
    }
    return edge;
  }

  [[nodiscard]] CloudHistory history(double x_m, std::span<const double> y_m) const override {
    CloudHistory all;
    const StepPassing passing = passing_at(x_m);
    const std::vector<std::vector<double>> slices = slices_at(x_m, y_m);
    all.moments_s = passing.moments(steps_);
    all.kg_m3.reserve(all.moments_s.size() * y_m.size());
    std::vector<double> now(y_m.size());
    for (const double t : all.moments_s) {
      std::fill(now.begin(), now.end(), 0.0);
      for (std::size_t s = 0; s < steps_.size(); ++s) {
        const std::vector<double>& slice = slices[cloud_of_step_[s]];
        const double share = slice.empty() ? 0.0 : passing.share(t, steps_[s]);
        if (share < kPassingNothing) continue;
        for (std::size_t i = 0; i < now.size(); ++i) now[i] += share * slice[i];
      }
      all.kg_m3.insert(all.kg_m3.end(), now.begin(), now.end());
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> warnings() const override { return warnings_; }

 private:
  [[nodiscard]] StepPassing passing_at(double x_m) const {
    const DensePath& path = whole_->path();
    StepPassing passing{.total_s = total_s_, .last_s = total_s_, .x_m = std::clamp(x_m, path.first_m(), path.last_m())};
    const std::optional<CloudSection> s = whole_->section(passing.x_m);
    if (!s) return passing;
    const bool as_puff = s->half_length_m > 0.0;
    const double edge_m =
        as_puff ? PuffEnds{s->time_s, s->x_m, s->half_length_m, s->core_length_m}.edge_m() : whole_->edges(*s).edge_m;
    passing.edge_s = std::max(kPassingSoonest_s, edge_m / s->speed_m_s / std::sqrt(2.0));
    passing.arrival_s = s->time_s;
    passing.last_s = s->time_s + total_s_;
    if (as_puff) {
      const double half_s = s->core_length_m / s->speed_m_s;
      passing.puff = &path;
      passing.first = first_puff_;
      passing.first_m_s = first_puff_m_s_;
      passing.arrival_s = std::max(0.0, s->time_s - half_s);
      passing.last_s = s->time_s + half_s;
    }
    return passing;
  }

  /// Of each cloud, kg/m3 at the places; empty where it does not come.
  [[nodiscard]] std::vector<std::vector<double>> slices_at(double x_m, std::span<const double> y_m) const {
    std::vector<std::vector<double>> slices;
    for (const auto& cloud : clouds_) {
      std::vector<double>& slice = slices.emplace_back();
      const std::optional<CloudSection> section = cloud->section(x_m);
      if (!section) continue;
      const SliceProfile profile = cloud->profile(*section);
      const double pure = cloud->mixture().pure_kg_m3();
      for (const double y : y_m) slice.push_back(pure * std::min(1.0, profile.at(y, receptor_m_)));
    }
    return slices;
  }

  double receptor_m_;
  double total_s_;
  std::vector<RateStep> steps_;
  std::vector<std::unique_ptr<const DenseGas>> clouds_{};  ///< one for each rate
  std::vector<std::size_t> cloud_of_step_{};
  std::unique_ptr<const DenseGas> whole_{};  ///< at the mean rate
  PuffEnds first_puff_{};
  double first_puff_m_s_ = 0.0;
  std::vector<std::string> warnings_{};
};

}  // namespace

std::unique_ptr<const PassingCloud> dense_steps(const Emission& emission, const GasSource& release,
                                                const Weather& weather, const DispersionOptions& options) {
  return std::make_unique<DenseSteps>(emission, release, weather, options);
}

}  // namespace sise
