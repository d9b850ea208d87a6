// A park's room for further units: worked counts, the second run that proves them, the control line.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "core/decision/capacity.hpp"
#include "core/decision/control_line.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

Scenario disc(const std::string& unit_id, double frequency_per_year, double tnt_kg) {
  Scenario s;
  s.unit_id = unit_id;
  s.case_id = std::to_string(tnt_kg);
  s.kind = ScenarioKind::explosion;
  s.frequency_per_year = frequency_per_year;
  s.tnt_kg = tnt_kg;
  return s;
}

Target place(const std::string& id, TargetClass target_class, double x, double y) {
  Target target;
  target.id = id;
  target.target_class = target_class;
  target.geometry = point(x, y);
  return target;
}

UnitType type_of(const std::vector<Scenario>& scenarios) {
  UnitType type;
  type.unit.id = "type";
  type.scenarios = scenarios;
  return type;
}

/// A park around the origin in which a school, a village and a shop have risks of their own already, and a type that adds another
/// risk at each: lethal discs of about 75, 150 and 300 m.
struct WorkedPark : World {
  WorkedPark() {
    study.targets = {place("shop", TargetClass::general_3, 50.0, 0.0),
                     place("school", TargetClass::high_sensitivity, 120.0, 0.0),
                     place("village", TargetClass::general_1, 250.0, 0.0)};
    const double before[] = {8e-6, 1.2e-6, 2.1e-6};
    for (std::size_t i = 0; i < 3; ++i) {
      const Point at = study.targets[i].geometry.points.front();
      const std::string id = "E" + std::to_string(i);
      add_unit(id, id, {at.x, at.y + 10.0});
      study.scenarios.push_back(disc(id, before[i], 27.0));  // reaches 20 m
    }
  }
  UnitType type = type_of({disc("type", 1.0e-7, 90000.0), disc("type", 1.5e-7, 11250.0), disc("type", 6.5e-7, 1406.0)});
  Park park{"P", "Park", box(-1000.0, -1000.0, 1000.0, 1000.0).polygons};
  SubstanceTable substances{{chlorine(), ammonium_nitrate()}};
  LevelGround ground;
};

}  // namespace

// Existing scale 7, new scale 1: the limit of new units at the school binds.
BOOST_AUTO_TEST_CASE(the_worked_park_has_room_for_seven_by_the_old_scale_and_one_by_the_new) {
  const WorkedPark w;
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses);
  BOOST_TEST(units.computed.size() == 3U);
  const MovableUnit unit(w.type, w.study, w.substances, w.ground, {0.0, 0.0});
  const CapacityFigure figure = capacity_at(assessment, w.ground, units, unit, {0.0, 0.0}, 100, nullptr);
  BOOST_TEST(figure.existing == 7U);
  BOOST_TEST(figure.fresh == 1U);
  BOOST_TEST(figure.units == 1U);
  BOOST_TEST((figure.room.binding().term == RoomTerm::risk_new));
  BOOST_TEST(w.study.targets[figure.room.binding().target].id == "school");
  BOOST_TEST(w.study.targets[figure.room.existing.target].id == "school");
  BOOST_TEST(figure.room.existing.before == 1.2e-6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(figure.room.existing.adds == 2.5e-7, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(figure.proven);
  BOOST_REQUIRE(figure.proof.broken_by.has_value());
  BOOST_TEST(w.study.targets[*figure.proof.broken_by].id == "school");
}

// n equal to its limit passes; the second run says so as well.
BOOST_AUTO_TEST_CASE(a_count_that_reaches_its_limit_exactly_passes) {
  WorkedPark w;
  w.study.units.clear();
  w.study.scenarios.clear();
  const UnitType type = type_of({disc("type", 1e-7, 90000.0)});
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits none;
  const MovableUnit unit(type, w.study, w.substances, w.ground, {0.0, 0.0});
  const CapacityFigure figure = capacity_at(assessment, w.ground, none, unit, {0.0, 0.0}, 100, nullptr);
  BOOST_TEST(figure.fresh == 3U);  // 3e-7 at the school and the village
  BOOST_TEST(figure.existing == 30U);
  BOOST_TEST(figure.proven);
}

BOOST_AUTO_TEST_CASE(what_is_broken_already_leaves_room_only_for_what_adds_nothing_to_it) {
  WorkedPark w;
  w.study.scenarios[1].frequency_per_year = 5e-6;  // at the school
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses);
  const RoomFinder rooms(assessment, units, 1.0, nullptr);
  BOOST_TEST(rooms.used().share == 5.0 / 3.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(w.study.targets[rooms.used().target].id == "school");
  const MovableUnit unit(w.type, w.study, w.substances, w.ground, {0.0, 0.0});
  BOOST_TEST(whole_units(rooms.at({0.0, 0.0}, unit).binding().units) == 0.0);
  BOOST_TEST((rooms.at({0.0, 900.0}, unit).binding().term == RoomTerm::none));
  const CapacityFigure figure = capacity_at(assessment, w.ground, units, unit, {0.0, 900.0}, 5, nullptr);
  BOOST_TEST(figure.units == 5U);
  BOOST_TEST(figure.or_more);
  BOOST_TEST(figure.proven);
}

// The second run judges place by place, as the first does: what is broken at one end of a target does not hide the other end.
BOOST_AUTO_TEST_CASE(a_target_that_is_broken_at_one_end_has_another_end) {
  WorkedPark w;
  w.study.criteria.rules.individual_risk_new.by_class = w.study.criteria.rules.individual_risk_existing.by_class;
  w.study.targets = {place("street", TargetClass::general_1, 250.0, 0.0)};
  w.study.targets.front().geometry.points.push_back({1000.0, 0.0});
  w.study.units.clear();
  w.study.scenarios.clear();
  w.add_unit("E", "E", {1000.0, 10.0}).is_new = true;
  w.study.scenarios.push_back(disc("E", 5e-6, 27.0));            // breaks the limit of 3e-6 at the far end
  const UnitType type = type_of({disc("type", 1e-6, 90000.0)});  // reaches the near one alone
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses, true);
  BOOST_REQUIRE(units.fresh.size() == 1U);
  const MovableUnit unit(type, w.study, w.substances, w.ground, {0.0, 0.0});
  const CapacityFigure figure = capacity_at(assessment, w.ground, units, unit, {0.0, 0.0}, 100, nullptr);
  BOOST_TEST(figure.units == 3U);
  BOOST_TEST(figure.proven);
}

