#include <algorithm>

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
  if (degrees && lon && lat) source.lon_lat = LonLat{*lon, *lat};
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

/// What a kind of source is made of: exactly one of its amounts, and what else may stand beside it.
struct KindKeys {
  ScenarioKind kind;
  std::vector<std::string> amounts;
  std::vector<std::string> also;
};

const std::vector<KindKeys>& kind_keys() {
  static const std::vector<KindKeys> keys{
      {ScenarioKind::toxic, {"rate_kg_s", "mass_kg", "tnt_kg", "hole_diameter_mm", "hole_diameter_m"}, {"duration_s"}},
      {ScenarioKind::explosion, {"tnt_kg"}, {}},
      {ScenarioKind::fireball, {"mass_kg"}, {"pressure_abs_kPa", "pressure_gauge_kPa"}},
      {ScenarioKind::pool_fire, {"pool_diameter_m"}, {"duration_s"}},
      {ScenarioKind::jet_fire,
       {"rate_kg_s"},
       {"duration_s", "jet_direction_deg", "pressure_abs_kPa", "pressure_gauge_kPa"}},
      {ScenarioKind::flash_fire, {"rate_kg_s", "mass_kg"}, {"duration_s"}},
      {ScenarioKind::vce, {}, {"rate_kg_s", "flammable_mass_kg", "duration_s", "blast_class"}}};
  return keys;
}

const KindKeys& keys_of(ScenarioKind kind) {
  return *std::find_if(kind_keys().begin(), kind_keys().end(), [&](const KindKeys& k) { return k.kind == kind; });
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Keys of other kinds, each refused by name rather than as unknown.
void refuse_foreign_keys(ConfigReader& reader, const KindKeys& keys, bool vessel) {
  const std::string kind(incident_kind_name(keys.kind));
  for (const char* name :
       {"rate_kg_s", "mass_kg", "tnt_kg", "hole_diameter_mm", "hole_diameter_m", "pool_diameter_m", "jet_direction_deg",
        "flammable_mass_kg", "blast_class", "duration_s", "pressure_abs_kPa", "pressure_gauge_kPa"}) {
    if (contains(keys.amounts, name) || contains(keys.also, name) || vessel) continue;
    reader.refuse(name, "key_does_not_fit",
                  {"'" + std::string(name) + "' does not belong to a source of kind '" + kind + "'",
                   "'" + std::string(name) + "' 不适用于类型为 '" + kind + "' 的事故源"},
                  {"This kind takes: " + join_names(keys.amounts) + " " + join_names(keys.also),
                   "该类型可用: " + join_names(keys.amounts) + " " + join_names(keys.also)});
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

void read_amounts(ConfigReader& reader, const KindKeys& keys, IncidentSource& source) {
  const std::string amount = keys.amounts.empty() ? std::string() : reader.exactly_one(keys.amounts, Need::required);
  const auto number = [&](const char* key) -> std::optional<double> {
    const bool mine = contains(keys.amounts, key) || contains(keys.also, key);
    return mine ? reader.number(key, number_rule::kPositive) : std::nullopt;
  };
  source.rate_kg_s = number("rate_kg_s");
  source.mass_kg = number("mass_kg");
  source.tnt_kg = number("tnt_kg");
  source.pool_diameter_m = number("pool_diameter_m");
  source.flammable_mass_kg = number("flammable_mass_kg");
  if (amount == "tnt_kg") source.kind = ScenarioKind::explosion;
  if (amount.starts_with("hole_diameter")) source.vessel = read_vessel(reader);
  refuse_duration(reader, source);
  const std::optional<double> duration_s = number("duration_s");
  if (duration_s) source.duration_s = *duration_s;
}

void read_details(ConfigReader& reader, const KindKeys& keys, IncidentSource& source) {
  if (contains(keys.also, "jet_direction_deg")) {
    source.jet_direction_deg = reader.number("jet_direction_deg", {.at_least = 0.0, .at_most = 360.0});
  }
  if (contains(keys.also, "blast_class")) {
    const auto blast_class = reader.integer("blast_class", {.at_least = 1.0, .at_most = 10.0});
    if (blast_class) source.blast_class = static_cast<int>(*blast_class);
  }
  if (contains(keys.also, "pressure_abs_kPa")) source.pressure = read_pressure(reader);
  if (source.kind == ScenarioKind::vce && !source.rate_kg_s && !source.flammable_mass_kg) {
    reader.problems().error("missing_key",
                            {"a vapour cloud explosion needs rate_kg_s or flammable_mass_kg",
                             "蒸气云爆炸需要给出 rate_kg_s 或 flammable_mass_kg"},
                            reader.where());
  }
}

}  // namespace

IncidentSource read_source(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentSource source;
  source.where = reader.where();
  read_position(reader, source);
  const std::optional<ScenarioKind> kind =
      reader.choice<ScenarioKind>("kind", incident_kind_names(), incident_kind_from);
  source.kind = kind.value_or(ScenarioKind::toxic);
  const KindKeys& keys = keys_of(source.kind);
  read_amounts(reader, keys, source);
  read_details(reader, keys, source);
  refuse_foreign_keys(reader, keys, source.vessel.has_value());
  find_substance(reader, source.kind == ScenarioKind::explosion ? Need::optional : Need::required, source);
  source.height_m = reader.number("height_m", number_rule::kNotNegative).value_or(source.height_m);
  reader.finish();
  return source;
}

}  // namespace sise
