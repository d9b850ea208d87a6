#include "core/rating/hazard_ground.hpp"

#include <algorithm>
#include <utility>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

BoxIndex boxes_of(const std::vector<ClassedShape>& shapes) {
  std::vector<Bounds> boxes;
  boxes.reserve(shapes.size());
  for (const ClassedShape& shape : shapes) boxes.push_back(bounds(shape.shape));
  return BoxIndex(std::move(boxes));
}

}  // namespace

HazardGround::HazardGround(std::vector<ClassedShape> shapes) : shapes_(std::move(shapes)), boxes_(boxes_of(shapes_)) {}

ClassedGround HazardGround::on(const MultiPolygon& ground) const {
  std::vector<std::size_t> touching;
  boxes_.touching(bounds(ground), [&](std::size_t i) { touching.push_back(i); });
  std::sort(touching.begin(), touching.end());
  ClassedGround pieces;
  for (const std::size_t i : touching) {
    MultiPolygon piece = intersection(ground, shapes_[i].shape);
    if (!piece.empty()) pieces.at(static_cast<std::size_t>(shapes_[i].hazard)).push_back(std::move(piece));
  }
  return pieces;
}

GroundShares ground_shares(const MultiPolygon& ground, const ClassedGround& pieces) {
  constexpr double kLeast = 1e-6;
  const double whole = area_m2(ground);
  GroundShares shares{};
  if (!(whole > 0.0)) return shares;
  MultiPolygon covered;  // by this class and all worse ones
  double covered_m2 = 0.0;
  for (std::size_t code = 1; code < kNaturalClasses; ++code) {
    if (pieces[code].empty()) continue;
    std::vector<MultiPolygon> parts = pieces[code];
    parts.push_back(std::move(covered));
    covered = union_of(parts);
    const double now_m2 = area_m2(covered);
    const double share = (now_m2 - covered_m2) / whole;
    if (share >= kLeast) shares[code] = std::min(1.0, share);
    covered_m2 = now_m2;
  }
  const double rest = 1.0 - covered_m2 / whole;
  if (rest >= kLeast) shares[0] = rest;
  return shares;
}

NaturalClass worst_of(const GroundShares& shares) {
  NaturalClass found = NaturalClass::unknown;
  for (std::size_t code = 1; code < kNaturalClasses; ++code) {
    if (shares[code] > 0.0) found = worst(found, static_cast<NaturalClass>(code));
  }
  return found;
}

NaturalClass most_of(const GroundShares& shares) {
  NaturalClass found = NaturalClass::unknown;
  double most = shares[0];
  for (std::size_t code = kNaturalClasses; code-- > 1;) {
    if (shares[code] < most || shares[code] == 0.0) continue;
    most = shares[code];
    found = static_cast<NaturalClass>(code);
  }
  return found;
}

}  // namespace sise
