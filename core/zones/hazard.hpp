// What every kind of hazard answers: its strength at a place, for the wind as given and for all winds that there may be.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/zones/incident.hpp"

namespace sise {

/// At each of several places: the value for the wind as given, and the largest and smallest over all winds within the
/// uncertainty. In the incident's quantity.
struct ThreatValues {
  std::vector<double> central;
  std::vector<double> largest;
  std::vector<double> smallest;
  std::vector<double>
      indoors;  ///< largest, in the room of the incident; empty where it is indoor_factor() of `largest`
};

/// The same over a grid, one field per rule.
struct ThreatRasters {
  Raster<float> central;
  Raster<float> largest;
  Raster<float> smallest;
  Raster<float> indoors;  ///< as above: empty where it follows from `largest`
};

/// A cloud's passage over one place. Blasts and fires have none: all zero.
struct Passage {
  double arrival_s = 0.0;       ///< from the start of the release
  double end_s = 0.0;           ///< when the cloud has passed
  double dose_kg_s_m3 = 0.0;    ///< ∫C dt, for the wind as given
  double load_kg_m3_n_s = 0.0;  ///< ∫C^n dt over the worst stretch of the rule's window; 0 where the rule has no n
};

/// Where a level may be met.
struct ThreatExtent {
  Bounds box;
  double reach_m = 0.0;  ///< farthest from the source
};

class Hazard {
 public:
  virtual ~Hazard() = default;

  /// The rule of the level asked about; only a cloud that varies heeds it.
  [[nodiscard]] virtual ThreatValues at(std::span<const Point> places, const LoadRule& rule) const = 0;
  /// The same for every cell's centre. The default asks at() row by row.
  [[nodiscard]] virtual ThreatRasters over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const;
  /// Where some of the levels may be met; nullopt: none of them anywhere.
  [[nodiscard]] virtual std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const = 0;
  /// Of the cloud over a place.
  [[nodiscard]] virtual Passage passage(Point place, const LoadRule& rule) const = 0;
  /// What it holds, and what a field over the grid takes beside the rasters, at most.
  [[nodiscard]] virtual std::int64_t bytes(const GridSpec& /*grid*/) const { return 0; }
  /// How it is computed: "steady_plume", "puff_series", "fire_or_explosion".
  [[nodiscard]] virtual std::string model() const = 0;
  /// One field does not serve for all rules.
  [[nodiscard]] virtual bool heeds_rules() const { return false; }
  /// Indoors over outdoors, the same at every place; nullopt: it is not, or there is nothing to breathe.
  [[nodiscard]] virtual std::optional<double> indoor_factor(const LoadRule& rule) const = 0;
  /// Codes of everything a reader must know.
  [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;
};

/// Zero everywhere, no indoors.
[[nodiscard]] ThreatRasters blank_rasters(const GridSpec& grid);
/// Of the grid's corners.
[[nodiscard]] double farthest_corner_m(const GridSpec& grid, Point place);

/// The kind of hazard that the incident's source makes. Throws ModelError when the incident cannot be computed.
[[nodiscard]] std::unique_ptr<const Hazard> make_hazard(const Incident& incident);

}  // namespace sise
