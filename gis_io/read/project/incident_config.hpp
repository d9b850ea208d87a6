// What an incident file says: one accident, its weather, the levels asked for.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/kinds.hpp"
#include "core/accidents/outflow.hpp"
#include "core/grid/projection.hpp"
#include "core/study/scenario.hpp"
#include "gis_io/read/layers/web_map_shift.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "models/fire/receiver.hpp"
#include "models/harm/indoor.hpp"

namespace sise {

/// [source]: a scenario at a place, now. Exactly one of lon_lat and point. What else is there depends on the kind; a release
/// (ScenarioKind::toxic) has exactly one of rate_kg_s, mass_kg and vessel. The canonical id of the substance is empty only for
/// tnt_kg.
struct IncidentSource : Scenario {
  std::optional<LonLat> lon_lat;        ///< WGS 84
  std::optional<LonLat> lon_lat_given;  ///< as written, in `web_map` where there is one
  std::optional<WebMapSystem> web_map;  ///< crs = "GCJ-02" or "BD-09"
  std::optional<Point> point;           ///< in the grid's CRS
  std::string substance_text;           ///< as written
  std::optional<VesselLeak> vessel;
  VesselPressure pressure;  ///< of the vessel that bursts or leaks, for fireball and jet_fire
  Location where;
};

/// [[weather.change]]: the weather from a moment on.
struct WeatherChange {
  double at_s = 0.0;  ///< since the start of the release
  double wind_from_deg = 0.0;
  double wind_speed_m_s = 0.0;
  Stability stability = Stability::D;
};

/// [weather] of an accident: one state of the air with a direction, and its changes.
struct IncidentWeather {
  Weather air;
  double wind_from_deg = 0.0;              ///< where it blows from, degrees clockwise from true north
  double wind_from_uncertainty_deg = 0.0;  ///< half-width, the same for every direction
  bool given = false;                      ///< explosions do without weather
  std::vector<WeatherChange> changes;      ///< rising in time
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

/// [endpoints]: a named set or the user's own levels. Without the section: AEGL for a release, LFL for a flash fire,
/// overpressure for explosions, radiation for fires. Levels of the sets overpressure and radiation are filled in, those
/// that hang on the substance are not.
struct EndpointsConfig {
  std::optional<EndpointSet> set;
  std::vector<EndpointLevel> levels;
  double exposure_min = 60.0;
  Receiver receiver = Receiver::facing;  ///< of radiation
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
  ContextConfig context;
  ModelChoice model;  ///< transport_wind is `profile` unless the file says otherwise
  /// [criteria] rule_pack: from its table the classes of targets follow.
  std::string rule_pack_name{kDefaultRulePack};
  std::vector<std::filesystem::path> pack_files;  ///< packs of the user's own, for the checksums
  OccupancyTable occupancy;
  bool colour_blind = false;
  std::vector<Diagnostic> warnings;
};

/// As parse_project().
[[nodiscard]] IncidentConfig parse_incident(const std::filesystem::path& path,
                                            const std::vector<std::string>& overrides = {});

[[nodiscard]] std::string resolved_json(const IncidentConfig& config);

}  // namespace sise
