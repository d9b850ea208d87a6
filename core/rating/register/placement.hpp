// The ladder of placement: from an own coordinate down to "somewhere in the county". Nothing falls off it.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/rating/register/boundary_set.hpp"
#include "core/rating/register/risk_point.hpp"

namespace sise {

/// Places rows and finds the area of each boundary set that they belong to.
class PlaceLadder {
 public:
  /// Keeps a reference to the sets.
  explicit PlaceLadder(const std::vector<BoundarySet>& sets);

  /// `enterprise`: of the row's enterprise, null where there is none; its village and town count where the row names neither.
  /// Tells in `findings` why a row stands lower than P0.
  [[nodiscard]] Placement place(const Whereabouts& own, const Whereabouts* enterprise, Findings& findings) const;

  /// One index per set, kNoArea where the row belongs to none of its areas.
  void find_areas(const Whereabouts& own, const Whereabouts* enterprise, const Placement& placement, Findings& findings,
                  std::span<std::int32_t> areas) const;

  [[nodiscard]] std::size_t sets() const { return sets_.size(); }

 private:
  [[nodiscard]] bool at_a_towns_centre(Point point) const;
  [[nodiscard]] std::int32_t area_in(std::size_t set, const Whereabouts& own, const Whereabouts& words,
                                     const Placement& placement, Findings& findings) const;

  const std::vector<BoundarySet>& sets_;
  std::vector<AreaFinder> finders_;
};

using PlaceCounts = std::array<std::int64_t, kPlaceClasses>;  ///< P0 to P4

/// Share of what counts in cells (P0 to P2), and in townships (P0 to P3); nothing where there is nothing.
[[nodiscard]] std::optional<double> grid_share(const PlaceCounts& counts);
[[nodiscard]] std::optional<double> township_share(const PlaceCounts& counts);

}  // namespace sise
