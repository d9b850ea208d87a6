#include "core/accidents/generate/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "models/release/flash.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

/// As a table writes it.
double six_digits(double value) { return std::strtod(fmt::format("{:.6g}", value).c_str(), nullptr); }

/// Never above, however it is rounded: a pool must fit its bund.
double six_digits_below(double value) {
  constexpr double kBelow = 1.0 - 5.1e-6;
  return six_digits(value * kBelow);
}

/// K1, K2 or K3 by flash point; stored above it, or not known: K1.
std::string liquid_class(const Stored& stored, const UnitRecord& record) {
  const auto flash_K = property_of(*stored.substance, "flash_point_K", record.context().substances);
  if (!flash_K) {
    record.remark("flash_point_unknown",
                  {"the flash point is not known: the liquid counts as K1", "闪点未知: 按 K1 类液体计算"});
    return "liquid_k1";
  }
  const EventTrees& trees = record.context().trees;
  if (stored.temperature_K > *flash_K || *flash_K < trees.k1_below_K) return "liquid_k1";
  return *flash_K < trees.k2_below_K ? "liquid_k2" : "liquid_k3";
}

std::string tree_of_gas(const Stored& stored, const Part& part, bool at_once, bool poison, bool flame) {
  if (poison && !flame) return "toxic";
  const bool fireball = stored.phase == StoredPhase::liquefied && part.fails_as != "pressurised_vessel.mounded";
  const std::string moving = part.under_way.empty() ? "" : "_transport";
  if (poison) {
    if (!at_once) return "toxic_flammable_continuous";
    return fireball ? "toxic_flammable_instantaneous" + moving : "toxic_flammable_gas_instantaneous";
  }
  if (!at_once) return "gas_continuous";
  return fireball ? "liquefied_instantaneous" + moving : "gas_instantaneous";
}

/// Vapour at saturation over the pool is above the lower flammable limit.
bool vapour_burns(const Stored& stored, const UnitRecord& record) {
  const GeneratorContext& context = record.context();
  const auto lfl = property_of(*stored.substance, "lfl_volume_fraction", context.substances);
  const Fluid fluid(*stored.physics);
  if (!lfl || !fluid.vapour_pressure().known()) return false;
  return fluid.vapour_pressure_Pa(stored.temperature_K) >= *lfl * context.ambient.pressure_Pa;
}

/// What hangs in the air of a liquefied gas that leaves at once: flash and droplets.
double airborne_kg(const CaseEvent& event, const UnitRecord& record) {
  const Stored& stored = *event.part.stored;
  if (stored.phase != StoredPhase::liquefied) return event.release->mass_kg;
  const double flash =
      flash_fraction(Fluid(*stored.physics), stored.temperature_K, record.context().ambient.pressure_Pa);
  return event.release->mass_kg * airborne_fraction(flash, RainOut::cpr18e);
}

using Row = std::variant<Scenario, NoRow>;

Scenario row(ScenarioKind kind, const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario;
  scenario.kind = kind;
  if (event.part.stored) scenario.substance = event.part.stored->substance->id;
  scenario.height_m = six_digits(record.assume("release_height_m"));
  return scenario;
}

/// Nothing happens of what does not evaporate.
Row with_vapour(Scenario scenario, const VapourRelease& vapour) {
  if (vapour.rate_kg_s <= 0.0) return NoRow{{"nothing evaporates", "没有蒸发"}};
  scenario.rate_kg_s = six_digits(vapour.rate_kg_s);
  scenario.duration_s = six_digits(vapour.duration_s);
  return scenario;
}

/// Written in kilopascals.
void set_pressure(Scenario& scenario, double pressure_Pa) {
  constexpr double kPa = 1e3;
  scenario.pressure_abs_Pa = six_digits(pressure_Pa / kPa) * kPa;
}

Row jet_fire(const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario = row(ScenarioKind::jet_fire, event, record);
  scenario.rate_kg_s = six_digits(event.release->rate_kg_s);
  scenario.duration_s = six_digits(event.release->duration_s);
  set_pressure(scenario, event.part.stored->pressure_Pa);
  scenario.upright_share = event.part.upright_share;
  return scenario;
}

Row flash_fire(const CaseEvent& event, const UnitRecord& record) {
  return with_vapour(row(ScenarioKind::flash_fire, event, record),
                     vapour_of(*event.release, event.part, event.longest_s, record));
}

Row vce(const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario = row(ScenarioKind::vce, event, record);
  const bool boils = event.part.stored->phase == StoredPhase::liquefied || event.part.stored->phase == StoredPhase::gas;
  if (event.release->at_once && boils) scenario.flammable_mass_kg = six_digits(airborne_kg(event, record));
  return with_vapour(scenario, vapour_of(*event.release, event.part, event.longest_s, record));
}

Row spot_vce(const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario = row(ScenarioKind::vce, event, record);
  scenario.flammable_mass_kg = six_digits(airborne_kg(event, record));
  return scenario;
}

Row fireball(const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario = row(ScenarioKind::fireball, event, record);
  const bool solid = event.part.charge && event.part.charge->fire_kg > 0.0;
  scenario.mass_kg = six_digits(solid ? event.part.charge->fire_kg : event.release->mass_kg);
  if (!solid) set_pressure(scenario, event.part.stored->pressure_Pa);
  return scenario;
}

