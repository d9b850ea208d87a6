// A disc around a unit within which everybody dies.
#pragma once

namespace sise {

/// Everybody within radius_m dies, by this accident nobody beyond.
struct LethalDisc {
  double radius_m = 0.0;
  double frequency_per_year = 0.0;
};

/// Area of a disc around the origin within [x_min, x_max] × [y_min, y_max], m2.
[[nodiscard]] double disc_area_in_box(double radius_m, double x_min, double y_min, double x_max, double y_max);

}  // namespace sise
