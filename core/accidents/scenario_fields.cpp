#include "core/accidents/scenario_fields.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace sise {
namespace {

template <auto Member>
std::optional<double> get(const Scenario& scenario) {
  return scenario.*Member;
}

template <auto Member>
void set(Scenario& scenario, double value) {
  scenario.*Member = value;
}

std::optional<double> get_class(const Scenario& scenario) {
  return scenario.blast_class ? std::optional(static_cast<double>(*scenario.blast_class)) : std::nullopt;
}

void set_class(Scenario& scenario, double value) { scenario.blast_class = static_cast<int>(value); }

template <auto Member>
constexpr ScenarioField positive(std::string_view name) {
  return {.name = name, .get = get<Member>, .set = set<Member>};
}

constexpr std::array kFields{
    positive<&Scenario::rate_kg_s>("rate_kg_s"),
    positive<&Scenario::mass_kg>("mass_kg"),
    positive<&Scenario::tnt_kg>("tnt_kg"),
    positive<&Scenario::pool_diameter_m>("pool_diameter_m"),
    ScenarioField{.name = "jet_direction_deg",
                  .high = 360.0,
                  .low_open = false,
                  .get = get<&Scenario::jet_direction_deg>,
                  .set = set<&Scenario::jet_direction_deg>},
    ScenarioField{.name = "upright_share",
                  .high = 1.0,
                  .low_open = false,
                  .get = get<&Scenario::upright_share>,
                  .set = set<&Scenario::upright_share>},
    positive<&Scenario::flammable_mass_kg>("flammable_mass_kg"),
    ScenarioField{.name = "blast_class",
                  .low = 1.0,
                  .high = 10.0,
                  .low_open = false,
                  .whole = true,
                  .get = get_class,
                  .set = set_class},
    positive<&Scenario::pressure_abs_Pa>("pressure_abs_kPa"),
    ScenarioField{.name = "duration_s",
                  .has_default = true,
                  .get = get<&Scenario::duration_s>,
                  .set = set<&Scenario::duration_s>},
    ScenarioField{.name = "height_m",
                  .low_open = false,
                  .has_default = true,
                  .get = get<&Scenario::height_m>,
                  .set = set<&Scenario::height_m>},
};

}  // namespace

std::span<const ScenarioField> scenario_fields() { return kFields; }

const ScenarioField& scenario_field(std::string_view name) {
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(), [name](const ScenarioField& field) { return field.name == name; });
  if (found == kFields.end()) throw std::invalid_argument("no scenario field '" + std::string(name) + "'");
  return *found;
}

}  // namespace sise
