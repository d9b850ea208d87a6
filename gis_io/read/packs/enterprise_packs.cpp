#include <algorithm>

#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

SheetInput read_input(ConfigReader& row) {
  SheetInput input;
  input.name = required_text(row, "name");
  input.label = read_label(row, "label");
  input.questions = read_texts(row, "questions", Need::optional);
  each_table(row, "choices", Need::required, [&](ConfigReader& one) {
    SheetChoice choice;
    choice.id = required_text(one, "id");
    choice.label = read_label(one, "label");
    choice.words = read_texts(one, "words", Need::optional);
    choice.at_least = one.number("at_least");
    choice.points = required_number(one, "points");
    input.choices.push_back(std::move(choice));
  });
  return input;
}

SheetBand read_sheet_band(ConfigReader& row) {
  SheetBand band;
  band.id = required_text(row, "id");
  band.label = read_label(row, "label");
  band.below = row.number("below");
  if (row.has("grade")) band.grade = read_grade(row, "grade");
  return band;
}

SheetOverride read_override(ConfigReader& row, const std::vector<SheetBand>& bands) {
  SheetOverride rule;
  rule.question = required_text(row, "question");
  rule.at_least = row.number("at_least");
  rule.words = read_texts(row, "words", rule.at_least ? Need::optional : Need::required);
  rule.label = read_label(row, "label");
  const std::string name = required_text(row, "band");
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const SheetBand& b) { return b.id == name; });
  if (band == bands.end()) {
    row.problems().error("bad_pack", {"there is no band '" + name + "'", "没有分级 '" + name + "'"}, row.where("band"));
  } else {
    rule.band = static_cast<std::size_t>(band - bands.begin());
  }
  return rule;
}

No19Item read_item(ConfigReader& row) {
  No19Item item;
  item.id = required_text(row, "id");
  item.label = read_label(row, "label");
  item.cap = row.number("cap", number_rule::kPositive);
  each_table(row, "cases", Need::required, [&](ConfigReader& one) {
    No19Case c{required_text(one, "id"), read_label(one, "label"), required_number(one, "points"), {}};
    if (const auto most = one.integer("at_most", number_rule::kPositive)) c.at_most = static_cast<int>(*most);
    item.cases.push_back(std::move(c));
  });
  return item;
}

FrequencyRule read_frequency(ConfigReader& row) {
  FrequencyRule rule;
  rule.sectors = read_texts(row, "sectors", Need::optional);
  rule.question = row.text("question").value_or("");
  each_table(row, "steps", Need::required, [&](ConfigReader& one) {
    FrequencyStep step;
    step.words = read_texts(one, "words", Need::optional);
    step.per_year = static_cast<int>(one.integer("per_year", number_rule::kPositive, Need::required).value_or(0));
    rule.steps.push_back(std::move(step));
  });
  return rule;
}

}  // namespace

ScoreSheet score_sheet(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<ScoreSheet>("enterprise_sheets", name, folder, [](ConfigReader& reader) {
    ScoreSheet sheet;
    read_head(reader, sheet);
    if (const auto most = reader.integer("most_below_inherent", number_rule::kNotNegative)) {
      sheet.most_below_inherent = static_cast<int>(*most);
    }
    each_table(reader, "input", Need::required, [&](ConfigReader& row) { sheet.inputs.push_back(read_input(row)); });
    each_table(reader, "band", Need::required, [&](ConfigReader& row) { sheet.bands.push_back(read_sheet_band(row)); });
    each_table(reader, "override", Need::optional,
               [&](ConfigReader& row) { sheet.overrides.push_back(read_override(row, sheet.bands)); });
    return sheet;
  });
}

CountsRule counts_rule(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<CountsRule>("enterprise_sheets", name, folder, [](ConfigReader& reader) {
    CountsRule rule;
    read_head(reader, rule);
    const auto many = reader.integer("red_from_orange", number_rule::kPositive, Need::required);
    rule.red_from_orange = static_cast<int>(many.value_or(0));
    return rule;
  });
}

No19Pack no19_pack(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<No19Pack>("enterprise_sheets", name, folder, [](ConfigReader& reader) {
    No19Pack pack;
    read_head(reader, pack);
    pack.start = required_number(reader, "start");
    each_table(reader, "band", Need::required, [&](ConfigReader& row) {
      pack.bands.push_back({read_grade(row, "grade"), required_number(row, "at_least")});
    });
    each_table(reader, "item", Need::required, [&](ConfigReader& row) { pack.items.push_back(read_item(row)); });
    return pack;
  });
}

InspectionPack inspection_pack(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<InspectionPack>("inspections", name, folder, [](ConfigReader& reader) {
    InspectionPack pack;
    read_head(reader, pack);
    pack.is_minimum = reader.choice("kind", {"minimum", "maximum"}, Need::required).value_or("maximum") == "minimum";
    each_table(reader, "rule", Need::required, [&](ConfigReader& row) { pack.rules.push_back(read_frequency(row)); });
    return pack;
  });
}

std::vector<std::string> inspection_pack_ids() { return pack_ids("inspections"); }

}  // namespace sise
