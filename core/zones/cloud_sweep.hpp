// Every moment of a cloud over one tile or lot of places.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/zones/cloud_passage.hpp"
#include "core/zones/cloud_snapshot.hpp"
#include "core/zones/cloud_stamp.hpp"

namespace sise {

/// Lays the puffs of every moment over the places; kept[h] is what passes at height h. Returns the kernels visited.
template <class Where>
std::int64_t sweep(std::span<const CloudSnapshot> snapshots, const Where& where, std::span<CloudPassage> kept) {
  std::vector<CloudCells> concentrations(kept.size());
  std::int64_t all = 0;
  bool dirty = true;
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const CloudSnapshot& snapshot = snapshots[i];
    if (dirty) {
      for (CloudCells& cells : concentrations) std::fill_n(cells.begin(), where.size(), 0.0);
    }
    const std::int64_t visited = add_puffs(snapshot, where, concentrations);
    dirty = visited > 0;
    all += visited;
    for (std::size_t h = 0; h < kept.size(); ++h) {
      kept[h].step(concentrations[h], snapshot.time_s, snapshot.change, dirty);
      if (!dirty || !snapshot.steady || i + 1 == snapshots.size()) continue;
      for (const double end_s : kept[h].window_ends_s(snapshot.last_change_s, snapshots[i + 1].time_s)) {
        kept[h].step(concentrations[h], end_s, false, true);
      }
    }
  }
  return all;
}

}  // namespace sise
