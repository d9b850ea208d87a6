#include "core/runs/rose.hpp"

#include <optional>
#include <vector>

namespace sise {
namespace {

std::vector<RoseHour> usable_hours(std::span<const StationHour> hours, const StationSite& site, StabilityScheme scheme,
                                   bool by_period) {
  std::vector<RoseHour> usable;
  usable.reserve(hours.size());
  for (const StationHour& hour : hours) {
    if (!hour.speed_m_s || (!hour.from_deg && !hour.any_direction)) continue;
    const std::optional<Stability> stability = stability_of(hour, site, scheme);
    if (!stability) continue;
    const bool day = by_period && sun_elevation_deg(site, hour.time) > 0.0;
    usable.push_back({hour.from_deg, *hour.speed_m_s, *stability, day});
  }
  return usable;
}

}  // namespace

RoseResult rose_run(std::span<const StationHour> hours, const StationSite& site, StabilityScheme scheme,
                    const RoseOptions& options) {
  RoseResult result;
  const std::vector<RoseHour> usable = usable_hours(hours, site, scheme, options.by_period);
  if (!usable.empty()) result.rose = rose_from_hours(usable, options);
  std::vector<ClockMinute> times;
  times.reserve(hours.size());
  for (const StationHour& hour : hours) times.push_back(hour.time);
  if (!times.empty()) result.coverage = coverage_of(times);
  return result;
}

}  // namespace sise
