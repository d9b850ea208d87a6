#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/criteria/target_class.hpp"
#include "core/criteria/unit_kind.hpp"
#include "gis_io/products/init/guess_words.hpp"
#include "gis_io/products/init/guesses.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::size_t kShown = 4;

/// The texts of a column, each once, in the order of the rows.
std::vector<std::string> values_of(const FeatureTable& table, std::size_t column) {
  std::vector<std::string> values;
  std::set<std::string> seen;
  for (const FeatureRow& row : table.rows) {
    const auto text = text_of(row.cells.at(column));
    if (text && seen.insert(*text).second) values.push_back(*text);
  }
  return values;
}

struct Numbers {
  bool all = true;
  double least = 0.0;
  double most = 0.0;
};

Numbers numbers_in(const std::vector<std::string>& values) {
  Numbers n;
  bool first = true;
  for (const std::string& text : values) {
    const auto number = written_number(text);
    if (!number) {
      n.all = false;
      continue;
    }
    n.least = first ? number->value : std::min(n.least, number->value);
    n.most = first ? number->value : std::max(n.most, number->value);
    first = false;
  }
  return n;
}

bool is_known(const std::string& check, const std::string& value) {
  if (check == "unit_kind") return unit_kind_from(normalised(value)).has_value();
  if (check == "target_class") return target_class_from(normalised(value)).has_value();
  return substances().find(value) != nullptr;
}

/// Values that the reader would not know make a guess unsure.
void judge_words(const FieldWords& field, const std::vector<std::string>& values, FieldGuess& guess) {
  std::vector<std::string> strange;
  for (const std::string& value : values) {
    if (!is_known(field.check, value)) strange.push_back("'" + value + "'");
  }
  if (strange.empty()) {
    guess.why = {fmt::format("all {} of its values are known", values.size()),
                 fmt::format("其 {} 个取值均可识别", values.size())};
    return;
  }
  const bool most = 2 * strange.size() <= values.size();
  guess.sure = guess.sure && most;
  guess.why = {
      fmt::format("{} of its {} values are not known: {}", strange.size(), values.size(), listed(strange, kShown)),
      fmt::format("其 {} 个取值中有 {} 个无法识别: {}", values.size(), strange.size(), listed(strange, kShown))};
}

std::string range_of(const Numbers& n) { return fmt::format("{:g} .. {:g}", n.least, n.most); }

/// A number without a unit is sure only where its values leave no choice.
void judge_number(const FieldWords& field, const ColumnWord& word, const Numbers& n, FieldGuess& guess) {
  const UnitSymbol ours = unit_of_name(field.name);
  if (!n.all) {
    guess.sure = false;
    guess.why = {"not all of its values are numbers", "并非所有取值都是数值"};
    return;
  }
  const auto stated = word.unit.empty() ? std::nullopt : unit_symbol(word.unit);
  if (stated && stated->dimension == ours.dimension) {
    guess.theirs += " [" + word.unit + "]";
    guess.why = {"its name gives the unit; values " + range_of(n), "列名给出单位; 取值 " + range_of(n)};
    return;
  }
  constexpr double kTooColdForKelvin = 60.0;
  constexpr double kHighest_m = 1000.0;
  const bool celsius = ours.dimension == Dimension::temperature && n.least < kTooColdForKelvin;
  const bool metres = field.name.ends_with("_m") && n.least >= 0.0 && n.most <= kHighest_m;
  const bool degrees = ours.dimension == Dimension::angle && n.least >= 0.0 && n.most <= 360.0;
  if (celsius || metres || degrees) {
    guess.why = {"values " + range_of(n) + " fit " + ours.symbol + "; its name does not say",
                 "取值 " + range_of(n) + " 符合 " + ours.symbol + ", 但列名未说明单位"};
    return;
  }
  guess.sure = false;
  guess.theirs += " [?]";
  guess.why = {"no unit is said for values " + range_of(n) + ": put it in place of the question mark",
               "取值 " + range_of(n) + " 未说明单位: 请将问号改为单位"};
}

