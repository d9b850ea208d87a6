// One thing that can go wrong at a unit, with its frequency.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sise {

enum class ScenarioKind { toxic, explosion, fireball, jet_fire, pool_fire, flash_fire, vce };

[[nodiscard]] std::string_view name_of(ScenarioKind kind);
[[nodiscard]] std::optional<ScenarioKind> scenario_kind_from(std::string_view name);

struct Scenario {
  std::string unit_id;
  std::string case_id;
  ScenarioKind kind = ScenarioKind::toxic;
  double frequency_per_year = 0.0;
  std::string substance;  ///< canonical id; the unit's where the table leaves it blank
  std::optional<double> rate_kg_s;
  double duration_s = 1800.0;
  double height_m = 1.0;
  std::optional<double> mass_kg;
  std::optional<double> tnt_kg;
  std::optional<double> pool_diameter_m;
  std::optional<double> jet_direction_deg;
  std::optional<int> blast_class;
  std::optional<double> flammable_mass_kg;
  std::optional<double> pressure_abs_Pa;
};

}  // namespace sise
