#include "core/criteria/readable.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/criteria/limits.hpp"

namespace sise {
namespace {

constexpr int kMostDigits = 10;        // limits.hpp calls equal what agrees in nine digits
constexpr double kTimesFrom = 1.1;     // below it "10 % above" says more than "1.1 times"
constexpr double kPercentFrom = 1e-3;  // an excess smaller than 0.1 % is "just above"
constexpr double kOneKilopascal = 1000.0;
constexpr double kPercent = 100.0;

std::string superscript(int number) {
  static const std::array<const char*, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text = number < 0 ? "⁻" : "";
  for (const char digit : std::to_string(std::abs(number))) text += kDigits.at(static_cast<std::size_t>(digit - '0'));
  return text;
}

std::string without_trailing_zeros(std::string decimal) {
  if (decimal.find('.') == std::string::npos) return decimal;
  decimal.erase(decimal.find_last_not_of('0') + 1);
  if (decimal.back() == '.') decimal.pop_back();
  return decimal;
}

/// Plain notation with so many significant digits; whole numbers keep all theirs.
std::string plain(double value, int digits) {
  if (value == 0.0) return "0";
  if (std::isinf(value)) return value > 0.0 ? "∞" : "-∞";
  if (std::isnan(value)) return "?";
  const int before_point = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
  const int decimals = std::max(0, digits - before_point);
  return without_trailing_zeros(fmt::format("{:.{}f}", value, decimals));
}

int usual_digits(std::string_view unit) { return unit == "1/yr" ? 2 : 3; }

Text ratio_of(double value, double limit) {
  const double ratio = value / limit;
  const double excess = ratio - 1.0;
  if (exceeds(value, limit)) {
    if (ratio >= kTimesFrom) {
      const std::string times = plain(ratio, 2);
      return {times + " times the limit", "为限值的 " + times + " 倍"};
    }
    if (excess < kPercentFrom) return {"just above the limit", "略高于限值"};
    const std::string percent = plain(excess * kPercent, 2);
    return {percent + " % above the limit", "超过限值 " + percent + " %"};
  }
  if (!exceeds(limit, value)) return {"equal to the limit", "等于限值"};
  if (ratio < 1.0 / kPercent) return {"less than 1 % of the limit", "不足限值的 1 %"};
  if (-excess < kPercentFrom) return {"just below the limit", "略低于限值"};
  const std::string percent = plain(ratio * kPercent, ratio > 0.99 ? 3 : 2);
  return {percent + " % of the limit", "为限值的 " + percent + " %"};
}

}  // namespace

std::string scientific(double value, int digits) {
  if (value == 0.0) return "0";
  const std::string written = fmt::format("{:.{}e}", value, digits - 1);
  const std::size_t e = written.find('e');
  const int exponent = std::atoi(written.c_str() + e + 1);
  const std::string mantissa = without_trailing_zeros(written.substr(0, e));
  return exponent == 0 ? mantissa : mantissa + "×10" + superscript(exponent);
}

Text readable(double value, std::string_view unit, int digits) {
  if (unit == "1/yr") {
    const std::string number = scientific(value, digits);
    return {number + " per year", "每年 " + number};
  }
  if (unit == "Pa") {
    const bool kilo = std::abs(value) >= kOneKilopascal;
    const std::string number = plain(kilo ? value / kOneKilopascal : value, digits) + (kilo ? " kPa" : " Pa");
    return {number, number};
  }
  const bool bare = unit.empty() || unit == "1";
  const std::string number = plain(value, digits) + (bare ? "" : " " + std::string(unit));
  return {number, number};
}

Compared compared(double value, double limit, std::string_view unit) {
  const bool equal = !exceeds(value, limit) && !exceeds(limit, value);
  if (equal) value = limit;
  ToldApart told = told_apart(value, limit, unit, usual_digits(unit));
  return {std::move(told.one), std::move(told.other), ratio_of(value, limit)};
}

ToldApart told_apart(double one, double other, std::string_view unit, int digits) {
  const bool equal = !exceeds(one, other) && !exceeds(other, one);
  while (!equal && digits < kMostDigits && readable(one, unit, digits) == readable(other, unit, digits)) ++digits;
  return {readable(one, unit, digits), readable(other, unit, digits)};
}

std::string set_off(const std::string& chinese) {
  const bool digit = !chinese.empty() && chinese.front() >= '0' && chinese.front() <= '9';
  return (digit ? " " : "") + chinese;
}

}  // namespace sise
