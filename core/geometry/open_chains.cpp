#include "core/geometry/open_chains.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

bool north_west_of(Point a, Point b) { return a.y != b.y ? a.y > b.y : a.x < b.x; }

/// Closed, beginning at its northernmost, then westernmost vertex.
Ring canonical(std::vector<Point> vertices) {
  std::rotate(vertices.begin(), std::min_element(vertices.begin(), vertices.end(), north_west_of), vertices.end());
  vertices.push_back(vertices.front());
  return vertices;
}

}  // namespace

OpenChains::Ends OpenChains::start(Point vertex) {
  const std::int64_t first = new_node(vertex);
  const Ends ends{new_end(first), new_end(first)};
  end(ends.head).partner = ends.tail;
  end(ends.tail).partner = ends.head;
  return ends;
}

void OpenChains::append(End tail, Point vertex) {
  const std::int64_t added = new_node(vertex);
  node(end(tail).node).next = added;
  end(tail).node = added;
}

void OpenChains::prepend(End head, Point vertex) {
  const std::int64_t added = new_node(vertex);
  node(added).next = end(head).node;
  end(head).node = added;
}

std::optional<std::vector<Point>> OpenChains::join(End tail, End head) {
  const EndRecord from = end(tail);
  const EndRecord to = end(head);
  free_ends_.push_back(tail);
  free_ends_.push_back(head);
  if (from.partner == head) return take_vertices(to.node);
  node(from.node).next = to.node;
  end(from.partner).partner = to.partner;
  end(to.partner).partner = from.partner;
  return std::nullopt;
}

std::int64_t OpenChains::new_node(Point vertex) {
  if (free_nodes_.empty()) {
    nodes_.push_back({vertex, none});
    return static_cast<std::int64_t>(nodes_.size()) - 1;
  }
  const std::int64_t index = free_nodes_.back();
  free_nodes_.pop_back();
  node(index) = {vertex, none};
  return index;
}

OpenChains::End OpenChains::new_end(std::int64_t at) {
  if (free_ends_.empty()) {
    ends_.push_back({at, none});
    return static_cast<End>(ends_.size()) - 1;
  }
  const End index = free_ends_.back();
  free_ends_.pop_back();
  end(index) = {at, none};
  return index;
}

std::vector<Point> OpenChains::take_vertices(std::int64_t first) {
  std::vector<Point> vertices;
  for (std::int64_t at = first; at != none; at = node(at).next) {
    vertices.push_back(node(at).vertex);
    free_nodes_.push_back(at);
  }
  return vertices;
}

RegionLabels::Label RegionLabels::make() {
  parent_.push_back(static_cast<Label>(parent_.size()));
  return parent_.back();
}

void RegionLabels::unite(Label a, Label b) {
  const auto [low, high] = std::minmax({region(a), region(b)});
  parent_[static_cast<std::size_t>(high)] = low;
}

RegionLabels::Label RegionLabels::region(Label label) const {
  auto at = static_cast<std::size_t>(label);
  while (parent_[at] != static_cast<Label>(at)) {
    parent_[at] = parent_[static_cast<std::size_t>(parent_[at])];
    at = static_cast<std::size_t>(parent_[at]);
  }
  return static_cast<Label>(at);
}

void RegionRings::add(RegionLabels::Label label, std::vector<Point> vertices) {
  entries_.push_back({label, canonical(std::move(vertices))});
}

MultiPolygon RegionRings::assemble(const RegionLabels& labels) {
  std::map<RegionLabels::Label, Polygon> regions;
  for (Entry& entry : entries_) {
    Polygon& polygon = regions[labels.region(entry.label)];
    if (signed_area_m2(entry.ring) > 0.0) {
      polygon.outer = std::move(entry.ring);
    } else {
      polygon.holes.push_back(std::move(entry.ring));
    }
  }
  entries_.clear();
  const auto first = [](const Ring& a, const Ring& b) { return north_west_of(a.front(), b.front()); };
  MultiPolygon polygons;
  for (auto& [label, polygon] : regions) {
    std::sort(polygon.holes.begin(), polygon.holes.end(), first);
    polygons.push_back(std::move(polygon));
  }
  std::sort(polygons.begin(), polygons.end(),
            [&](const Polygon& a, const Polygon& b) { return first(a.outer, b.outer); });
  return polygons;
}

}  // namespace sise
