#include "core/risk/risk_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/kernels/place_tree.hpp"
#include "core/risk/all_frequencies.hpp"
#include "core/risk/box_nodes.hpp"
#include "core/risk/placed_risk.hpp"

namespace sise {
namespace {

/// Individual risk is the probability to die within a year. Cases that are said to happen more than once a year (a warning
/// says so) would add up beyond 1.
void cap(std::span<double> risk) {
  for (double& value : risk) value = std::min(value, 1.0);
}

std::vector<std::shared_ptr<const SourceLine>> lines_of(const RiskInputs& inputs) {
  std::vector<std::shared_ptr<const SourceLine>> lines;
  lines.reserve(inputs.units.size());
  for (const RiskUnit& unit : inputs.units) {
    lines.push_back(unit.along.empty()
                        ? nullptr
                        : std::make_shared<const SourceLine>(unit.along, unit.source, unit.convergence_deg));
  }
  return lines;
}

double squared_m2(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

constexpr std::size_t kBatch = 64;  // kernels that are held at a time where not all can be

}  // namespace

RiskModel::RiskModel(RiskInputs inputs, RiskBudget budget, const RiskModel* beside)
    : inputs_(std::move(inputs)),
      budget_(budget),
      all_units_(inputs_.units.size()),
      scale_(
          all_frequencies(inputs_.units.size(), [this](std::size_t i) -> const RiskUnit& { return inputs_.units[i]; })),
      lines_(lines_of(inputs_)),
      kernels_(std::make_unique<KernelStore>(inputs_, budget.kernel_bytes,
                                             beside != nullptr ? beside->kernels_.get() : nullptr)) {
  std::iota(all_units_.begin(), all_units_.end(), std::size_t{0});
  any_new_ = std::any_of(inputs_.units.begin(), inputs_.units.end(), [](const RiskUnit& u) { return u.is_new; });
}

void RiskModel::set_budget(const RiskBudget& budget) {
  budget_ = budget;
  kernels_->set_limit_bytes(budget.kernel_bytes);
}

/// How many kernels are stamped at a time: all of them where all are held.
std::size_t RiskModel::batch() const { return kernels_->holds_all() ? std::max<std::size_t>(unit_count(), 1) : kBatch; }

std::vector<PlacedKernel> RiskModel::placed(std::span<const std::size_t> units, const Progress* progress) const {
  std::vector<PlacedKernel> all;
  all.reserve(units.size());
  for (const std::size_t index : units) {
    all.push_back(kernels_->placed(index, progress));
    all.back().along = lines_.at(index);
  }
  return all;
}

std::vector<PlacedKernel> RiskModel::placed_near(std::span<const std::size_t> units, const Bounds& box) const {
  std::vector<PlacedKernel> near;
  for (PlacedKernel& one : placed(units)) {
    if (one.distance_m(box) <= one.reach_m()) near.push_back(std::move(one));
  }
  return near;
}

Point RiskModel::source_near(std::size_t index, Point place) const {
  Point nearest = unit(index).source;
  for (const LinePlace& there : unit(index).along) {
    if (squared_m2(there.source, place) < squared_m2(nearest, place)) nearest = there.source;
  }
  return nearest;
}

double RiskModel::risk_reaching(std::size_t index, Point place, double factor) const {
  const std::shared_ptr<const UnitKernel> kernel = kernels_->get(index);
  const RiskUnit& of = unit(index);
  const std::vector<LinePlace> starts =
      of.along.empty() ? std::vector<LinePlace>{{of.source, of.convergence_deg}} : of.along;
  double risk = 0.0;
  for (const LinePlace& start : starts) {
    const double east_m = place.x - start.source.x;
    const double north_m = place.y - start.source.y;
    const double here = kernel->at(east_m, north_m, start.convergence_deg);
    const double there = kernel->at(east_m / factor, north_m / factor, start.convergence_deg);
    risk += factor < 1.0 ? std::min(here, there) : std::max(here, there);
  }
  return std::min(risk / static_cast<double>(starts.size()), 1.0);
}

std::size_t RiskModel::line_bytes() const {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i]) sum += lines_[i]->bytes() + unit(i).along.size() * sizeof(LinePlace);
  }
  return sum;
}

double RiskModel::longest_reach_m() const {
  double longest = 0.0;
  for (const std::size_t i : all_units_) longest = std::max(longest, reach_m(i));
  return longest;
}

double RiskModel::risk_at(Point place, std::span<const std::size_t> units) const {
  double risk = 0.0;
  risk_at({&place, 1}, units, {&risk, 1});
  return risk;
}

void RiskModel::risk_at(std::span<const Point> places, std::span<const std::size_t> units,
                        std::span<double> out) const {
  std::fill(out.begin(), out.end(), 0.0);
  if (places.empty()) return;
  const Bounds box = box_around(places);
  for (const PlacedKernel& one : placed_near(units, box)) add_risk(one, places, box, out);
  cap(out);
}

