#include "gis_io/read/packs/siting_packs.hpp"

#include <algorithm>
#include <optional>

#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/packs/csv_cells.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/read/packs/pack_source.hpp"

namespace sise {
namespace {

FactCondition read_condition(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  FactCondition condition;
  condition.field = required_text(reader, "field");
  condition.is = reader.text("is");
  condition.at_least = reader.number("at_least");
  condition.more_than = reader.number("more_than");
  condition.less_than = reader.number("less_than");
  condition.at_most = reader.number("at_most");
  reader.finish();
  const bool says =
      condition.is || condition.at_least || condition.more_than || condition.less_than || condition.at_most;
  if (!says)
    problems.error("empty_condition", {"the condition compares with nothing", "该条件没有比较内容"}, node.where);
  return condition;
}

std::vector<FactCondition> read_conditions(const ConfigNode* list, Problems& problems) {
  std::vector<FactCondition> conditions;
  if (list == nullptr) return conditions;
  for (const ConfigNode& item : list->items) conditions.push_back(read_condition(item, problems));
  return conditions;
}

/// A fact that proposals cannot state would leave the rule open for ever.
void check_facts(const LawRule& rule, const ConfigNode& node, Problems& problems) {
  const std::vector<std::string>& known = fact_field_names();
  const auto check = [&](const std::string& field) {
    if (field.empty() || std::find(known.begin(), known.end(), field) != known.end()) return;
    problems.error("unknown_fact", {"proposals have no fact '" + field + "'", "拟建项目没有 '" + field + "' 这一项"},
                   node.where, did_you_mean(field, known));
  };
  for (const FactCondition& condition : rule.when) check(condition.field);
  for (const FactCondition& condition : rule.broken) check(condition.field);
  check(rule.exception);
  check(rule.measured);
}

LawRule read_law(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  LawRule rule;
  rule.id = required_text(reader, "id");
  rule.title = read_label(reader, "title");
  rule.clause = read_label(reader, "clause");
  rule.source = required_text(reader, "source");
  rule.confidence = read_confidence(reader);
  rule.kind = reader.choice("kind", {"unit", "development"}).value_or("");
  rule.condition_only = reader.boolean("condition").value_or(false);
  rule.exception = reader.text("exception").value_or("");
  rule.measured = reader.text("measured").value_or("");
  rule.limit = reader.number("limit", number_rule::kPositive, rule.measured.empty() ? Need::optional : Need::required)
                   .value_or(0.0);
  rule.when = read_conditions(reader.array("when", Need::required), problems);
  rule.broken = read_conditions(reader.array("broken", Need::required), problems);
  rule.text = read_label(reader, "text");
  reader.finish();
  check_facts(rule, node, problems);
  return rule;
}

AdviceExclusion read_advice_exclusion(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  AdviceExclusion exclusion;
  exclusion.code = required_text(reader, "code");
  exclusion.level = static_cast<int>(
      reader.integer("level", {.at_least = 1.0, .above = {}, .at_most = 4.0}, Need::required).value_or(1));
  if (const ConfigNode* any = reader.array("any", Need::required)) {
    for (const ConfigNode& group : any->items) exclusion.any.push_back(read_conditions(&group, problems));
  }
  reader.finish();
  return exclusion;
}

AdviceType read_type(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  AdviceType type;
  type.id = required_text(reader, "id");
  type.title = read_label(reader, "title");
  type.default_level = static_cast<int>(
      reader.integer("default_level", {.at_least = 1.0, .above = {}, .at_most = 4.0}, Need::required).value_or(1));
  type.uses = reader.texts("uses");
  type.asks = reader.texts("asks");
  if (const ConfigNode* list = reader.array("exclusions")) {
    for (const ConfigNode& item : list->items) type.exclusions.push_back(read_advice_exclusion(item, problems));
  }
  reader.finish();
  return type;
}

void read_matrix(const ConfigNode* node, AdvicePack& pack, Problems& problems) {
  if (node == nullptr) return;
  ConfigReader reader(*node, problems);
  std::size_t zone = 0;
  for (const char* name : {"inner", "middle", "outer"}) {
    for (const double level : reader.numbers(name, Need::required)) {
      const auto row = static_cast<std::size_t>(level);
      if (level != 1.0 && level != 2.0 && level != 3.0 && level != 4.0) {
        problems.error("bad_level", {"levels are 1 to 4", "等级为 1 至 4"}, reader.where(name));
      } else {
        pack.against.at(row - 1).at(zone) = true;
      }
    }
    ++zone;
  }
  reader.finish();
}

CodeDistance read_distance(const CsvCells& cells) {
  CodeDistance d;
  d.code = cells["code"];
  d.clause = cells["clause"];
  d.item = cells.needed("item");
  d.item_name = cells.needed("item_name");
  d.sub = cells["sub"];
  d.over = cells.number("over");
  d.up_to = cells.number("up_to");
  d.over_included = cells.yes("over_included");
  d.up_to_included = cells.yes("up_to_included");
  d.single_up_to = cells.number("single_up_to");
  d.to = cells.words("to");
  d.to_name = cells.needed("to_name");
  const std::optional<double> required = cells.number("required_m");
  if (!required || !(*required > 0.0)) cells.wrong("required_m", {"a distance above 0 is needed", "应为大于 0 的距离"});
  d.required_m = required.value_or(0.0);
  const auto confidence = confidence_from(cells["confidence"]);
  if (!confidence)
    cells.wrong("confidence", {"this must be seen, corroborated or recalled", "应为 seen、corroborated 或 recalled"});
  d.confidence = confidence.value_or(Confidence::recalled);
  d.source = cells.needed("source");
  d.measure = cells.needed("measure");
  d.line = cells.line();
  if (d.over && d.up_to && !(*d.over < *d.up_to)) cells.wrong("up_to", {"the band is empty", "区间为空"});
  return d;
}

}  // namespace

LawPack law_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("law", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  LawPack pack{required_text(reader, "id"), read_label(reader, "title"), {}};
  if (const ConfigNode* rules = reader.array("rules", Need::required)) {
    for (const ConfigNode& item : rules->items) pack.rules.push_back(read_law(item, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

AdvicePack advice_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("advice", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  AdvicePack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  const std::vector<double> from = reader.numbers("zone_from", Need::required);
  const bool falls = from.size() == 3 && from[0] > from[1] && from[1] > from[2] && from[2] > 0.0;
  if (!falls) {
    problems.error("bad_zones", {"three falling risks are needed", "应为三个递减的风险值"}, reader.where("zone_from"));
  } else {
    std::copy(from.begin(), from.end(), pack.zone_from.begin());
  }
  pack.straddle_share = required_number(reader, "straddle_share", number_rule::kFraction);
  read_matrix(reader.table("matrix", Need::required), pack, problems);
  if (const ConfigNode* types = reader.array("types", Need::required)) {
    for (const ConfigNode& item : types->items) pack.types.push_back(read_type(item, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

DesignCodes design_codes_from(std::string_view text, const std::string& name) {
  const CsvTable table = parse_csv(text, name);
  Problems problems;
  DesignCodes codes;
  for (const CsvRow& row : table.rows) codes.rows.push_back(read_distance({table, row, problems}));
  problems.throw_if_errors<ConfigError>();
  return codes;
}

DesignCodes design_codes() {
  DesignCodes all;
  for (const std::string& name : embedded_names("design_codes/")) {
    const DesignCodes one = design_codes_from(*embedded_file(name), name);
    all.rows.insert(all.rows.end(), one.rows.begin(), one.rows.end());
  }
  return all;
}

}  // namespace sise
