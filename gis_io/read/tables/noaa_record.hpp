// NOAA's hourly archive as it is handed out: ISD (control, mandatory and additional data in one line), ISD-Lite (twelve
// columns of fixed width) and the global-hourly CSV with the same fields. Plain or gzipped.
// Source: NOAA NCEI, Federal Climate Complex Data Documentation for Integrated Surface Data; ISD-Lite format document.
#pragma once
#include <optional>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/text.hpp"

namespace sise {

struct StationPlace {
  double latitude_deg = 0.0;
  double longitude_deg = 0.0;
};

struct NoaaRecord {
  FeatureTable table;  ///< time (UTC), wind_from_deg, wind_speed_m_s, total_cloud and low_cloud in oktas
  std::optional<StationPlace> place;
  Text summary;  ///< what it was read as, and what was left out
};

/// nullopt where the file is none of these, told by its first line and never by its name. Of several reports within an
/// hour the one nearest to the full hour is taken, as ISD-Lite does; values that NOAA marks suspect or erroneous
/// (quality 2, 3, 6, 7) are missing. Throws InputError at a line that does not hold what the format says.
[[nodiscard]] std::optional<NoaaRecord> read_noaa_record(const LayerConfig& config);

}  // namespace sise
