// What an incident file says: one accident, its weather, the levels asked for.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/project/project_config.hpp"
#include "models/harm/indoor.hpp"

namespace sise {

/// [source]: exactly one of lon_lat and point, exactly one of rate_kg_s, mass_kg and tnt_kg.
struct IncidentSource {
  std::optional<LonLat> lon_lat;
  std::optional<Point> point;  ///< in the grid's CRS
  std::string substance;       ///< canonical id; empty only for tnt_kg
  std::string substance_text;  ///< as written
  std::optional<double> rate_kg_s;
  std::optional<double> mass_kg;
  std::optional<double> tnt_kg;
  double duration_s = 1800.0;
  double height_m = 1.0;
  Location where;
};

/// [weather] of an accident: one state of the air with a direction.
struct IncidentWeather {
  Weather air;
  double wind_from_deg = 0.0;              ///< where it blows from, degrees clockwise from true north
  double wind_from_uncertainty_deg = 0.0;  ///< half-width
  bool given = false;                      ///< explosions do without weather
};

enum class EndpointSet { aegl, erpg, pac, hj169, idlh, lfl, overpressure, radiation };
[[nodiscard]] std::string_view name_of(EndpointSet set);
[[nodiscard]] std::optional<EndpointSet> endpoint_set_from(std::string_view name);

enum class EndpointQuantity {
  concentration_mg_m3,
  concentration_ppm,
  volume_fraction,
  overpressure_pa,
  radiation_w_m2,
  toxic_load_mg_m3_n_min,
};
[[nodiscard]] std::string_view name_of(EndpointQuantity quantity);
[[nodiscard]] std::optional<EndpointQuantity> endpoint_quantity_from(std::string_view name);

struct EndpointLevel {
  std::string name;
  EndpointQuantity quantity = EndpointQuantity::concentration_mg_m3;
  double value = 0.0;       ///< in the unit of the quantity's name
  std::optional<double> n;  ///< of a toxic load; none: the substance's own
  std::string source;       ///< of a built-in level; empty for the user's
  Confidence confidence = Confidence::seen;
  Location where;
};

/// [endpoints]: a named set or the user's own levels. Without the section: AEGL for a release, overpressure for an
/// explosion. Levels of the sets overpressure and radiation are filled in, those that hang on the substance are not.
struct EndpointsConfig {
  std::optional<EndpointSet> set;
  std::vector<EndpointLevel> levels;
  double exposure_min = 60.0;
  Location where;
};

/// The built-in levels of a set that does not hang on the substance (overpressure, radiation); none for the others.
[[nodiscard]] std::vector<EndpointLevel> endpoint_levels(EndpointSet set);

/// [shelter]: what a house is taken for. Without the section: the built-in closed house.
struct ShelterConfig {
  Room room;
  std::string source;  ///< of the air change
  Confidence confidence = Confidence::recalled;
};

struct IncidentConfig {
  ConfigOrigin origin;
  std::string title;
  IncidentSource source;
  IncidentWeather weather;
  EndpointsConfig endpoints;
  ShelterConfig shelter;
  GridConfig grid;
  std::optional<LayerConfig> targets;
  std::optional<PopulationConfig> population;
  ModelChoice model;  ///< transport_wind is `profile` unless the file says otherwise
  bool colour_blind = false;
  std::vector<Diagnostic> warnings;
};

/// As parse_project().
[[nodiscard]] IncidentConfig parse_incident(const std::filesystem::path& path,
                                            const std::vector<std::string>& overrides = {});

[[nodiscard]] std::string resolved_json(const IncidentConfig& config);

}  // namespace sise
