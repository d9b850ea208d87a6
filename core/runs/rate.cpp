#include "core/runs/rate.hpp"

#include <algorithm>
#include <map>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/grid/parallel.hpp"
#include "core/rating/register/kernel_density.hpp"
#include "core/rating/register/link_register.hpp"
#include "core/runs/rate_areas.hpp"
#include "core/runs/rate_live.hpp"

namespace sise {
namespace {

constexpr std::int64_t kBatch = 2048;
constexpr std::size_t kMostSectors = 254;

/// Points that have an open major hidden danger, by a 1: those it names, else all points of its enterprise.
std::vector<std::uint8_t> open_majors(const Register& reg, const Owners& point_owners, const DangerLinks& links) {
  std::vector<std::uint8_t> open(reg.points.size(), 0);
  std::vector<std::uint8_t> enterprises(reg.enterprises.size(), 0);
  for (std::size_t i = 0; i < reg.dangers.size(); ++i) {
    const HiddenDanger& danger = reg.dangers[i];
    if (danger.row_state != RowState::counted || !danger.is_open_major(reg.date)) continue;
    for (const std::size_t point : links.points[i]) open[point] = 1;
    if (links.points[i].empty() && links.owners[i]) enterprises[*links.owners[i]] = 1;
  }
  for (std::size_t i = 0; i < reg.points.size(); ++i) {
    if (point_owners[i] && enterprises[*point_owners[i]] != 0) open[i] = 1;
  }
  return open;
}

/// Sectors by their number of points; what comes after the 253rd is one sector "other".
std::vector<std::string> number_sectors(Register& reg, std::vector<RatedPoint>& rated) {
  std::map<std::string, std::int64_t> counts;
  const auto sector_of = [&](std::size_t i) -> std::string {
    const RiskPoint& point = reg.points[i];
    if (!point.sector.empty()) return point.sector;
    const auto owner = rated[i].enterprise;
    return owner && !reg.enterprises[*owner].sector.empty() ? reg.enterprises[*owner].sector : "未分类";
  };
  for (std::size_t i = 0; i < rated.size(); ++i) ++counts[sector_of(i)];
  std::vector<std::string> names;
  names.reserve(counts.size());

  for (const auto& [name, count] : counts) names.push_back(name);
  std::stable_sort(names.begin(), names.end(),
                   [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  if (names.size() > kMostSectors) {
    names.resize(kMostSectors - 1);
    names.emplace_back("其他");
  }
  std::map<std::string, std::uint8_t> index;
  for (std::size_t i = 0; i < names.size(); ++i) index[names[i]] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < rated.size(); ++i) {
    const auto found = index.find(sector_of(i));
    rated[i].sector = found != index.end() ? found->second : static_cast<std::uint8_t>(names.size() - 1);
  }
  return names;
}

/// Grades and places the points, many at a time; each writes only what is its own.
void grade_and_place(Register& reg, const std::vector<std::uint8_t>& open, const PlaceLadder& ladder,
                     RateResult& result, Progress* progress) {
  const auto count = static_cast<std::int64_t>(reg.points.size());
  parallel_for((count + kBatch - 1) / kBatch,
               [&](std::int64_t batch) {
                 for (std::int64_t at = batch * kBatch; at < std::min(count, (batch + 1) * kBatch); ++at) {
                   const auto i = static_cast<std::size_t>(at);
                   RiskPoint& point = reg.points[i];
                   if (point.state != RowState::counted) continue;
                   RatedPoint& rated = result.points[i];
                   rated.grade = grade_point(point, reg.point_rules, open[i] != 0);
                   const Whereabouts* firm = rated.enterprise ? &reg.enterprises[*rated.enterprise].where : nullptr;
                   rated.placement = ladder.place(point.where, firm, point.findings);
                   ladder.find_areas(point.where, firm, rated.placement, point.findings,
                                     std::span(result.point_areas).subspan(i * ladder.sets(), ladder.sets()));
                 }
               },
               progress, "grading");
}

/// The first of the worst: rows keep their order, so that the answer hangs on no thread.
bool governs(Grade grade, const std::optional<std::size_t>& so_far, const std::vector<RatedPoint>& points) {
  return grade != Grade::unrated && (!so_far || rank_of(grade) > rank_of(points[*so_far].grade.current));
}

void sum_enterprises(Register& reg, const Owners& danger_owners, const PlaceLadder& ladder, RateResult& result) {
  result.enterprises.resize(reg.enterprises.size());
  std::vector<std::optional<std::size_t>> first_place(reg.enterprises.size());
  for (std::size_t i = 0; i < reg.points.size(); ++i) {
    const RatedPoint& point = result.points[i];
    if (!point.enterprise) continue;
    RatedEnterprise& firm = result.enterprises[*point.enterprise];
    firm.current.add(point.grade.current);
    firm.inherent.add(point.grade.inherent);
    if (governs(point.grade.current, firm.governing, result.points)) firm.governing = i;
    auto& first = first_place[*point.enterprise];
    if (!first && point.placement.at) first = i;
  }
  for (std::size_t i = 0; i < reg.dangers.size(); ++i) {
    if (!danger_owners[i]) continue;
    const HiddenDanger& danger = reg.dangers[i];
    RatedEnterprise& firm = result.enterprises[*danger_owners[i]];
    firm.dangers.add(danger, reg.date);
    firm.overdue_major = firm.overdue_major || (danger.major.value_or(false) && danger.days_overdue(reg.date) > 0);
  }
  for (std::size_t e = 0; e < reg.enterprises.size(); ++e) {
    EnterpriseRecord& record = reg.enterprises[e];
    if (record.state != RowState::counted) continue;
    RatedEnterprise& firm = result.enterprises[e];
    // Without a place of its own it stands where its first placed point does.
    Whereabouts points_place;
    if (first_place[e]) points_place.coordinates = result.points[*first_place[e]].placement.at;
    firm.placement = ladder.place(record.where, first_place[e] ? &points_place : nullptr, record.findings);
    firm.areas.resize(ladder.sets());
    ladder.find_areas(record.where, nullptr, firm.placement, record.findings, firm.areas);
    const RuleMark mark = firm.governing ? result.points[*firm.governing].grade.mark : RuleMark::seen;
    const EnterpriseFacts facts{firm.current.worst(), firm.inherent.worst(), mark,
                                firm.dangers,         firm.overdue_major,    firm.current};
    firm.rating = rate_enterprise(record, facts, reg.enterprise_rules);
    if (firm.rating.identify_again) add_finding(record.findings, "identify_again");
  }
}

/// Worst grade and its sector in every cell that holds a placed point; cells of the district alone.
void fill_cells(const Register& reg, RateResult& result) {
  const GridSpec& grid = reg.cells;
  result.grades = Raster<std::uint8_t>(grid.columns, grid.rows, 255);
  result.governing_sector = Raster<std::uint8_t>(grid.columns, grid.rows, 0);
  struct InCell {
    std::int64_t cell;
    std::size_t point;
  };
  std::vector<InCell> placed;
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    if (reg.points[i].state != RowState::counted || !result.points[i].placement.on_the_grid()) continue;
    const auto cell = grid.cell_at(*result.points[i].placement.at);
    if (cell) placed.push_back({cell->row * grid.columns + cell->column, i});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const InCell& a, const InCell& b) { return a.cell < b.cell; });
  for (auto first = placed.begin(); first != placed.end();) {
    const auto last = std::find_if(first, placed.end(), [&](const InCell& p) { return p.cell != first->cell; });
    std::vector<Grade> layers(result.sectors.size(), Grade::unrated);
    std::optional<std::size_t> governing;
    for (auto at = first; at != last; ++at) {
      const RatedPoint& point = result.points[at->point];
      layers[point.sector] = worst(layers[point.sector], point.grade.current);
      if (governs(point.grade.current, governing, result.points)) governing = at->point;
    }
    const auto index = static_cast<std::size_t>(first->cell);
    result.grades.data()[index] = static_cast<std::uint8_t>(grade_of_layers(layers, reg.area_rules));
    if (governing)
      result.governing_sector.data()[index] = static_cast<std::uint8_t>(result.points[*governing].sector + 1);
    first = last;
  }
}

/// By the default weights of counts; points without a place of their own on the ground are in none of it.
Raster<float> density_of_points(const Register& reg, const RateResult& result, Progress* progress) {
  std::vector<WeightedPoint> points;
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    const RatedPoint& point = result.points[i];
    if (reg.points[i].state != RowState::counted || !point.placement.at) continue;
    GradeCounts one;
    one.add(point.grade.current);
    const double weight = weighted_count(one, reg.area_rules.weights.front());
    if (weight > 0.0) points.push_back({*point.placement.at, weight});
  }
  return kernel_density(reg.cells, points, *reg.kernel_m, progress);
}

}  // namespace

