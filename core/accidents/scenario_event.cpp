#include "core/accidents/scenario_event.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "models/dispersion/heavy_gas.hpp"
#include "models/fire/pool_burning.hpp"

namespace sise {
namespace {

constexpr double kGasConstant_J_molK = 8.314462618;

/// Looks things up for one scenario and remembers what it had to make do with.
class Lookup {
 public:
  Lookup(const Scenario& scenario, const SubstanceTable& substances, Problems& problems)
      : scenario_(scenario),
        substances_(substances),
        substance_(substances.find(scenario.substance)),
        problems_(problems) {}

  /// A number of the scenario that this kind cannot do without.
  [[nodiscard]] double given(const std::optional<double>& number, const char* name) {
    if (number) return *number;
    tell("missing_value",
         {std::string(name_of(scenario_.kind)) + " needs " + name,
          std::string(name_of(scenario_.kind)) + " 需要给出 " + name},
         name);
    return 1.0;
  }

  [[nodiscard]] std::optional<double> known(const std::string& property) {
    if (substance_ == nullptr) return std::nullopt;
    if (const SourcedValue* own = substance_->find(property)) return noted(*own);
    for (const std::string& id : substance_->surrogates) {
      const Substance* surrogate = substances_.find(id);
      const SourcedValue* value = surrogate == nullptr ? nullptr : surrogate->find(property);
      if (value == nullptr) continue;
      warn("surrogate_property");
      return noted(*value);
    }
    return std::nullopt;
  }

  [[nodiscard]] double property(const std::string& name) {
    if (const std::optional<double> value = known(name)) return *value;
    tell("missing_property",
         {"substance '" + scenario_.substance + "' has no known " + name,
          "物质 '" + scenario_.substance + "' 缺少 " + name},
         "substance");
    return 1.0;
  }

  /// A substance that is known not to burn has no heat of combustion either: one message is enough.
  [[nodiscard]] bool burns() {
    const bool flammable = substance_ != nullptr && substance_->is("flammable");
    if (flammable || known("lfl_volume_fraction") || known("heat_of_combustion_J_kg")) return true;
    tell("does_not_burn",
         {"substance '" + scenario_.substance + "' is not known to burn",
          "物质 '" + scenario_.substance + "' 未知其可燃"},
         "substance");
    return false;
  }

  [[nodiscard]] const Substance* substance() const { return substance_; }
  [[nodiscard]] std::vector<std::string> take_warnings() { return std::move(warnings_); }

  void tell(const char* code, const Text& message, const char* field) {
    const std::string& id = scenario_.case_id;
    const Text prefix = id.empty() ? Text{} : Text{"case '" + id + "': ", "情景 '" + id + "':"};
    problems_.error(code, {prefix.en + message.en, prefix.zh + message.zh},
                    {.feature = scenario_.unit_id, .field = field});
  }

 private:
  [[nodiscard]] double noted(const SourcedValue& value) {
    if (value.confidence == Confidence::recalled) warn("recalled_property");
    return value.value;
  }
  void warn(const char* code) {
    if (std::find(warnings_.begin(), warnings_.end(), code) == warnings_.end()) warnings_.emplace_back(code);
  }

