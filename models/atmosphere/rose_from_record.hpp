// Hours of weather gathered into a wind rose.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/atmosphere/wind_rose.hpp"

namespace sise {

/// One hour that counts.
struct RoseHour {
  std::optional<double> from_deg;  ///< [0, 360]; none: calm or variable
  double speed_m_s = 0.0;
  Stability stability = Stability::D;
  bool day = false;
};

struct RoseOptions {
  int sectors = 16;                                    ///< the first is centred on north
  std::vector<double> speed_edges_m_s{2.0, 4.0, 6.0};  ///< ascending; an edge belongs to the class above it
  double calm_below_m_s = 0.5;
  double calm_speed_m_s = 1.0;  ///< what a calm counts as in a plume
  bool by_period = false;       ///< day and night apart
};

enum class RosePeriod { all, day, night };

struct CountedRoseRow {
  WindRoseRow row;
  RosePeriod period = RosePeriod::all;
  std::int64_t hours = 0;
};

/// The rose and what a person asks of it first.
struct CountedRose {
  std::vector<CountedRoseRow> rows;  ///< by period, direction (none last), stability, speed; frequencies sum to 1
  std::int64_t hours = 0;
  std::int64_t calm_hours = 0;
  double mean_speed_m_s = 0.0;                          ///< as recorded, calms included
  std::int64_t variable_hours = 0;                      ///< not calm, but without a direction
  std::vector<std::vector<std::int64_t>> sector_hours;  ///< [sector][speed class]
  std::vector<std::int64_t> stability_hours;            ///< A, A-B, ... F
};

/// Sector of a direction; 360 is 0, a boundary belongs to the sector clockwise of it.
[[nodiscard]] int rose_sector(double from_deg, int sectors);

/// Every speed class of a stability stands for the mean speed of its hours over all directions, so that a map needs one
/// plume for each; rounded down to 0.0001 m/s. Hours below `calm_below_m_s` become rows without direction at
/// `calm_speed_m_s`, variable winds rows without direction at their speed. Every sector has a row, if need be with
/// frequency 0. Frequencies are whole multiples of 1e-8 that add up to 1 exactly (largest remainders).
/// `hours` is not empty; options are sound (check them where they are read).
[[nodiscard]] CountedRose rose_from_hours(std::span<const RoseHour> hours, const RoseOptions& options);

}  // namespace sise
