#include "core/rating/register/written_answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sise {

bool says_yes(std::string_view text) {
  constexpr std::array<std::string_view, 7> kYes{"是", "有", "已报告", "应报告", "yes", "true", "1"};
  return std::find(kYes.begin(), kYes.end(), text) != kYes.end();
}

bool says_no(std::string_view text) {
  constexpr std::array<std::string_view, 14> kNo{"否",     "无",     "没有",     "不是", "未发生", "不构成", "未构成",
                                                 "不涉及", "未报告", "不应报告", "未报", "no",     "false",  "0"};
  return std::find(kNo.begin(), kNo.end(), text) != kNo.end();
}

std::optional<double> plain_number(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;  // "nan" and "inf" are words
}

}  // namespace sise
