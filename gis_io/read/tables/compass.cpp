#include "gis_io/read/tables/compass.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// One of the 16 points; the Chinese names differ from office to office.
struct CompassPoint {
  std::string_view english;
  std::array<std::string_view, 4> chinese;
};
constexpr std::array<CompassPoint, 16> kPoints{{
    {"N", {"北", "正北"}},
    {"NNE", {"北东北", "北北东", "东北偏北", "北偏东"}},
    {"NE", {"东北", "北东"}},
    {"ENE", {"东东北", "东北东", "东北偏东", "东偏北"}},
    {"E", {"东", "正东"}},
    {"ESE", {"东东南", "东南东", "东南偏东", "东偏南"}},
    {"SE", {"东南", "南东"}},
    {"SSE", {"南东南", "南南东", "东南偏南", "南偏东"}},
    {"S", {"南", "正南"}},
    {"SSW", {"南西南", "南南西", "西南偏南", "南偏西"}},
    {"SW", {"西南", "南西"}},
    {"WSW", {"西西南", "西南西", "西南偏西", "西偏南"}},
    {"W", {"西", "正西"}},
    {"WNW", {"西西北", "西北西", "西北偏西", "西偏北"}},
    {"NW", {"西北", "北西"}},
    {"NNW", {"北西北", "北北西", "西北偏北", "北偏西"}},
}};
constexpr double kPointWidth_deg = 22.5;

/// Capitals, without blanks and a trailing 风.
std::string compact(std::string_view text) {
  std::string out;
  for (const char c : normalised(text)) {
    if (c != ' ') out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  constexpr std::string_view kWind = "风";
  if (out.size() > kWind.size() && out.ends_with(kWind)) out.resize(out.size() - kWind.size());
  return out;
}

template <std::size_t N>
bool is_one_of(const std::string& text, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

}  // namespace

std::optional<double> compass_point_deg(std::string_view text) {
  const std::string name = compact(text);
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < kPoints.size(); ++i) {
    if (name == kPoints.at(i).english || is_one_of(name, kPoints.at(i).chinese)) {
      return kPointWidth_deg * static_cast<double>(i);
    }
  }
  return std::nullopt;
}

bool says_calm(std::string_view text) {
  constexpr std::array<std::string_view, 5> kNames{"C", "CALM", "静", "静稳", "无"};
  return is_one_of(compact(text), kNames);
}

bool says_variable(std::string_view text) {
  constexpr std::array<std::string_view, 6> kNames{"VRB", "V", "VARIABLE", "不定", "风向不定", "多变"};
  return is_one_of(compact(text), kNames);
}

}  // namespace sise
