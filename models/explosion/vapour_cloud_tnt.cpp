#include "models/explosion/vapour_cloud_tnt.hpp"

#include <fmt/core.h>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"
#include "models/explosion/vessel_burst.hpp"

namespace sise {
namespace {

constexpr CloudPractice kEuropean{0.03, kTntEnergy_J_kg, 1.0, BlastCurve::kingery_bulmash_hemispherical};
constexpr CloudPractice kChinese{0.04, 4.52e6, 1.8, BlastCurve::kingery_bulmash_spherical};

}  // namespace

std::optional<CloudEquivalency> cloud_equivalency_from(std::string_view name) {
  if (name == "european") return CloudEquivalency::european;
  if (name == "chinese") return CloudEquivalency::chinese;
  return std::nullopt;
}

const CloudPractice& practice_of(CloudEquivalency equivalency) {
  return equivalency == CloudEquivalency::chinese ? kChinese : kEuropean;
}

double cloud_tnt_kg(double flammable_mass_kg, double heat_of_combustion_J_kg, double efficiency,
                    double tnt_energy_J_kg) {
  require_positive("flammable_mass_kg", flammable_mass_kg);
  require_positive("heat_of_combustion_J_kg", heat_of_combustion_J_kg);
  require_positive("tnt_energy_J_kg", tnt_energy_J_kg);
  const bool is_share = efficiency > 0.0 && efficiency <= 1.0;
  if (!is_share) {
    throw ModelError("parameter_out_of_range",
                     {fmt::format("efficiency must be above 0, at most 1, here {}", efficiency),
                      fmt::format("efficiency 必须大于 0 且不大于 1, 当前值 {}", efficiency)});
  }
  return efficiency * flammable_mass_kg * heat_of_combustion_J_kg / tnt_energy_J_kg;
}

}  // namespace sise
