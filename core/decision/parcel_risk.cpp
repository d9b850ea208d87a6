#include "core/decision/parcel_risk.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace sise {
namespace {

// Places are worked through in blocks, so that a parcel of any size needs the same memory.
constexpr std::size_t kPlacesAtOnce = 4096;

struct Box {
  Point low;
  Point high;
};

Box box_around(const std::vector<Point>& places) {
  Box box{places.front(), places.front()};
  for (const Point& p : places) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
  }
  return box;
}

double distance_m(const Box& box, Point p) {
  const double dx = std::max({box.low.x - p.x, 0.0, p.x - box.high.x});
  const double dy = std::max({box.low.y - p.y, 0.0, p.y - box.high.y});
  return std::hypot(dx, dy);
}

/// Every unit of the groups that reaches the parcel, with its risk at the places of one block.
std::map<std::size_t, std::vector<double>> units_in_reach(const RiskModel& risk, const Box& box,
                                                          const std::vector<std::vector<std::size_t>>& groups) {
  std::map<std::size_t, std::vector<double>> units;
  for (const std::vector<std::size_t>& group : groups) {
    for (const std::size_t unit : group) {
      if (distance_m(box, risk.unit(unit).source) <= risk.reach_m(unit)) units.try_emplace(unit, kPlacesAtOnce);
    }
  }
  return units;
}

/// The group's sum at every place of the block, added in the order of the group.
void sum_up(const std::vector<std::size_t>& group, const std::map<std::size_t, std::vector<double>>& by_unit,
            std::span<double> sum) {
  std::fill(sum.begin(), sum.end(), 0.0);
  for (const std::size_t unit : group) {
    const auto found = by_unit.find(unit);
    if (found == by_unit.end()) continue;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += found->second[i];
  }
}

void take(ParcelRisk& result, std::span<const Point> places, std::span<const double> values, bool first) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool very_first = first && i == 0;
    if (very_first || values[i] > result.largest) {
      result.largest = values[i];
      result.worst = places[i];
    }
    result.smallest = very_first ? values[i] : std::min(result.smallest, values[i]);
  }
}

}  // namespace

std::vector<ParcelRisk> parcel_risks(const RiskModel& risk, const std::vector<Point>& places,
                                     const std::vector<std::vector<std::size_t>>& groups) {
  std::vector<ParcelRisk> results(groups.size());
  std::map<std::size_t, std::vector<double>> by_unit = units_in_reach(risk, box_around(places), groups);
  std::vector<double> sum(std::min(kPlacesAtOnce, places.size()));
  for (std::size_t begin = 0; begin < places.size(); begin += kPlacesAtOnce) {
    const std::size_t count = std::min(kPlacesAtOnce, places.size() - begin);
    const std::span<const Point> block(places.data() + begin, count);
    for (auto& [unit, values] : by_unit) risk.risk_at(block, {&unit, 1}, std::span<double>(values.data(), count));
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const std::span<double> sums(sum.data(), count);
      sum_up(groups[g], by_unit, sums);
      take(results[g], block, sums, begin == 0);
    }
  }
  return results;
}

}  // namespace sise
