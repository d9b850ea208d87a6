#include "gis_io/read/project/register_section.hpp"

#include <algorithm>
#include <array>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/packs/register_words.hpp"
#include "gis_io/read/project/indices_section.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

/// What a dictionary may say: a grade in words, a kind of hidden danger, a state or another word of its column.
std::map<std::string, std::string> spelled_out(const ConfigNode& node, Problems& problems) {
  std::map<std::string, std::string> codes;
  for (const ConfigEntry& entry : node.entries) {
    if (entry.value.kind == ConfigNode::Kind::text) {
      codes[entry.key] = entry.value.text;
    } else {
      problems.error("wrong_type", {"a code stands for a text: 1 = \"重大\"", "代码应对应文字: 1 = \"重大\""},
                     entry.value.where);
    }
  }
  return codes;
}

ColumnDictionary read_dictionary(const ConfigNode& node, Problems& problems) {
  ColumnDictionary dictionary;
  dictionary.where = node.where;
  if (node.kind == ConfigNode::Kind::table) {
    dictionary.codes = spelled_out(node, problems);
    return dictionary;
  }
  const CodeTable* table = node.kind == ConfigNode::Kind::text ? code_table(node.text) : nullptr;
  if (table == nullptr) {
    problems.error("unknown_dictionary",
                   {"there is no code dictionary '" + node.text + "'", "没有名为 '" + node.text + "' 的代码字典"},
                   node.where, did_you_mean(node.text, code_table_ids()));
    return dictionary;
  }
  dictionary.id = table->id;
  for (const CodeMeaning& meaning : table->codes) dictionary.codes[meaning.code] = meaning.means;
  return dictionary;
}

/// A value for every row of a file. Ids and coordinates cannot be the same for all; lon, lat, x and y name columns.
void read_constants(ConfigReader& reader, RegisterRecord record, LayerConfig& layer) {
  for (const RegisterField& field : register_fields()) {
    if (field.record != record || field.kind == "place" || field.kind == "private" || field.name == "id") continue;
    if (const auto value = reader.cell(field.name)) layer.constants[field.name] = *value;
  }
}

void take_coordinate_columns(LayerConfig& layer) {
  const auto take = [&](const char* name, std::string& column) {
    const auto found = layer.fields.find(name);
    if (found == layer.fields.end()) return;
    column = found->second;
    layer.fields.erase(found);
  };
  take("lon", layer.lon);
  take("lat", layer.lat);
  take("x", layer.x);
  take("y", layer.y);
}

RegisterLayer read_one(const ConfigNode& node, RegisterRecord record, const ConfigOrigin& origin, Problems& problems) {
  RegisterLayer one;
  one.where = node.where;
  const std::vector<std::string> names = register_field_names(record);
  if (node.kind == ConfigNode::Kind::text) {
    one.layer = read_layer(node, {.our_names = names, .may_be_text = true}, origin, problems);
    return one;
  }
  ConfigReader reader(node, problems);
  read_layer_keys(reader, {.our_names = names}, "source", origin, one.layer);
  take_coordinate_columns(one.layer);
  read_constants(reader, record, one.layer);
  if (record == RegisterRecord::point) one.point_method = reader.text("point_method").value_or("");
  if (const ConfigNode* dictionary = reader.table("dictionary")) {
    for (const ConfigEntry& entry : dictionary->entries) {
      one.dictionary[entry.key] = read_dictionary(entry.value, problems);
    }
  }
  reader.finish();
  return one;
}

/// One layer, or a list of them: offices keep their own files.
std::vector<RegisterLayer> read_layers(ConfigReader& reader, std::string_view key, RegisterRecord record,
                                       const ConfigOrigin& origin) {
  const ConfigNode* node = reader.node(key);
  std::vector<RegisterLayer> layers;
  if (node == nullptr) return layers;
  if (node->kind != ConfigNode::Kind::array) {
    layers.push_back(read_one(*node, record, origin, reader.problems()));
    return layers;
  }
  for (const ConfigNode& item : node->items) layers.push_back(read_one(item, record, origin, reader.problems()));
  return layers;
}

/// A pack that cannot be had is told where the project names it.
template <class Read>
void try_pack(const Read& read, const Location& where, Problems& problems) {
  try {
    read();
  } catch (const Error& error) {
    for (Diagnostic d : error.diagnostics()) {
      if (d.where.file.empty()) d.where = where;
      problems.add(std::move(d));
    }
  }
}

void check_method(const std::string& name, const Location& where, const ConfigOrigin& origin, Problems& problems) {
  if (!name.empty()) try_pack([&] { (void)point_method(name, origin.folder); }, where, problems);
}

/// A statistic is no colour: its number stands beside it in any case.
std::optional<AreaMethod> read_area_method(ConfigReader& reader) {
  const auto name = reader.text("area_method");
  if (!name || *name == "worst_of") return std::nullopt;
  if (*name == "layers_uplift" || *name == "layers") return AreaMethod::layers_uplift;
  const std::vector<std::string> known{"worst_of", "layers_uplift"};
  constexpr std::array<std::string_view, 7> kStatistics{"weighted_count", "weighted",     "nemerow", "share",
                                                        "sqrt_EV",        "cuberoot_SVM", "cuberoot"};
  if (std::find(kStatistics.begin(), kStatistics.end(), *name) != kStatistics.end()) {
    reader.problems().error("statistic_as_colour",
                            {"'" + *name + "' is a statistic and gives no colour; it is told for every area anyway",
                             "'" + *name + "' 是统计指标, 不能作为颜色; 各区域均已给出该指标"},
                            reader.where("area_method"),
                            {"Use worst_of or layers_uplift", "请用 worst_of 或 layers_uplift"});
  } else {
    reader.problems().error("unknown_area_method",
                            {"unknown area method '" + *name + "'", "未知的区域评级方法 '" + *name + "'"},
                            reader.where("area_method"), did_you_mean(*name, known));
  }
  return std::nullopt;
}

