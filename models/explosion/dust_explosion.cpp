#include "models/explosion/dust_explosion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"

namespace sise {
namespace {

constexpr double kBar_pa = 1e5;
constexpr double kLongestFlame_m = 60.0;

const DustVent& checked(const DustVent& vent) {
  require_positive("volume_m3", vent.volume_m3);
  require_positive("vent_area_m2", vent.vent_area_m2);
  require_positive("reduced_pressure_pa", vent.reduced_pressure_pa);
  require_positive("vents", vent.vents);
  if (vent.kst_pa_m_s) require_positive("kst_pa_m_s", *vent.kst_pa_m_s);
  return vent;
}

double flame_length_m(DustStandard standard, const DustVent& vent) {
  if (standard == DustStandard::nfpa68) {
    return std::min(kLongestFlame_m, (vent.metal ? 10.0 : 8.0) * std::cbrt(vent.volume_m3 / vent.vents));
  }
  const double factor = vent.direction == VentDirection::horizontal ? 10.0 : 8.0;
  return std::min(kLongestFlame_m, factor * std::cbrt(vent.volume_m3));
}

bool in_range_of_use(const DustVent& vent) {
  return vent.volume_m3 >= 0.1 && vent.volume_m3 <= 250.0 && vent.reduced_pressure_pa <= kBar_pa &&
         vent.kst_pa_m_s.value_or(0.0) <= 200.0 * kBar_pa;
}

}  // namespace

std::optional<DustStandard> dust_standard_from(std::string_view name) {
  if (name == "en14491") return DustStandard::en14491;
  if (name == "nfpa68") return DustStandard::nfpa68;
  return std::nullopt;
}

std::optional<VentDirection> vent_direction_from(std::string_view name) {
  if (name == "horizontal") return VentDirection::horizontal;
  if (name == "vertical") return VentDirection::vertical;
  return std::nullopt;
}

DustExplosion::DustExplosion(DustStandard standard, const DustVent& vent)
    : steep_(standard == DustStandard::en14491),
      flame_length_m_(sise::flame_length_m(standard, checked(vent))),
      peak_pa_(0.2 * vent.reduced_pressure_pa * std::pow(vent.vent_area_m2, 0.1) * std::pow(vent.volume_m3, 0.18)),
      peak_distance_m_((steep_ ? 0.25 : 0.2) * flame_length_m_) {
  if (!in_range_of_use(vent)) warnings_.emplace_back("outside_range_of_use");
}

void DustExplosion::overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const {
  for (std::size_t i = 0; i < r_m.size(); ++i) {
    const double ratio = std::min(1.0, peak_distance_m_ / r_m[i]);
    out_pa[i] = peak_pa_ * (steep_ ? ratio * std::sqrt(ratio) : ratio);
  }
}

double DustExplosion::overpressure_pa(double r_m) const {
  double value = 0.0;
  overpressures_pa({&r_m, 1}, {&value, 1});
  return value;
}

std::optional<double> DustExplosion::distance_to_m(double overpressure_pa) const {
  const double ratio = peak_pa_ / overpressure_pa;
  if (ratio < 1.0 - 1e-12) return std::nullopt;
  return peak_distance_m_ * (steep_ ? std::pow(ratio, 2.0 / 3.0) : ratio);
}

int dust_class(double kst_pa_m_s) {
  if (kst_pa_m_s <= 200.0 * kBar_pa) return 1;
  return kst_pa_m_s <= 300.0 * kBar_pa ? 2 : 3;
}

}  // namespace sise
