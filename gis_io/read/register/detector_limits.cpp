#include "gis_io/read/register/detector_limits.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/register/codes.hpp"

namespace sise {

std::string gas_unit(std::string text) {
  std::erase(text, ' ');
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (text == "%lel" || text == "lel%" || text == "lel") return "%LEL";
  if (text == "mg/m3" || text == "mg/m³" || text == "毫克/立方米") return "mg/m3";
  return text;
}

std::optional<double> DetectorLimits::number(const FeatureRow& row, const char* name, const Source& source,
                                             LiveDetector& detector) const {
  const std::string written = RegisterColumns::text(row, source);
  if (is_blank_word(written)) return std::nullopt;
  const auto value = written_number(written);
  if (!value) add_finding(detector.findings, "not_a_number", columns_.heading(name), written);
  return value ? std::optional(value->value) : std::nullopt;
}

std::optional<ProcessPoints> DetectorLimits::read(const FeatureRow& row, LiveDetector& detector) const {
  detector.interval_s = number(row, "interval_s", interval_, detector);
  ProcessPoints process{number(row, "LL", low_low_, detector), number(row, "L", low_limit_, detector),
                        number(row, "H", high_limit_, detector), number(row, "HH", high_high_, detector)};
  if (process.any()) {
    detector.low = process.low;
    detector.high = process.high;
    return process;
  }
  const std::vector<std::string>& oxygen = rules_.oxygen.words;
  const bool is_oxygen = std::find(oxygen.begin(), oxygen.end(), detector.gas) != oxygen.end();
  const auto at = is_oxygen ? oxygen_points(row, detector) : gas_points(row, detector);
  if (!at) return std::nullopt;
  detector.low = at->low;
  detector.high = at->high;
  detector.limits = is_oxygen ? oxygen_limits(*at, rules_) : gas_limits(*at, rules_);
  return std::nullopt;
}

/// In the detector's unit.
std::optional<SetPoints> DetectorLimits::most_allowed(LiveDetector& detector) const {
  if (detector.unit == "%LEL") return SetPoints{rules_.combustible_low_percent, rules_.combustible_high_percent};
  const GasLimit* gas = rules_.gas_named(detector.gas);
  if (gas == nullptr) return std::nullopt;
  if (detector.unit == "mg/m3") return SetPoints{gas->low_mg_m3, gas->high_mg_m3};
  if (detector.unit != "ppm") return std::nullopt;
  if (!ppm_C_) {
    add_finding(detector.findings, "undeclared_ppm");
    return std::nullopt;
  }
  constexpr double kCold = 20.0;
  const PpmAt at = *ppm_C_ == kCold ? PpmAt::at_20_C : PpmAt::at_25_C;
  return SetPoints{ppm_from_mg_m3(gas->low_mg_m3, gas->molar_mass_g, at),
                   ppm_from_mg_m3(gas->high_mg_m3, gas->molar_mass_g, at)};
}

/// No lower and no higher than the rules allow.
std::optional<SetPoints> DetectorLimits::oxygen_points(const FeatureRow& row, LiveDetector& detector) const {
  const OxygenLimits& rule = rules_.oxygen;
  constexpr std::array<std::string_view, 5> kVolume{"%", "%vol", "vol%", "%v/v", "%(v/v)"};
  if (std::find(kVolume.begin(), kVolume.end(), detector.unit) == kVolume.end()) {
    add_finding(detector.findings, "unknown_gas", columns_.heading("gas"), detector.gas + " " + detector.unit);
    return std::nullopt;
  }
  const auto low = number(row, "low", low_, detector);
  const auto high = number(row, "high", high_, detector);
  if ((low && *low < rule.low_percent) || (high && *high > rule.high_percent))
    add_finding(detector.findings, "set_point_above_limit");
  return SetPoints{std::max(low.value_or(rule.low_percent), rule.low_percent),
                   std::min(high.value_or(rule.high_percent), rule.high_percent)};
}

/// The installed set points, but no higher than the standard allows.
std::optional<SetPoints> DetectorLimits::gas_points(const FeatureRow& row, LiveDetector& detector) const {
  const auto low = number(row, "low", low_, detector);
  const auto high = number(row, "high", high_, detector);
  const auto most = most_allowed(detector);
  if (!most) {
    if (low && high && *low <= *high) return SetPoints{*low, *high};
    if (!has_finding(detector.findings, "undeclared_ppm"))
      add_finding(detector.findings, "unknown_gas", columns_.heading("gas"), detector.gas + " " + detector.unit);
    return std::nullopt;
  }
  if ((low && *low > most->low) || (high && *high > most->high))
    add_finding(detector.findings, "set_point_above_limit");
  return SetPoints{std::min(low.value_or(most->low), most->low), std::min(high.value_or(most->high), most->high)};
}

}  // namespace sise
