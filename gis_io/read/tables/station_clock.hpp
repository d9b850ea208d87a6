// When each row of a station's record was observed.
#pragma once
#include <optional>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/tables/observation_time.hpp"
#include "models/atmosphere/calendar.hpp"

namespace sise {

/// Reads the column `time`, or `year`, `month`, `day` and `hour`, and brings all rows to one clock: the one the user named,
/// else the one that the column's heading or the first time names ("时间(世界时)", "...Z"), else that of the record, unknown.
class StationClock {
 public:
  /// A heading that names another clock than the user is a problem ("clock_differs"). All must outlive this.
  StationClock(FieldMap& fields, const FeatureTable& table, const LayerConfig& config,
               std::optional<double> utc_offset_h, Problems& problems);

  /// nullopt, and a problem ("bad_time", "two_digit_year"), where no date with an hour can be read.
  [[nodiscard]] std::optional<ClockMinute> time_of(const FeatureRow& row);
  /// Of the times that time_of() gives.
  [[nodiscard]] std::optional<double> utc_offset_h() const { return utc_offset_h_; }

 private:
  void tell_bad_time(const FeatureRow& row, const std::optional<WrittenTime>& written);
  [[nodiscard]] std::optional<std::string> time_text(const FeatureRow& row);
  void check_heading(const FeatureTable& table, const LayerConfig& config);
  [[nodiscard]] std::optional<WrittenTime> time_in_one(const FeatureRow& row);
  [[nodiscard]] std::optional<WrittenTime> time_in_parts(const FeatureRow& row);
  void add_hour(const FeatureRow& row, WrittenTime& written);

  FieldMap& fields_;
  const FeatureTable& table_;
  std::optional<double> utc_offset_h_;
  Problems& problems_;
  std::optional<std::size_t> time_column_;
  bool dates_have_hours_ = false;  ///< in a sheet: midnight is then a date without them
};

}  // namespace sise
