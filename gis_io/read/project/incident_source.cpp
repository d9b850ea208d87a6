#include <algorithm>
#include <cmath>

#include "core/accidents/scenario_fields.hpp"
#include "gis_io/read/layers/web_map_shift.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/incident_sections.hpp"

namespace sise {
namespace {

void read_position(ConfigReader& reader, IncidentSource& source) {
  const std::string kind = reader.exactly_one({"lon", "x"}, Need::required);
  const bool degrees = kind == "lon";
  const bool metres = kind == "x";
  const auto lon = reader.number("lon", {.at_least = -180.0, .at_most = 180.0});
  const auto lat =
      reader.number("lat", {.at_least = -90.0, .at_most = 90.0}, degrees ? Need::required : Need::optional);
  const auto x = reader.number("x");
  const auto y = reader.number("y", number_rule::kAny, metres ? Need::required : Need::optional);
  const auto crs = reader.choice("crs", {"EPSG:4326", "EPSG:4490", "GCJ-02", "BD-09"});
  if (crs && metres) {
    reader.problems().error("key_does_not_fit",
                            {"'crs' belongs to lon and lat; x and y are in the grid's CRS",
                             "'crs' 仅用于 lon 和 lat; x 和 y 采用网格坐标系"},
                            reader.where("crs"));
  }
  if (degrees && lon && lat) source.lon_lat = LonLat{*lon, *lat};
  source.web_map = crs ? web_map_system_from(*crs) : std::nullopt;
  source.lon_lat_given = source.lon_lat;
  if (source.lon_lat && source.web_map) source.lon_lat = to_wgs84(*source.lon_lat, *source.web_map);
  if (metres && x && y) source.point = Point{*x, *y};
}

void find_substance(ConfigReader& reader, Need need, IncidentSource& source) {
  source.substance_text = reader.text("substance", need).value_or("");
  if (source.substance_text.empty()) return;
  if (const Substance* substance = substances().find(source.substance_text)) {
    source.substance = substance->id;
    return;
  }
  const std::vector<std::string> near = substances().suggest(source.substance_text);
  const bool ambiguous = !substances().matches(source.substance_text).empty();
  const std::string& said = source.substance_text;
  const Text message = ambiguous ? Text{"'" + said + "' may be several substances", "'" + said + "' 对应多种物质"}
                                 : Text{"the substance '" + said + "' is not known", "未知的物质 '" + said + "'"};
  const Text remedy =
      near.empty()
          ? Text{"`sise substances` lists them; a CAS number works too", "可用 sise substances 列出; 也可用 CAS 号"}
          : Text{"Did you mean: " + join_names(near) + "?", "是否应为: " + join_names(near) + "?"};
  reader.problems().error(ambiguous ? "ambiguous_substance" : "unknown_substance", message, reader.where("substance"),
                          remedy);
}

bool contains(const FieldNames& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool belongs(const AccidentKind& row, std::string_view key) {
  return contains(row.incident_amounts, key) || contains(row.incident_allows, key);
}

std::vector<std::string> strings(const FieldNames& names) { return {names.begin(), names.end()}; }

/// Keys of other kinds, each refused by name rather than as unknown.
void refuse_foreign_keys(ConfigReader& reader, const AccidentKind& row, bool vessel) {
  FieldNames keys{"hole_diameter_mm", "hole_diameter_m", "pressure_gauge_kPa"};
  for (const ScenarioField& field : scenario_fields()) {
    if (field.name != "height_m") keys.push_back(field.name);
  }
  const std::string kind(row.incident_name);
  const std::string fitting =
      join_names(strings(row.incident_amounts)) + " " + join_names(strings(row.incident_allows));
  for (const std::string_view key : keys) {
    if (vessel || belongs(row, key)) continue;
    reader.refuse(key, "key_does_not_fit",
                  {"'" + std::string(key) + "' does not belong to a source of kind '" + kind + "'",
                   "'" + std::string(key) + "' 不适用于类型为 '" + kind + "' 的事故源"},
                  {"This kind takes: " + fitting, "该类型可用: " + fitting});
  }
}

/// A mass comes out at once and a vessel for as long as it lasts: neither has a duration to be given.
void refuse_duration(ConfigReader& reader, const IncidentSource& source) {
  if (source.mass_kg) {
    reader.refuse(
        "duration_s", "duration_of_a_puff",
        {"mass_kg comes out at once and has no duration_s", "mass_kg 为瞬时释放,没有 duration_s"},
        {"Give rate_kg_s with duration_s for a release that takes time", "持续泄漏请给出 rate_kg_s 与 duration_s"});
  }
  if (source.vessel) {
    reader.refuse("duration_s", "duration_of_a_vessel",
                  {"how long a vessel leaks follows from its inventory", "容器泄漏的持续时间由其存量决定"},
                  {"Give isolation_s where somebody closes a valve", "如有人员关阀,请给出 isolation_s"});
  }
}

void read_number(ConfigReader& reader, const ScenarioField& field, IncidentSource& source) {
  NumberRule rule;
  (field.low_open ? rule.above : rule.at_least) = field.low;
  if (std::isfinite(field.high)) rule.at_most = field.high;
  if (field.whole) {
    if (const auto value = reader.integer(field.name, rule)) field.set(source, static_cast<double>(*value));
  } else {
    if (const auto value = reader.number(field.name, rule)) field.set(source, *value);
  }
}

/// Pressures may be gauge ones and have a reader of their own; a duration waits for what it depends on.
void read_amounts(ConfigReader& reader, const AccidentKind& row, IncidentSource& source) {
  const std::vector<std::string> amounts = strings(row.incident_amounts);
  const std::string amount = amounts.empty() ? std::string() : reader.exactly_one(amounts, Need::required);
  for (const ScenarioField& field : scenario_fields()) {
    const bool own_reader = field.has_default || field.name == "pressure_abs_kPa";
    if (!own_reader && belongs(row, field.name)) read_number(reader, field, source);
  }
  if (amount == "tnt_kg") source.kind = ScenarioKind::explosion;
  if (amount.starts_with("hole_diameter")) source.vessel = read_vessel(reader);
  refuse_duration(reader, source);
  if (belongs(row, "duration_s")) read_number(reader, scenario_field("duration_s"), source);
  if (belongs(row, "pressure_abs_kPa")) source.pressure = read_pressure(reader);
}

/// "a vapour cloud explosion needs rate_kg_s or flammable_mass_kg".
void require_one(ConfigReader& reader, const AccidentKind& row, const IncidentSource& source) {
  std::string en;
  std::string zh;
  for (const std::string_view field : row.needs_one) {
    if (scenario_field(field).get(source)) return;
    en += (en.empty() ? "" : " or ") + std::string(field);
    zh += (zh.empty() ? "" : " 或 ") + std::string(field);
  }
  if (row.needs_one.empty()) return;
  reader.problems().error("missing_key", {"a " + row.label.en + " needs " + en, row.label.zh + "需要给出 " + zh},
                          reader.where());
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const AccidentKind& row : accident_kinds()) names.emplace_back(row.incident_name);
  return names;
}

}  // namespace

IncidentSource read_source(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentSource source;
  source.where = reader.where();
  read_position(reader, source);
  const std::optional<ScenarioKind> kind = reader.choice<ScenarioKind>("kind", kind_names(), incident_kind_from);
  source.kind = kind.value_or(ScenarioKind::toxic);
  const AccidentKind& row = kind_row(source.kind);
  read_amounts(reader, row, source);
  require_one(reader, row, source);
  refuse_foreign_keys(reader, row, source.vessel.has_value());
  const bool any_substance = kind_row(source.kind).substance == SubstanceNeed::none;
  find_substance(reader, any_substance ? Need::optional : Need::required, source);
  read_number(reader, scenario_field("height_m"), source);
  reader.finish();
  return source;
}

}  // namespace sise
