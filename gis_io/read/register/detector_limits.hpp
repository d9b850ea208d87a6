// At what a detector alarms: what its file says, within what the rules allow. Not for use outside register.
#pragma once
#include <optional>
#include <string>

#include "core/rating/register/live_alarm.hpp"
#include "gis_io/read/register/register_columns.hpp"

namespace sise {

/// "%LEL", "mg/m3" and "ppm" as people write them; else as written.
[[nodiscard]] std::string gas_unit(std::string text);

class DetectorLimits {
 public:
  /// `ppm_C`: at which temperature ppm are told; none: they are not understood. Keeps references.
  DetectorLimits(const RegisterColumns& columns, const LiveRules& rules, const std::optional<double>& ppm_C)
      : columns_(columns), rules_(rules), ppm_C_(ppm_C) {}

  /// Process limits where the row has any, oxygen by its two ends, else those of a gas. What is wrong is told of the
  /// detector. Returns the process limits, which hang on a trip too and are not set here.
  std::optional<ProcessPoints> read(const FeatureRow& row, LiveDetector& detector) const;

 private:
  using Source = RegisterColumns::Source;

  std::optional<double> number(const FeatureRow& row, const char* name, const Source& source,
                               LiveDetector& detector) const;
  std::optional<SetPoints> most_allowed(LiveDetector& detector) const;
  std::optional<SetPoints> oxygen_points(const FeatureRow& row, LiveDetector& detector) const;
  std::optional<SetPoints> gas_points(const FeatureRow& row, LiveDetector& detector) const;

  const RegisterColumns& columns_;
  const LiveRules& rules_;
  const std::optional<double>& ppm_C_;
  Source interval_ = columns_.source("interval_s");
  Source low_ = columns_.source("low");
  Source high_ = columns_.source("high");
  Source low_low_ = columns_.source("LL");
  Source low_limit_ = columns_.source("L");
  Source high_limit_ = columns_.source("H");
  Source high_high_ = columns_.source("HH");
};

}  // namespace sise
