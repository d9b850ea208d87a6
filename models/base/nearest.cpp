#include "models/base/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace sise {
namespace {

/// A start of a name is taken for the name from this length on.
constexpr std::size_t kShortestStart = 3;

/// Bytes of the sequence that starts with `lead`; 1 for anything that cannot start one.
std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xF0 && lead < 0xF8) return 4;
  if (lead >= 0xE0) return lead < 0xF0 ? 3 : 1;
  return lead >= 0xC0 ? 2 : 1;
}

std::u32string comparable(std::string_view text) {
  std::u32string points = code_points(text);
  for (char32_t& c : points) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == U'-') c = U'_';
  }
  return points;
}

std::size_t distance_between(const std::u32string& a, const std::u32string& b) {
  // Three rows of the usual table: an exchange of neighbours looks two rows back.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = sequence_length(lead);
    if (length == 1 || i + length > utf8.size()) {
      points.push_back(lead);
      ++i;
      continue;
    }
    const std::uint32_t lead_bits = lead & (0xFFU >> (length + 1));
    std::uint32_t point = lead_bits;
    for (std::size_t k = 1; k < length; ++k) point = (point << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    points.push_back(static_cast<char32_t>(point));
    i += length;
  }
  return points;
}

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c != ' ' && c != '\t' && c != '_' && c != '-') folded.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return folded;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance_between(code_points(a), code_points(b));
}

std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& names,
                                       std::size_t at_most) {
  const std::u32string wanted = comparable(word);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::u32string candidate = comparable(name);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), candidate.size()) / 3);
    const bool cut_short = wanted.size() >= kShortestStart && candidate.starts_with(wanted);
    const std::size_t edits = cut_short ? 1 : distance_between(wanted, candidate);
    if (edits <= allowed && edits < std::max(wanted.size(), candidate.size())) near.emplace_back(edits, name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> result;
  for (const auto& [edits, name] : near) {
    if (result.size() == at_most) break;
    result.push_back(name);
  }
  return result;
}

}  // namespace sise
