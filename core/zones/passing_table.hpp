// What a dense cloud does to every place that it passes, as a table over distance and breadth.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/zones/cloud_field.hpp"
#include "core/zones/passing_cloud.hpp"

namespace sise {

/// One number over the table's nodes.
using PassingLayer = std::vector<float>;  ///< logarithms; station by station

/// Stations at 24 places a decade of the distance to the source, upwind too, and to the cloud's upwind edge; at each of them places
/// from the axis to the cloud's edge there, most of them in the cloud as it is when it is densest. Prepared once; then
/// const, and safe to use from many threads.
class PassingTable {
 public:
  PassingTable(const PassingCloud& cloud, std::span<const CloudQuestion> questions);

  /// Of one question, at every node.
  [[nodiscard]] const std::vector<CloudValues>& values(std::size_t question) const { return values_[question]; }

  [[nodiscard]] static PassingLayer logarithms(std::span<const double> values);
  /// Between nodes numbers grow like powers; 0 where the cloud does not come.
  [[nodiscard]] double at(const PassingLayer& layer, double x_m, double y_m) const;
  /// Arrival, end, dose and load between the nodes around a place; nullopt: the cloud does not come.
  [[nodiscard]] std::optional<CloudValues> passed(std::size_t question, double x_m, double y_m) const;
  /// Still that much where the cloud is followed no farther?
  [[nodiscard]] bool goes_on(const PassingLayer& layer, double value) const;
  /// Farthest from the source with at least this value on the axis or beside it; nullopt: nowhere.
  [[nodiscard]] std::optional<double> farthest_m(const PassingLayer& layer, double value) const;

 private:
  struct Place {
    std::size_t station = 0;  ///< and the next
    double along = 0.0;
    std::size_t across = 0;  ///< and the next
    double beside = 0.0;
  };
  [[nodiscard]] std::optional<Place> find(double x_m, double y_m) const;

  double upwind_m_ = 0.0;  ///< x of the cloud's edge there
  std::vector<double> station_m_{};
  std::vector<std::vector<double>> across_m_{};     ///< of the places at each station
  std::vector<std::vector<CloudValues>> values_{};  ///< per question
};

}  // namespace sise