/// Text of which every row has its own.
void judge_id(const FeatureTable& table, const std::vector<std::string>& values, FieldGuess& guess) {
  const bool unique = values.size() == table.rows.size();
  guess.sure = guess.sure && unique;
  guess.why =
      unique ? Text{"every row has its own", "每行各不相同"}
             : Text{fmt::format("{} values for {} rows: it does not tell them apart", values.size(), table.rows.size()),
                    fmt::format("{} 行只有 {} 个取值, 不能区分各行", table.rows.size(), values.size())};
}

FieldGuess guess_of(const LayerSight& sight, const FieldWords& field, std::size_t column, WordMatch how) {
  const std::string& name = sight.table.columns[column];
  FieldGuess guess{field.name, name, how == WordMatch::whole, {}};
  const std::vector<std::string> values = values_of(sight.table, column);
  if (values.empty()) {
    guess.sure = false;
    guess.why = {"the column is blank", "该列为空"};
    return guess;
  }
  guess.why = {
      "such as " +
          listed({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), kShown))},
                 kShown),
      "例如 " + listed({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), kShown))},
                       kShown)};
  if (field.name == "id" || field.name == "case_id") judge_id(sight.table, values, guess);
  if (unit_of_name(field.name).dimension != Dimension::none) {
    judge_number(field, column_word(name), numbers_in(values), guess);
  } else if (field.check == "unit_kind" || field.check == "target_class" || field.check == "substance") {
    judge_words(field, values, guess);
  }
  if (how == WordMatch::part) {
    guess.why.en = "only a part of its name fits; " + guess.why.en;
    guess.why.zh = "列名仅部分相符; " + guess.why.zh;
  }
  return guess;
}

/// The columns that fit a field best, and how.
std::pair<WordMatch, std::vector<std::size_t>> best_columns(const LayerSight& sight, const FieldWords& field,
                                                            const std::set<std::size_t>& taken) {
  WordMatch best = WordMatch::none;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < sight.table.columns.size(); ++i) {
    if (taken.contains(i)) continue;
    const WordMatch how = match(column_word(sight.table.columns[i]), field);
    if (how == WordMatch::none || how < best) continue;
    if (how > best) columns.clear();
    best = how;
    columns.push_back(i);
  }
  return {best, columns};
}

void add_guesses(const LayerSight& sight, const std::string& role, WordMatch wanted, std::set<std::size_t>& taken,
                 std::set<std::string>& settled, std::vector<FieldGuess>& guesses) {
  for (const FieldWords& field : field_words_of_guesses()) {
    if (!is_asked_by(field, role) || settled.contains(field.name)) continue;
    const auto [how, columns] = best_columns(sight, field, taken);
    if (how != wanted) continue;
    settled.insert(field.name);
    const bool several = columns.size() > 1;
    for (const std::size_t column : columns) {
      if (sight.table.columns[column] == field.name) continue;  // needs no mapping
      FieldGuess guess = guess_of(sight, field, column, how);
      if (several) {
        guess.sure = false;
        guess.why = {"one of several that fit; " + guess.why.en, "有多列相符, 请择一; " + guess.why.zh};
      }
      guesses.push_back(std::move(guess));
    }
    if (!several) taken.insert(columns.begin(), columns.end());
  }
}

}  // namespace

std::vector<FieldGuess> guess_fields(const LayerSight& sight, const std::string& role) {
  std::set<std::size_t> taken;
  std::set<std::string> settled;
  std::vector<FieldGuess> guesses;
  for (std::size_t i = 0; i < sight.table.columns.size(); ++i) {
    const std::string& column = sight.table.columns[i];
    if (column == sight.first || column == sight.second) taken.insert(i);
  }
  add_guesses(sight, role, WordMatch::whole, taken, settled, guesses);
  add_guesses(sight, role, WordMatch::part, taken, settled, guesses);
  return guesses;
}

}  // namespace sise