// A school at 300 m takes 132 kg at 2 kPa, a shift of less than a hundred people at 120 m 434 kg at 9 kPa: the school binds.
BOOST_AUTO_TEST_CASE(the_worked_store_of_explosives_is_bound_by_the_school) {
  World w;
  w.study.targets = {place("school", TargetClass::high_sensitivity, 300.0, 0.0),
                     place("shift", TargetClass::general_3, 0.0, 120.0)};
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const auto store = [](double tnt_kg) {
    UnitType type = type_of({disc("type", 1e-9, tnt_kg)});
    type.unit.kind = UnitKind::explosives_store;
    type.unit.substance = type.unit.substance_text = "ammonium_nitrate";
    type.unit.inventory_kg = 1.0;
    return type;
  };
  const auto passes = [&](double tnt_kg) {
    const MovableUnit unit(store(tnt_kg), w.study, substances, ground, {0.0, 0.0});
    const CapacityFigure figure = capacity_at(assessment, ground, {}, unit, {0.0, 0.0}, 2, nullptr);
    BOOST_TEST(figure.proven);
    if (figure.units == 0) {
      BOOST_TEST((figure.room.binding().term == RoomTerm::overpressure));
      BOOST_TEST(w.study.targets[figure.room.binding().target].id == "school");
    }
    return figure.units > 0;
  };
  BOOST_TEST(passes(132.0));
  BOOST_TEST(!passes(133.0));
  w.study.targets.erase(w.study.targets.begin());
  const Assessment without_school(w.study, substances, ground);
  const MovableUnit larger(store(430.0), w.study, substances, ground, {0.0, 0.0});
  BOOST_TEST(
      (RoomFinder(without_school, {}, 1.0, nullptr).at({0.0, 0.0}, larger).binding().term != RoomTerm::overpressure));
  const MovableUnit largest(store(438.0), w.study, substances, ground, {0.0, 0.0});
  BOOST_TEST(
      (RoomFinder(without_school, {}, 1.0, nullptr).at({0.0, 0.0}, largest).binding().term == RoomTerm::overpressure));
}

// The bound by which most targets are passed over never hides one that binds.
BOOST_AUTO_TEST_CASE(the_field_is_what_every_target_by_itself_says_for_any_number_of_threads) {
  WorkedPark w;
  w.study.grid.cell_m = 25.0;
  for (int i = 0; i < 40; ++i) {
    w.study.targets.push_back(place("T" + std::to_string(i), TargetClass::general_2, -400.0 + 20.0 * i, 160.0));
  }
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses);
  const RoomFinder rooms(assessment, units, 1.0, nullptr);
  const MovableUnit unit(w.type, w.study, w.substances, w.ground, {0.0, 0.0});
  const Park small{"S", "", box(-300.0, -300.0, 300.0, 300.0).polygons};
  const GridSpec grid = grid_covering({-300.0, -300.0, 300.0, 300.0}, 25.0, 0.0, w.study.grid.crs);
  const CapacityField field = capacity_field(small, grid, rooms, unit, 100, nullptr);
  for (std::int64_t row = 0; row < grid.rows; row += 5) {
    for (std::int64_t column = 0; column < grid.columns; column += 5) {
      const Point centre = grid.centre({column, row});
      double fewest = 100.0;
      for (const Target& target : w.study.targets) {
        Study alone = w.study;
        alone.targets = {target};
        const Assessment one(alone, w.substances, w.ground);
        fewest = std::min(fewest, whole_units(RoomFinder(one, units, 1.0, nullptr).at(centre, unit).binding().units));
      }
      BOOST_TEST(static_cast<double>(field.units.at(column, row)) == fewest);
    }
  }
  const int before = threads();
  for (const int count : {1, 2, 7}) {
    set_threads(count);
    const CapacityField again = capacity_field(small, grid, rooms, unit, 100, nullptr);
    BOOST_TEST((again.units == field.units));
    BOOST_TEST((again.binding == field.binding));
  }
  set_threads(before);
}