  const Scenario& scenario_;
  const SubstanceTable& substances_;
  const Substance* substance_;
  Problems& problems_;
  std::vector<std::string> warnings_;
};

FireballEvent fireball(const Scenario& scenario, Lookup& lookup) {
  FireballSource source;
  source.mass_kg = lookup.given(scenario.mass_kg, "mass_kg");
  source.heat_of_combustion_J_kg = lookup.property("heat_of_combustion_J_kg");
  source.radiative_fraction = scenario.pressure_abs_Pa ? radiative_fraction_at_burst(*scenario.pressure_abs_Pa)
                                                       : unknown_burst_radiative_fraction;
  return {source};
}

double burning_rate_kg_m2_s(Lookup& lookup, double diameter_m, double air_K) {
  if (const std::optional<double> largest = lookup.known("burning_rate_kg_m2_s")) {
    const std::optional<double> k_beta = lookup.known("burning_rate_k_beta_1_m");
    return k_beta ? babrauskas_burning_rate(*largest, *k_beta, diameter_m) : *largest;
  }
  return burgess_burning_rate(lookup.property("heat_of_combustion_J_kg"), lookup.property("heat_of_vaporization_J_kg"),
                              lookup.property("liquid_heat_capacity_J_kgK"), lookup.property("boiling_point_K"), air_K);
}

PoolFireEvent pool_fire(const Scenario& scenario, const Weather& ambient, Lookup& lookup) {
  PoolFireSource source;
  source.diameter_m = lookup.given(scenario.pool_diameter_m, "pool_diameter_m");
  source.burning_rate_kg_m2_s = burning_rate_kg_m2_s(lookup, source.diameter_m, ambient.temperature_K);
  return {source, scenario.duration_s};
}

JetFireEvent jet_fire(const Scenario& scenario, const Weather& ambient, Lookup& lookup) {
  JetFireSource source;
  source.rate_kg_s = lookup.given(scenario.rate_kg_s, "rate_kg_s");
  source.molar_mass_kg_mol = lookup.property("molar_mass_kg_mol");
  source.heat_of_combustion_J_kg = lookup.property("heat_of_combustion_J_kg");
  const ExpandedJet jet =
      expanded_jet(lookup.property("gas_gamma"), kGasConstant_J_molK / source.molar_mass_kg_mol, ambient.temperature_K,
                   scenario.pressure_abs_Pa.value_or(ambient.pressure_Pa), ambient.pressure_Pa);
  source.jet_velocity_m_s = jet.speed_m_s;
  source.jet_density_kg_m3 = ideal_gas_density_kg_m3(source.molar_mass_kg_mol, jet.temperature_K, ambient.pressure_Pa);
  source.jet_angle_deg = 0.0;  // along +x: downwind, or along its own bearing
  source.height_m = scenario.height_m;
  return {source, scenario.jet_direction_deg, scenario.duration_s};
}

FlammableRelease flammable_release(const Scenario& scenario, const Weather& ambient, Lookup& lookup) {
  const double density = ideal_gas_density_kg_m3(lookup.property("molar_mass_kg_mol"), ambient.temperature_K,
                                                 ambient.pressure_Pa);  // of the undiluted gas: volume fraction 1
  FlammableRelease release;
  release.rate_kg_s = lookup.given(scenario.rate_kg_s, "rate_kg_s");
  release.duration_s = scenario.duration_s;
  release.height_m = scenario.height_m;
  release.lfl_kg_m3 = lookup.property("lfl_volume_fraction") * density;
  release.ufl_kg_m3 = lookup.property("ufl_volume_fraction") * density;
  return release;
}

CloudExplosionEvent cloud_explosion(const Scenario& scenario, const Weather& ambient, Lookup& lookup) {
  CloudExplosionEvent event;
  if (scenario.rate_kg_s || !scenario.flammable_mass_kg) event.release = flammable_release(scenario, ambient, lookup);
  event.flammable_mass_kg = scenario.flammable_mass_kg;
  event.heat_of_combustion_J_kg = lookup.property("heat_of_combustion_J_kg");
  event.blast_class = scenario.blast_class;
  return event;
}

EffectEvent event_of(const Scenario& scenario, const Weather& ambient, Lookup& lookup) {
  if (scenario.kind == ScenarioKind::explosion) return BlastEvent{lookup.given(scenario.tnt_kg, "tnt_kg")};
  if (!lookup.burns()) return BlastEvent{};
  switch (scenario.kind) {
    case ScenarioKind::fireball:
      return fireball(scenario, lookup);
    case ScenarioKind::pool_fire:
      return pool_fire(scenario, ambient, lookup);
    case ScenarioKind::jet_fire:
      return jet_fire(scenario, ambient, lookup);
    case ScenarioKind::flash_fire:
      return FlashFireEvent{flammable_release(scenario, ambient, lookup)};
    case ScenarioKind::vce:
      return cloud_explosion(scenario, ambient, lookup);
    case ScenarioKind::toxic:
    case ScenarioKind::explosion:
      break;
  }
  throw std::invalid_argument("scenario_event: a toxic release has no effect event");
}

}  // namespace

ExpandedJet expanded_jet(double gamma, double specific_gas_constant_J_kgK, double temperature_K, double pressure_Pa,
                         double ambient_pressure_Pa) {
  const double choked = std::pow(0.5 * (gamma + 1.0), gamma / (gamma - 1.0));  // vessel over throat pressure
  const double ratio = std::max(pressure_Pa / ambient_pressure_Pa, choked);
  const double warmer = std::pow(ratio, (gamma - 1.0) / gamma);  // vessel over jet temperature
  const double jet_K = temperature_K / warmer;
  const double mach = std::sqrt(2.0 * (warmer - 1.0) / (gamma - 1.0));
  return {mach * std::sqrt(gamma * specific_gas_constant_J_kgK * jet_K), jet_K};
}

ScenarioEvent scenario_event(const Scenario& scenario, const SubstanceTable& substances, const Weather& ambient,
                             Problems& problems) {
  Lookup lookup(scenario, substances, problems);
  ScenarioEvent result{event_of(scenario, ambient, lookup), {}};
  result.warnings = lookup.take_warnings();
  return result;
}

}  // namespace sise
