// A wind rose from CSV: from_deg, stability, speed_m_s, frequency, and optionally period.
#pragma once
#include "gis_io/read/config/layer_config.hpp"
#include "models/atmosphere/wind_rose.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Checks that frequencies sum to 1 within 1e-6, that sectors are equally wide (360 counts as 0), that nothing is
/// negative or doubled. Rows with a blank from_deg stand for all directions alike. `period` (day, night) keeps rows of
/// day and night apart; both together sum to 1.
[[nodiscard]] WindRose read_wind_rose(const LayerConfig& config, Problems& problems);

}  // namespace sise
