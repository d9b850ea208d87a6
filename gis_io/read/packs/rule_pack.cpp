#include <fmt/format.h>

#include <array>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "models/base/all_names.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {
namespace {

constexpr std::array<TargetClass, 5> kClasses{TargetClass::high_sensitivity, TargetClass::important,
                                              TargetClass::general_1, TargetClass::general_2, TargetClass::general_3};

/// A milder class may not have a stricter limit: the colours of a map say "this class and every milder one".
void check_order(const ConfigNode& node, const LimitTable& table, Problems& problems) {
  for (std::size_t i = 1; i < kClasses.size(); ++i) {
    const Limit& milder = table.by_class.at(i);
    const Limit& stricter = table.by_class.at(i - 1);
    if (!(milder.value > 0.0) || !(stricter.value > 0.0) || milder.value >= stricter.value) continue;
    const std::string name(name_of(kClasses.at(i)));
    const std::string before(name_of(kClasses.at(i - 1)));
    problems.error(
        "limits_out_of_order",
        {fmt::format("the limit of {} is {}, stricter than {} of {}", name, milder.value, stricter.value, before),
         fmt::format("{} 的限值为 {}, 比 {} 的 {} 更严", name, milder.value, before, stricter.value)},
        node.find(name)->where,
        {"Limits rise from high_sensitivity to general_3", "限值应从 high_sensitivity 到 general_3 依次放宽"});
  }
}

LimitTable read_limits(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  LimitTable table;
  table.rule_id = required_text(reader, "rule_id");
  table.title = read_label(reader, "title");
  table.quantity = required_text(reader, "quantity");
  table.unit = required_text(reader, "unit");
  const std::string source = required_text(reader, "source");
  table.clause = reader.has("clause") ? read_label(reader, "clause") : Text{source, source};
  const Confidence confidence = read_confidence(reader);
  for (const TargetClass target_class : kClasses) {
    const double value = required_number(reader, name_of(target_class), number_rule::kPositive);
    table.by_class.at(static_cast<std::size_t>(target_class)) = {value, source, confidence};
  }
  check_order(node, table, problems);
  reader.finish();
  return table;
}

SocietalCriterion read_societal(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  SocietalCriterion criterion;
  criterion.rule_id = required_text(reader, "rule_id");
  criterion.title = read_label(reader, "title");
  criterion.slope = required_number(reader, "slope");
  const std::string source = required_text(reader, "source");
  const Confidence confidence = read_confidence(reader);
  criterion.upper_at_one = {required_number(reader, "upper_at_one", number_rule::kPositive), source, confidence};
  criterion.lower_at_one = {required_number(reader, "lower_at_one", number_rule::kPositive), source, confidence};
  const Confidence end = read_confidence(reader, "largest_n_confidence");
  criterion.largest_n = {required_number(reader, "largest_n", number_rule::kPositive), source, end};
  reader.finish();
  return criterion;
}

Exclusion read_exclusion(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  Exclusion exclusion;
  if (const std::optional<std::string> kind = reader.text("kind")) {
    const std::optional<UnitKind> known = unit_kind_from(*kind);
    if (!known) {
      problems.error("unknown_choice", {"'" + *kind + "' is no kind of unit", "'" + *kind + "' 不是装置设施类别"},
                     reader.where("kind"));
    }
    exclusion.kind = known.value_or(UnitKind::unspecified);
  }
  exclusion.sectors = read_texts(reader, "sectors", Need::required);
  const ConfigNode* governed_by = reader.node("governed_by", Need::required);
  if (governed_by != nullptr) exclusion.governed_by = governed_by->text;
  exclusion.reason = read_label(reader, "reason");
  reader.finish();
  return exclusion;
}

void read_scope(ConfigReader& pack_reader, RulePack& pack) {
  Problems& problems = pack_reader.problems();
  std::string source;
  Confidence confidence = Confidence::recalled;
  if (const ConfigNode* scope = pack_reader.table("scope", Need::required)) {
    ConfigReader reader(*scope, problems);
    pack.scope_rule_id = required_text(reader, "rule_id");
    source = required_text(reader, "source");
    confidence = read_confidence(reader);
    reader.finish();
  }
  const ConfigNode* list = pack_reader.array("exclusions");
  if (list == nullptr) return;
  for (const ConfigNode& item : list->items) {
    Exclusion exclusion = read_exclusion(item, problems);
    exclusion.source = source;
    exclusion.confidence = confidence;
    pack.exclusions.push_back(std::move(exclusion));
  }
}

/// Source and confidence of a row of the table, where it has its own.
template <class Row>
void read_evidence(ConfigReader& reader, const OccupancyTable& table, Row& row) {
  row.source = reader.text("source").value_or(table.source);
  row.confidence = reader.has("confidence") ? read_confidence(reader) : table.confidence;
}

OccupancyMeasure read_measure(const ConfigNode& node, const OccupancyTable& table, Problems& problems) {
  ConfigReader reader(node, problems);
  OccupancyMeasure measure;
  const std::vector<std::string> quantities(kOccupancyQuantities.begin(), kOccupancyQuantities.end());
  measure.quantity = reader.choice("quantity", quantities, Need::required).value_or("");
  measure.class_1_from = reader.number("class_1_from", number_rule::kNotNegative);
  measure.class_2_from = reader.number("class_2_from", number_rule::kNotNegative);
  read_evidence(reader, table, measure);
  reader.finish();
  return measure;
}

OccupancyUse read_use(const ConfigNode& node, const OccupancyTable& table, Problems& problems) {
  ConfigReader reader(node, problems);
  OccupancyUse use;
  use.id = required_text(reader, "id");
  use.title = read_label(reader, "title");
  use.names = read_texts(reader, "names", Need::optional);
  const std::string said = reader.exactly_one({"class", "measures", "no_target"}, Need::required);
  if (said == "class") use.always = reader.choice<TargetClass>("class", all_names(kClasses), target_class_from);
  if (said == "no_target") use.no_target = reader.boolean("no_target").value_or(true);
  if (said == "no_target" && !use.no_target) {
    problems.error("bad_value",
                   {"no_target is true, or left out beside a class", "no_target 只能为 true, 否则应给出类别"},
                   reader.where("no_target"));
  }
  if (said == "measures") {
    const ConfigNode* measures = reader.array("measures");
    for (std::size_t i = 0; measures != nullptr && i < measures->items.size(); ++i)
      use.measures.push_back(read_measure(measures->items[i], table, problems));
  }
  read_evidence(reader, table, use);
  reader.finish();
  return use;
}

OccupancyTable read_occupancy(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  OccupancyTable table;
  table.rule_id = required_text(reader, "rule_id");
  table.source = required_text(reader, "source");
  table.confidence = read_confidence(reader);
  if (const ConfigNode* uses = reader.array("uses", Need::required)) {
    for (const ConfigNode& item : uses->items) table.uses.push_back(read_use(item, table, problems));
  }
  reader.finish();
  return table;
}

void read_curve(const ConfigNode& node, RulePack& pack, Problems& problems) {
  ConfigReader reader(node, problems);
  pack.blast_curve = reader.choice("curve", all_names(kBlastCurves), Need::required).value_or("");
  pack.blast_curve_source = required_text(reader, "source");
  pack.blast_curve_confidence = read_confidence(reader);
  reader.finish();
}

}  // namespace

RulePack rule_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("rules", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  RulePack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  const auto with_table = [&reader](std::string_view key, const auto& read) {
    if (const ConfigNode* node = reader.table(key, Need::required)) read(*node);
  };
  with_table("individual_risk_existing",
             [&](const ConfigNode& n) { pack.individual_risk_existing = read_limits(n, problems); });
  with_table("individual_risk_new", [&](const ConfigNode& n) { pack.individual_risk_new = read_limits(n, problems); });
  with_table("overpressure", [&](const ConfigNode& n) { pack.overpressure = read_limits(n, problems); });
  with_table("overpressure_curve", [&](const ConfigNode& n) { read_curve(n, pack, problems); });
  with_table("societal_risk", [&](const ConfigNode& n) { pack.societal_risk = read_societal(n, problems); });
  with_table("occupancy", [&](const ConfigNode& n) { pack.occupancy = read_occupancy(n, problems); });
  read_scope(reader, pack);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

std::vector<std::string> rule_pack_ids() { return pack_ids("rules"); }

}  // namespace sise
