// Numbers as people read them: 1.4×10⁻⁵ per year, 3.96 kPa, 4.8 times the limit.
#pragma once
#include <string>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

/// "1.4×10⁻⁵", "3×10⁻⁶": at most `digits` significant digits, no trailing zeros; "0" for zero.
[[nodiscard]] std::string scientific(double value, int digits);

/// A number with its unit: "1/yr" as "1.4×10⁻⁵ per year" and "每年 1.4×10⁻⁵", "Pa" in kPa from 1,000 Pa on, metres and
/// anything else as they are; "1" is no unit.
[[nodiscard]] Text readable(double value, std::string_view unit, int digits);

/// A value beside its limit. Both get as many digits as it takes to print apart what is not equal, at least two (risk) or
/// three; a value and a limit that print alike are equal (core/criteria/limits.hpp).
struct Compared {
  Text value;
  Text limit;
  /// "4.8 times the limit", "2 % above the limit", "just above the limit", "equal to the limit", "41 % of the limit";
  /// 为限值的 4.8 倍, 超过限值 2 %, 略高于限值, 等于限值, 为限值的 41 %.
  Text ratio;
};
[[nodiscard]] Compared compared(double value, double limit, std::string_view unit);

/// Two values as readable() tells them, with as many digits as it takes to print apart what is not equal, at least so many.
struct ToldApart {
  Text one, other;
};
[[nodiscard]] ToldApart told_apart(double one, double other, std::string_view unit, int digits);

/// Chinese text takes a blank before a number, none before a word.
[[nodiscard]] std::string set_off(const std::string& chinese);

}  // namespace sise
