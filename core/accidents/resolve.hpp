// From a study to what risk is computed from, and to what must be told about it.
#pragma once
#include <string>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/projection.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// On a map that is drawn on the scale of new facilities, every unit counts as new.
[[nodiscard]] bool counts_as_new(const Study& study, const Unit& unit);

/// One risk unit per unit of the study, in its order; a unit without scenarios and a line have no cases. A unit stands at its point,
/// or at a point on its line or polygon. Throws InputError when a scenario needs a property that its substance lacks.
[[nodiscard]] RiskInputs risk_inputs(const Study& study, const SubstanceTable& substances,
                                     const Projection& projection);

/// Per unit of a study, the codes that every decision resting on its risk must carry:
/// "heavy_gas_passive_model" where HJ 169-2018 calls a release of it heavy in the slowest wind of the rose, while the
/// plume is a passive one; "gas_density_unknown" where that cannot be told; "horizontal_jet" where a jet fire is computed by
/// a model of flares; "surrogate_property" and "recalled_property" for the substances of fires and vapour clouds.
using UnitWarnings = std::vector<std::vector<std::string>>;

[[nodiscard]] UnitWarnings risk_warnings(const Study& study, const SubstanceTable& substances);

/// The codes of several units together, each once, in alphabetical order.
[[nodiscard]] std::vector<std::string> codes_of(const UnitWarnings& warnings, const std::vector<std::size_t>& units);

}  // namespace sise