RateResult rate(Register& reg, Progress* progress) {
  RateResult result;
  for (HiddenDanger& danger : reg.dangers) check_danger(danger);
  check_steps(reg.danger_steps, reg.dangers, reg.date);
  merge_registry(reg.enterprises);
  const Owners point_owners = link_points(reg.points, reg.enterprises);
  DangerLinks links;
  links.owners = link_dangers(reg.dangers, reg.enterprises);
  links.points = link_named_points(reg.dangers, reg.points, point_owners, links.owners);
  const std::vector<std::uint8_t> open = open_majors(reg, point_owners, links);
  const PlaceLadder ladder(reg.sets);
  result.points.resize(reg.points.size());
  result.sets.resize(reg.sets.size());
  result.point_areas.assign(reg.points.size() * reg.sets.size(), kNoArea);
  for (std::size_t i = 0; i < reg.points.size(); ++i) result.points[i].enterprise = point_owners[i];
  result.sectors = number_sectors(reg, result.points);
  grade_and_place(reg, open, ladder, result, progress);
  sum_enterprises(reg, links.owners, ladder, result);
  place_dangers(reg, links, ladder, result);
  sum_areas(reg, result);
  result.danger_owners = std::move(links.owners);
  fill_cells(reg, result);
  if (reg.kernel_m) result.kernel = density_of_points(reg, result, progress);
  add_live(reg, ladder, result);
  return result;
}

}  // namespace sise
