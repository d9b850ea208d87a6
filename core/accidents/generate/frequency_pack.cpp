#include "core/accidents/generate/frequency_pack.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sise {
namespace {

// In the order of their enumerations.
constexpr std::array<std::string_view, 6> kUnits{"per_year",      "per_m_year",    "per_hour",
                                                 "per_operation", "per_item_year", "per_vehicle_km"};
constexpr std::array<std::string_view, 6> kReleases{"instantaneous", "ten_minutes", "continuous",
                                                    "into_shell",    "fire",        "explosion"};

template <class Value, std::size_t N>
std::optional<Value> value_from(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

bool takes_bore(const FrequencyClass& one, double bore_m) {
  constexpr double kRounding = 1e-9;
  if (one.below_m) return bore_m < *one.below_m;
  return !one.up_to_m || bore_m <= *one.up_to_m + kRounding;
}

}  // namespace

std::string_view name_of(FrequencyUnit unit) { return kUnits.at(static_cast<std::size_t>(unit)); }
std::optional<FrequencyUnit> frequency_unit_from(std::string_view name) {
  return value_from<FrequencyUnit>(kUnits, name);
}

std::string_view name_of(CaseRelease release) { return kReleases.at(static_cast<std::size_t>(release)); }
std::optional<CaseRelease> case_release_from(std::string_view name) { return value_from<CaseRelease>(kReleases, name); }

const FrequencyClass* FrequencyPack::find(std::string_view part, double bore_m) const {
  for (const FrequencyClass& one : classes) {
    const bool mine = std::find(one.parts.begin(), one.parts.end(), part) != one.parts.end();
    if (mine && takes_bore(one, bore_m)) return &one;
  }
  return nullptr;
}

FrequencyPacks::Found FrequencyPacks::find(std::string_view part, double bore_m) const {
  for (const FrequencyPack& pack : chain) {
    if (const FrequencyClass* of = pack.find(part, bore_m)) return {&pack, of};
  }
  return {};
}

}  // namespace sise
