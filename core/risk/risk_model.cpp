#include "core/risk/risk_model.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/kernels/stamp.hpp"

namespace sise {

RiskModel::RiskModel(RiskInputs inputs, std::size_t cache_bytes, Progress* progress)
    : inputs_(std::move(inputs)),
      builder_(inputs_),
      all_units_(inputs_.units.size()),
      axes_(inputs_.units.size()),
      reach_m_(inputs_.units.size()),
      cache_(cache_bytes) {
  std::iota(all_units_.begin(), all_units_.end(), std::size_t{0});
  const auto find_reach = [&](std::int64_t item) {
    const auto i = static_cast<std::size_t>(item);
    axes_[i] = builder_.axes(inputs_.units[i]);
    reach_m_[i] = builder_.reach_m(inputs_.units[i], axes_[i]);
  };
  parallel_for(static_cast<std::int64_t>(unit_count()), find_reach, progress, "reach");
}

double RiskModel::longest_reach_m() const {
  return reach_m_.empty() ? 0.0 : *std::max_element(reach_m_.begin(), reach_m_.end());
}

std::shared_ptr<const UnitKernel> RiskModel::kernel(std::size_t index, Progress* progress) const {
  return cache_.get(index, [&] { return builder_.build(inputs_.units.at(index), axes_.at(index), progress); });
}

std::size_t RiskModel::kernel_bytes(std::size_t index) const { return axes_.at(index).bytes(); }

std::size_t RiskModel::all_kernels_bytes() const {
  std::size_t sum = 0;
  for (const std::size_t i : all_units_) sum += kernel_bytes(i);
  return sum;
}

std::size_t RiskModel::largest_kernel_bytes() const {
  std::size_t largest = 0;
  for (const std::size_t i : all_units_) largest = std::max(largest, kernel_bytes(i));
  return largest;
}

std::size_t RiskModel::memory_bytes() const {
  return std::max(largest_kernel_bytes(), std::min(all_kernels_bytes(), cache_.limit_bytes()));
}

double RiskModel::risk_at(Point place, std::span<const std::size_t> units) const {
  double risk = 0.0;
  risk_at({&place, 1}, units, {&risk, 1});
  return risk;
}

void RiskModel::risk_at(std::span<const Point> places, std::span<const std::size_t> units,
                        std::span<double> out) const {
  const std::size_t n = places.size();
  std::vector<double> dx(n);
  std::vector<double> dy(n);
  std::vector<double> share(n);
  std::fill(out.begin(), out.end(), 0.0);
  for (const std::size_t index : units) {
    const Point source = unit(index).source;
    for (std::size_t i = 0; i < n; ++i) {
      dx[i] = places[i].x - source.x;
      dy[i] = places[i].y - source.y;
    }
    kernel(index)->evaluate(dx, dy, share);
    for (std::size_t i = 0; i < n; ++i) out[i] += share[i];
  }
}

std::vector<Contribution> RiskModel::contributions(Point place, std::span<const std::size_t> units,
                                                   std::size_t most) const {
  std::vector<Contribution> all;
  for (const std::size_t index : units) {
    const double risk = risk_at(place, {&index, 1});
    if (risk > 0.0) all.push_back({index, risk});
  }
  std::sort(all.begin(), all.end(), [](const Contribution& a, const Contribution& b) {
    return a.risk_per_year != b.risk_per_year ? a.risk_per_year > b.risk_per_year : a.unit < b.unit;
  });
  if (all.size() > most) all.resize(most);
  return all;
}

void RiskModel::accumulate_rows(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end,
                                RasterView<double> all, RasterView<double>* new_only, Progress* progress) const {
  const StampTarget target{grid, row_begin, row_end, all, new_only};
  const double rows = static_cast<double>(grid.rows);
  const auto count = static_cast<double>(std::max<std::size_t>(unit_count(), 1));
  std::size_t next = 0;
  while (next < unit_count()) {
    // As many units at once as the cache holds: a tile then stays in the processor while they are added to it.
    const std::size_t first = next;
    std::vector<StampUnit> batch;
    for (std::size_t bytes = 0; next < unit_count(); ++next) {
      if (!stamp_reaches(target, unit(next).source, reach_m(next))) continue;
      bytes += kernel_bytes(next);
      if (!batch.empty() && bytes > cache_.limit_bytes()) break;
      StagePart building(progress, static_cast<double>(next) / count, static_cast<double>(next + 1) / count);
      batch.push_back({unit(next).source, reach_m(next), unit(next).is_new, kernel(next, &building)});
    }
    const auto at = [&](std::size_t units_done) {
      const double done = static_cast<double>(units_done) / count;
      return (static_cast<double>(row_begin) + done * static_cast<double>(row_end - row_begin)) / rows;
    };
    StagePart stamping(progress, at(first), at(next));
    stamp(target, batch, &stamping);
  }
}

}  // namespace sise