BOOST_AUTO_TEST_CASE(the_control_line_is_the_outermost_of_ground_contour_and_charge) {
  World w;
  w.add_unit("A1", "A", {0.0, 0.0});
  w.add_disc("A1", 1e-5);
  w.add_unit("far", "B", {1500.0, 1500.0});  // stands in no park
  w.add_disc("far", 1e-5);
  w.study.targets = {place("in", TargetClass::general_3, 280.0, 0.0), place("out", TargetClass::general_3, 340.0, 0.0)};
  w.study.grid.cell_m = 10.0;
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const Park park{"P", "", box(-100.0, -100.0, 100.0, 100.0).polygons};
  const ParkUnits units = units_of_park(park, w.study, assessment.statuses);
  BOOST_TEST(units.computed.size() == 1U);
  const ControlLine line = control_line(assessment, park, units, nullptr);
  BOOST_TEST(line.level_per_year == 3e-7);
  BOOST_TEST(line.by_risk);
  BOOST_TEST(!line.by_charge);
  BOOST_TEST(line.inside.size() == 1U);
  const double radius = std::sqrt(line.area_m2 / std::numbers::pi);
  BOOST_TEST(radius > 280.0);
  BOOST_TEST(radius < 320.0);
  BOOST_TEST(line.targets.size() == 1U);
  BOOST_TEST(std::abs(line.farthest_m - (radius - 100.0)) < 15.0);  // from the middle of the ground's edges

  w.study.units.front().kind = UnitKind::explosives_store;
  const Assessment charged(w.study, substances, ground);
  const ControlLine wider = control_line(charged, park, units_of_park(park, w.study, charged.statuses), nullptr);
  BOOST_TEST(wider.by_charge);
  // 2 kPa lies 58.86 m per cube root of a kilogram from the charge.
  const double circle = 58.86 * std::cbrt(90000.0);
  BOOST_TEST(std::sqrt(wider.area_m2 / std::numbers::pi) == circle, boost::test_tools::tolerance(0.005));
  BOOST_TEST(wider.area_m2 > line.area_m2);
}

// A pipe from the park to a jetty: its middle stands outside, its accidents do not.
BOOST_AUTO_TEST_CASE(a_line_that_touches_the_park_is_one_of_its_units) {
  WorkedPark w;
  w.add_unit("pipe", "P", {0.0, 0.0}).geometry = Geometry{.lines = {{{900.0, 0.0}, {3000.0, 0.0}}}};
  w.study.scenarios.push_back(disc("pipe", 1e-5, 27.0));
  w.add_unit("other", "P", {0.0, 0.0}).geometry = Geometry{.lines = {{{1001.0, 0.0}, {3000.0, 0.0}}}};
  w.study.scenarios.push_back(disc("other", 1e-5, 27.0));
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses);
  BOOST_REQUIRE(units.computed.size() == 4U);
  BOOST_TEST(w.study.units[units.computed.back()].id == "pipe");
}

BOOST_AUTO_TEST_CASE(a_type_without_accidents_is_refused_and_one_that_another_code_judges) {
  const WorkedPark w;
  UnitType bare;
  bare.unit.id = "bare";
  BOOST_CHECK_THROW(MovableUnit(bare, w.study, w.substances, w.ground, {0.0, 0.0}), InputError);
  UnitType pipe = w.type;
  pipe.unit.kind = UnitKind::pipeline;
  BOOST_CHECK_THROW(MovableUnit(pipe, w.study, w.substances, w.ground, {0.0, 0.0}), InputError);
}

BOOST_AUTO_TEST_CASE(a_unit_of_which_nothing_is_known_is_named) {
  WorkedPark w;
  w.add_unit("lost", "L", {0.0, 0.0});
  const Assessment assessment(w.study, w.substances, w.ground);
  const ParkUnits units = units_of_park(w.park, w.study, assessment.statuses);
  BOOST_TEST(units.computed.size() == 3U);
  BOOST_REQUIRE(units.incomplete.size() == 1U);
  BOOST_TEST(w.study.units[units.incomplete.front()].id == "lost");
}
