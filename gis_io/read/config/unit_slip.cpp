#include "gis_io/read/config/unit_slip.hpp"

#include <fmt/format.h>

#include <array>

namespace sise {
namespace {

struct Unit {
  std::string_view name;
  double in_pa;
};

bool fits(double value, const NumberRule& rule) {
  return (!rule.at_least || value >= *rule.at_least) && (!rule.above || value > *rule.above) &&
         (!rule.at_most || value <= *rule.at_most);
}

/// A range without two ends tells nothing of a unit.
bool is_closed(const NumberRule& rule) { return (rule.at_least || rule.above) && rule.at_most; }

}  // namespace

Text unit_slip(std::string_view key, double value, const NumberRule& rule) {
  constexpr double kIceInKelvin = 273.15;
  constexpr std::array<Unit, 4> kPressures{{{"kPa", 1e3}, {"hPa", 1e2}, {"bar", 1e5}, {"MPa", 1e6}}};
  if (!is_closed(rule)) return {};
  if (key.ends_with("_K") && fits(value + kIceInKelvin, rule)) {
    return {fmt::format("If these are degrees Celsius, write {}: this key is in kelvin", value + kIceInKelvin),
            fmt::format("若为摄氏度请写 {}: 此处单位为开尔文", value + kIceInKelvin)};
  }
  if (!key.ends_with("_Pa") && !key.ends_with("_pa")) return {};
  for (const Unit& unit : kPressures) {
    if (!fits(value * unit.in_pa, rule)) continue;
    return {fmt::format("If these are {}, write {}: this key is in Pa", unit.name, value * unit.in_pa),
            fmt::format("若为 {} 请写 {}: 此处单位为 Pa", unit.name, value * unit.in_pa)};
  }
  return {};
}

}  // namespace sise
