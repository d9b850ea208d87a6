// The record of a weather station: a row for every hour.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/tables/noaa_record.hpp"
#include "gis_io/read/tables/station_codes.hpp"
#include "models/atmosphere/station_record.hpp"
#include "models/base/error.hpp"

namespace sise {

/// What to make of an hour with total cloud but no low cloud.
enum class MissingLowCloud {
  refuse,    ///< it has no stability
  as_total,  ///< all clouds are low: nearer to neutral
  none,      ///< no cloud is low: farther from neutral
};

struct StationTableRules {
  std::optional<CloudUnit> cloud_unit;  ///< none: as the column's brackets or the format say, else tenths
  MissingLowCloud missing_low_cloud = MissingLowCloud::refuse;
  MissingCodes missing;                ///< codes beyond the common ones
  std::optional<double> utc_offset_h;  ///< of the record's clock; none: the times must say it, or nobody asks
  double calm_below_m_s = 0.5;         ///< slower winds need no direction
};

/// What was odd or not there, in rows.
struct StationTally {
  std::int64_t rows = 0;
  std::int64_t repeated = 0;  ///< the same hour with the same values once more
  std::int64_t without_speed = 0;
  std::int64_t without_direction = 0;  ///< although the wind blew
  std::int64_t without_cloud = 0;      ///< total, or low where rules refuse that
  std::int64_t variable = 0;           ///< the record says the direction was unsteady
  std::int64_t zero_as_north = 0;      ///< direction 0 with wind: taken as 360
  std::int64_t calm_with_wind = 0;     ///< a calm code beside a speed that is none: direction unknown
};

struct StationRecord {
  std::vector<StationHour> hours;      ///< ascending in time, none twice
  std::optional<double> utc_offset_h;  ///< of `hours`
  bool has_stability = false;          ///< columns that are there
  bool has_obukhov_length = false;
  bool has_total_cloud = false;
  bool has_low_cloud = false;
  bool tens_of_degrees = false;  ///< every direction is a multiple of 10 degrees, and some are no multiple of 90
  int largest_cloud_tenths = 0;
  CloudUnit cloud_unit = CloudUnit::tenths;
  double mean_speed_m_s = 0.0;                ///< of all rows with a speed
  std::optional<std::string> unstated_speed;  ///< the column whose unit nobody said: m/s was taken
  bool whole_speeds = false;                  ///< in the file's unit, all of them
  std::optional<StationPlace> place;          ///< where the record itself says it was made
  StationTally tally;
};

/// Reads and checks the whole record: units and encodings as in any table, columns found by their usual names or
/// `config.fields`, directions in degrees or points of the compass, missing values never used. Values that no station
/// records, unreadable times, and one hour with two different readings are problems, told once for all their rows.
[[nodiscard]] StationRecord read_station_record(const LayerConfig& config, const StationTableRules& rules,
                                                Problems& problems);

}  // namespace sise
