#include "core/accidents/generate/release.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/criteria/readable.hpp"
#include "models/fire/pool_burning.hpp"
#include "models/release/ground.hpp"
#include "models/release/orifice.hpp"
#include "models/release/pool_evaporation.hpp"
#include "models/release/two_phase_flux.hpp"
#include "models/release/vessel_gas.hpp"
#include "models/release/vessel_liquid.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kLiquidDischarge = 0.62;  // CPR 14E (Yellow Book) 1997, sharp orifice; seen
constexpr double kTenMinutes_s = 600.0;
constexpr double kGravity_m_s2 = 9.81;

/// A tank without a known level is full to a height as large as its width.
double head_m(double volume_m3) { return std::cbrt(4.0 * volume_m3 / std::numbers::pi); }

double flux_kg_m2_s(const Stored& stored, const Part& part, const Fluid& fluid, double ambient_Pa) {
  if (stored.phase == StoredPhase::gas) {
    return gas_discharge_coefficient(HoleShape::circle) *
           gas_flux_kg_m2_s(ideal_gas_of(fluid), stored.pressure_Pa, stored.temperature_K, ambient_Pa);
  }
  if (stored.phase == StoredPhase::liquefied && part.flows_as_pipe) {
    return kTwoPhaseDischargeCoefficient *
           hj169_flux_kg_m2_s(fluid, {stored.pressure_Pa, stored.temperature_K, ambient_Pa});
  }
  const double density = fluid.liquid_density_kg_m3(stored.temperature_K);
  double driving_Pa = stored.pressure_Pa - ambient_Pa;
  if (stored.phase != StoredPhase::liquefied) driving_Pa += density * kGravity_m_s2 * head_m(stored.mass_kg / density);
  return kLiquidDischarge * liquid_flux_kg_m2_s(density, driving_Pa);
}

bool lies_in_a_pool(const Stored& stored) {
  return stored.phase == StoredPhase::liquid || stored.phase == StoredPhase::cold;
}

/// What burns as fast as it flows limits the pool of a leak that is lit.
std::optional<double> burning_rate_kg_m2_s(const Stored& stored, const UnitRecord& record) {
  const SubstanceTable& table = record.context().substances;
  if (const auto known = property_of(*stored.substance, "burning_rate_kg_m2_s", table)) return known;
  const auto combustion = property_of(*stored.substance, "heat_of_combustion_J_kg", table);
  const auto vaporization = property_of(*stored.physics, "heat_of_vaporization_J_kg", table);
  const auto capacity = property_of(*stored.physics, "liquid_heat_capacity_J_kgK", table);
  const auto boiling = property_of(*stored.physics, "boiling_point_K", table);
  if (!combustion || !vaporization || !capacity || !boiling) return std::nullopt;
  return burgess_burning_rate(*combustion, *vaporization, *capacity, *boiling, record.context().ambient.temperature_K);
}

double widest_m2(const Part& part, const UnitRecord& record) {
  return part.bund_m2 && *part.bund_m2 > 0.0 ? *part.bund_m2 : record.assume("largest_pool_m2");
}

double spread_m2(const PartRelease& release, const Part& part, const UnitRecord& record) {
  const double density = Fluid(*part.stored->physics).liquid_density_kg_m3(part.stored->temperature_K);
  const double thin_m2 = release.mass_kg / density / record.assume("pool_depth_m");
  return std::min(thin_m2, widest_m2(part, record));
}

/// As high as wide: the ground that a tank and its shell stand on.
double shell_m2(const Part& part, const UnitRecord& record) {
  if (part.bund_m2 && *part.bund_m2 > 0.0) return *part.bund_m2;
  record.remark("shell_area", {"the second shell is as wide as the tank is high", "外罐面积按罐高等于罐径估算"});
  const double density = Fluid(*part.stored->physics).liquid_density_kg_m3(part.stored->temperature_K);
  const double wide_m = head_m(part.stored->mass_kg / density);
  return std::numbers::pi / 4.0 * wide_m * wide_m;
}

/// What has stopped still drains a section.
void cut_short(PartRelease& release, double most_kg, double longest_s, std::optional<double> stop_s,
               double section_kg = 0.0) {
  release.duration_s = std::min(most_kg / release.rate_kg_s, longest_s);
  if (stop_s) release.duration_s = std::min(release.duration_s, *stop_s + section_kg / release.rate_kg_s);
  release.mass_kg = release.rate_kg_s * release.duration_s;
}

}  // namespace

