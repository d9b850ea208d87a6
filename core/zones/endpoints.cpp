#include "core/zones/endpoints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "models/base/error.hpp"
#include "models/harm/probit.hpp"

namespace sise {
namespace {

constexpr std::array<int, 5> kAeglDurations_min{10, 30, 60, 240, 480};
constexpr double kLongAverage_s = 600.0;  // from here on a mean hides peaks, so half the flammable limit counts

/// A published value in the unit that it was published in.
struct Published {
  double value = 0.0;
  bool is_ppm = true;
  const SourcedValue* from = nullptr;
  std::optional<double> exponent{};  ///< n where the value stands for a load C^n t
};

std::optional<Published> published(const Substance& substance, const std::string& stem) {
  if (const SourcedValue* ppm = substance.find(stem + "_ppm")) return Published{ppm->value, true, ppm};
  if (const SourcedValue* mass = substance.find(stem + "_mg_m3")) return Published{mass->value, false, mass};
  return std::nullopt;
}

ThreatLevel level_of(const Substance& substance, const std::string& name, std::string_view set, const Published& found,
                     const AmbientAir& air) {
  ThreatLevel level;
  level.name = name;
  level.label = {name, name};
  level.endpoint = set;
  level.given_value = found.value;
  level.given_unit = found.is_ppm ? "ppm" : "mg/m3";
  level.value = found.is_ppm ? concentration_kg_m3(substance, found.value * 1e-6, air) : found.value * 1e-6;
  level.source = found.from->source;
  level.confidence = found.from->confidence;
  level.rule.exponent = found.exponent;
  return level;
}

/// n of C^n t between two published durations; none where the value does not fall with the duration.
std::optional<double> exponent_between(const Published& earlier, const Published& later, double minutes_ratio) {
  if (earlier.is_ppm != later.is_ppm || !(later.value < earlier.value)) return std::nullopt;
  return std::log(minutes_ratio) / std::log(earlier.value / later.value);
}

/// AEGL of one tier at a duration: log-log between the two durations around it; a duration that is published belongs to
/// the interval below it, since clouds that vary load a stretch of at most that length.
std::optional<Published> aegl_at(const Substance& substance, int tier, double exposure_min) {
  const auto at = [&](int minutes) { return published(substance, fmt::format("aegl{}_{}min", tier, minutes)); };
  const auto* const next = std::lower_bound(kAeglDurations_min.begin(), kAeglDurations_min.end(), exposure_min);
  if (next == kAeglDurations_min.end()) return std::nullopt;
  if (next == kAeglDurations_min.begin()) return at(*next);
  const std::optional<Published> before = at(*(next - 1));
  std::optional<Published> after = at(*next);
  if (after && before) after->exponent = exponent_between(*before, *after, static_cast<double>(*next) / *(next - 1));
  if (static_cast<double>(*next) == exposure_min) return after;
  if (!before || !after || before->is_ppm != after->is_ppm) return std::nullopt;
  const double share = std::log(exposure_min / *(next - 1)) / std::log(static_cast<double>(*next) / *(next - 1));
  after->value = std::exp(std::lerp(std::log(before->value), std::log(after->value), share));
  return after;
}

std::vector<ThreatLevel> tiers(const Substance& substance, std::string_view set, double exposure_min,
                               const AmbientAir& air) {
  std::vector<ThreatLevel> levels;
  for (int tier = 3; tier >= 1; --tier) {
    const std::optional<Published> found =
        set == "aegl" ? aegl_at(substance, tier, exposure_min) : published(substance, fmt::format("{}{}", set, tier));
    if (found) levels.push_back(level_of(substance, fmt::format("{}{}", set, tier), set, *found, air));
  }
  return levels;
}

std::vector<ThreatLevel> hj169_levels(const Substance& substance, const AmbientAir& air) {
  std::vector<ThreatLevel> levels;
  for (int grade = 1; grade <= 2; ++grade) {
    if (const auto found = published(substance, fmt::format("hj169_endpoint{}", grade))) {
      levels.push_back(level_of(substance, fmt::format("hj169_{}", grade), "hj169", *found, air));
    }
  }
  return levels;
}

std::vector<ThreatLevel> lfl_levels(const Substance& substance, const AmbientAir& air,
                                    std::optional<double> averaging_time_s) {
  const SourcedValue* lfl = substance.find("lfl_volume_fraction");
  if (lfl == nullptr) return {};
  const bool half = averaging_time_s.value_or(0.0) >= kLongAverage_s;
  const Published found{lfl->value * (half ? 0.5e6 : 1e6), true, lfl};
  ThreatLevel level = level_of(substance, half ? "half_lfl" : "lfl", "lfl", found, air);
  level.label =
      half ? Text{"half the lower flammable limit", "1/2 爆炸下限"} : Text{"lower flammable limit", "爆炸下限"};
  return {level};
}

std::vector<ThreatLevel> idlh_levels(const Substance& substance, const AmbientAir& air) {
  const auto found = published(substance, "idlh");
  if (!found) return {};
  return {level_of(substance, "idlh", "idlh", *found, air)};
}

}  // namespace

double concentration_kg_m3(const Substance& substance, double volume_fraction, const AmbientAir& air) {
  const std::optional<double> molar_mass = substance.get("molar_mass_kg_mol");
  if (!molar_mass) {
    throw InputError("missing_property",
                     {"substance '" + substance.id + "' has no known molar mass, so ppm cannot become mg/m3",
                      "物质 '" + substance.id + "' 缺少摩尔质量,无法将 ppm 换算为 mg/m3"},
                     {.field = "source.substance"},
                     {"Give levels in concentration_mg_m3", "请用 concentration_mg_m3 给出阈值"});
  }
  return mg_m3_from_ppm(volume_fraction * 1e6, *molar_mass, air.temperature_K, air.pressure_Pa) * 1e-6;
}

std::vector<ThreatLevel> endpoint_levels_of(std::string_view set, const Substance& substance, double exposure_min,
                                            const AmbientAir& air, std::optional<double> averaging_time_s) {
  std::vector<ThreatLevel> levels;
  if (set == "aegl" || set == "erpg" || set == "pac") levels = tiers(substance, set, exposure_min, air);
  if (set == "hj169") levels = hj169_levels(substance, air);
  if (set == "idlh") levels = idlh_levels(substance, air);
  if (set == "lfl") levels = lfl_levels(substance, air, averaging_time_s);
  for (ThreatLevel& level : levels) level.rule.window_s = exposure_min * 60.0;
  if (levels.empty()) {
    throw InputError("missing_endpoint",
                     {fmt::format("substance '{}' has no known levels of the set '{}' for {:g} min", substance.id, set,
                                  exposure_min),
                      fmt::format("物质 '{}' 没有“{}”在 {:g} min 的已知阈值", substance.id, set, exposure_min)},
                     {.field = "endpoints.set"},
                     {"Choose another set, or give levels of your own", "请改用其他阈值体系,或自行给出 levels"});
  }
  return levels;
}

}  // namespace sise
