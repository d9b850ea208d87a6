// [register] and [areas] of a project, checked and with their defaults; nothing is read yet.
#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/area_grade.hpp"
#include "core/rating/register/grade_point.hpp"
#include "core/rating/register/rate_enterprise.hpp"
#include "core/rating/register/safety_indices.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/config/layer_config.hpp"

namespace sise {

/// What the codes of one column mean, by name ("szs_enterprise_risk") or spelled out in the project.
struct ColumnDictionary {
  std::string id;                            ///< of a known dictionary; empty: spelled out
  std::map<std::string, std::string> codes;  ///< code -> word
  Location where;
};

/// One file (or layer) of one office.
struct RegisterLayer {
  LayerConfig layer;
  std::map<std::string, ColumnDictionary> dictionary;  ///< by our name of the column, or by its heading
  std::string point_method;                            ///< of this office; empty: as for all
  Location where;
};

struct BoundarySetConfig {
  std::string key;
  LayerConfig layer;
  Text title;
  bool townships = false;
};

/// [register.indices]: what the district reports of its accidents.
struct IndicesConfig {
  AccidentFigures accidents;
  std::vector<IndexItem> items;
};

struct RegisterConfig {
  std::vector<RegisterLayer> points;
  std::vector<RegisterLayer> enterprises;
  std::vector<RegisterLayer> dangers;
  std::vector<RegisterLayer> danger_steps;
  std::vector<RegisterLayer> live;
  std::optional<std::chrono::sys_seconds> live_time;  ///< none: of the latest reading
  std::optional<double> live_ppm_C;                   ///< at which ppm are told; none: they are not understood
  std::string point_method;                           ///< empty: told by the columns that each file has
  EnterpriseMethod enterprise_method = EnterpriseMethod::standard;
  std::vector<std::string> inspections{"min_classic_2010", "max_shanxi_2025"};
  double staff_days = 2.0;  ///< of one visit
  AreaMethod area_method = AreaMethod::worst_of;
  std::vector<std::string> direct_rules{"dr_no19", "dr_js_catalogue", "dr_mh"};
  OpenMajorRule open_major = OpenMajorRule::red;
  std::optional<ConfigDate> date;
  IndicesConfig indices;
  std::optional<double> kernel_m;  ///< of the density of points; none: it is not made
  std::optional<double> cell_m;    ///< of grades.tif; none: the project's
  std::filesystem::path folder;    ///< where a user's packs lie
  Location where;
};

}  // namespace sise
