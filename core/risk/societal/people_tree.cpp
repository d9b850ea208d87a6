#include "core/risk/societal/people_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sise {
namespace {

constexpr double kWidthOfDistance = 0.02;
constexpr double kFinest_m = 2.0;
constexpr double kNearFor = 4.0;  // a patch nearer than so many of its sizes is cut by quarters, finer on its near side
constexpr std::size_t kPatchesOfALeaf = 4;
constexpr int kDeepest = 24;

Bounds square_around(Point centre, double size_m) {
  const double half = 0.5 * size_m;
  return {centre.x - half, centre.y - half, centre.x + half, centre.y + half};
}

void include(Bounds& box, const Bounds& more) {
  box.x_min = std::min(box.x_min, more.x_min);
  box.y_min = std::min(box.y_min, more.y_min);
  box.x_max = std::max(box.x_max, more.x_max);
  box.y_max = std::max(box.y_max, more.y_max);
}

Bounds nothing_yet() {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return {kInfinity, kInfinity, -kInfinity, -kInfinity};
}

bool touch(const Bounds& a, const Bounds& b) {
  return a.x_min <= b.x_max && b.x_min <= a.x_max && a.y_min <= b.y_max && b.y_min <= a.y_max;
}

double distance_to_box(const Bounds& box, Point place) {
  const double dx = std::max({box.x_min - place.x, 0.0, place.x - box.x_max});
  const double dy = std::max({box.y_min - place.y, 0.0, place.y - box.y_max});
  return std::hypot(dx, dy);
}

double finest_there(double distance_m) { return std::max(kFinest_m, kWidthOfDistance * distance_m); }

/// The same people on across × across equal squares.
template <class Do>
void each_part(const PopulationPatch& patch, int across, const Do& act) {
  const double size = patch.size_m / across;
  const double share = 1.0 / (across * across);
  const Point first{patch.centre.x - 0.5 * (patch.size_m - size), patch.centre.y - 0.5 * (patch.size_m - size)};
  for (int i = 0; i < across; ++i) {
    for (int j = 0; j < across; ++j) {
      act(PopulationPatch{
          {first.x + size * i, first.y + size * j}, size, share * patch.people_day, share * patch.people_night});
    }
  }
}

Bounds box_of_polygons(const MultiPolygon& polygons) {
  Bounds box = nothing_yet();
  for (const Polygon& polygon : polygons) {
    for (const Point& p : polygon.outer) include(box, {p.x, p.y, p.x, p.y});
  }
  return box;
}

}  // namespace

OwnGround::OwnGround(const MultiPolygon& polygons) : area(polygons), box(box_of_polygons(polygons)) {}

struct PeopleTree::Asked {
  Point place;
  double reach_m{};
  const OwnGround* own{};

  [[nodiscard]] bool near_own(const Bounds& box) const { return own != nullptr && touch(box, own->box); }
  void take(Point at, double day, double night, std::vector<PeoplePiece>& pieces) const {
    const double dx = at.x - place.x;
    const double dy = at.y - place.y;
    const double r = std::sqrt(dx * dx + dy * dy);
    if (r > reach_m || (own != nullptr && own->area.contains(at))) return;
    pieces.push_back({dx, dy, r, day, night});
  }
};

PeopleTree::PeopleTree(std::span<const PopulationPatch> patches) {
  for (const PopulationPatch& patch : patches) {
    if (patch.people_day > 0.0 || patch.people_night > 0.0) patches_.push_back(patch);
  }
  if (patches_.empty()) return;
  blocks_.push_back(block_of(0, patches_.size()));
  divide(0, 0);
}

PeopleTree::Block PeopleTree::block_of(std::size_t begin, std::size_t end) const {
  Block block;
  block.box = nothing_yet();
  block.begin = begin;
  block.end = end;
  double weight = 0.0;
  for (std::size_t i = begin; i < end; ++i) {
    const PopulationPatch& patch = patches_[i];
    include(block.box, square_around(patch.centre, patch.size_m));
    block.day += patch.people_day;
    block.night += patch.people_night;
    const double people = patch.people_day + patch.people_night;
    weight += people;
    block.centre.x += people * patch.centre.x;
    block.centre.y += people * patch.centre.y;
  }
  block.centre.x /= weight;
  block.centre.y /= weight;
  return block;
}

