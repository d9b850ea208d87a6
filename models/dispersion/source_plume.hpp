// The plume of a stack, a line, an area or a volume; with deposition and decay.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/dispersion/plume_column.hpp"

namespace sise {

/// How a source lies. All zero: a point. Its rate is spread evenly.
struct SourceShape {
  double length_m = 0.0;    ///< of a line, or the long side of an area
  double width_m = 0.0;     ///< of an area; 0: a line
  double angle_deg = 90.0;  ///< of the length from the downwind axis (x) towards y; 90: square to the wind
};

/// Places are measured from the source's centre: x downwind, y crosswind, z above ground.
///
/// Line (ISC3 vol. II treats it as a row of sources): square to the wind in closed form, otherwise summed over pieces no
/// longer than a quarter of the plume's own width at the receptor, halved until the sum changes by less than 0.1 %. Area: closed
/// across the wind, integrated along it (the same guide, section 1.2.3), so that receptors inside the area are allowed.
/// Volume: a point with sigmas of its own (ColumnDetails). A stack cannot have a length.
class SourcePlume {
 public:
  /// Throws ModelError: see PlumeColumn; a width without a length; a negative size; a stack with a length.
  SourcePlume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options,
              const ColumnDetails& details, const SourceShape& shape);

  /// NaN for a NaN coordinate or a z below ground.
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m) const;
  [[nodiscard]] const PlumeColumn& column() const { return column_; }

 private:
  [[nodiscard]] double of_point(double x_m, double y_m, double z_m) const;
  [[nodiscard]] double of_line(double x_m, double y_m, double z_m) const;
  [[nodiscard]] double of_area(double x_m, double y_m, double z_m) const;
  [[nodiscard]] double across(double distance_m, double lower_m, double upper_m, double z_m) const;
  [[nodiscard]] std::vector<double> line_cuts(double x_m) const;

  PlumeColumn column_;
  SourceShape shape_;
};

/// As for a GaussianPlume (gaussian_plume.hpp).
[[nodiscard]] std::optional<double> farthest_distance_m(const SourcePlume& plume, double concentration_kg_m3,
                                                        double z_m);

}  // namespace sise
