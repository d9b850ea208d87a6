#include "core/decision/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "core/decision/risk_basis.hpp"
#include "core/decision/three_digits.hpp"
#include "core/geometry/cell_polygons.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr int kTrials = 8;  // of counts that the second run may correct
constexpr std::int32_t kNobody = -1;

Chain chain_of(const Assessment& assessment, const MovableUnit& unit, const RoomBound& bound) {
  const Study& study = assessment.study;
  if (bound.term == RoomTerm::none) return unit.basis();
  const RulePack& rules = study.criteria.rules;
  const Target& target = study.targets[bound.target];
  Chain chain;
  switch (bound.term) {
    case RoomTerm::risk_existing:
      chain = {limit_link(rules.individual_risk_existing, target.target_class, study.criteria)};
      break;
    case RoomTerm::risk_new:
      chain = {limit_link(rules.individual_risk_new, target.target_class, study.criteria)};
      break;
    default:
      chain = {limit_link(rules.overpressure, target.target_class, study.criteria)};
      extend(chain, charge_links(*unit.status().charge, unit.type().unit, study.criteria));
  }
  extend(chain, class_links(target, study.criteria));
  extend(chain, unit.basis());
  return chain;
}

std::size_t counted(double units, std::size_t most) {
  return units >= static_cast<double>(most) ? most : static_cast<std::size_t>(whole_units(units));
}

float stored(double units, std::size_t most) { return static_cast<float>(counted(units, most)); }

/// Which target most of the cells name; of equal counts the first.
std::int32_t commonest(const std::map<std::int32_t, std::int64_t>& counts) {
  std::int32_t best = kNobody;
  std::int64_t most = 0;
  for (const auto& [target, count] : counts) {
    if (count > most) {
      best = target;
      most = count;
    }
  }
  return best;
}

}  // namespace

CapacityFigure capacity_at(const Assessment& assessment, const Projection& projection, const ParkUnits& units,
                           const MovableUnit& unit, Point place, std::size_t most, Progress* progress) {
  constexpr double kEdgeSpacing_m = 1.0;
  const RoomFinder rooms(assessment, units, kEdgeSpacing_m, progress);
  CapacityFigure figure;
  figure.place = place;
  figure.room = rooms.at(place, unit);
  figure.existing = counted(figure.room.existing.units, most);
  figure.fresh = counted(figure.room.fresh.units, most);
  figure.units = std::min(figure.existing, figure.fresh);
  figure.rests_on = chain_of(assessment, unit, figure.room.binding());
  for (int trial = 0; trial < kTrials; ++trial) {
    figure.proof = prove_capacity(assessment, projection, units, unit.type(), place, figure.units, progress);
    figure.or_more = figure.units >= most;
    const bool ends = figure.or_more || figure.proof.broken_by.has_value();
    figure.proven = figure.proof.passes && ends;
    if (figure.proven || (!figure.proof.passes && figure.units == 0)) break;
    figure.proof.passes ? ++figure.units : --figure.units;
  }
  (figure.fresh < figure.existing ? figure.fresh : figure.existing) = figure.units;
  return figure;
}

