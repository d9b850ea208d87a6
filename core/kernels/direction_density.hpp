// How often the wind blows from each direction: a continuous density made of the sectors of a wind rose.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

namespace sise {

/// Equal sectors around the compass; sector k is centred on first_centre_deg + k · width_deg().
struct SectorLayout {
  double first_centre_deg = 0.0;  ///< in [0, width), degrees clockwise from true north
  int count = 16;

  [[nodiscard]] double width_deg() const { return 360.0 / count; }
  [[nodiscard]] double first_edge_deg() const { return first_centre_deg - 0.5 * width_deg(); }
  bool operator==(const SectorLayout&) const = default;
};

/// The layout on which every centre lies. Centres that fill the compass evenly are the layout; a rose that leaves
/// empty sectors out takes the first of 16, 12, 36, 24, 18, 32, 20, 72 and 360 sectors that holds them all (no centre
/// at all: 16). Throws InputError when none does.
[[nodiscard]] SectorLayout sector_layout(const std::vector<double>& centres_deg);

/// p(ξ) across one sector, ξ from 0 (its counter-clockwise edge) to 1: the parabola with the given edge values and
/// mean, drawn towards the mean just as far as it takes to be nowhere negative. Its integral over ξ is the mean.
class SectorParabola {
 public:
  SectorParabola(double left, double mean, double right);
  [[nodiscard]] double at(double xi) const;
  [[nodiscard]] double mean() const { return mean_; }
  /// c of p = c0 + c1 ξ + c2 ξ².
  [[nodiscard]] std::array<double, 3> polynomial() const;

 private:
  [[nodiscard]] double unscaled(double xi) const;

  double left_;
  double mean_;
  double right_;
  double bend_;         ///< a6 = 6 mean − 3 (left + right)
  double share_ = 1.0;  ///< s of mean + s (p − mean)
};

/// Density of the direction the wind blows from, per radian. Each sector keeps its total; the density is continuous
/// across sector edges (the piecewise parabolic method's monotone edge values, Colella and Woodward 1984).
class DirectionDensity {
 public:
  /// sector_totals: frequency of each sector, layout.count values; uniform_total: frequency without a direction.
  DirectionDensity(const SectorLayout& layout, const std::vector<double>& sector_totals, double uniform_total);

  /// The densities of several weathers together.
  friend DirectionDensity sum_of(const std::vector<DirectionDensity>& densities);

  [[nodiscard]] double per_rad(double from_deg) const;  ///< any finite bearing, degrees clockwise from true north
  /// c of the density c0 + c1 ξ + c2 ξ² within sector k, per radian; ξ from 0 to 1 across the sector.
  [[nodiscard]] std::array<double, 3> polynomial_per_rad(std::size_t sector) const;
  /// Some sector has no wind, and another has.
  [[nodiscard]] bool has_empty_sectors() const;
  [[nodiscard]] double total() const { return total_; }
  [[nodiscard]] const SectorLayout& layout() const { return layout_; }

 private:
  /// Sector of a direction and ξ within it.
  struct Place {
    std::size_t sector;
    double xi;
  };
  [[nodiscard]] Place place_of(double from_deg) const;

  SectorLayout layout_;
  std::vector<SectorParabola> sectors_;
  double uniform_per_rad_ = 0.0;
  double total_ = 0.0;
};

/// At least one; all with one layout.
[[nodiscard]] DirectionDensity sum_of(const std::vector<DirectionDensity>& densities);

}  // namespace sise
