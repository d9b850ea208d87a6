#include "core/rating/register/grade.hpp"

#include <algorithm>

namespace sise {
namespace {

constexpr std::array<std::string_view, 5> kNames{"unrated", "red", "orange", "yellow", "blue"};
constexpr std::array<std::string_view, 5> kColours{"未评", "红", "橙", "黄", "蓝"};
constexpr std::array<std::string_view, 5> kLevels{"未评", "重大", "较大", "一般", "低"};
constexpr std::array<std::string_view, 4> kMarks{"seen", "corroborated", "recalled", "own"};

bool drop_ending(std::string_view& word, std::string_view ending) {
  if (word.size() <= ending.size() || !word.ends_with(ending)) return false;
  word.remove_suffix(ending.size());
  return true;
}

}  // namespace

Grade moved(Grade grade, int levels) {
  if (grade == Grade::unrated) return grade;
  return static_cast<Grade>(std::clamp(static_cast<int>(grade) - levels, 1, 4));
}

std::string_view name_of(Grade grade) { return kNames.at(static_cast<std::size_t>(grade)); }

std::optional<Grade> grade_from(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Grade>(found - kNames.begin());
}

const Text& label_of(Grade grade) {
  static const std::array<Text, 5> kLabels{{{"not rated", "未评"},
                                            {"major risk", "重大风险"},
                                            {"larger risk", "较大风险"},
                                            {"general risk", "一般风险"},
                                            {"low risk", "低风险"}}};
  return kLabels.at(static_cast<std::size_t>(grade));
}

std::string_view colour_word(Grade grade) { return kColours.at(static_cast<std::size_t>(grade)); }

std::optional<Grade> grade_in_words(std::string_view word) {
  if (const auto named = grade_from(word)) return named;
  for (const std::string_view ending : {"等级", "级", "风险", "色"}) (void)drop_ending(word, ending);
  (void)drop_ending(word, "风险");
  for (std::size_t code = 0; code < kColours.size(); ++code) {
    if (word == kColours[code] || word == kLevels[code]) return static_cast<Grade>(code);
  }
  if (word == "未评估" || word == "未评定" || word == "未定级") return Grade::unrated;
  return std::nullopt;
}

void GradeCounts::add(const GradeCounts& other) {
  for (std::size_t code = 0; code < by_code.size(); ++code) by_code[code] += other.by_code[code];
}

std::int64_t GradeCounts::rated() const { return by_code[1] + by_code[2] + by_code[3] + by_code[4]; }

Grade GradeCounts::worst() const {
  for (const Grade grade : kGrades) {
    if (of(grade) > 0) return grade;
  }
  return Grade::unrated;
}

std::optional<double> GradeCounts::rated_share() const {
  if (total() == 0) return std::nullopt;
  return static_cast<double>(rated()) / static_cast<double>(total());
}

std::string_view name_of(RuleMark mark) { return kMarks.at(static_cast<std::size_t>(mark)); }

std::optional<RuleMark> rule_mark_from(std::string_view name) {
  const auto* found = std::find(kMarks.begin(), kMarks.end(), name);
  if (found == kMarks.end()) return std::nullopt;
  return static_cast<RuleMark>(found - kMarks.begin());
}

}  // namespace sise
