// What the scenario generator tells: rows of [scenarios], event trees, and what units lack.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/accidents/generate/trace.hpp"
#include "core/runs/default_effects.hpp"
#include "core/study/study.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// scenarios.csv: the form that [scenarios] reads, every number written so that it is read back as the same.
void write_scenarios_csv(const std::filesystem::path& path, const std::vector<Scenario>& scenarios);

/// trees.json: one object a unit and line, with its cases, leaves, defaults (and what each does, where that was worked out) and
/// remarks. `effects` holds one list per trace.
[[nodiscard]] std::string trees_text(const Generation& generation,
                                     const std::vector<std::vector<DefaultEffect>>& effects);

/// missing.csv: what every unit lacks that was not computed, or not wholly.
void write_missing_csv(const std::filesystem::path& path, const Study& study, const Generation& generation);

}  // namespace sise
