// A passive plume of a rate that changes.
#include <algorithm>

#include "core/zones/passing_cloud.hpp"
#include "core/zones/step_passing.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {
namespace {

class PassiveSteps final : public PassingCloud {
 public:
  PassiveSteps(const Emission& emission, const Weather& weather, const DispersionOptions& options)
      : plume_({1.0, emission.height_m}, weather, {options.sigma, options.transport_wind, options.averaging_time_s}),
        receptor_m_(options.receptor_height_m),
        total_s_(emission.steps.back().from_s),
        steps_(rate_steps(emission)) {}

  [[nodiscard]] double first_m() const override { return 0.0; }
  [[nodiscard]] double last_m() const override { return kPassiveFarthest_m; }
  [[nodiscard]] double edge_m(double x_m) const override { return kPassiveSigmas * plume_.sigma_y_m(x_m); }

  [[nodiscard]] CloudHistory history(double x_m, std::span<const double> y_m) const override {
    const std::vector<double> x(y_m.size(), x_m);
    std::vector<double> of_one_kg_s(y_m.size());
    plume_.concentrations(x, y_m, receptor_m_, of_one_kg_s);
    const double wind_m_s = plume_.transport_wind_m_s(x_m);
    const double travel_s = x_m / wind_m_s;
    const StepPassing passing{.total_s = total_s_,
                              .arrival_s = travel_s,
                              .last_s = travel_s + total_s_,
                              .edge_s = std::max(kPassingSoonest_s, plume_.sigma_y_m(x_m) / wind_m_s)};
    CloudHistory all;
    all.moments_s = passing.moments(steps_);
    all.kg_m3.reserve(all.moments_s.size() * y_m.size());
    for (const double t : all.moments_s) {
      double rate_kg_s = 0.0;
      for (const RateStep& step : steps_) {
        const double share = passing.share(t, step);
        if (share >= kPassingNothing) rate_kg_s += share * step.rate_kg_s;
      }
      for (const double c : of_one_kg_s) all.kg_m3.push_back(rate_kg_s * c);
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> warnings() const override { return plume_.warnings(); }

 private:
  GaussianPlume plume_;
  double receptor_m_;
  double total_s_;
  std::vector<RateStep> steps_;
};

}  // namespace

std::unique_ptr<const PassingCloud> passive_steps(const Emission& emission, const Weather& weather,
                                                  const DispersionOptions& options) {
  return std::make_unique<PassiveSteps>(emission, weather, options);
}

}  // namespace sise
