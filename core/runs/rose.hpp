// Which wind rose follows from a station's record? Hours -> rose.
#pragma once
#include <span>

#include "models/atmosphere/record_coverage.hpp"
#include "models/atmosphere/rose_from_record.hpp"
#include "models/atmosphere/station_record.hpp"

namespace sise {

struct RoseResult {
  CountedRose rose;         ///< of the hours that have wind, direction and stability; hours == 0: none has
  RecordCoverage coverage;  ///< of all
};

[[nodiscard]] RoseResult rose_run(std::span<const StationHour> hours, const StationSite& site, StabilityScheme scheme,
                                  const RoseOptions& options);

}  // namespace sise
