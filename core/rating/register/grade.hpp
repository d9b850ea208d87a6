// The official four colours of risk points, enterprises and areas. They grade control, not land: the colours of the risk
// map (core/rating/four_colours) are another thing, and nothing converts one into the other.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

/// Codes as in grades.tif. Unrated (未评) is no grade: it is never blue, never the worst, and is counted apart.
enum class Grade : std::uint8_t { unrated = 0, red = 1, orange = 2, yellow = 3, blue = 4 };

inline constexpr std::array<Grade, 4> kGrades{Grade::red, Grade::orange, Grade::yellow, Grade::blue};

/// 4 for red to 1 for blue, 0 for unrated.
[[nodiscard]] constexpr int rank_of(Grade grade) { return grade == Grade::unrated ? 0 : 5 - static_cast<int>(grade); }
/// The worse of two; an unrated one gives way to any grade.
[[nodiscard]] constexpr Grade worst(Grade a, Grade b) { return rank_of(a) >= rank_of(b) ? a : b; }
/// So many levels worse (or better, where negative), red and blue being the ends. Unrated stays unrated.
[[nodiscard]] Grade moved(Grade grade, int levels);

/// "red" to "blue", "unrated".
[[nodiscard]] std::string_view name_of(Grade grade);
[[nodiscard]] std::optional<Grade> grade_from(std::string_view name);
/// "major risk / 重大风险".
[[nodiscard]] const Text& label_of(Grade grade);
/// 红, 橙, 黄, 蓝, 未评.
[[nodiscard]] std::string_view colour_word(Grade grade);
/// The grade that people write in words: 重大风险, 较大, 一般, 低, 红 ... (风险 and 色 may follow), or in English. Codes
/// and numerals are no words: what they mean differs from table to table. nullopt: not a word for a grade.
[[nodiscard]] std::optional<Grade> grade_in_words(std::string_view word);

/// How many of each grade.
struct GradeCounts {
  std::array<std::int64_t, 5> by_code{};

  [[nodiscard]] std::int64_t of(Grade grade) const { return by_code.at(static_cast<std::size_t>(grade)); }
  void add(Grade grade, std::int64_t count = 1) { by_code.at(static_cast<std::size_t>(grade)) += count; }
  void add(const GradeCounts& other);
  [[nodiscard]] std::int64_t unrated() const { return by_code[0]; }
  [[nodiscard]] std::int64_t rated() const;
  [[nodiscard]] std::int64_t total() const { return rated() + unrated(); }
  [[nodiscard]] Grade worst() const;
  /// Share of the rated among all; nothing where there are none (0 of 0 has no value).
  [[nodiscard]] std::optional<double> rated_share() const;
  bool operator==(const GradeCounts&) const = default;
};

/// What a rule stands on. "own" is a rule of this project's own, for want of a published one: a person must sign it.
enum class RuleMark : std::uint8_t { seen, corroborated, recalled, own };

[[nodiscard]] std::string_view name_of(RuleMark mark);
[[nodiscard]] std::optional<RuleMark> rule_mark_from(std::string_view name);
[[nodiscard]] constexpr RuleMark weakest(RuleMark a, RuleMark b) { return a < b ? b : a; }

}  // namespace sise
