// A wind rose: how often the wind blows from where, how fast, in which stability.
#pragma once
#include <optional>
#include <vector>

#include "models/atmosphere/stability.hpp"

namespace sise {

struct WindRoseRow {
  /// Centre of the sector, degrees clockwise from true north; none: all directions alike.
  std::optional<double> from_deg;
  Stability stability = Stability::D;
  double speed_m_s = 0.0;
  double frequency = 0.0;  ///< of the year, 0..1
  bool operator==(const WindRoseRow&) const = default;
};

/// Frequencies sum to 1 within 1e-6 (checked where the rose is read).
struct WindRose {
  std::vector<WindRoseRow> rows;
  bool operator==(const WindRose&) const = default;
};

}  // namespace sise