InventoryFigure largest_inventory_at(const Assessment& assessment, const Projection& projection,
                                     const SubstanceTable& substances, const ParkUnits& units,
                                     const TypeHolding& holding, double stated_kg, Point place, Progress* progress) {
  constexpr double kSpan = 1000.0;
  constexpr double kFine = 0.005;
  constexpr double kMore = 1.01;
  constexpr double kEdgeSpacing_m = 1.0;
  const RoomFinder rooms(assessment, units, kEdgeSpacing_m, progress);
  const auto passes = [&](double kg) {
    const MovableUnit unit(holding(kg), assessment.study, substances, projection, place, progress);
    return whole_units(rooms.at(place, unit).binding().units) >= 1.0;
  };
  InventoryFigure figure;
  double low = stated_kg;
  double high = stated_kg;
  if (passes(stated_kg)) {
    do {
      low = high;
      high *= 2.0;
    } while (high <= kSpan * stated_kg && passes(high));
    figure.or_more = high > kSpan * stated_kg;
  } else {
    do {
      high = low;
      low /= 2.0;
      if (low < stated_kg / kSpan) return figure;
    } while (!passes(low));
  }
  while (!figure.or_more && high - low > kFine * high) {
    const double middle = 0.5 * (low + high);
    (passes(middle) ? low : high) = middle;
  }
  figure.inventory_kg = down_to_three_digits(low);
  const auto second_run = [&](double kg) {
    return prove_capacity(assessment, projection, units, holding(kg), place, 1, progress).passes;
  };
  figure.proven = second_run(figure.inventory_kg) && (figure.or_more || !second_run(kMore * high));
  return figure;
}

CapacityField capacity_field(const Park& park, const GridSpec& grid, const RoomFinder& rooms, const MovableUnit& unit,
                             std::size_t most, Progress* progress) {
  constexpr float kOutside = std::numeric_limits<float>::quiet_NaN();
  CapacityField field{Raster<float>(grid.columns, grid.rows, kOutside),
                      Raster<float>(grid.columns, grid.rows, kOutside),
                      Raster<float>(grid.columns, grid.rows, kOutside),
                      Raster<std::int32_t>(grid.columns, grid.rows, kNobody), std::nullopt};
  const PreparedArea ground(park.ground);
  struct Best {
    double units = -1.0;
    Point place;
  };
  std::vector<Best> best_of_row(static_cast<std::size_t>(grid.rows));
  parallel_for(
      grid.rows,
      [&](std::int64_t row) {
        for (std::int64_t column = 0; column < grid.columns; ++column) {
          const Point centre = grid.centre({column, row});
          if (!ground.contains(centre)) continue;
          const RoomAtPlace room = rooms.at(centre, unit);
          const RoomBound& binding = room.binding();
          field.units.at(column, row) = stored(binding.units, most);
          field.existing.at(column, row) = stored(room.existing.units, most);
          field.fresh.at(column, row) = stored(room.fresh.units, most);
          if (binding.term != RoomTerm::none) field.binding.at(column, row) = static_cast<std::int32_t>(binding.target);
          Best& best = best_of_row[static_cast<std::size_t>(row)];
          if (binding.units > best.units) best = {binding.units, centre};
        }
      },
      progress, "capacity");
  double most_room = -1.0;
  for (const Best& best : best_of_row) {
    if (best.units > most_room) {
      most_room = best.units;
      field.best = best.place;
    }
  }
  return field;
}

std::vector<ParkPart> partition_of(const CapacityField& field, const GridSpec& grid, const ClassScheme& scheme) {
  CellPolygonizer polygonizer(grid);
  std::map<int, std::map<std::int32_t, std::int64_t>> binding;
  std::map<int, std::int64_t> cells;
  std::vector<std::uint8_t> codes(static_cast<std::size_t>(grid.columns));
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const auto units = static_cast<double>(field.units.at(column, row));
      const SchemeClass* found = scheme.of(units);
      codes[static_cast<std::size_t>(column)] = found == nullptr ? 0 : static_cast<std::uint8_t>(found->code);
      if (found == nullptr) continue;
      ++cells[found->code];
      ++binding[found->code][field.binding.at(column, row)];
    }
    polygonizer.add_row(codes);
  }
  std::vector<ParkPart> parts;
  const std::map<int, MultiPolygon> shapes = polygonizer.finish();
  for (const SchemeClass& one : scheme.classes) {
    const auto shape = shapes.find(one.code);
    if (shape == shapes.end()) continue;
    parts.push_back({one.code, shape->second, static_cast<double>(cells[one.code]) * grid.cell_area_m2(),
                     commonest(binding[one.code])});
  }
  return parts;
}

}  // namespace sise
