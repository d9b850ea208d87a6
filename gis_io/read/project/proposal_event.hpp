// A proposal that is a crowd for some hours a year. Not for use outside project.
#pragma once
#include "core/decision/review.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Longer than this in a year is a use of the ground, to be judged as a development. Sise's own bound.
inline constexpr double longest_event_h = 720.0;

/// Of the table's one row, `open_air_people` and `hours_per_year`, which are needed, `name` and `day_share`. It is no protected
/// target, its people count outdoors and for its hours, and measures are a condition whatever the curve says.
void read_event(const FeatureTable& one, const LayerConfig& config, Proposal& proposal, Problems& problems);

}  // namespace sise
