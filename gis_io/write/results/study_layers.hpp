// What a study has before anything is computed, as layers under the results of a run.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/study/study.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

/// Hazardous units without results, all alike.
[[nodiscard]] VectorLayer unit_layer(const Study& study);

/// `scheme` is "target-class".
[[nodiscard]] VectorLayer target_layer(const std::vector<Target>& targets, const ClassScheme& scheme);

}  // namespace sise
