// One readable page per unit: what its record says, which accidents follow, and what was assumed on the way.
#pragma once
#include <string>
#include <vector>

#include "core/accidents/generate/trace.hpp"
#include "core/runs/default_effects.hpp"
#include "core/study/study.hpp"

namespace sise {

/// The file name of each unit's page, in the order of the traces: the id without what file systems refuse, numbered where
/// two become the same.
[[nodiscard]] std::vector<std::string> page_names(const Generation& generation);

/// A page of HTML that stands alone; `provenance` is shown at its end.
[[nodiscard]] std::string unit_page(const Unit& unit, const UnitTrace& trace, const std::vector<DefaultEffect>& effects,
                                    const std::string& provenance);

/// index.html: all units with their fate.
[[nodiscard]] std::string index_page(const Study& study, const Generation& generation, const std::string& provenance);

}  // namespace sise
