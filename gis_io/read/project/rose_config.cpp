#include "gis_io/read/project/rose_config.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/project/sections.hpp"
#include "gis_io/read/tables/station_columns.hpp"

namespace sise {
namespace {

const std::vector<std::string> kCloudUnits{"tenths", "oktas", "percent"};
const std::vector<std::string> kLowCloudRules{"refuse", "as_total", "none"};
const std::vector<std::string> kSchemes{"recorded", "golder", "gbt13201"};
const std::vector<std::string> kPeriods{"none", "day_night"};

std::size_t place_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// Runs `read` on a section that may be left out.
template <class Read>
void section(ConfigReader& root, const char* key, Read read) {
  const ConfigNode* node = root.table(key);
  if (node == nullptr) return;
  ConfigReader reader(*node, root.problems());
  read(reader);
  reader.finish();
}

/// Numbers and texts that stand for "not measured".
void read_missing(ConfigReader& reader, MissingCodes& codes) {
  const ConfigNode* list = reader.array("missing");
  if (list == nullptr) return;
  for (const ConfigNode& item : list->items) {
    if (item.kind == ConfigNode::Kind::text) {
      codes.texts.push_back(item.text);
      if (const auto number = parse_number(item.text)) codes.numbers.push_back(*number);
    } else if (item.kind == ConfigNode::Kind::integer) {
      codes.numbers.push_back(static_cast<double>(item.integer));
    } else if (item.kind == ConfigNode::Kind::number) {
      codes.numbers.push_back(item.number);
    } else {
      reader.problems().error("wrong_type", {"a code for missing is a number or a text", "缺测代码应为数值或文字"},
                              item.where, {"For example [-1, \"M\"]", "例如 [-1, \"M\"]"});
    }
  }
}

void read_record(ConfigReader& reader, RoseConfig& config) {
  config.record.layer = reader.text("layer").value_or("");
  config.record.encoding = reader.text("encoding").value_or("");
  config.record.where = reader.where();
  if (const auto unit = reader.choice("cloud_unit", kCloudUnits)) {
    config.table.cloud_unit = static_cast<CloudUnit>(place_of(kCloudUnits, *unit));
  }
  if (const auto rule = reader.choice("missing_low_cloud", kLowCloudRules)) {
    config.table.missing_low_cloud = static_cast<MissingLowCloud>(place_of(kLowCloudRules, *rule));
  }
  config.record.ignore = reader.texts("ignore");
  config.record.header_row =
      static_cast<int>(reader.integer("header_row", {.at_least = 1.0, .at_most = 1000.0}).value_or(0));
  read_missing(reader, config.table.missing);
}

void read_fields(ConfigReader& reader, RoseConfig& config) {
  for (const FieldSpec& spec : station_fields()) {
    if (const auto theirs = reader.text(spec.name)) config.record.fields[spec.name] = *theirs;
  }
}

void read_station(ConfigReader& reader, RoseConfig& config) {
  config.latitude_deg = reader.number("latitude_deg", {.at_least = -90.0, .above = {}, .at_most = 90.0});
  config.longitude_deg = reader.number("longitude_deg", {.at_least = -180.0, .above = {}, .at_most = 180.0});
  config.table.utc_offset_h = reader.number("utc_offset_h", {.at_least = -12.0, .above = {}, .at_most = 14.0});
  config.wind_height_m = reader.number("wind_height_m", number_rule::kPositive).value_or(config.wind_height_m);
  config.roughness_m = reader.number("roughness_m", {.at_least = 0.001, .above = {}, .at_most = 1.0});
}

void read_speed_edges(ConfigReader& reader, RoseOptions& rose) {
  if (!reader.has("speed_edges_m_s")) return;
  rose.speed_edges_m_s = reader.numbers("speed_edges_m_s");
  constexpr std::size_t kMost = 9;
  const auto& edges = rose.speed_edges_m_s;
  const bool ascending = std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
  if (ascending && edges.size() <= kMost && (edges.empty() || edges.front() > rose.calm_below_m_s)) return;
  reader.problems().error("bad_speed_edges",
                          {"speed edges ascend, lie above calm_below_m_s, and are nine at most",
                           "风速分界须递增, 大于 calm_below_m_s, 且不超过九个"},
                          reader.where("speed_edges_m_s"), {"For example [2.0, 4.0, 6.0]", "例如 [2.0, 4.0, 6.0]"});
}

void read_rose(ConfigReader& reader, RoseConfig& config) {
  config.scheme = reader.choice<StabilityScheme>("stability", kSchemes, stability_scheme_from);
  RoseOptions& rose = config.rose;
  rose.sectors = static_cast<int>(
      reader.integer("sectors", {.at_least = 4.0, .above = {}, .at_most = 72.0}).value_or(rose.sectors));
  rose.calm_below_m_s =
      reader.number("calm_below_m_s", {.at_least = 0.0, .above = {}, .at_most = 2.0}).value_or(rose.calm_below_m_s);
  rose.calm_speed_m_s = reader.number("calm_speed_m_s", number_rule::kPositive).value_or(rose.calm_speed_m_s);
  read_speed_edges(reader, rose);
  rose.by_period = reader.choice("period", kPeriods) == "day_night";
  config.least_coverage = reader.number("least_coverage", number_rule::kFraction).value_or(config.least_coverage);
  config.table.calm_below_m_s = rose.calm_below_m_s;
}

ConfigOrigin origin_of(const std::filesystem::path& settings, const std::vector<std::string>& overrides,
                       Problems& problems) {
  if (!settings.empty()) return open_config(settings, overrides, problems);
  ConfigOrigin origin{.name = "--set", .folder = {}, .tree = {}};
  origin.tree.kind = ConfigNode::Kind::table;
  origin.tree.where.file = origin.name;
  apply_overrides(origin.tree, overrides, problems);
  return origin;
}

nlohmann::ordered_json number_or_null(const std::optional<double>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

nlohmann::ordered_json missing_json(const MissingCodes& codes) {
  nlohmann::ordered_json json = codes.numbers;
  for (const std::string& text : codes.texts) json.push_back(text);
  return json;
}

}  // namespace

RoseConfig read_rose_config(const std::string& record, const std::filesystem::path& settings,
                            const std::vector<std::string>& overrides) {
  Problems problems;
  RoseConfig config;
  ConfigOrigin origin = origin_of(settings, overrides, problems);
  ConfigReader root(origin.tree, problems);
  config.title = root.text("title").value_or("");
  config.record.trusted = origin.trusted = read_trust(root);
  config.record.source_text = record;
  config.record.source = located_source(record, {});
  config.record.our_names = station_header_names();
  section(root, "record", [&](ConfigReader& reader) { read_record(reader, config); });
  section(root, "fields", [&](ConfigReader& reader) { read_fields(reader, config); });
  section(root, "station", [&](ConfigReader& reader) { read_station(reader, config); });
  section(root, "rose", [&](ConfigReader& reader) { read_rose(reader, config); });
  root.finish();
  problems.throw_if_errors<ConfigError>();
  require_source(config.record);
  return config;
}

std::string resolved_json(const RoseConfig& config) {
  nlohmann::ordered_json json;
  json["title"] = config.title;
  json["record"] = {
      {"source", config.record.source.filename().string()},
      {"layer", config.record.layer},
      {"encoding", config.record.encoding},
      {"cloud_unit", config.table.cloud_unit ? kCloudUnits.at(static_cast<std::size_t>(*config.table.cloud_unit))
                                             : std::string("as the record says, else tenths")},
      {"missing_low_cloud", kLowCloudRules.at(static_cast<std::size_t>(config.table.missing_low_cloud))},
      {"missing", missing_json(config.table.missing)}};
  if (!config.record.ignore.empty()) json["record"]["ignore"] = config.record.ignore;
  if (config.record.header_row > 0) json["record"]["header_row"] = config.record.header_row;
  json["fields"] = nlohmann::ordered_json::object();
  for (const auto& [ours, theirs] : config.record.fields) json["fields"][ours] = theirs;
  json["station"] = {{"latitude_deg", number_or_null(config.latitude_deg)},
                     {"longitude_deg", number_or_null(config.longitude_deg)},
                     {"utc_offset_h", number_or_null(config.table.utc_offset_h)},
                     {"wind_height_m", config.wind_height_m},
                     {"roughness_m", number_or_null(config.roughness_m)}};
  json["rose"] = {{"stability", config.scheme ? std::string(name_of(*config.scheme)) : "as the record allows"},
                  {"sectors", config.rose.sectors},
                  {"speed_edges_m_s", config.rose.speed_edges_m_s},
                  {"calm_below_m_s", config.rose.calm_below_m_s},
                  {"calm_speed_m_s", config.rose.calm_speed_m_s},
                  {"period", kPeriods.at(config.rose.by_period ? 1 : 0)},
                  {"least_coverage", config.least_coverage}};
  return json.dump();
}

}  // namespace sise
