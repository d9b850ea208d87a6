// Which models carry a gas through the air, by id, and which of them a release takes.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// A dispersion model that can be asked for; core/effects/dispersion_models.cpp knows how it is computed.
struct DispersionKind {
  std::string_view id;
  bool for_heavy_gas = false;
  bool may_be_chosen = true;  ///< by a project; else it only tells what another would make of it
};

/// Carries whatever is not heavy, and heavy gas where nothing else can.
inline constexpr std::string_view passive_dispersion = "passive";
/// Slumps, and becomes passive.
inline constexpr std::string_view dense_dispersion = "dense_gas";
/// The same, its mixing damped by the air's stability as SLAB does it (DenseMixing::ermak).
inline constexpr std::string_view dense_mixed_otherwise = "dense_gas:ermak";
/// The model follows from the release: [model] dispersion unless a project says otherwise.
inline constexpr std::string_view auto_dispersion = "auto";

[[nodiscard]] std::span<const DispersionKind> dispersion_kinds();
/// The model is one for heavy gas. Its clouds slump, also those that pass (a mass at once, a rate that changes, a wind that turns);
/// clouds of every other model pass as Gaussian puffs. Throws std::invalid_argument for an id that there is not.
[[nodiscard]] bool is_for_heavy_gas(std::string_view dispersion);
/// What [model] dispersion may say: "auto", then every id that may be chosen.
[[nodiscard]] std::vector<std::string> dispersion_choices();

/// The id of the model that a release takes: the one wanted, or by "auto" one for heavy gas where the release slumps
/// (GasWeight::slumps) and there is one. nullopt: nobody can tell.
[[nodiscard]] std::string chosen_dispersion(std::string_view wanted, std::optional<bool> slumps);

}  // namespace sise
