#include "gis_io/read/project/natural_hazards_section.hpp"

#include <algorithm>
#include <cmath>

#include "core/rating/natural_hazard.hpp"

namespace sise {
namespace {

/// Codes of an office's column: every one stands for a class in words.
void read_hazard_codes(const ConfigNode& node, NaturalHazardConfig& config, Problems& problems) {
  for (const ConfigEntry& entry : node.entries) {
    const bool known = entry.value.kind == ConfigNode::Kind::text && natural_class_in_words(entry.value.text);
    if (known) {
      config.codes[entry.key] = entry.value.text;
      continue;
    }
    problems.error("bad_code", {"a code stands for one of five classes", "代码应对应五级之一"}, entry.value.where,
                   {R"(Write for example 1 = "高"; the classes are 高, 较高, 中, 较低, 低)",
                    R"(请写作 1 = "高"; 等级为 高、较高、中、较低、低)"});
  }
}

void read_breaks(ConfigReader& reader, NaturalHazardConfig& config) {
  const std::vector<double> breaks = reader.numbers("breaks", Need::required);
  std::array<double, 4> limits{};
  if (breaks.size() == limits.size() &&
      std::adjacent_find(breaks.begin(), breaks.end(), std::greater_equal<>()) == breaks.end()) {
    std::copy(breaks.begin(), breaks.end(), limits.begin());
    config.breaks = limits;
    return;
  }
  if (!breaks.empty())
    reader.problems().error(
        "bad_breaks", {"breaks are four rising limits: they make five classes", "breaks 应为四个递增的界限, 分为五级"},
        reader.where("breaks"));
}

/// A column of classes, or one of values and how they become classes.
void read_hazard_method(ConfigReader& reader, NaturalHazardConfig& config) {
  const std::string column = reader.exactly_one({"class", "value"}, Need::required);
  for (const char* key : {"class", "value"}) {
    if (const auto name = reader.text(key)) config.layer.fields[key] = *name;
  }
  if (const ConfigNode* codes = reader.table("dictionary")) read_hazard_codes(*codes, config, reader.problems());
  const auto method = reader.choice("method", {"mu_sigma", "percentile", "breaks"},
                                    column == "value" ? Need::required : Need::optional);
  if (method) {
    config.method = *method == "mu_sigma"     ? HazardMethod::spread
                    : *method == "percentile" ? HazardMethod::percentile
                                              : HazardMethod::breaks;
  }
  if (column == "class" && method)
    reader.problems().error(
        "unused_key", {"a column of classes needs no method", "等级列不需要 method"}, reader.where("method"),
        {"Leave method out, or name the column of values: value = ...", "请去掉 method, 或用 value 指明数值列"});
  if (config.method == HazardMethod::breaks) read_breaks(reader, config);
}

NaturalHazardConfig read_hazard(const ConfigEntry& entry, const ConfigOrigin& origin, Problems& problems) {
  static const std::vector<std::string> kNames{"id", "name", "class", "value"};
  ConfigReader reader(entry.value, problems);
  NaturalHazardConfig config;
  config.key = entry.key;
  config.where = reader.where();
  config.title = {entry.key, entry.key};
  read_layer_keys(reader, {.our_names = kNames}, "source", origin, config.layer);
  for (const char* key : {"id", "name"}) {
    if (const auto column = reader.text(key)) config.layer.fields[key] = *column;
  }
  if (const auto title = reader.text("title")) config.title = {*title, *title};
  read_hazard_method(reader, config);
  config.weight = reader.number("weight", number_rule::kNotNegative);
  config.date = reader.date("date");
  reader.finish();
  return config;
}

/// A weighted composite has a weight for each, and they sum up to 1; weights without one would change nothing.
void check_weights(const NaturalHazardsConfig& config, ConfigReader& reader) {
  constexpr double kRounding = 1e-6;
  double sum = 0.0;
  bool all = true;
  bool any = false;
  for (const NaturalHazardConfig& hazard : config.hazards) {
    all = all && hazard.weight.has_value();
    any = any || hazard.weight.has_value();
    sum += hazard.weight.value_or(0.0);
  }
  if (config.weighted && (!all || std::abs(sum - 1.0) > kRounding)) {
    reader.problems().error("bad_weights",
                            {"a weighted composite needs a weight in every hazard, and they sum up to 1",
                             "加权综合须为每个灾种给出 weight, 且合计为 1"},
                            reader.where("composite"),
                            {"Write weight = 0.3 ... in each", "请在各灾种中写明 weight = 0.3 ..."});
  } else if (!config.weighted && any) {
    reader.problems().error(
        "unused_key", {"weights without composite = \"weighted\"", "给出了 weight 而未设 composite = \"weighted\""},
        reader.where(),
        {"Add composite = \"weighted\", or leave the weights out", "请加 composite = \"weighted\", 或去掉 weight"});
  }
}

}  // namespace

std::string_view name_of(HazardMethod method) {
  constexpr std::array<std::string_view, 4> kNames{"stated", "mu_sigma", "percentile", "breaks"};
  return kNames.at(static_cast<std::size_t>(method));
}

NaturalHazardsConfig read_natural_hazards_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                  Problems& problems) {
  ConfigReader reader(node, problems);
  NaturalHazardsConfig config;
  config.weighted = reader.choice("composite", {"max", "weighted"}).value_or("max") == "weighted";
  for (const ConfigEntry& entry : node.entries) {
    if (entry.key == "composite") continue;
    reader.allow(entry.key);
    if (entry.value.kind == ConfigNode::Kind::table) {
      config.hazards.push_back(read_hazard(entry, origin, problems));
      continue;
    }
    problems.error("no_hazard_layer",
                   {"'" + entry.key + "' is no hazard: each is a table with source and class or value",
                    "'" + entry.key + "' 不是灾种: 每个灾种须为含 source 与 class 或 value 的表"},
                   entry.value.where,
                   {"Write [natural_hazards." + entry.key + "]", "请写成 [natural_hazards." + entry.key + "]"});
  }
  reader.finish();
  if (node.entries.empty() || (node.entries.size() == 1 && reader.has("composite"))) {
    problems.error("no_hazard_layer", {"no natural hazard is named", "未给出任何灾种"}, reader.where(),
                   {"Add [natural_hazards.flood] with source and class, or leave the section out",
                    "请增加 [natural_hazards.flood], 给出 source 与 class, 或去掉本节"});
  }
  check_weights(config, reader);
  return config;
}

}  // namespace sise
