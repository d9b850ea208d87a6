// Individual risk by direct integration: the oracle that the working method is tested against.
#pragma once
#include "core/accidents/risk_inputs.hpp"

namespace sise {

/// Risk per year of a person who always stands at `place`, outdoors: for every unit, case and weather of the rose, the
/// integral over the direction of the wind of its density times the probability of death, adaptive to 0.1 % (each part
/// to 0.02 %). No tables, no shared fields: slow, for tests on small windows and for checking single places.
[[nodiscard]] double risk_direct(const RiskInputs& inputs, Point place);

/// The share of one unit.
[[nodiscard]] double risk_direct(const RiskInputs& inputs, const RiskUnit& unit, Point place);

}  // namespace sise
