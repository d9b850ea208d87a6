// Which substance a scenario releases, and whether enough is known of it.
#pragma once
#include <string>

#include "core/study/unit.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "models/base/error.hpp"
#include "models/harm/toxic_basis.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// The row's own substance, else its unit's. nullptr, and a problem, when none is named, or none or several fit.
[[nodiscard]] const Substance* scenario_substance(const std::string& written, const Unit& unit,
                                                  const SubstanceTable& substances, const Location& where,
                                                  GroupedProblems& problems);

/// The canonical id for a toxic release: the row's own substance, else its unit's. Empty, and a problem, when none is
/// named, none or several fit, or a constant that the harm pack's basis needs is unknown.
[[nodiscard]] std::string toxic_substance(const std::string& written, const Unit& unit,
                                          const SubstanceTable& substances, ToxicBasis basis, const Location& where,
                                          GroupedProblems& problems);

}  // namespace sise