void RiskModel::risk_everywhere(std::span<const Point> places, std::span<double> all, std::span<double> fresh,
                                Progress* progress) const {
  PlaceTree tree(places, scale_);
  const double count = static_cast<double>(std::max<std::size_t>(unit_count(), 1));
  for (std::size_t from = 0; from < unit_count();) {
    const std::size_t to = std::min(from + batch(), unit_count());
    StagePart part(progress, static_cast<double>(from) / count, static_cast<double>(to) / count);
    tree.add(placed(all_units().subspan(from, to - from)), &part);
    from = to;
  }
  tree.read(all, fresh);
  cap(all);
  cap(fresh);
}

std::vector<RiskModel::Shares> RiskModel::shares_at(std::span<const Point> places, std::span<const std::size_t> own,
                                                    Progress* progress) const {
  std::vector<Shares> shares(places.size());
  for (Shares& one : shares) one.main.unit = unit_count();
  // Places side by side are asked together.
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  constexpr double kStrip_m = 2000.0;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double strip_a = std::floor(places[a].y / kStrip_m);
    const double strip_b = std::floor(places[b].y / kStrip_m);
    if (strip_a != strip_b) return strip_a < strip_b;
    return places[a].x != places[b].x ? places[a].x < places[b].x : a < b;
  });
  const std::size_t lots = (places.size() + PolarPlaces::most - 1) / PolarPlaces::most;
  parallel_for(
      static_cast<std::int64_t>(lots),
      [&](std::int64_t lot) {
        const std::size_t from = static_cast<std::size_t>(lot) * PolarPlaces::most;
        const std::size_t count = std::min(PolarPlaces::most, places.size() - from);
        std::vector<Point> here;
        for (std::size_t i = 0; i < count; ++i) here.push_back(places[order[from + i]]);
        const Bounds box = box_around(here);
        std::vector<double> risk(count);
        for (const std::size_t unit : all_units_) {
          std::fill(risk.begin(), risk.end(), 0.0);
          for (const PlacedKernel& one : placed_near({&unit, 1}, box)) add_risk(one, here, box, risk);
          for (std::size_t i = 0; i < count; ++i) {
            Shares& one = shares[order[from + i]];
            if (risk[i] > one.main.risk_per_year) one.main = {unit, risk[i]};
            if (own[order[from + i]] == unit) one.own_per_year = risk[i];
          }
        }
      },
      progress, "shares");
  return shares;
}

std::vector<Contribution> RiskModel::contributions(Point place, std::span<const std::size_t> units,
                                                   std::size_t most) const {
  std::vector<Contribution> all;
  for (const std::size_t index : units) {
    const double risk = risk_at(place, {&index, 1});
    if (risk > 0.0) all.push_back({index, risk});
  }
  const auto larger = [](const Contribution& a, const Contribution& b) {
    return a.risk_per_year != b.risk_per_year ? a.risk_per_year > b.risk_per_year : a.unit < b.unit;
  };
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), all.begin() + kept, all.end(), larger);
  all.resize(static_cast<std::size_t>(kept));
  return all;
}

/// Puts the sums of as many rows as may be held into the tree, from the top block that holds `row` on.
void RiskModel::sum_rows_from(const GridSpec& grid, std::int64_t row, Progress* progress) const {
  const std::int64_t begin = row / RiskTree::root_cells * RiskTree::root_cells;
  const std::int64_t rows = budget_.tree_rows > 0 ? budget_.tree_rows : grid.rows;
  const std::int64_t end = std::min(grid.rows, begin + rows);
  tree_.reset();
  auto tree = std::make_unique<RiskTree>(grid, begin, end, any_new_, scale_);
  const auto all_rows = static_cast<double>(grid.rows);
  const auto stage = [&](double done) {
    return (static_cast<double>(begin) + done * static_cast<double>(end - begin)) / all_rows;
  };
  if (begin == 0) kernels_->build_all(progress);
  const double count = static_cast<double>(std::max<std::size_t>(unit_count(), 1));
  for (std::size_t from = 0; from < unit_count();) {
    const std::size_t to = std::min(from + batch(), unit_count());
    const std::vector<PlacedKernel> here = placed(all_units().subspan(from, to - from), progress);
    StagePart part(progress, stage(static_cast<double>(from) / count), stage(static_cast<double>(to) / count));
    tree->stamp(here, &part);
    from = to;
  }
  StagePart last(progress, stage(1.0), stage(1.0));
  tree->settle(&last);
  tree_ = std::move(tree);
  tree_grid_ = grid;
}

void RiskModel::accumulate_rows(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end,
                                RasterView<double> all, RasterView<double>* new_only, Progress* progress) const {
  const std::lock_guard lock(summing_);
  for (std::int64_t row = row_begin; row < row_end;) {
    const bool there = tree_ && tree_grid_ == grid && row >= tree_->row_begin() && row < tree_->row_end();
    if (!there) sum_rows_from(grid, row, progress);
    const std::int64_t to = std::min(row_end, tree_->row_end());
    const auto part = [&](const RasterView<double>& raster) {
      return raster.window(0, row - row_begin, raster.columns(), to - row);
    };
    RasterView<double> fresh = new_only != nullptr ? part(*new_only) : RasterView<double>();
    tree_->read_rows(row, to, part(all), new_only != nullptr ? &fresh : nullptr);
    row = to;
  }
  for (std::int64_t row = 0; row < all.rows(); ++row) {
    cap(all.row(row));
    if (new_only != nullptr) cap(new_only->row(row));
  }
}

}  // namespace sise