/// As of when alarms are told, and what a ppm is.
void read_live_keys(ConfigReader& reader, RegisterConfig& config) {
  if (const auto time = reader.text("live_time")) {
    config.live_time = written_instant(*time);
    if (!config.live_time) {
      reader.problems().error(
          "bad_time", {"no time: '" + *time + "'", "不是时间: '" + *time + "'"}, reader.where("live_time"),
          {"Write live_time = \"2026-03-16 08:05:00\"", "请写作 live_time = \"2026-03-16 08:05:00\""});
    }
  }
  config.live_ppm_C = reader.number("live_ppm_C");
  constexpr double kCold = 20.0;
  constexpr double kWarm = 25.0;
  if (config.live_ppm_C && *config.live_ppm_C != kCold && *config.live_ppm_C != kWarm) {
    reader.problems().error("bad_ppm_temperature", {"ppm are told at 20 or 25 °C", "ppm 按 20 或 25 °C 换算"},
                            reader.where("live_ppm_C"), {"Write 20 or 25", "请写 20 或 25"});
  }
}

bool names_fine_areas(const std::string& key) {
  constexpr std::array<std::string_view, 10> kFine{"village", "grid", "communit", "park", "cell",
                                                   "村",      "网格", "社区",     "园区", "片区"};
  return std::any_of(kFine.begin(), kFine.end(),
                     [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

}  // namespace

RegisterConfig read_register_section(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems) {
  ConfigReader reader(node, problems);
  RegisterConfig config;
  config.where = reader.where();
  config.folder = origin.folder;
  config.points = read_layers(reader, "points", RegisterRecord::point, origin);
  config.enterprises = read_layers(reader, "enterprises", RegisterRecord::enterprise, origin);
  config.dangers = read_layers(reader, "hidden_dangers", RegisterRecord::danger, origin);
  config.danger_steps = read_layers(reader, "hidden_danger_steps", RegisterRecord::step, origin);
  config.live = read_layers(reader, "live", RegisterRecord::live, origin);
  read_live_keys(reader, config);
  config.point_method = reader.text("point_method").value_or("");
  check_method(config.point_method, reader.where("point_method"), origin, problems);
  for (const RegisterLayer& layer : config.points) check_method(layer.point_method, layer.where, origin, problems);
  config.enterprise_method =
      reader
          .choice<EnterpriseMethod>("enterprise_method",
                                    {"standard", "worst_of_points", "no19", "four_input", "ent44", "worst_of_nine"},
                                    enterprise_method_from)
          .value_or(config.enterprise_method);
  if (reader.has("inspections")) config.inspections = reader.texts("inspections");
  for (const std::string& pack : config.inspections) {
    try_pack([&] { (void)inspection_pack(pack, origin.folder); }, reader.where("inspections"), problems);
  }
  config.staff_days = reader.number("inspection_staff_days", number_rule::kPositive).value_or(config.staff_days);
  config.area_method = read_area_method(reader).value_or(config.area_method);
  if (reader.has("direct_rules")) config.direct_rules = reader.texts("direct_rules");
  for (const std::string& rules : config.direct_rules) {
    try_pack([&] { (void)direct_rule_pack(rules, origin.folder); }, reader.where("direct_rules"), problems);
  }
  const std::string open = reader.choice("open_major", {"red", "one_up", "list_only"}).value_or("red");
  config.open_major = open == "red"      ? OpenMajorRule::red
                      : open == "one_up" ? OpenMajorRule::one_up
                                         : OpenMajorRule::list_only;
  config.date = reader.date("date");
  config.cell_m = reader.number("cell_m", number_rule::kPositive);
  config.kernel_m = reader.number("kernel_m", number_rule::kPositive);
  if (const ConfigNode* indices = reader.table("indices")) config.indices = read_indices_section(*indices, problems);
  reader.finish();
  if (config.points.empty() && config.enterprises.empty() && config.dangers.empty()) {
    problems.error("empty_register", {"the register names no file", "清单未给出任何文件"}, reader.where(),
                   {"Add points, enterprises or hidden_dangers", "请增加 points、enterprises 或 hidden_dangers"});
  }
  return config;
}

std::vector<BoundarySetConfig> read_areas_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                  Problems& problems) {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names{"id", "name"};
    names.insert(names.end(), area_index_names().begin(), area_index_names().end());
    return names;
  }();
  std::vector<BoundarySetConfig> sets;
  for (const ConfigEntry& entry : node.entries) {
    BoundarySetConfig set;
    set.key = entry.key;
    set.title = {entry.key, entry.key};
    set.townships = !names_fine_areas(entry.key);
    const LayerRules rules{.our_names = kNames, .may_be_text = true};
    if (entry.value.kind != ConfigNode::Kind::table) {
      set.layer = read_layer(entry.value, rules, origin, problems);
      sets.push_back(std::move(set));
      continue;
    }
    ConfigReader reader(entry.value, problems);
    read_layer_keys(reader, rules, "source", origin, set.layer);
    for (const std::string& key : kNames) {
      if (const auto column = reader.text(key)) set.layer.fields[key] = *column;
    }
    if (const auto title = reader.text("title")) set.title = {*title, *title};
    if (const auto kind = reader.choice("kind", {"township", "fine"})) set.townships = *kind == "township";
    reader.finish();
    sets.push_back(std::move(set));
  }
  return sets;
}

}  // namespace sise
