#include <algorithm>

#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

WeightSet read_weights(ConfigReader& row) {
  WeightSet set;
  set.id = required_text(row, "id");
  const std::vector<double> weights = row.numbers("weights", Need::required);
  if (weights.size() != set.weights.size()) {
    row.problems().error("bad_pack", {"four weights are needed: red to blue", "需要四个权重: 红、橙、黄、蓝"},
                         row.where("weights"));
    return set;
  }
  std::copy(weights.begin(), weights.end(), set.weights.begin());
  return set;
}

IndexFormula read_formula(ConfigReader& row) {
  IndexFormula formula;
  read_head(row, formula);
  formula.inputs = read_texts(row, "inputs", Need::required);
  each_table(row, "bands", Need::required, [&](ConfigReader& one) {
    IndexBand band;
    band.label = read_label(one, "label");
    band.from = one.number("from");
    if (const auto above = one.number("above")) {
      band.from = above;
      band.open = true;
    }
    formula.bands.push_back(std::move(band));
  });
  return formula;
}

DangerState read_state(ConfigReader& row) {
  DangerState state;
  state.id = required_text(row, "id");
  state.label = read_label(row, "label");
  state.words = read_texts(row, "words", Need::required);
  state.closed = row.boolean("closed").value_or(false);
  state.major_only = row.boolean("major_only").value_or(false);
  state.first = row.boolean("first").value_or(false);
  state.rectified = row.boolean("rectified").value_or(false);
  state.accepts = row.boolean("accepts").value_or(false);
  state.after = read_texts(row, "after", Need::optional);
  const bool same = !row.has("after_if_major");
  state.after_if_major = same ? state.after : read_texts(row, "after_if_major", Need::optional);
  return state;
}

}  // namespace

AreaRules area_rules(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<AreaRules>("area_rules", name, folder, [](ConfigReader& reader) {
    AreaRules rules;
    rules.id = required_text(reader, "id");
    rules.title = read_label(reader, "title");
    rules.source = required_text(reader, "source");
    (void)read_mark(reader);
    rules.worst_of_mark = read_mark(reader, "worst_of_mark");
    rules.layers_mark = read_mark(reader, "layers_mark");
    const NumberRule positive = number_rule::kPositive;
    rules.layers_orange = static_cast<int>(reader.integer("layers_orange", positive, Need::required).value_or(0));
    rules.layers_yellow = static_cast<int>(reader.integer("layers_yellow", positive, Need::required).value_or(0));
    each_table(reader, "weights", Need::required,
               [&](ConfigReader& row) { rules.weights.push_back(read_weights(row)); });
    each_table(reader, "formula", Need::optional,
               [&](ConfigReader& row) { rules.formulas.push_back(read_formula(row)); });
    return rules;
  });
}

const std::vector<std::string>& area_index_names() {
  static const std::vector<std::string> kInputs = [] {
    std::vector<std::string> names;
    for (const IndexFormula& formula : area_rules("area-statistics").formulas) {
      for (const std::string& name : formula.inputs) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
    return names;
  }();
  return kInputs;
}

LedgerRules ledger_rules(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<LedgerRules>("danger_ledgers", name, folder, [](ConfigReader& reader) {
    LedgerRules rules;
    read_head(reader, rules);
    each_table(reader, "state", Need::required, [&](ConfigReader& row) { rules.states.push_back(read_state(row)); });
    return rules;
  });
}

}  // namespace sise
