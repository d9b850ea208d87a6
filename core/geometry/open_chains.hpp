// Boundary lines under construction while a raster streams past, and the regions they close.
// Shared by the isopleth tracer and the cell polygonizer; every line runs with its region on the left.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// Directed polylines that grow at both ends and join. Memory follows the vertices of the chains still open.
class OpenChains {
 public:
  using End = std::int64_t;  ///< handle of a chain's head or tail; valid until that end is joined
  static constexpr End none = -1;

  struct Ends {
    End head = none;  ///< where the line comes from
    End tail = none;  ///< where it goes on
  };

  /// A new chain of one vertex.
  Ends start(Point vertex);
  void append(End tail, Point vertex);
  void prepend(End head, Point vertex);
  /// Lets the line go on from `tail` into `head`. When both belong to one chain it is closed: its vertices come back
  /// (the first not repeated at the end).
  std::optional<std::vector<Point>> join(End tail, End head);

 private:
  struct Node {
    Point vertex;
    std::int64_t next = none;
  };
  struct EndRecord {
    std::int64_t node = none;
    End partner = none;
  };

  std::int64_t new_node(Point vertex);
  End new_end(std::int64_t at);
  std::vector<Point> take_vertices(std::int64_t first);
  Node& node(std::int64_t index) { return nodes_[static_cast<std::size_t>(index)]; }
  EndRecord& end(End index) { return ends_[static_cast<std::size_t>(index)]; }

  std::vector<Node> nodes_;
  std::vector<EndRecord> ends_;
  std::vector<std::int64_t> free_nodes_;
  std::vector<End> free_ends_;
};

/// Which cells hang together: labels that turn out to be one region are united.
class RegionLabels {
 public:
  using Label = std::int64_t;
  Label make();
  void unite(Label a, Label b);
  /// The smallest label of the region.
  [[nodiscard]] Label region(Label label) const;

 private:
  mutable std::vector<Label> parent_;  // shortened while it is read
};

/// Closed rings by region. In a region one ring runs counter-clockwise (the outside), all others clockwise (holes).
class RegionRings {
 public:
  /// `vertices` without the repeated end.
  void add(RegionLabels::Label label, std::vector<Point> vertices);
  /// Polygons from north to south, then west to east, by their northernmost westernmost vertex, with which every ring
  /// begins: the result does not depend on the order in which rings were closed. Empties the collection.
  [[nodiscard]] MultiPolygon assemble(const RegionLabels& labels);

 private:
  struct Entry {
    RegionLabels::Label label;
    Ring ring;
  };
  std::vector<Entry> entries_;
};

}  // namespace sise
