// The hazard of one incident at a place, for the wind as given and for every wind within its uncertainty.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/exposure/incident.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

/// At one place: the value for the wind as given, and the largest and smallest over all winds within the uncertainty.
struct ThreatValues {
  std::vector<double> central;
  std::vector<double> largest;
  std::vector<double> smallest;
};

/// Prepared once per incident. At a fixed distance a plume's concentration falls with the angle off its axis, so the
/// largest value over an interval of directions is at the direction nearest to the place, and the smallest at the end
/// farthest from it. An explosion knows no direction.
class ThreatField {
 public:
  class Hazard;  ///< what kinds of hazard there are is the implementation's affair

  /// Throws ModelError when the incident cannot be computed.
  explicit ThreatField(const Incident& incident);
  ~ThreatField();
  ThreatField(ThreatField&&) noexcept;
  ThreatField& operator=(ThreatField&&) noexcept;
  ThreatField(const ThreatField&) = delete;
  ThreatField& operator=(const ThreatField&) = delete;

  /// Values at places in the grid's CRS, in the incident's quantity.
  [[nodiscard]] ThreatValues at(std::span<const Point> places) const;

  /// Farthest distance from the source at which `level` is met; nullopt: nowhere.
  [[nodiscard]] std::optional<double> reach_m(double level) const;

  /// Seconds from the start of the release until the cloud reaches a place at this distance downwind; 0 for a blast.
  [[nodiscard]] double arrival_s(double distance_m) const;

  /// Codes of everything a reader must know: "calm_small_wind", "interpolated_class", "outside_range_of_use", ...
  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  std::unique_ptr<Hazard> hazard_;
};

}  // namespace sise
