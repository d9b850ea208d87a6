#include "models/substances/substance_table.hpp"

#include <algorithm>
#include <utility>

#include "models/base/error.hpp"
#include "models/base/nearest.hpp"
#include "models/substances/written_name.hpp"

namespace sise {
namespace {

constexpr char32_t kFullWidthFirst = U'\uFF01';
constexpr char32_t kFullWidthLast = U'\uFF5E';
constexpr char32_t kFullWidthShift = U'\uFF01' - U'!';

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&text](char32_t bits) { text.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0U | (c >> 6U));
    byte(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    byte(0xE0U | (c >> 12U));
    byte(0x80U | ((c >> 6U) & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  } else {
    byte(0xF0U | (c >> 18U));
    byte(0x80U | ((c >> 12U) & 0x3FU));
    byte(0x80U | ((c >> 6U) & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  }
}

/// Blanks and all the dashes people type.
bool is_ignored(char32_t c) {
  constexpr std::u32string_view kIgnored = U" \t\r\n\u00A0\u3000-_\u2010\u2011\u2012\u2013\u2014\u2212";
  return kIgnored.find(c) != std::u32string_view::npos;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "un1017", "1017", "143" -> "un1017", "un0143"; anything else stays.
std::string with_un_number(const std::string& normalised) {
  const bool prefixed = normalised.starts_with("un");
  const std::string digits = prefixed ? normalised.substr(2) : normalised;
  if (!is_digits(digits) || digits.size() > 4) return normalised;
  return "un" + std::string(4 - digits.size(), '0') + digits;
}

/// Formulas that would catch a word: "NO" in a substance column means "none", not nitric oxide.
bool is_formula_to_look_up(const Substance& substance) {
  return substance.formula.size() > 2 || substance.formula == "CO";
}

/// The substance that all parts of a written name mean.
const Substance* found_in_parts(const SubstanceTable& table, const WrittenName& written) {
  std::vector<std::vector<const Substance*>> meant;
  const Substance* result = nullptr;
  for (const WrittenPart& part : written.parts) {
    meant.push_back(table.matches(part.name));
    if (meant.back().empty() && !part.bare.empty()) meant.back() = table.matches(part.bare);
    if (result == nullptr && meant.back().size() == 1) result = meant.back().front();
  }
  if (result == nullptr) return nullptr;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    const bool is_it = std::find(meant[i].begin(), meant[i].end(), result) != meant[i].end();
    // Beside a name a formula of two letters is no word: "氟化氢(HF)".
    const bool its_formula = normalised_name(result->formula) == written.parts[i].name;
    if (!is_it && !its_formula) return nullptr;
  }
  return result;
}

}  // namespace

std::string normalised_name(std::string_view name) {
  std::string text;
  for (char32_t c : code_points(name)) {
    if (c >= kFullWidthFirst && c <= kFullWidthLast) c -= kFullWidthShift;
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (!is_ignored(c)) append_utf8(text, c);
  }
  constexpr std::string_view kBritish = "sulph";
  for (std::size_t at = text.find(kBritish); at != std::string::npos; at = text.find(kBritish, at)) {
    text.replace(at, kBritish.size(), "sulf");
  }
  return text;
}

SubstanceTable::SubstanceTable(std::vector<Substance> substances) : substances_(std::move(substances)) {
  for (std::size_t i = 0; i < substances_.size(); ++i) {
    const Substance& substance = substances_[i];
    std::vector<std::string> own{substance.id, substance.name_en, substance.name_zh, substance.cas};
    own.insert(own.end(), substance.aliases.begin(), substance.aliases.end());
    for (const std::string& name : own) {
      const std::vector<const Substance*> taken = name.empty() ? std::vector<const Substance*>() : matches(name);
      if (!taken.empty() && taken.front()->id != substance.id) {
        throw ConfigError("shared_name", {"'" + name + "' names both " + taken.front()->id + " and " + substance.id,
                                          "'" + name + "' 同时指 " + taken.front()->id + " 和 " + substance.id});
      }
      index(name, i);
    }
  }
  for (std::size_t i = 0; i < substances_.size(); ++i) {
    if (is_formula_to_look_up(substances_[i])) index(substances_[i].formula, i);
    if (!substances_[i].un_number.empty()) index("un" + substances_[i].un_number, i);
  }
}

void SubstanceTable::index(const std::string& name, std::size_t substance) {
  if (name.empty()) return;
  std::vector<std::size_t>& places = by_name_[normalised_name(name)];
  if (std::find(places.begin(), places.end(), substance) == places.end()) places.push_back(substance);
}

std::vector<const Substance*> SubstanceTable::matches(std::string_view name) const {
  const std::string wanted = normalised_name(name);
  auto found = by_name_.find(wanted);
  if (found == by_name_.end()) found = by_name_.find(with_un_number(wanted));
  std::vector<const Substance*> result;
  if (found == by_name_.end()) return result;
  for (const std::size_t place : found->second) result.push_back(&substances_[place]);
  return result;
}

const Substance* SubstanceTable::find(std::string_view name) const {
  const std::vector<const Substance*> found = matches(name);
  if (found.empty()) return found_in_parts(*this, written_name(name));
  return found.size() == 1 ? found.front() : nullptr;
}

std::vector<std::string> SubstanceTable::suggest(std::string_view name, std::size_t at_most) const {
  std::vector<std::string> result;
  for (const Substance* substance : matches(name)) result.push_back(substance->id);
  if (!result.empty()) return result;
  const WrittenName written = written_name(name);
  // Two names that mean different substances: one of them is wrong.
  for (const WrittenPart& part : written.parts) {
    for (const Substance* substance : matches(part.name)) {
      if (std::find(result.begin(), result.end(), substance->id) == result.end()) result.push_back(substance->id);
    }
  }
  if (!result.empty()) return result;
  std::vector<std::string> names;
  for (const Substance& substance : substances_) {
    for (const std::string& known : {substance.id, substance.name_en, substance.name_zh, substance.cas}) {
      if (!known.empty()) names.push_back(known);
    }
    names.insert(names.end(), substance.aliases.begin(), substance.aliases.end());
  }
  // Several spellings of one substance are one suggestion.
  std::vector<std::string> near_names = nearest_names(name, names, names.size());
  if (near_names.empty()) near_names = nearest_names(written.parts.front().name, names, names.size());
  for (const std::string& near : near_names) {
    const Substance* substance = find(near);
    const bool repeated =
        std::any_of(result.begin(), result.end(), [&](const std::string& told) { return find(told) == substance; });
    if (substance != nullptr && !repeated && result.size() < at_most) result.push_back(near);
  }
  return result;
}

}  // namespace sise
