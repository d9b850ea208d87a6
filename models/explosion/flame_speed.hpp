// How fast a flame runs through a vapour cloud, by the gas and by what stands in its way.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

struct Substance;

/// By laminar burning velocity: low below 45 cm/s (methane, carbon monoxide), high above 75 cm/s (hydrogen, acetylene,
/// ethylene, ethylene oxide, propylene oxide), medium between.
enum class Reactivity { low, medium, high };
/// By area blockage: low below 10 %, medium to 40 %, high above.
enum class Congestion { low, medium, high };
/// How many directions the burnt gas may expand into.
enum class Confinement { d2, d2_5, d3 };

[[nodiscard]] std::string_view name_of(Reactivity reactivity);
[[nodiscard]] std::optional<Reactivity> reactivity_from(std::string_view name);
[[nodiscard]] std::optional<Congestion> congestion_from(std::string_view name);
[[nodiscard]] std::optional<Confinement> confinement_from(std::string_view name);

/// A flame that turns into a detonation is read at the uppermost curve.
constexpr double kDetonationMach = 5.2;

/// Mach number of the flame relative to the cold air; kDetonationMach where a transition to detonation is expected.
/// Source: A. J. Pierorazio et al., Process Safety Progress 24 (2005) 59; CCPS 2010. Confidence: two entries seen (3D and
/// 2D, medium congestion, medium reactivity), the others recalled and consistent with them.
[[nodiscard]] double flame_mach(Reactivity reactivity, Congestion congestion, Confinement confinement);

/// The reactivity of a substance known for it; nullopt: not in the lists above.
[[nodiscard]] std::optional<Reactivity> known_reactivity(const Substance& substance);

}  // namespace sise
