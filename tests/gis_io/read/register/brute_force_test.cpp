// A rated register of 2,000 points against loops that know nothing of indices, lattices or threads.
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "core/grid/parallel.hpp"
#include "core/runs/rate.hpp"
#include "gis_io/read/packs/register_packs.hpp"

using namespace sise;

namespace {

constexpr double kSide_m = 1000.0;
constexpr int kColumns = 7;
constexpr int kRows = 4;
constexpr int kPoints = 2000;

MultiPolygon square_at(int column, int row, double side) {
  const double x = column * side;
  const double y = row * side;
  return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

BoundarySet squares(const std::string& name, int columns, int rows, double side, BoundaryLevel level) {
  BoundarySet set;
  set.name = name;
  set.level = level;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const std::string id = name + std::to_string(row * columns + column);
      set.areas.push_back({id, id, square_at(column, row, side)});
    }
  }
  return set;
}

/// Points on a lattice of 50 m, so that many stand on edges and some in the same place; a tenth know their township only.
Register random_register() {
  std::mt19937 random(11);
  Register reg;
  reg.cells = {.x_min = 0.0,
               .y_max = kRows * kSide_m,
               .cell_m = 250.0,
               .columns = kColumns * 4,
               .rows = kRows * 4,
               .crs = "EPSG:4549"};
  reg.sets = {squares("T", kColumns, kRows, kSide_m, BoundaryLevel::township),
              squares("G", kColumns * 2, kRows * 2, kSide_m / 2, BoundaryLevel::fine)};
  reg.point_rules.methods = {point_method("ls_20_15_9")};
  reg.area_rules = area_rules("area-statistics");
  reg.enterprise_rules.four_input = score_sheet("four_input");
  reg.enterprise_rules.five_input = score_sheet("five_input");
  reg.enterprise_rules.sz_standardisation = score_sheet("sz_standardisation");
  for (int i = 0; i < kPoints; ++i) {
    RiskPoint point;
    point.id = "P" + std::to_string(i);
    point.enterprise_name = "F" + std::to_string(random() % 97);
    point.sector = "S" + std::to_string(random() % 5);
    const bool rated = random() % 20 != 0;
    point.factors = {static_cast<double>(1 + random() % 5),
                     rated ? std::optional<double>(1.0 + static_cast<double>(random() % 5)) : std::nullopt};
    if (random() % 10 == 0) {
      point.where.town = "T" + std::to_string(random() % (kColumns * kRows));
    } else {
      point.where.coordinates = Point{static_cast<double>(random() % (kColumns * 20)) * 50.0,
                                      static_cast<double>(random() % (kRows * 20)) * 50.0 + 25.0};
    }
    point.row = {0, i + 2};
    reg.points.push_back(std::move(point));
  }
  return reg;
}

/// R = L·S by the limits as they are printed.
Grade grade_by_hand(const RiskPoint& point) {
  if (!point.factors[0] || !point.factors[1]) return Grade::unrated;
  const double r = *point.factors[0] * *point.factors[1];
  return r >= 20 ? Grade::red : r >= 15 ? Grade::orange : r >= 9 ? Grade::yellow : Grade::blue;
}

/// Half-open squares: west and south edges belong to them.
int square_of(const RiskPoint& point, int columns, double side) {
  const Point at = *point.where.coordinates;
  return static_cast<int>(at.y / side) * columns + static_cast<int>(at.x / side);
}

}  // namespace

BOOST_AUTO_TEST_CASE(counts_colours_and_cells_are_those_of_plain_loops) {
  Register reg = random_register();
  const std::vector<RiskPoint> asked = reg.points;
  const RateResult result = rate(reg, nullptr);
  std::vector<GradeCounts> towns(kColumns * kRows);
  std::vector<GradeCounts> grids(kColumns * kRows * 4);
  std::map<int, Grade> cells;
  std::map<std::string, Grade> firms;
  GradeCounts all;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const RiskPoint& point = asked[i];
    const Grade grade = grade_by_hand(point);
    BOOST_TEST((result.points[i].grade.current == grade), point.id);
    all.add(grade);
    Grade& firm = firms[point.enterprise_name];
    firm = worst(firm, grade);
    if (!point.where.coordinates) {
      towns[static_cast<std::size_t>(std::stoi(point.where.town.substr(1)))].add(grade);
      continue;
    }
    // A coordinate in the middle of a township is no place of its own.
    const Point at = *point.where.coordinates;
    const int town = square_of(point, kColumns, kSide_m);
    towns[static_cast<std::size_t>(town)].add(grade);
    const bool centre =
        at.x - (town % kColumns + 0.5) * kSide_m == 0.0 && at.y - (town / kColumns + 0.5) * kSide_m == 0.0;
    if (centre) continue;
    grids[static_cast<std::size_t>(square_of(point, kColumns * 2, kSide_m / 2))].add(grade);
    const int cell = (kRows * 4 - 1 - static_cast<int>(at.y / 250.0)) * kColumns * 4 + static_cast<int>(at.x / 250.0);
    cells[cell] = worst(cells[cell], grade);
  }
  BOOST_TEST((result.district.current == all));
  for (std::size_t t = 0; t < towns.size(); ++t) BOOST_TEST((result.sets[0].areas[t].current == towns[t]));
  for (std::size_t g = 0; g < grids.size(); ++g) {
    BOOST_TEST((result.sets[1].areas[g].current == grids[g]));
    BOOST_TEST((result.sets[1].areas[g].grade == grids[g].worst()));
  }
  for (std::size_t e = 0; e < reg.enterprises.size(); ++e) {
    BOOST_TEST((result.enterprises[e].grade() == firms[reg.enterprises[e].name]), reg.enterprises[e].name);
  }
  for (int cell = 0; cell < kColumns * kRows * 16; ++cell) {
    const auto found = cells.find(cell);
    const int expected = found == cells.end() ? 255 : static_cast<int>(found->second);
    BOOST_TEST(static_cast<int>(result.grades.data()[static_cast<std::size_t>(cell)]) == expected);
  }
  for (const RatedSet& set : result.sets) {
    GradeCounts sum = set.unplaced.current;
    for (const RatedArea& area : set.areas) sum.add(area.current);
    BOOST_TEST((sum == all));
  }
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same) {
  const int before = threads();
  Register one = random_register();
  set_threads(1);
  const RateResult alone = rate(one, nullptr);
  Register many = random_register();
  set_threads(3);
  const RateResult together = rate(many, nullptr);
  set_threads(before);
  BOOST_TEST((alone.point_areas == together.point_areas));
  BOOST_TEST((alone.grades == together.grades));
  for (std::size_t i = 0; i < alone.points.size(); ++i) {
    BOOST_TEST((alone.points[i].grade.current == together.points[i].grade.current));
    BOOST_TEST(one.points[i].findings.size() == many.points[i].findings.size());
  }
}
