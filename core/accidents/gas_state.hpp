// What a substance is like once it has left its vessel: how warm, how dense, how much of it droplets.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/atmosphere/weather.hpp"
#include "models/dispersion/dense_gas_mixture.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// A gas as it comes out at ambient pressure. Zero: unknown.
struct GasState {
  double molar_mass_kg_mol = 0.0;
  double temperature_K = 0.0;    ///< as stored; where there are droplets, boiling; of what evaporates, the air's
  double density_kg_m3 = 0.0;    ///< undiluted, with its droplets
  double liquid_fraction = 0.0;  ///< mass of the droplets that stay aloft, of all
  DenseSubstance heat{};         ///< how it warms and boils off in the air; molar mass 0: too little is known for that

  bool operator==(const GasState&) const = default;
};

/// How it is kept, as far as anybody says.
struct GasStorage {
  std::optional<double> temperature_K{};    ///< none: as warm as the air
  std::optional<double> pressure_abs_Pa{};  ///< of the vessel
  std::string state{};                      ///< in words: "加压液化", "gas" ...
};

/// The release is of a liquid so much warmer than it boils outside that it breaks up into vapour and droplets: the words say
/// so, or temperature and pressure do. From 10 K of superheat (CPR 14E 1997, section 2.3; recalled).
[[nodiscard]] bool flashes(const Substance& substance, const GasStorage& storage, const Weather& air);

/// Droplets as heavy as the vapour that flashed stay aloft, all where less is left (twice the flash: Kletz; recalled): this
/// is the airborne part that a rate into the air stands for. What is stored colder than it boils gets into the air by
/// evaporating. Null: nothing is known.
[[nodiscard]] GasState gas_state(const Substance* substance, const GasStorage& storage, const Weather& air);

/// Vapour at its boiling point with so much of it droplets.
[[nodiscard]] GasState mist_of(const Substance& substance, double liquid_fraction, const Weather& air);
/// Off a liquid that does not boil: in air as warm as it was, for the liquid gives the heat.
[[nodiscard]] GasState vapour_of_pool(const Substance& substance, const Weather& air);

/// After the one rule of models/dispersion/heavy_gas.hpp; as a release of its state. `air`: its wind carries it.
[[nodiscard]] GasWeight weigh(const GasState& gas, const ReleasedAmount& amount, const Weather& air);

/// "cloud_without_heat": a dense cloud that is not as warm as the air mixes as if it were.
[[nodiscard]] std::vector<std::string> dense_model_codes(const GasState& gas, double air_K);

}  // namespace sise
