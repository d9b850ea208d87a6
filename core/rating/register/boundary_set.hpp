// The areas that results are summed over: townships, villages, management grids, sectors of a town ... any number of sets.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/rating/indexed_areas.hpp"
#include "models/base/text.hpp"

namespace sise {

struct BoundaryArea {
  std::string id;
  std::string name;
  MultiPolygon shape;
  std::map<std::string, double> indices{};  ///< 0 to 100, by the names that the project gives a column for
};

enum class BoundaryLevel : std::uint8_t {
  fine,      ///< villages, management grids, parks: what is known to the township only belongs to none of them
  township,  ///< takes what is known to lie in one of its areas, coordinates or not
};

struct BoundarySet {
  std::string name;  ///< its key in the project
  Text title;
  BoundaryLevel level = BoundaryLevel::fine;
  std::vector<BoundaryArea> areas;
};

[[nodiscard]] std::vector<MultiPolygon> shapes_of(const BoundarySet& set);

inline constexpr std::int32_t kNoArea = -1;

struct AreaHit {
  std::int32_t area = kNoArea;
  std::int32_t also = kNoArea;  ///< a second one, where the set overlaps
};

/// Finds the area of a point by where the areas lie. Shared edges are half-open, so a sound set has exactly one
/// area for a point inside it; where areas overlap the first in the set's order counts.
class AreaFinder {
 public:
  explicit AreaFinder(const BoundarySet& set);
  [[nodiscard]] AreaHit find(Point point) const;
  /// By code or name; kNoArea for none, and for a name that several areas have.
  [[nodiscard]] std::int32_t find(const std::string& code_or_name) const;
  /// The area whose centre of gravity is within a metre of the point.
  [[nodiscard]] std::int32_t centred_at(Point point) const;
  [[nodiscard]] Point centre(std::int32_t area) const { return centres_.at(static_cast<std::size_t>(area)); }

 private:
  IndexedAreas areas_;
  std::vector<Point> centres_;
  std::unordered_map<std::string, std::int32_t> by_name_;
};

/// How well a set covers a district.
struct CoverFault {
  double overlap_m2 = 0.0;  ///< of areas with one another
  double gap_m2 = 0.0;      ///< of the district, in no area
};
[[nodiscard]] CoverFault cover_fault(const BoundarySet& set, const std::optional<MultiPolygon>& district);

}  // namespace sise
