// Which toxic constants of a substance a harm pack uses. The three are different measurements by different authors, in
// different units; a pack uses one of them for every substance.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/harm/probit.hpp"
#include "models/substances/substance.hpp"

namespace sise {

enum class ToxicBasis {
  none,          ///< the pack says nothing of poison
  probit_mg_m3,  ///< Purple Book: probit_a, probit_b, probit_n
  probit_ppm,    ///< CCPS and Lees: probit_ppm_a, probit_ppm_b, probit_ppm_n
  toxic_load,    ///< HSE: hse_toxic_load_n and the loads SLOT and SLOD, with the probit line through both
};

[[nodiscard]] std::string_view name_of(ToxicBasis basis);
[[nodiscard]] std::optional<ToxicBasis> toxic_basis_from(std::string_view name);

/// Two loads C^n t in ppm^n min with their probabilities of death: HSE's specified level of toxicity (SLOT, 1 to 5 %) and
/// significant likelihood of death (SLOD, 50 %).
struct ToxicLoads {
  double n = 1.0;
  double slot_ppm_n_min = 0.0;
  double slod_ppm_n_min = 0.0;
};

/// The probit line through both loads.
[[nodiscard]] ToxicProbitPpm probit_through(const ToxicLoads& loads, double slot_probability, double slod_probability);

/// What of a basis's constants the substance does not have, by property name; for a basis in ppm its molar mass too.
[[nodiscard]] std::vector<std::string> missing_toxic_properties(ToxicBasis basis, const Substance& substance);

/// A substance's function in the unit in which it was published.
using ToxicFunction = std::variant<ToxicProbit, ToxicProbitPpm>;

/// nullopt where a property is missing, or for a pack without poison. The two probabilities serve toxic_load alone.
[[nodiscard]] std::optional<ToxicFunction> toxic_function_by(ToxicBasis basis, const Substance& substance,
                                                             double slot_probability, double slod_probability);

/// The same written for mg/m3 in air of this temperature and pressure.
[[nodiscard]] std::optional<ToxicProbit> toxic_probit_by(ToxicBasis basis, const Substance& substance,
                                                         double slot_probability, double slod_probability,
                                                         double temperature_K, double pressure_Pa);

}  // namespace sise
