// The slumping cloud of a gas heavier than air.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <numeric>

#include "core/effects/concentration_field.hpp"
#include "core/effects/dense_source.hpp"
#include "models/dispersion/dense_gas_slices.hpp"

namespace sise {
namespace {

/// The cloud's path is kept until the first question about a place: then the slices alone, for whole districts hold
/// thousands of fields. An explosion asks for what can burn alone, and needs no slices.
class DenseField final : public ConcentrationField {
 public:
  DenseField(const GasSource& release, const Weather& weather, const DispersionOptions& options)
      : release_(release),
        weather_(weather),
        options_(options),
        cloud_(std::make_shared<const DenseGas>(dense_cloud(release, weather, options))),
        risen_(cloud_->path().risen()),
        transition_m_(cloud_->path().transition_m()),
        warnings_(cloud_->warnings()) {
    if (!(release.pool_m2 > 0.0)) warnings_.emplace_back("release_speed_assumed");
  }

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out_kg_m3) const override {
    const DenseGasSlices& all = slices();
    for (std::size_t i = 0; i < out_kg_m3.size(); ++i) out_kg_m3[i] = all.concentration_kg_m3(x_m[i], y_m[i]);
  }

  void ln_values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    slices().ln_concentrations(x_m, y_m, out);
  }

  [[nodiscard]] std::optional<double> reach_m(double concentration_kg_m3) const override {
    return slices().farthest_m(concentration_kg_m3);
  }

  [[nodiscard]] double followed_m() const override {
    return risen_ ? std::numeric_limits<double>::infinity() : slices().last_m();
  }

  [[nodiscard]] double width_m(double x_m) const override { return slices().width_m(x_m); }
  [[nodiscard]] double upwind_m() const override { return std::max(0.0, -slices().first_m()); }
  [[nodiscard]] bool scales_with_rate() const override { return false; }

  [[nodiscard]] double arrival_s(double r_m) const override { return slices().arrival_s(r_m); }

  /// A puff goes by for longer than the release lasted, and fades in and out: twenty times as long in a weak wind.
  [[nodiscard]] bool is_too_short(double /*duration_s*/, double level_kg_m3) const override {
    return transition_m_ && slices().farthest_m(level_kg_m3).value_or(0.0) > *transition_m_;
  }

  [[nodiscard]] std::optional<FlammableMass> flammable_mass(double lfl_kg_m3, double ufl_kg_m3) const override;

  [[nodiscard]] std::vector<std::string> warnings() const override { return warnings_; }

 private:
  /// Null once the slices are made of it.
  [[nodiscard]] std::shared_ptr<const DenseGas> cloud() const {
    const std::lock_guard lock(holding_);
    return cloud_;
  }
  [[nodiscard]] const DenseGasSlices& slices() const {
    std::call_once(sliced_, [this] {
      slices_.emplace(*cloud(), options_.receptor_height_m);
      if (options_.asked_for_both) return;
      const std::lock_guard lock(holding_);
      cloud_.reset();
    });
    return *slices_;
  }

  GasSource release_;
  Weather weather_;
  DispersionOptions options_;
  mutable std::mutex holding_;
  mutable std::shared_ptr<const DenseGas> cloud_;  ///< guarded by the mutex
  mutable std::once_flag sliced_;
  mutable std::optional<DenseGasSlices> slices_{};
  bool risen_;
  std::optional<double> transition_m_;  ///< from here on a puff
  std::vector<std::string> warnings_;
};

/// What can burn of half a slice, kg/m: over half its width and its height.
double flammable_in(const SliceProfile& profile, const CloudSection& section, double pure_kg_m3, double lfl_kg_m3,
                    double ufl_kg_m3) {
  constexpr std::size_t kAcross = 32;
  constexpr double kWidths = 3.0;  // half widths and heights that are looked through
  const double step_y = kWidths * section.half_width_m / kAcross;
  const double step_z = (section.centre_m + kWidths * section.height_m) / kAcross;
  std::array<double, kAcross> places{};
  std::array<double, kAcross> up{};
  std::array<double, kAcross> across{};
  for (std::size_t j = 0; j < kAcross; ++j) places.at(j) = (static_cast<double>(j) + 0.5) * step_z;
  profile.up(places, up);
  for (double& place : places) place *= step_y / step_z;
  profile.across(places, across);
  const double most_up = *std::max_element(up.begin(), up.end());
  std::array<double, kAcross> sums{};  // by height
  std::size_t top = kAcross;
  for (const double beside : across) {
    if (pure_kg_m3 * beside * most_up < lfl_kg_m3) break;  // it thins out to the side, and upwards
    while (pure_kg_m3 * beside * up.at(top - 1) < lfl_kg_m3) --top;
    for (std::size_t j = 0; j < top; ++j) {
      const double c = pure_kg_m3 * std::min(1.0, beside * up[j]);
      sums[j] += c >= lfl_kg_m3 && c <= ufl_kg_m3 ? c : 0.0;
    }
  }
  return std::accumulate(sums.begin(), sums.end(), 0.0) * step_y * step_z;
}

/// Over slices from the upwind edge to the reach of the lower limit.
std::optional<FlammableMass> DenseField::flammable_mass(double lfl_kg_m3, double ufl_kg_m3) const {
  constexpr int kSlices = 160;
  std::shared_ptr<const DenseGas> held = this->cloud();
  if (!held) held = std::make_shared<const DenseGas>(dense_cloud(release_, weather_, options_));
  const DenseGas& cloud = *held;
  const double pure = cloud.mixture().pure_kg_m3();
  const std::optional<double> reach = farthest_distance_m(cloud, lfl_kg_m3 / pure, 0.0);
  if (!reach) return std::nullopt;
  const double first = cloud.path().first_m();
  const double step_x = (*reach - first) / kSlices;
  FlammableMass found;
  double moment = 0.0;
  for (int i = 0; i < kSlices; ++i) {
    const double x = first + (i + 0.5) * step_x;
    const std::optional<CloudSection> section = cloud.section(x);
    if (!section) continue;
    const double mass = 2.0 * step_x * flammable_in(cloud.profile(*section), *section, pure, lfl_kg_m3, ufl_kg_m3);
    found.mass_kg += mass;
    moment += mass * x;
  }
  if (!(found.mass_kg > 0.0)) return std::nullopt;
  found.centre_m = moment / found.mass_kg;
  if (has_end(release_.duration_s)) {
    found.mass_kg = std::min(found.mass_kg, release_.rate_kg_s * release_.duration_s);
  }
  return found;
}

}  // namespace

std::unique_ptr<const ConcentrationField> dense_field(const GasSource& source, const Weather& weather,
                                                      const DispersionOptions& options) {
  return std::make_unique<DenseField>(source, weather, options);
}

std::unique_ptr<const ConcentrationField> dense_field_mixed_otherwise(const GasSource& source, const Weather& weather,
                                                                      const DispersionOptions& options) {
  DispersionOptions otherwise = options;
  otherwise.mixing = DenseMixing::ermak;
  return std::make_unique<DenseField>(source, weather, otherwise);
}

}  // namespace sise
