#include "gis_io/read/layers/written_angle.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr double kSixty = 60.0;

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// One sign for degrees, one for minutes, one for seconds: 'd', 'm', 's'. Longer spellings first.
std::string with_plain_signs(std::string_view written) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kSigns{
      {{"北纬", "N"}, {"南纬", "S"}, {"东经", "E"}, {"西经", "W"}, {"deg", "d"}, {"°", "d"}, {"º", "d"},
       {"˚", "d"},    {"度", "d"},   {"''", "s"},   {"″", "s"},    {"“", "s"},   {"”", "s"}, {"\"", "s"},
       {"秒", "s"},   {"′", "m"},    {"'", "m"},    {"‘", "m"},    {"’", "m"},   {"´", "m"}, {"分", "m"}}};
  std::string text = normalised(written);
  for (const auto& [sign, plain] : kSigns) replace_all(text, sign, plain);
  replace_all(text, " ", "");
  replace_all(text, "mm", "s");  // two primes
  return text;
}

std::optional<char> take_hemisphere(std::string& text) {
  constexpr std::string_view kLetters = "NSEW";
  if (text.empty()) return std::nullopt;
  for (const bool front : {true, false}) {
    const char c = front ? text.front() : text.back();
    if (kLetters.find(c) == std::string_view::npos) continue;
    text.erase(front ? 0 : text.size() - 1, 1);
    return c;
  }
  return std::nullopt;
}

/// The number in front of `sign`, or behind the last sign; nullopt where there is none. Takes it off the text.
std::optional<double> take_part(std::string& text, char sign) {
  const std::size_t end = text.find(sign);
  if (end == std::string::npos) return std::nullopt;
  const auto value = parse_number(text.substr(0, end));
  if (value) text.erase(0, end + 1);
  return value;
}

/// Degrees, minutes and seconds without sign; what is fractional must be the last.
std::optional<double> sexagesimal(std::string text) {
  if (const auto plain = parse_number(text)) return plain;
  const auto whole = [](double value) { return value == std::floor(value); };
  const auto degrees = take_part(text, 'd');
  if (!degrees) return std::nullopt;
  if (text.empty()) return degrees;
  const auto minutes = take_part(text, 'm');
  if (!minutes || *minutes < 0.0 || *minutes >= kSixty || !whole(*degrees)) return std::nullopt;
  if (text.empty()) return *degrees + *minutes / kSixty;
  const auto seconds = take_part(text, 's');
  if (!seconds || *seconds < 0.0 || *seconds >= kSixty || !whole(*minutes) || !text.empty()) return std::nullopt;
  return *degrees + *minutes / kSixty + *seconds / (kSixty * kSixty);
}

}  // namespace

std::optional<WrittenAngle> written_angle(std::string_view written) {
  std::string text = with_plain_signs(written);
  const auto hemisphere = take_hemisphere(text);
  const bool minus = text.starts_with('-');
  if (minus) text.erase(0, 1);
  if (minus && hemisphere) return std::nullopt;
  const auto size = sexagesimal(text);
  if (!size || *size < 0.0) return std::nullopt;
  const bool negative = minus || hemisphere == 'S' || hemisphere == 'W';
  return WrittenAngle{negative ? -*size : *size, hemisphere.value_or(' ')};
}

}  // namespace sise
