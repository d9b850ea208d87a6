// One thing that can go wrong at a unit, with its frequency.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sise {

/// A kind of scenario, by the name that tables give it. All that there is to know of a kind stands in one row of the table in
/// core/accidents/kinds.cpp; only kinds that code has to name are listed here.
class ScenarioKind {
 public:
  constexpr explicit ScenarioKind(std::string_view name) : name_(name) {}
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  bool operator==(const ScenarioKind&) const = default;

  static const ScenarioKind toxic;
  static const ScenarioKind explosion;
  static const ScenarioKind fireball;
  static const ScenarioKind pool_fire;
  static const ScenarioKind jet_fire;
  static const ScenarioKind flash_fire;
  static const ScenarioKind vce;

 private:
  std::string_view name_;  ///< of a row of the table: lives as long as the program
};

inline constexpr ScenarioKind ScenarioKind::toxic{"toxic"};
inline constexpr ScenarioKind ScenarioKind::explosion{"explosion"};
inline constexpr ScenarioKind ScenarioKind::fireball{"fireball"};
inline constexpr ScenarioKind ScenarioKind::pool_fire{"pool_fire"};
inline constexpr ScenarioKind ScenarioKind::jet_fire{"jet_fire"};
inline constexpr ScenarioKind ScenarioKind::flash_fire{"flash_fire"};
inline constexpr ScenarioKind ScenarioKind::vce{"vce"};

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
  std::optional<double> upright_share;  ///< of its accidents in which the jet points upwards; 0 to 1
  std::optional<int> blast_class;
  std::optional<double> flammable_mass_kg;
  std::optional<double> pressure_abs_Pa;

  bool operator==(const Scenario&) const = default;
};

}  // namespace sise
