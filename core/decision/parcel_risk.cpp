#include "core/decision/parcel_risk.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "core/risk/box_nodes.hpp"
#include "core/risk/placed_risk.hpp"

namespace sise {
namespace {

// Places are worked through in blocks, so that a parcel of any size needs the same memory.
constexpr std::size_t kPlacesAtOnce = 4096;

/// What one group puts on the parcel: units that nodes resolve are summed at the nodes, the others stay units.
struct GroupSum {
  BoxNodes::Values far{};
  std::vector<std::size_t> near;  ///< in the order of the group
};

class Parcel {
 public:
  Parcel(const RiskModel& risk, std::span<const Point> places, const std::vector<std::vector<std::size_t>>& groups)
      : risk_(risk), places_(places), box_(box_around(places)), nodes_(box_), sums_(groups.size()) {
    std::vector<std::vector<std::size_t>> groups_of(risk.unit_count());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t unit : groups[g]) groups_of[unit].push_back(g);
    }
    for (std::size_t unit = 0; unit < groups_of.size(); ++unit) {
      if (!groups_of[unit].empty()) take_up(unit, groups_of[unit]);
    }
  }

  [[nodiscard]] std::vector<ParcelRisk> risks(double negligible_per_year) {
    std::vector<ParcelRisk> results(sums_.size());
    std::vector<std::size_t> asked;  // groups that are worth more than their nodes
    for (std::size_t g = 0; g < sums_.size(); ++g) {
      const auto [least, most] = std::minmax_element(sums_[g].far.begin(), sums_[g].far.end());
      if (!sums_[g].near.empty() || *most >= negligible_per_year) {
        asked.push_back(g);
      } else {
        results[g] = {*most, std::max(0.0, *least), places_.front()};
      }
    }
    for (std::size_t begin = 0; begin < places_.size(); begin += kPlacesAtOnce) {
      const std::span<const Point> block = places_.subspan(begin, std::min(kPlacesAtOnce, places_.size() - begin));
      ask(block);
      for (const std::size_t g : asked) take(results[g], block, sums_[g], begin == 0);
    }
    return results;
  }

 private:
  void take_up(std::size_t unit, const std::vector<std::size_t>& groups) {
    const std::array<std::size_t, 1> alone{unit};
    const std::vector<PlacedKernel> kernels = risk_.placed_near(alone, box_);
    if (kernels.empty()) return;
    BoxNodes::Values values{};
    if (places_.size() >= BlockNodes::count && nodes_resolve(kernels, values)) {
      for (const std::size_t g : groups) {
        for (std::size_t i = 0; i < values.size(); ++i) sums_[g].far[i] += values[i];
      }
      return;
    }
    near_.try_emplace(unit);
    for (const std::size_t g : groups) sums_[g].near.push_back(unit);
  }

  /// The sum of all at the nodes, unless one of them is too near.
  [[nodiscard]] bool nodes_resolve(const std::vector<PlacedKernel>& kernels, BoxNodes::Values& sum) const {
    for (const PlacedKernel& one : kernels) {
      BoxNodes::Values values{};
      if (!nodes_.values(one, values)) return false;
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += values[i];
    }
    return true;
  }

  /// Units that nodes do not resolve, and the weights of the nodes, at the places of one block.
  void ask(std::span<const Point> block) {
    for (auto& [unit, values] : near_) {
      const std::array<std::size_t, 1> alone{unit};
      values.resize(block.size());
      risk_.risk_at(block, alone, values);
    }
    weights_.clear();
    for (const Point& place : block) weights_.push_back(nodes_.weights(place));
  }

  void take(ParcelRisk& result, std::span<const Point> block, const GroupSum& sum, bool first) const {
    for (std::size_t i = 0; i < block.size(); ++i) {
      double here = std::max(0.0, weights_[i].at(sum.far));
      for (const std::size_t unit : sum.near) here += near_.at(unit)[i];
      const bool very_first = first && i == 0;
      if (very_first || here > result.largest) {
        result.largest = here;
        result.worst = block[i];
      }
      result.smallest = very_first ? here : std::min(result.smallest, here);
    }
  }

  const RiskModel& risk_;
  std::span<const Point> places_;
  Bounds box_;
  BoxNodes nodes_;
  std::vector<GroupSum> sums_;
  std::map<std::size_t, std::vector<double>> near_;  ///< by unit, at the places of a block
  std::vector<BoxNodes::Weights> weights_;           ///< of the nodes at these places
};

}  // namespace

std::vector<ParcelRisk> parcel_risks(const RiskModel& risk, const std::vector<Point>& places,
                                     const std::vector<std::vector<std::size_t>>& groups, double negligible_per_year) {
  return Parcel(risk, places, groups).risks(negligible_per_year);
}

}  // namespace sise
