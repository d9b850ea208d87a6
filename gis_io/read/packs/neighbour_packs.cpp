// Sanitary distances and pipelines: rules for what stands beside a source of another kind than an accident.
#include <algorithm>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/siting_packs.hpp"

namespace sise {
namespace {

std::array<double, 3> three_positive(ConfigReader& reader, const char* key) {
  const std::vector<double> numbers = reader.numbers(key, Need::required);
  std::array<double, 3> three{};
  const bool sound =
      numbers.size() == 3 && std::all_of(numbers.begin(), numbers.end(), [](double n) { return n > 0.0; });
  if (sound) {
    std::copy(numbers.begin(), numbers.end(), three.begin());
  } else if (!numbers.empty()) {
    reader.problems().error("bad_numbers", {"three numbers above 0 are needed", "应为三个大于 0 的数"},
                            reader.where(key));
  }
  return three;
}

void read_wind(const ConfigNode* node, std::array<std::array<double, 3>, 3>& a, Problems& problems) {
  if (node == nullptr) return;
  ConfigReader reader(*node, problems);
  a = {three_positive(reader, "a_upto"), three_positive(reader, "a_between"), three_positive(reader, "a_beyond")};
  reader.finish();
}

void read_shape(const ConfigNode* node, SanitaryPack& pack, std::size_t wind, Problems& problems) {
  if (node == nullptr) return;
  ConfigReader reader(*node, problems);
  pack.b.at(wind) = three_positive(reader, "b");
  pack.c.at(wind) = three_positive(reader, "c");
  pack.d.at(wind) = three_positive(reader, "d");
  reader.finish();
}

PipelineRange read_range(const ConfigNode* node, Problems& problems) {
  PipelineRange range;
  if (node == nullptr) return range;
  ConfigReader reader(*node, problems);
  range.above = reader.number("above");
  range.at_least = reader.number("at_least");
  range.below = reader.number("below");
  range.at_most = reader.number("at_most");
  reader.finish();
  if (!range.asked())
    problems.error("empty_condition", {"the condition compares with nothing", "该条件没有比较内容"}, node->where);
  return range;
}

PipelineRule read_pipeline_rule(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  PipelineRule rule;
  rule.id = required_text(reader, "id");
  const std::string medium = reader.choice("medium", {"oil", "gas"}, Need::required).value_or("oil");
  rule.medium = medium == "gas" ? PipelineMedium::gas : PipelineMedium::oil;
  rule.outer_mm = read_range(reader.table("outer_mm"), problems);
  rule.pressure_MPa = read_range(reader.table("pressure_MPa"), problems);
  rule.within_m = reader.number("within_m", number_rule::kPositive);
  rule.households = reader.number("households", number_rule::kPositive);
  rule.window_m = reader.number("window_m", number_rule::kPositive);
  rule.people = reader.number("people", number_rule::kPositive);
  rule.level = static_cast<int>(
      reader.integer("level", {.at_least = 1.0, .above = {}, .at_most = 3.0}, Need::required).value_or(1));
  rule.text = read_label(reader, "text");
  rule.source = required_text(reader, "source");
  rule.confidence = read_confidence(reader);
  reader.finish();
  if (!rule.households && !rule.people)
    problems.error("empty_condition", {"the rule asks for no neighbour", "该规则未说明相邻场所"}, node.where);
  return rule;
}

}  // namespace

SanitaryPack sanitary_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("sanitary", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  SanitaryPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.clause = read_label(reader, "clause");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  pack.upto_m = required_positive(reader, "upto_m");
  pack.beyond_m = required_positive(reader, "beyond_m");
  pack.calm_below_m_s = required_positive(reader, "calm_below_m_s");
  pack.windy_above_m_s = required_positive(reader, "windy_above_m_s");
  std::size_t wind = 0;
  for (const char* key : {"calm", "moderate", "windy"})
    read_wind(reader.table(key, Need::required), pack.a.at(wind++), problems);
  read_shape(reader.table("shape_calm", Need::required), pack, 0, problems);
  read_shape(reader.table("shape_else", Need::required), pack, 1, problems);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

PipelinePack pipeline_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("pipelines", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  PipelinePack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.clause = read_label(reader, "clause");
  pack.radius_factor = required_positive(reader, "radius_factor");
  pack.merge_m = required_positive(reader, "merge_m");
  if (const ConfigNode* rules = reader.array("rules", Need::required)) {
    for (const ConfigNode& rule : rules->items) pack.rules.push_back(read_pipeline_rule(rule, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

SitingRules siting_rules() { return {law_pack(), {}, design_codes(), sanitary_pack(), pipeline_pack()}; }

}  // namespace sise
