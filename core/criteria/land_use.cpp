#include "core/criteria/land_use.hpp"

#include <algorithm>
#include <array>

#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr std::string_view kLand = "用地";
constexpr std::string_view kFacility = "设施";

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool separates(char c) { return c == '/' || c == '+' || c == ',' || c == ';' || c == '|' || c == '&'; }

std::string_view without_ending(std::string_view name) {
  for (const std::string_view ending : {kLand, kFacility}) {
    if (name.size() > ending.size() && name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name;
}

/// "R2B1a" -> "R2", "B1a"; codes that begin with a digit stay whole.
void split_letters(const std::string& piece, std::vector<std::string>& parts) {
  if (piece.empty()) return;
  if (!upper(piece.front())) {
    parts.push_back(piece);
    return;
  }
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= piece.size(); ++i) {
    if (i < piece.size() && !upper(piece[i])) continue;
    parts.push_back(piece.substr(begin, i - begin));
    begin = i;
  }
}

/// A code written in small letters throughout has no suffix.
std::string with_capitals(std::string code) {
  const bool capital = std::any_of(code.begin(), code.end(), upper);
  if (capital || code.empty() || !lower(code.front())) return code;
  for (char& c : code) {
    if (lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

std::optional<LandAnswer> land_answer_from(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"class", "by_size", "none", "unit", "review"};
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<LandAnswer>(found - kNames.begin());
}

bool LandUseCode::same_answer(const LandUseCode& other) const {
  return answer == other.answer && target_class == other.target_class && use == other.use && coarse == other.coarse;
}

const LandUseCode* LandUseScheme::find(std::string_view code) const {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const LandUseCode& c) { return c.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

const LandUseCode* LandUseScheme::find_name(std::string_view name) const {
  for (const LandUseCode& code : codes) {
    if (code.name == name) return &code;
  }
  const auto alike = [&](const LandUseCode& c) { return same_land_name(c.name, name); };
  const auto found = std::find_if(codes.begin(), codes.end(), alike);
  return found == codes.end() ? nullptr : &*found;
}

const LandUseScheme* LandUseTable::scheme(std::string_view name) const {
  const std::string wanted = folded_name(name);
  for (const LandUseScheme& scheme : schemes) {
    const auto is_wanted = [&](const std::string& other) { return folded_name(other) == wanted; };
    if (is_wanted(scheme.id) || is_wanted(scheme.title.en) || is_wanted(scheme.title.zh) ||
        std::any_of(scheme.names.begin(), scheme.names.end(), is_wanted))
      return &scheme;
  }
  return nullptr;
}

const LandUseRemark* LandUseTable::remark(std::string_view id) const {
  const auto found = std::find_if(remarks.begin(), remarks.end(), [&](const LandUseRemark& r) { return r.id == id; });
  return found == remarks.end() ? nullptr : &*found;
}

const LandUseDensity* LandUseTable::density(std::string_view use) const {
  const auto found =
      std::find_if(densities.begin(), densities.end(), [&](const LandUseDensity& d) { return d.use == use; });
  return found == densities.end() ? nullptr : &*found;
}

std::string bare_code(std::string_view written) {
  std::string bare;
  for (const char c : written) {
    if (c != ' ' && c != '.' && c != '\t') bare.push_back(c);
  }
  return bare;
}

std::vector<std::string> code_parts(std::string_view written) {
  std::string code(written);
  for (const std::string_view mark : {"、", ",", ";", "/", "+", "和", "与"}) replace_all(code, mark, "/");
  code = with_capitals(bare_code(code));
  std::vector<std::string> parts;
  std::string piece;
  for (const char c : code) {
    if (!separates(c)) {
      piece.push_back(c);
      continue;
    }
    split_letters(piece, parts);
    piece.clear();
  }
  split_letters(piece, parts);
  return parts;
}

bool same_land_name(std::string_view a, std::string_view b) { return a == b || without_ending(a) == without_ending(b); }

std::optional<SizeRange> sizes_of(const LandUseTable& table, const std::string& use, double area_m2) {
  const LandUseDensity* density = table.density(use);
  if (density == nullptr) return std::nullopt;
  SizeRange range{{.use = use}, {.use = use}, density};
  if (density->floor_high > 0.0) {
    range.low.floor_area_m2 = density->floor_low * area_m2;
    range.high.floor_area_m2 = density->floor_high * area_m2;
  }
  if (density->people_high > 0.0) {
    range.low.people = density->people_low * *range.low.floor_area_m2;
    range.high.people = density->people_high * *range.high.floor_area_m2;
  }
  if (density->site_people_high > 0.0) {
    range.low.people = density->site_people_low * area_m2;
    range.high.people = density->site_people_high * area_m2;
  }
  return range;
}

}  // namespace sise