Row pool_fire(const CaseEvent& event, const UnitRecord& record) {
  if (!event.release->pool_m2) {
    // A tanker of liquefied gas on fire has a fireball of its own; nothing else lands here.
    return NoRow{{"what leaves does not lie in a pool", "泄漏物不形成液池"}};
  }
  Scenario scenario = row(ScenarioKind::pool_fire, event, record);
  scenario.pool_diameter_m = six_digits_below(2.0 * std::sqrt(*event.release->pool_m2 / std::numbers::pi));
  if (event.release->duration_s > 0.0) scenario.duration_s = six_digits(event.release->duration_s);
  return scenario;
}

/// A pool that makes too little vapour to flash burns as a pool all the same.
Row late_flash_fire(const CaseEvent& event, const UnitRecord& record) {
  return vapour_burns(*event.part.stored, record) ? flash_fire(event, record) : pool_fire(event, record);
}

Row late_vce(const CaseEvent& event, const UnitRecord& record) {
  return vapour_burns(*event.part.stored, record) ? vce(event, record) : pool_fire(event, record);
}

Row toxic(const CaseEvent& event, const UnitRecord& record) {
  Scenario scenario = row(ScenarioKind::toxic, event, record);
  if (event.part.smoke) {
    scenario.substance = event.part.smoke->substance;
    scenario.rate_kg_s = six_digits(event.part.smoke->rate_kg_s);
    scenario.duration_s = six_digits(event.part.smoke->duration_s);
    return scenario;
  }
  return with_vapour(scenario, vapour_of(*event.release, event.part, event.longest_s, record));
}

Row explosion_of(double tnt_kg, const CaseEvent& event, const UnitRecord& record) {
  if (tnt_kg <= 0.0) return NoRow{{"no overpressure is known", "没有超压"}};
  Scenario scenario = row(ScenarioKind::explosion, event, record);
  scenario.tnt_kg = six_digits(tnt_kg);
  return scenario;
}

Row explosion(const CaseEvent& event, const UnitRecord& record) {
  return explosion_of(event.part.charge->tnt_kg, event, record);
}

Row room_explosion(const CaseEvent& event, const UnitRecord& record) {
  return explosion_of(event.part.charge->room_tnt_kg, event, record);
}

Row vent_flame(const CaseEvent& /*event*/, const UnitRecord& /*record*/) {
  return NoRow{{"the flame of a vent reaches 30 m at most: no kind of scenario stands for it",
                "泄爆火焰不超过 30 m: 没有对应的情景类型"}};
}

struct Outcome {
  std::string_view name;
  Row (*row)(const CaseEvent&, const UnitRecord&);
};

constexpr std::array kOutcomes{
    Outcome{"jet_fire", jet_fire},
    Outcome{"flash_fire", flash_fire},
    Outcome{"vce", vce},
    Outcome{"fireball", fireball},
    Outcome{"spot_flash_fire", flash_fire},
    Outcome{"spot_vce", spot_vce},
    Outcome{"pool_fire", pool_fire},
    Outcome{"late_flash_fire", late_flash_fire},
    Outcome{"late_vce", late_vce},
    Outcome{"toxic", toxic},
    Outcome{"explosion", explosion},
    Outcome{"room_explosion", room_explosion},
    Outcome{"vent_flame", vent_flame},
};

}  // namespace

std::vector<std::string> known_outcomes() {
  std::vector<std::string> names{"none"};
  for (const Outcome& one : kOutcomes) names.emplace_back(one.name);
  return names;
}

bool is_nothing(std::string_view outcome) { return outcome == "none"; }

namespace {

/// A poison without a rule of the harm pack: whoever reads the unit's page must know that it is left out.
void tell_uncounted_poison(const Substance& substance, const UnitRecord& record) {
  const std::string& pack = record.context().harm.id;
  record.remark("poison_not_counted",
                {fmt::format("{} is toxic, but harm pack '{}' has no rule for it: only its fires are counted",
                             substance.name_en, pack),
                 fmt::format("{} 有毒, 但伤害准则包 '{}' 中没有其毒性规定: 仅计入火灾爆炸", substance.name_zh, pack)});
}

}  // namespace

Following following(const CaseEvent& event, const UnitRecord& record) {
  const Part& part = event.part;
  const bool at_once = !event.release || event.release->at_once;
  if (!part.tree.empty()) return {part.only_at_once && !at_once ? "nothing" : part.tree, part.ignition};
  const Stored& stored = *part.stored;
  const bool poison = is_poisonous(*stored.substance, record);
  const bool badly = reacts_badly(*stored.substance, record);
  const bool flame = burns(*stored.substance) && !(poison && badly);
  if (!poison && !flame) return {"nothing", {}};
  if (!poison && stored.substance->is("toxic")) tell_uncounted_poison(*stored.substance, record);
  if (stored.phase == StoredPhase::liquid || stored.phase == StoredPhase::cold) {
    const std::string fluid =
        stored.phase == StoredPhase::cold ? (badly ? "gas_low_reactivity" : "gas") : liquid_class(stored, record);
    if (poison) return {flame ? "toxic_liquid_pool" : "toxic", fluid};
    return {"liquid_pool", fluid};
  }
  const std::string tree = tree_of_gas(stored, part, at_once, poison, flame);
  if (!part.under_way.empty()) return {tree, "gas_" + part.under_way};
  return {tree, badly ? "gas_low_reactivity" : "gas"};
}

std::variant<Scenario, NoRow> scenario_of(std::string_view outcome, const CaseEvent& event, const UnitRecord& record) {
  const auto* const found =
      std::find_if(kOutcomes.begin(), kOutcomes.end(), [outcome](const Outcome& one) { return one.name == outcome; });
  if (found == kOutcomes.end()) return NoRow{{"nothing is computed of it", "没有对应的计算"}};
  return found->row(event, record);
}

}  // namespace sise
