#include "models/explosion/flame_speed.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/substances/substance.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 3> kGrades{"low", "medium", "high"};
constexpr std::array<std::string_view, 3> kConfinements{"2d", "2.5d", "3d"};
constexpr double kDdt = kDetonationMach;

using ByConfinement = std::array<double, 3>;        // 2D, 2.5D, 3D
using ByCongestion = std::array<ByConfinement, 3>;  // low, medium, high
constexpr std::array<ByCongestion, 3> kFlameMach{{
    // reactivity low, medium, high
    {{{0.079, 0.053, 0.026}, {0.47, 0.35, 0.23}, {0.66, 0.50, 0.34}}},
    {{{0.47, 0.29, 0.11}, {0.66, 0.55, 0.44}, {1.6, 1.0, 0.50}}},
    {{{0.59, 0.47, 0.36}, {kDdt, kDdt, kDdt}, {kDdt, kDdt, kDdt}}},
}};

constexpr std::array<std::string_view, 5> kFast{"hydrogen", "acetylene", "ethylene", "ethylene_oxide",
                                                "propylene_oxide"};
constexpr std::array<std::string_view, 2> kSlow{"methane", "carbon_monoxide"};

template <class Enum, std::size_t N>
std::optional<Enum> from_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

template <std::size_t N>
bool lists(const std::array<std::string_view, N>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

std::string_view name_of(Reactivity reactivity) { return kGrades.at(static_cast<std::size_t>(reactivity)); }
std::optional<Reactivity> reactivity_from(std::string_view name) { return from_name<Reactivity>(kGrades, name); }
std::optional<Congestion> congestion_from(std::string_view name) { return from_name<Congestion>(kGrades, name); }
std::optional<Confinement> confinement_from(std::string_view name) {
  return from_name<Confinement>(kConfinements, name);
}

double flame_mach(Reactivity reactivity, Congestion congestion, Confinement confinement) {
  return kFlameMach.at(static_cast<std::size_t>(reactivity))
      .at(static_cast<std::size_t>(congestion))
      .at(static_cast<std::size_t>(confinement));
}

std::optional<Reactivity> known_reactivity(const Substance& substance) {
  if (lists(kFast, substance.id)) return Reactivity::high;
  if (lists(kSlow, substance.id)) return Reactivity::low;
  return std::nullopt;
}

}  // namespace sise
