// What a study has before anything is computed, as layers under the results of a run.
#pragma once
#include <cstddef>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/study/study.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

/// Hazardous units without results, all alike.
[[nodiscard]] VectorLayer unit_layer(const Study& study);

/// A point on each of these units, as one shape: where an enterprise stands.
[[nodiscard]] Geometry places_of(const Study& study, const std::vector<std::size_t>& units);

/// `scheme` is "target-class".
[[nodiscard]] VectorLayer target_layer(const std::vector<Target>& targets, const ClassScheme& scheme);

}  // namespace sise
