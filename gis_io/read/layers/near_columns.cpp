#include "gis_io/read/layers/near_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "gis_io/read/layers/unit_symbols.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr std::size_t kShortest = 4;     ///< letters of a name in which one of them may be wrong
constexpr std::size_t kShortestCut = 8;  ///< ten characters less the "_1" by which programs tell two cut names apart

std::string lower(std::string_view text) {
  std::string out = normalised(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool is_numeral(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// "pressure_1" -> "pressure".
std::string without_number(std::string text) {
  while (!text.empty() && is_numeral(text.back())) text.pop_back();
  if (text.ends_with('_')) text.pop_back();
  return text;
}

bool is_cut_short(const std::string& column, const std::string& ours) {
  const auto cut = [&](const std::string& start) {
    return start.size() >= kShortestCut && start.size() < ours.size() && ours.starts_with(start);
  };
  return cut(column) || cut(without_number(column));
}

/// Words of their own that lie one letter from a name of ours.
bool is_plain_word(const std::string& folded) {
  constexpr std::array<std::string_view, 4> kWords{"stage", "states", "statue", "bases"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool is_one_letter_off(const std::string& column, const std::string& ours) {
  if (std::min(column.size(), ours.size()) < kShortest || is_plain_word(column)) return false;
  // "wind" is no misspelt "kind" and "name2" no misspelt "name".
  if (column.front() != ours.front() && column.size() == ours.size() && column.substr(1) == ours.substr(1))
    return false;
  if (column.size() > ours.size() && is_numeral(column.back()) && column.starts_with(ours)) return false;
  return edit_distance(column, ours) == 1;
}

struct Ending {
  std::string_view written;
  std::string_view symbol;  ///< by which unit_symbol knows it; empty: no unit that converts
};

// Longer endings first.
constexpr std::array<Ending, 41> kEndings{
    {{"_per_year", "1/a"}, {"_per_yr", "1/a"}, {"_kg_min", "kg/min"}, {"_kg_s", "kg/s"}, {"_kg_h", "kg/h"},
     {"_km_h", "km/h"},    {"_g_s", "g/s"},    {"_t_h", "t/h"},       {"_m_s", "m/s"},   {"_kmh", "km/h"},
     {"_mps", "m/s"},      {"_ms", "m/s"},     {"_kn", "kn"},         {"_kt", "kt"},     {"_mph", "mph"},
     {"_km2", "km2"},      {"_m2", "m2"},      {"_m3", "m3"},         {"_ha", "ha"},     {"_kpa", "kPa"},
     {"_mpa", "MPa"},      {"_hpa", "hPa"},    {"_mbar", "mbar"},     {"_bar", "bar"},   {"_psi", "psi"},
     {"_pa", "Pa"},        {"_deg", "deg"},    {"_mm", "mm"},         {"_cm", "cm"},     {"_km", "km"},
     {"_min", "min"},      {"_kg", "kg"},      {"_lb", "lb"},         {"_h", "h"},       {"_a", "1/a"},
     {"_t", "t"},          {"_g", "g"},        {"_s", "s"},           {"_m", "m"},       {"_c", "°C"},
     {"_k", "K"}}};

/// A name in two parts: "inventory" and "kg" of "inventory_kg" or "inventory (kg)".
struct Stem {
  std::string name;  ///< folded
  std::string unit;
};

Stem stem_of(const std::string& name) {
  if (const std::size_t open = name.find_first_of("(["); open != std::string::npos && open > 0) {
    const std::size_t close = name.find_first_of(")]", open);
    return {stem_of(name.substr(0, open)).name, trimmed(name.substr(open + 1, close - open - 1))};
  }
  for (const Ending& e : kEndings) {
    if (name.size() > e.written.size() && name.ends_with(e.written)) {
      return {folded_name(name.substr(0, name.size() - e.written.size())), std::string(e.symbol)};
    }
  }
  return {folded_name(name), {}};
}

bool is_in_other_unit(const std::string& column, std::string_view ours) {
  if (unit_of_name(ours).dimension == Dimension::none) return false;
  return stem_of(column).name == stem_of(lower(ours)).name;
}

}  // namespace

std::optional<Nearness> nearness(std::string_view column, std::string_view ours, bool ours_is_there) {
  const std::string written = lower(column);
  const std::string folded = folded_name(trimmed(written.substr(0, written.find_first_of("(["))));
  const std::string ours_folded = folded_name(lower(ours));
  if (folded == ours_folded) return Nearness::spelling;
  if (ours_is_there || folded.empty()) return std::nullopt;
  constexpr std::size_t kDbfName = 10;
  if (written.size() == kDbfName && is_cut_short(written, lower(ours))) return Nearness::cut_short;
  if (is_in_other_unit(written, ours)) return Nearness::other_unit;
  if (is_cut_short(written, lower(ours))) return Nearness::cut_short;
  if (is_one_letter_off(folded, ours_folded)) return Nearness::one_letter;
  return std::nullopt;
}

const Text& text_of(Nearness nearness) {
  static const std::array<Text, 4> kTexts{
      {{"written in another way", "写法不同"},
       {"cut short, as a .dbf keeps only 10 characters", "被截短 (.dbf 只保留 10 个字符)"},
       {"without its unit, or in another one", "缺少单位或单位不同"},
       {"one letter apart", "只差一个字母"}}};
  return kTexts.at(static_cast<std::size_t>(nearness));
}

std::string unit_in_column(std::string_view column, std::string_view ours) {
  const std::string name = normalised(column);
  const bool brackets = name.find_first_of("([") != std::string::npos;  // symbols in them keep their capitals
  const auto unit = unit_symbol(stem_of(brackets ? name : lower(name)).unit);
  return unit && unit->dimension == unit_of_name(ours).dimension ? unit->symbol : std::string();
}

}  // namespace sise