void PeopleTree::divide(std::size_t index, int depth) {
  const std::size_t begin = blocks_[index].begin;
  const std::size_t end = blocks_[index].end;
  if (end - begin <= kPatchesOfALeaf || depth >= kDeepest) return;
  const Bounds box = blocks_[index].box;
  const Point middle{0.5 * (box.x_min + box.x_max), 0.5 * (box.y_min + box.y_max)};
  const auto first = patches_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = patches_.begin() + static_cast<std::ptrdiff_t>(end);
  const auto west = [&](const PopulationPatch& p) { return p.centre.x < middle.x; };
  const auto south = [&](const PopulationPatch& p) { return p.centre.y < middle.y; };
  const auto east = std::stable_partition(first, last, west);
  const std::array<decltype(east), 5> ends{first, std::stable_partition(first, east, south), east,
                                           std::stable_partition(east, last, south), last};
  std::vector<Block> quarters;
  for (std::size_t q = 0; q < 4; ++q) {
    const auto from = static_cast<std::size_t>(ends.at(q) - patches_.begin());
    const auto to = static_cast<std::size_t>(ends.at(q + 1) - patches_.begin());
    if (from < to) quarters.push_back(block_of(from, to));
  }
  if (quarters.size() < 2) return;  // all on one spot
  const std::size_t child = blocks_.size();
  blocks_[index].first_child = child;
  blocks_[index].children = quarters.size();
  blocks_.insert(blocks_.end(), quarters.begin(), quarters.end());
  for (std::size_t q = 0; q < quarters.size(); ++q) divide(child + q, depth + 1);
}

void PeopleTree::cut(const PopulationPatch& patch, const Asked& asked, std::vector<PeoplePiece>& pieces) {
  const Bounds box = square_around(patch.centre, patch.size_m);
  const double nearest = distance_to_box(box, asked.place);
  if (nearest > asked.reach_m) return;
  if (patch.size_m <= finest_there(nearest)) {
    asked.take(patch.centre, patch.people_day, patch.people_night, pieces);
    return;
  }
  if (nearest >= kNearFor * patch.size_m) {
    const double across = std::ceil(patch.size_m / finest_there(nearest));
    each_part(patch, static_cast<int>(across), [&](const PopulationPatch& part) {
      asked.take(part.centre, part.people_day, part.people_night, pieces);
    });
    return;
  }
  each_part(patch, 2, [&](const PopulationPatch& part) { cut(part, asked, pieces); });
}

void PeopleTree::gather(const Block& block, const Asked& asked, std::vector<PeoplePiece>& pieces) const {
  const double nearest = distance_to_box(block.box, asked.place);
  if (nearest > asked.reach_m) return;
  const double width = std::max(block.box.x_max - block.box.x_min, block.box.y_max - block.box.y_min);
  if (width <= kWidthOfDistance * nearest && !asked.near_own(block.box)) {
    asked.take(block.centre, block.day, block.night, pieces);
    return;
  }
  if (block.children == 0) {
    for (std::size_t i = block.begin; i < block.end; ++i) cut(patches_[i], asked, pieces);
    return;
  }
  for (std::size_t c = 0; c < block.children; ++c) gather(blocks_[block.first_child + c], asked, pieces);
}

std::vector<PeoplePiece> PeopleTree::around(Point place, double reach_m, const OwnGround* own) const {
  std::vector<PeoplePiece> pieces;
  if (blocks_.empty()) return pieces;
  gather(blocks_.front(), {place, reach_m, own}, pieces);
  return pieces;
}

bool PeopleTree::within(Point place, double reach_m) const {
  return !blocks_.empty() && distance_to_box(blocks_.front().box, place) <= reach_m;
}

double PeopleTree::most_people() const {
  return blocks_.empty() ? 0.0 : std::max(blocks_.front().day, blocks_.front().night);
}

std::size_t PeopleTree::bytes() const {
  return patches_.size() * sizeof(PopulationPatch) + blocks_.size() * sizeof(Block);
}

}  // namespace sise
