// Coordinates as registers hold them: missing, placeholders, swapped, slipped, too coarse, elsewhere.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/grid/projection.hpp"

namespace sise {

/// In degrees; both ends belong to it.
struct LonLatBox {
  double west = 0.0;
  double east = 0.0;
  double south = 0.0;
  double north = 0.0;

  [[nodiscard]] bool holds(double lon, double lat) const {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }
};

enum class CoordinateState : std::uint8_t {
  ok,
  missing,
  default_centre,
  swapped,
  slipped_decimal,
  coarse,
  outside_box
};

/// "ok", "missing", "default_centre", "swapped", "slipped_decimal", "coarse", "outside_box".
[[nodiscard]] std::string_view name_of(CoordinateState state);

struct CoordinateVerdict {
  CoordinateState state = CoordinateState::ok;
  std::optional<LonLat> meant;  ///< what a swapped or slipped pair most likely stands for; never used without a person
};

/// Pairs that stand for "unknown" and not for a place. Compared at four decimals.
class DefaultCentres {
 public:
  explicit DefaultCentres(std::span<const LonLat> known);
  /// One firm's pair at one address. A pair of five or more firms at as many addresses is no place.
  void add(LonLat pair, std::uint64_t firm, std::uint64_t address);
  /// After the last add().
  void settle();
  [[nodiscard]] bool has(LonLat pair) const;

 private:
  struct Use {
    std::int64_t key = 0;
    std::uint64_t firm = 0;
    std::uint64_t address = 0;
    auto operator<=>(const Use&) const = default;
  };
  std::vector<std::int64_t> keys_;  ///< sorted
  std::vector<Use> uses_;
};

/// Tests in this order: missing, default centre, swapped, slipped decimal (ten or a tenth of one falls into the box), outside,
/// coarse (two decimals or fewer in both, as written).
[[nodiscard]] CoordinateVerdict judge_coordinates(std::optional<double> lon, std::optional<double> lat,
                                                  const LonLatBox& box, const DefaultCentres& centres);

/// A ring as text, "lon,lat;lon,lat;...", as fields of 500 characters keep it.
struct RingText {
  std::vector<LonLat> vertices;
  bool cut = false;  ///< it ends within a pair, or fills the field to the brim without closing
};
[[nodiscard]] std::optional<RingText> ring_from(std::string_view text);

}  // namespace sise
