// The fire that runs through a drifting cloud of gas when it finds a flame: who stands in the cloud burns.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/dispersion/flammable_cloud.hpp"

namespace sise {

/// What bounds the flame. A pocket of gas burns where it is richer than the lower flammable limit at that moment, so
/// the limit belongs to a plume averaged over the shortest time; in a ten-minute mean the pockets have been smoothed
/// away, and half the limit makes up for it.
enum class FlashFireLimit {
  lfl,       ///< the lower flammable limit with a plume averaged over 18.75 s
  half_lfl,  ///< half of it with a plume averaged over 600 s
};

[[nodiscard]] std::optional<FlashFireLimit> flash_fire_limit_from(std::string_view name);

/// The averaging time that belongs to the limit. Source: CPR 14E (Yellow Book) 1997, chapter 4; half the limit after
/// CCPS. Confidence: seen.
[[nodiscard]] double averaging_time_s(FlashFireLimit limit);

struct FlashFireSource {
  double rate_kg_s = 0.0;
  double height_m = 0.0;  ///< above ground
  double lfl_kg_m3 = 0.0;
  double ufl_kg_m3 = 0.0;
};

struct FlashFireOptions {
  FlashFireLimit limit = FlashFireLimit::lfl;
  SigmaSet sigma = SigmaSet::briggs_rural;
  TransportWind transport_wind = TransportWind::profile;
  std::optional<double> averaging_time_s{};  ///< none: the limit's own, or the set's own for instantaneous curves
};

struct WidestPlace {
  double x_m = 0.0;
  double half_width_m = 0.0;
};

/// A steady release whose whole cloud ignites late. Everybody within the envelope dies, nobody outside: CPR 18E (Purple
/// Book) 1999; no blast. Confidence: seen.
class FlashFire {
 public:
  /// Throws ModelError for what the plume or the flammable cloud refuse, and for the lower limit with a plume averaged
  /// over 600 s or longer: that envelope is too small.
  FlashFire(const FlashFireSource& source, const Weather& weather, const FlashFireOptions& options = {});

  /// The plume that the envelope is drawn in, and the concentration on its edge.
  [[nodiscard]] const GaussianPlume& plume() const { return plume_; }
  [[nodiscard]] double edge_kg_m3() const { return edge_kg_m3_; }

  [[nodiscard]] bool inside(double x_m, double y_m, double z_m) const {
    return plume_.concentration_kg_m3(x_m, y_m, z_m) >= edge_kg_m3_;
  }
  /// Farthest distance of the envelope at height z; nullopt: it is nowhere at that height.
  [[nodiscard]] std::optional<double> reach_m(double z_m) const {
    return farthest_distance_m(plume_, edge_kg_m3_, z_m);
  }
  /// Where the envelope is widest at height z; nullopt: nowhere at that height, or calm air.
  [[nodiscard]] std::optional<WidestPlace> widest(double z_m) const;

  /// Between the limits themselves, in the plume that belongs to the lower limit, whichever limit bounds the flame.
  /// nullopt: nowhere flammable, or calm air.
  [[nodiscard]] const std::optional<FlammableCloud>& cloud() const { return cloud_; }

  /// The plume's own; "averaging_time_long" for the lower limit above 18.75 s, "averaging_time_short" for half of it
  /// below 600 s (safe, but counted twice).
  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  FlashFireOptions options_;
  GaussianPlume plume_;
  double edge_kg_m3_;
  std::optional<FlammableCloud> cloud_;
};

}  // namespace sise