double hole_of(const FrequencyCase& one, const Part& part) {
  if (one.hole_m) return std::min(*one.hole_m, part.bore_m);
  if (!one.hole_share) return 0.0;
  const double share_m = *one.hole_share * part.bore_m;
  return one.hole_at_most_m ? std::min(share_m, *one.hole_at_most_m) : share_m;
}

PartRelease release_of(const FrequencyCase& one, const Part& part, double longest_s, std::optional<double> stop_s,
                       const UnitRecord& record) {
  PartRelease release;
  const Stored& stored = *part.stored;
  const double ambient_Pa = record.context().ambient.pressure_Pa;
  const bool leaks = one.release == CaseRelease::continuous || hole_of(one, part) > 0.0;
  if (one.release != CaseRelease::ten_minutes && !leaks) {
    release.at_once = true;
    release.mass_kg = stored.mass_kg;
    if (one.at_most_m3) {
      const double density = Fluid(*stored.physics).liquid_density_kg_m3(stored.temperature_K);
      release.mass_kg = std::min(release.mass_kg, *one.at_most_m3 * density);
    }
  } else if (one.release == CaseRelease::ten_minutes) {
    release.rate_kg_s = stored.mass_kg / kTenMinutes_s;
    cut_short(release, stored.mass_kg, longest_s, {});
  } else {
    release.hole_m = hole_of(one, part);
    const Fluid fluid(*stored.physics);
    release.rate_kg_s = hole_area_m2(release.hole_m) * flux_kg_m2_s(stored, part, fluid, ambient_Pa);
    if (release.rate_kg_s > 0.0) cut_short(release, stored.mass_kg, longest_s, stop_s, part.section_kg.value_or(0.0));
  }
  if (!lies_in_a_pool(stored)) return release;
  release.pool_m2 = one.release == CaseRelease::into_shell ? shell_m2(part, record) : spread_m2(release, part, record);
  if (one.release == CaseRelease::fire) release.pool_m2 = widest_m2(part, record);
  if (release.at_once || release.rate_kg_s <= 0.0) return release;
  if (const auto burning = burning_rate_kg_m2_s(stored, record)) {
    release.pool_m2 = std::min(*release.pool_m2, release.rate_kg_s / *burning);
  }
  return release;
}

VapourRelease vapour_of(const PartRelease& release, const Part& part, double longest_s, const UnitRecord& record) {
  const Stored& stored = *part.stored;
  if (!lies_in_a_pool(stored)) {
    if (!release.at_once) return {release.rate_kg_s, release.duration_s, release.mass_kg};
    const double passes_s = record.assume("puff_s");
    return {release.mass_kg / passes_s, passes_s, release.mass_kg};
  }
  const GeneratorContext& context = record.context();
  PoolSource pool;
  pool.mass_kg = release.mass_kg;
  pool.spill_duration_s = release.at_once ? 0.0 : release.duration_s;
  pool.temperature_K = stored.temperature_K;
  pool.basin.min_thickness_m = record.assume("pool_depth_m");
  pool.basin.bund_m2 = release.at_once ? *release.pool_m2 : widest_m2(part, record);
  pool.ground = *ground_from("concrete");
  pool.ground_temperature_K = context.ambient.temperature_K;
  pool.stop_after_s = longest_s;
  PoolAir air;
  air.wind_speed_m_s = context.wind_m_s > 0.0 ? context.wind_m_s : record.assume("pool_wind_m_s");
  air.temperature_K = context.ambient.temperature_K;
  air.pressure_Pa = context.ambient.pressure_Pa;
  const ReleaseHistory history = pool_evaporation(pool, air, Fluid(*stored.physics)).release;
  const double lasts_s = std::min(longest_s, history.duration_s);
  if (lasts_s <= 0.0) return {};
  return {history.total_kg / lasts_s, lasts_s, history.total_kg};
}

Text words_for(const PartRelease& release) {
  constexpr double kMillimetres = 1e3;
  if (release.at_once) {
    const std::string mass = readable(release.mass_kg, "kg", 4).en;
    return {mass + " at once", "瞬时 " + mass};
  }
  Text text{fmt::format("{:.4g} kg/s for {:.4g} s", release.rate_kg_s, release.duration_s),
            fmt::format("{:.4g} kg/s, 持续 {:.4g} s", release.rate_kg_s, release.duration_s)};
  if (release.hole_m > 0.0) {
    text.en += fmt::format(" through {:.4g} mm", release.hole_m * kMillimetres);
    text.zh += fmt::format(", 孔径 {:.4g} mm", release.hole_m * kMillimetres);
  }
  return text;
}

}  // namespace sise
