#include "core/rating/register/placement.hpp"

#include <numeric>
#include <optional>

namespace sise {
namespace {

std::optional<double> share_up_to(const PlaceCounts& counts, PlaceClass last) {
  const std::int64_t all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (all == 0) return std::nullopt;
  const auto* const end = counts.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  return static_cast<double>(std::accumulate(counts.begin(), end, std::int64_t{0})) / static_cast<double>(all);
}

/// Who names the village or town: the row, else its enterprise.
const Whereabouts& words_of(const Whereabouts& own, const Whereabouts* enterprise) {
  return enterprise != nullptr && own.village.empty() && own.town.empty() ? *enterprise : own;
}

}  // namespace

PlaceLadder::PlaceLadder(const std::vector<BoundarySet>& sets) : sets_(sets) {
  for (const BoundarySet& set : sets) finders_.emplace_back(set);
}

bool PlaceLadder::at_a_towns_centre(Point point) const {
  for (std::size_t s = 0; s < sets_.size(); ++s) {
    if (sets_[s].level == BoundaryLevel::township && finders_[s].centred_at(point) != kNoArea) return true;
  }
  return false;
}

Placement PlaceLadder::place(const Whereabouts& own, const Whereabouts* enterprise, Findings& findings) const {
  if (own.coordinates && !at_a_towns_centre(*own.coordinates)) {
    return {own.coarse ? PlaceClass::village : PlaceClass::own, own.coordinates};
  }
  if (own.coordinates) add_finding(findings, "at_town_centroid");
  if (enterprise != nullptr && enterprise->coordinates && !at_a_towns_centre(*enterprise->coordinates)) {
    return {enterprise->coarse ? PlaceClass::village : PlaceClass::address, enterprise->coordinates};
  }
  const Whereabouts& words = words_of(own, enterprise);
  for (std::size_t s = 0; s < sets_.size() && !words.village.empty(); ++s) {
    if (sets_[s].level != BoundaryLevel::fine) continue;
    const std::int32_t area = finders_[s].find(words.village);
    if (area != kNoArea) return {PlaceClass::village, finders_[s].centre(area)};
  }
  bool asked = false;
  for (std::size_t s = 0; s < sets_.size(); ++s) {
    if (sets_[s].level != BoundaryLevel::township) continue;
    asked = true;
    if (!words.town.empty() && finders_[s].find(words.town) != kNoArea) return {PlaceClass::township, {}};
    if (own.coordinates && finders_[s].centred_at(*own.coordinates) != kNoArea) return {PlaceClass::township, {}};
  }
  if (asked && !words.town.empty()) add_finding(findings, "unknown_town", {}, words.town);
  add_finding(findings, "not_placed");
  return {};
}

std::int32_t PlaceLadder::area_in(std::size_t s, const Whereabouts& own, const Whereabouts& words,
                                  const Placement& placement, Findings& findings) const {
  const AreaFinder& finder = finders_[s];
  const bool townships = sets_[s].level == BoundaryLevel::township;
  const std::int32_t by_town = townships && !words.town.empty() ? finder.find(words.town) : kNoArea;
  if (placement.place == PlaceClass::county) return kNoArea;
  if (!placement.at) {
    if (!townships) return kNoArea;
    return by_town != kNoArea || !own.coordinates ? by_town : finder.centred_at(*own.coordinates);
  }
  if (placement.place == PlaceClass::village && !own.coordinates) {
    const std::int32_t named = townships ? by_town : finder.find(words.village);
    if (named != kNoArea) return named;
  }
  const AreaHit hit = finder.find(*placement.at);
  if (hit.also != kNoArea) {
    const auto& areas = sets_[s].areas;
    add_finding(
        findings, "point_in_two_areas", sets_[s].name,
        areas[static_cast<std::size_t>(hit.area)].name + " / " + areas[static_cast<std::size_t>(hit.also)].name);
  }
  if (hit.area == kNoArea) add_finding(findings, "in_no_area", sets_[s].name);
  if (hit.area != kNoArea && !own.town.empty() && by_town != kNoArea && by_town != hit.area) {
    add_finding(findings, "outside_own_town", {}, own.town);
  }
  return hit.area;
}

void PlaceLadder::find_areas(const Whereabouts& own, const Whereabouts* enterprise, const Placement& placement,
                             Findings& findings, std::span<std::int32_t> areas) const {
  const Whereabouts& words = words_of(own, enterprise);
  for (std::size_t s = 0; s < sets_.size(); ++s) areas[s] = area_in(s, own, words, placement, findings);
}

std::optional<double> grid_share(const PlaceCounts& counts) { return share_up_to(counts, PlaceClass::village); }
std::optional<double> township_share(const PlaceCounts& counts) { return share_up_to(counts, PlaceClass::township); }

}  // namespace sise
