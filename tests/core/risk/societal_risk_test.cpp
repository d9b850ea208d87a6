// Societal risk: what must hold whatever the accidents, and a count by brute force.
#include "core/risk/societal/societal_risk.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/kernels/scenario_harm.hpp"
#include "models/base/constants.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// AQ/T 3046-2013, table 10.
PeopleVulnerability table_10() {
  PeopleVulnerability people;
  people.toxic_indoors = 0.1;
  people.heat_outdoors = 0.14;
  people.heat_indoors = 0.0;
  people.lethal_radiation_w_m2 = 37500.0;
  people.lethal_overpressure_pa = 30000.0;
  people.indoors_overpressure_pa = 10000.0;
  people.indoors_overpressure_death = 0.025;
  return people;
}

/// As individual risk has it: always there, outdoors, unprotected.
PeopleVulnerability unprotected() {
  PeopleVulnerability people = table_10();
  people.heat_outdoors = 1.0;
  return people;
}

/// A village and scattered farms around the origin.
Population village() {
  Population population;
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j < 9; ++j) {
      population.patches.push_back({{300.0 + 50.0 * i, 150.0 + 50.0 * j}, 50.0, 3.0 + i, 5.0 + j});
    }
  }
  for (int i = 0; i < 200; ++i) {
    const double angle = 2.399963 * i;
    const double r = 60.0 + 20.0 * i;
    population.patches.push_back({{r * std::sin(angle), r * std::cos(angle)}, 100.0, 2.0 + i % 3, 4.0});
  }
  return population;
}

/// One unit with an accident of every kind.
RiskInputs all_kinds() {
  return inputs_with(rose_of(all_airs),
                     {unit_at("U", {0.0, 0.0},
                              {toxic_case("chlorine", 2e-6, 3.0, chlorine), toxic_case("ammonia", 5e-6, 8.0, ammonia),
                               explosion_case("store", 3e-7, 2000.0), effect_case(1e-6, {fireball()}),
                               effect_case(2e-5, {pool_fire()}), effect_case(4e-6, {jet_fire(40.0)}),
                               effect_case(3e-6, {flash_fire(), cloud_explosion()})})});
}

double expected_by_kernels(const RiskModel& model, const Population& population) {
  double sum = 0.0;
  for (const PopulationPatch& patch : population.patches) {
    const double people =
        population.day_fraction * patch.people_day + (1.0 - population.day_fraction) * patch.people_night;
    const bool near = std::hypot(patch.centre.x, patch.centre.y) < 400.0;
    const int parts = near ? 100 : 4;  // the kernel's mean over the square
    double risk = 0.0;
    for (int i = 0; i < parts; ++i) {
      for (int j = 0; j < parts; ++j) {
        const double dx = patch.size_m * ((i + 0.5) / parts - 0.5);
        const double dy = patch.size_m * ((j + 0.5) / parts - 0.5);
        risk += model.risk_at({patch.centre.x + dx, patch.centre.y + dy}, model.all_units()) / (parts * parts);
      }
    }
    sum += people * risk;
  }
  return sum;
}

double area_under(const std::vector<FnStep>& steps) {
  double area = 0.0;
  double from = 0.0;
  for (const FnStep& step : steps) {
    area += (step.deaths - from) * step.at_least_per_year;
    from = step.deaths;
  }
  return area;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(societal)

BOOST_AUTO_TEST_CASE(shares_of_the_directions_sum_to_the_frequency_of_the_weather) {
  const RiskModel model(all_kinds());
  const KernelBuilder& builder = model.kernels().builder();
  for (const std::size_t fewest : {WindDirections::fewest_narrow, WindDirections::fewest_wide}) {
    const WindDirections directions(builder.nodes(), fewest);
    BOOST_TEST(directions.count() >= fewest);
    for (const WeatherGroup& group : builder.groups()) {
      double sum = 0.0;
      for (const double share : directions.shares(group.density)) {
        BOOST_TEST(share >= 0.0);
        sum += share;
      }
      BOOST_TEST(sum == group.density.total(), boost::test_tools::tolerance(1e-12));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_bin_of_bearing_lies_between_its_two_directions) {
  const RiskModel model(all_kinds());
  const WindDirections directions(model.kernels().builder().nodes(), WindDirections::fewest_narrow);
  const double half_deg = 0.5 * directions.step_rad() / kDegree;
  for (std::size_t d = 0; d < directions.count(); d += 7) {
    const double between = (directions.bearing_deg(d) + half_deg) / 360.0;
    BOOST_TEST(directions.bin_of(between) == d);
    BOOST_TEST(directions.bin_of(between - 1.0) == d);
  }
}

// The same sum in two orders: outcome by outcome, and place by place.
BOOST_AUTO_TEST_CASE(expected_deaths_are_risk_times_people_and_the_area_under_the_curve) {
  const RiskModel model(all_kinds());
  const PeopleVulnerability people = table_10();
  const Population population = village();
  const SocietalRisk society(model, people, population);
  const GridSpec cells{-1000.0, 1000.0, 100.0, 20, 20, ""};
  const UnitDeaths unit = society.of(0, nullptr, {}, &cells, nullptr);
  const double expected = unit.curve.expected_deaths_per_year();
  BOOST_TEST(expected > 1e-6);
  BOOST_TEST(unit.by_place_per_year == expected, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(area_under(unit.curve.steps()) == expected, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(unit.outside_cells_per_year > 0.0);
  double places = unit.outside_cells_per_year;
  for (const auto& [cell, deaths] : unit.cells) places += deaths;
  BOOST_TEST(places == expected, boost::test_tools::tolerance(1e-9));
}

// Nobody indoors and no clothes: then it is the map's risk times the people.
BOOST_AUTO_TEST_CASE(unprotected_people_die_as_the_kernels_say) {
  for (const std::size_t only : {0U, 1U, 2U, 3U, 4U, 5U, 6U}) {
    RiskInputs inputs = all_kinds();
    inputs.units.front().cases = {inputs.units.front().cases.at(only)};
    const RiskModel model(std::move(inputs));
    const PeopleVulnerability people = unprotected();
    Population population = village();
    population.indoor_day = population.indoor_night = 0.0;
    const SocietalRisk society(model, people, population);
    const UnitDeaths unit = society.of(0, nullptr, {}, nullptr, nullptr);
    const double by_kernels = expected_by_kernels(model, population);
    const double within =
        only == 4 ? 0.045 : 0.02;  // beside a pool's flame heat is taken as lethal up to two metres too far
    BOOST_TEST_CONTEXT("case " << only) {
      BOOST_TEST(unit.curve.expected_deaths_per_year() == by_kernels, boost::test_tools::tolerance(within));
    }
  }
}

// Ten thousand directions of the wind, every house by itself, straight from the concentration.
BOOST_AUTO_TEST_CASE(a_count_by_brute_force_finds_the_same_curve) {
  RiskInputs inputs = inputs_with(rose_of({{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}}),
                                  {unit_at("U", {0.0, 0.0}, {toxic_case("chlorine", 1e-5, 2.0, chlorine)})});
  const RiskModel model(inputs);
  const PeopleVulnerability people = table_10();
  Population population;
  population.indoor_day = population.indoor_night = 0.9;
  for (int i = 0; i < 60; ++i) {
    const double angle = 0.05 * i * i;
    const double r = 120.0 + 45.0 * i;
    population.patches.push_back({{r * std::sin(angle), r * std::cos(angle)}, 0.0, 10.0 + i, 10.0 + i});
  }
  const SocietalRisk society(model, people, population);
  const std::vector<FnStep> steps = society.of(0, nullptr, {}, nullptr, nullptr).curve.steps();

  FnCurve counted;
  const ToxicRelease& release = *inputs.units.front().cases.front().toxic;
  const ToxicHarm harm(release, inputs.harm);
  for (const WeatherGroup& weather : weather_groups(inputs.rose)) {
    const auto field = field_in(inputs, release, release.rate_kg_s, weather.speed_m_s, weather.stability);
    constexpr int kDirections = 10000;
    for (int d = 0; d < kDirections; ++d) {
      const double from_deg = 360.0 * (d + 0.5) / kDirections;
      const double to_rad = (from_deg + 180.0) * kDegree;
      double deaths = 0.0;
      for (const PopulationPatch& house : population.patches) {
        const double x = house.centre.x * std::sin(to_rad) + house.centre.y * std::cos(to_rad);
        const double y = house.centre.x * std::cos(to_rad) - house.centre.y * std::sin(to_rad);
        const double c = field->value_kg_m3(x, y);
        if (c > 0.0) deaths += house.people_day * 0.19 * harm.probability(std::log(c));
      }
      counted.add(deaths, 1e-5 * weather.density.per_rad(from_deg) * 2.0 * std::numbers::pi / kDirections);
    }
  }
  const std::vector<FnStep> expected = counted.steps();
  BOOST_TEST(area_under(steps) == area_under(expected), boost::test_tools::tolerance(0.01));
  for (const double n : {0.3, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0}) {
    const double f = frequency_of_at_least(steps, n);
    BOOST_TEST_CONTEXT("F(" << n << ")") {
      // Within 4 % of N.
      BOOST_TEST(f <= 1.01 * frequency_of_at_least(expected, n / 1.04));
      BOOST_TEST(f >= frequency_of_at_least(expected, n * 1.04) / 1.01);
    }
  }
}

/// N by every direction of so many, every house by itself, straight from the effects.
FnCurve counted_one_by_one(const RiskInputs& inputs, const PeopleVulnerability& people, const Population& population) {
  constexpr int kDirections = 192;
  const PeopleIndoors where{population.indoor_day, population.indoor_night};
  const RiskCase& c = inputs.units.front().cases.front();
  FnCurve curve;
  for (const WeatherGroup& weather : weather_groups(inputs.rose)) {
    const std::vector<EffectDeath> effects = case_deaths(inputs, c, weather.speed_m_s, weather.stability);
    for (int d = 0; d < kDirections; ++d) {
      const double from_deg = 360.0 * (d + 0.5) / kDirections;
      const double to_rad = (from_deg + 180.0) * kDegree;
      DayAndNight deaths;
      for (const PopulationPatch& house : population.patches) {
        const double x = house.centre.x * std::sin(to_rad) + house.centre.y * std::cos(to_rad);
        const double y = house.centre.x * std::cos(to_rad) - house.centre.y * std::sin(to_rad);
        const DayAndNight there = death_there(effects, x, y, people, where);
        deaths.day += there.day * house.people_day;
        deaths.night += there.night * house.people_night;
      }
      const double frequency =
          c.frequency_per_year * weather.density.per_rad(from_deg) * 2.0 * std::numbers::pi / kDirections;
      curve.add(deaths.day, frequency * population.day_fraction);
      curve.add(deaths.night, frequency * (1.0 - population.day_fraction));
    }
  }
  return curve;
}

BOOST_AUTO_TEST_CASE(fires_and_clouds_counted_one_by_one_make_the_same_curve) {
  const PeopleVulnerability people = table_10();
  Population population;
  population.indoor_day = 0.7;
  for (int i = 0; i < 1500; ++i) {
    const double angle = 2.399963 * i;
    const double r = 8.0 + 0.35 * i;
    population.patches.push_back({{r * std::sin(angle), r * std::cos(angle)}, 0.0, 2.0 + i % 3, 3.0});
  }
  const std::vector<std::vector<EffectEvent>> kinds{
      {pool_fire()}, {jet_fire()}, {flash_fire()}, {cloud_explosion()}, {flash_fire(), cloud_explosion()}};
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    const RiskInputs inputs = inputs_with(rose_of({{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}}),
                                          {unit_at("U", {0.0, 0.0}, {effect_case(1e-5, kinds[k])})});
    const RiskModel model(inputs);
    const std::vector<FnStep> steps =
        SocietalRisk(model, people, population).of(0, nullptr, {}, nullptr, nullptr).curve.steps();
    const std::vector<FnStep> expected = counted_one_by_one(inputs, people, population).steps();
    BOOST_TEST_CONTEXT("kind " << k) {
      BOOST_TEST(area_under(steps) == area_under(expected), boost::test_tools::tolerance(0.02));
      for (const double share : {0.1, 0.3, 0.6, 0.9, 1.0}) {
        const double n = share * expected.back().deaths;
        BOOST_TEST_CONTEXT("F(" << n << ")") {
          BOOST_TEST(frequency_of_at_least(steps, 1.06 * n) <= 1.02 * frequency_of_at_least(expected, n));
          BOOST_TEST(frequency_of_at_least(steps, n / 1.06) >= frequency_of_at_least(expected, n) / 1.02);
        }
      }
    }
  }
}

// AQ/T 3046-2013: at and above 30 kPa everybody dies, between 10 and 30 kPa 2.5 % of those indoors and nobody outdoors.
BOOST_AUTO_TEST_CASE(aqt3046_table_10_an_explosion_kills_some_behind_walls) {
  const RiskModel model(inputs_with(even_rose({{Stability::D, 3.0, 1.0}}),
                                    {unit_at("U", {0.0, 0.0}, {explosion_case("store", 1e-5, 1000.0)})}));
  const PeopleVulnerability people = table_10();
  Population population;
  population.day_fraction = 0.5;
  population.indoor_day = population.indoor_night = 0.8;
  // GB 6722 form: 30 kPa at Z = 6.79, 10 kPa at 14.6 m/kg^(1/3): 67.9 m and 146 m for a tonne.
  population.patches = {
      {{60.0, 0.0}, 0.0, 10.0, 10.0}, {{0.0, 100.0}, 0.0, 100.0, 100.0}, {{0.0, -150.0}, 0.0, 1e4, 1e4}};
  const SocietalRisk society(model, people, population);
  const std::vector<FnStep> steps = society.of(0, nullptr, {}, nullptr, nullptr).curve.steps();
  BOOST_REQUIRE_EQUAL(steps.size(), 1U);
  BOOST_TEST(steps.front().deaths == 10.0 + 0.8 * 100.0 * 0.025, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(steps.front().at_least_per_year == 1e-5, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(own_staff_is_left_out_and_the_neighbours_stay) {
  const RiskModel model(inputs_with(even_rose({{Stability::D, 3.0, 1.0}}),
                                    {unit_at("U", {0.0, 0.0}, {explosion_case("store", 1e-5, 1000.0)})}));
  const PeopleVulnerability people = table_10();
  Population population;
  population.patches = {{{30.0, 0.0}, 0.0, 40.0, 40.0}, {{-30.0, 0.0}, 0.0, 7.0, 7.0}};
  const SocietalRisk society(model, people, population);
  const OwnGround own({{{{10.0, -50.0}, {60.0, -50.0}, {60.0, 50.0}, {10.0, 50.0}, {10.0, -50.0}}, {}}});
  const auto most = [&](const OwnGround* ground) {
    return society.of(0, ground, {}, nullptr, nullptr).curve.steps().back().deaths;
  };
  BOOST_TEST(most(nullptr) == 47.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(most(&own) == 7.0, boost::test_tools::tolerance(1e-12));
}

// A proposal's people on top of those who are there: the same as a population of both.
BOOST_AUTO_TEST_CASE(extra_people_change_the_curve_as_if_they_had_always_been_there) {
  const RiskModel model(all_kinds());
  const PeopleVulnerability people = table_10();
  const Population before = village();
  Population after = before;
  const std::vector<PopulationPatch> school{{{-200.0, 420.0}, 0.0, 600.0, 20.0}, {{-230.0, 400.0}, 0.0, 300.0, 0.0}};
  after.patches.insert(after.patches.end(), school.begin(), school.end());
  const std::vector<ExtraPeople> extra{{.people = PeopleTree(school)}};
  const SocietalRisk society(model, people, before);
  const UnitDeaths unit = society.of(0, nullptr, extra, nullptr, nullptr);
  const SocietalRisk with_school(model, people, after);
  const FnCurve expected = with_school.of(0, nullptr, {}, nullptr, nullptr).curve;
  BOOST_REQUIRE(unit.changes.front() != nullptr);
  FnCurve sum = unit.curve;
  sum.add(*unit.changes.front());
  BOOST_TEST(sum.expected_deaths_per_year() == expected.expected_deaths_per_year(), boost::test_tools::tolerance(1e-9));
  for (const double n : {1.0, 5.0, 20.0, 80.0, 200.0}) {
    BOOST_TEST(frequency_of_at_least(sum.steps(), n) == frequency_of_at_least(expected.steps(), n),
               boost::test_tools::tolerance(1e-6));
  }
  BOOST_TEST(sum.expected_deaths_per_year() > 1.01 * unit.curve.expected_deaths_per_year());
}

// Accidents of a line start anywhere along it: as of as many units at its places, each with its share of the frequencies.
BOOST_AUTO_TEST_CASE(a_line_kills_whom_its_places_kill) {
  RiskInputs line = all_kinds();
  const std::vector<LinePlace> places{{{-1500.0, 0.0}, 0.5}, {{0.0, 0.0}, 0.0}, {{1500.0, 300.0}, -0.7}};
  line.units.front().along = places;
  RiskInputs apart = all_kinds();
  RiskUnit one = apart.units.front();
  for (RiskCase& c : one.cases) c.frequency_per_year /= 3.0;
  apart.units.clear();
  for (const LinePlace& there : places) {
    one.source = there.source;
    one.convergence_deg = there.convergence_deg;
    apart.units.push_back(one);
  }
  const RiskModel model(line);
  const RiskModel model_apart(apart);
  const PeopleVulnerability people = table_10();
  const Population population = village();
  const ExtraPeople school{.people = PeopleTree(std::vector<PopulationPatch>{{{1600.0, 350.0}, 20.0, 400.0, 400.0}})};
  const GridSpec cells{-1000.0, 1000.0, 100.0, 20, 20, ""};
  const UnitDeaths got = SocietalRisk(model, people, population).of(0, nullptr, {&school, 1}, &cells, nullptr);
  const SocietalRisk society(model_apart, people, population);
  FnCurve curve;
  FnCurve change;
  double outside = 0.0;
  std::vector<double> in_cells(400);
  for (std::size_t u = 0; u < 3; ++u) {
    const UnitDeaths unit = society.of(u, nullptr, {&school, 1}, &cells, nullptr);
    curve.add(unit.curve);
    change.add(*unit.changes.front());
    outside += unit.outside_cells_per_year;
    for (const auto& [cell, deaths] : unit.cells) in_cells.at(static_cast<std::size_t>(cell)) += deaths;
  }
  const auto close = boost::test_tools::tolerance(1e-7);
  BOOST_TEST(got.curve.expected_deaths_per_year() == curve.expected_deaths_per_year(), close);
  BOOST_TEST(got.by_place_per_year == curve.expected_deaths_per_year(), close);
  BOOST_TEST(got.changes.front()->expected_deaths_per_year() == change.expected_deaths_per_year(), close);
  for (const double n : {1.0, 5.0, 20.0, 80.0}) {
    BOOST_TEST(frequency_of_at_least(got.curve.steps(), n) == frequency_of_at_least(curve.steps(), n), close);
  }
  BOOST_TEST(got.outside_cells_per_year == outside, close);
  for (const auto& [cell, deaths] : got.cells) BOOST_TEST(deaths == in_cells.at(static_cast<std::size_t>(cell)), close);
}

BOOST_AUTO_TEST_CASE(where_nobody_is_nobody_dies) {
  const RiskModel model(all_kinds());
  const PeopleVulnerability people = table_10();
  const SocietalRisk society(model, people, Population{});
  const GridSpec cells{-1000.0, 1000.0, 100.0, 20, 20, ""};
  const UnitDeaths unit = society.of(0, nullptr, {}, &cells, nullptr);
  BOOST_TEST(unit.curve.steps().empty());
  BOOST_TEST(unit.cells.empty());
}

BOOST_AUTO_TEST_CASE(the_people_around_a_place_are_all_counted_whatever_the_distance) {
  const Population population = village();
  const PeopleTree tree(population.patches);
  double people = 0.0;
  for (const PopulationPatch& patch : population.patches) people += patch.people_day;
  for (const Point place : {Point{0.0, 0.0}, Point{500.0, 400.0}, Point{20000.0, -9000.0}}) {
    double found = 0.0;
    for (const PeoplePiece& piece : tree.around(place, 1e6, nullptr)) found += piece.day;
    BOOST_TEST(found == people, boost::test_tools::tolerance(1e-12));
    double near = 0.0;
    for (const PeoplePiece& piece : tree.around(place, 700.0, nullptr)) near += piece.day;
    double expected = 0.0;  // by squares of half a metre
    for (const PopulationPatch& patch : population.patches) {
      const double across = std::round(2.0 * patch.size_m);
      for (int i = 0; i < across * across; ++i) {
        const double dx = patch.size_m * ((std::floor(i / across) + 0.5) / across - 0.5);
        const double dy = patch.size_m * ((std::fmod(i, across) + 0.5) / across - 0.5);
        const double r = std::hypot(patch.centre.x + dx - place.x, patch.centre.y + dy - place.y);
        expected += r <= 700.0 ? patch.people_day / (across * across) : 0.0;
      }
    }
    BOOST_TEST(near == expected, boost::test_tools::tolerance(0.005));
    BOOST_TEST(tree.within(place, 700.0) == (expected > 0.0));
  }
}

BOOST_AUTO_TEST_CASE(a_curve_keeps_what_was_added_and_forgets_what_was_taken_away) {
  FnCurve curve;
  curve.add(3.0, 2e-6);
  curve.add(40.0, 1e-7);
  curve.add(0.2, 1e-4);
  curve.add(0.0, 1.0);
  curve.add(7.0, 1e-3);
  curve.add(7.0, -1e-3);
  const std::vector<FnStep> steps = curve.steps();
  BOOST_REQUIRE_EQUAL(steps.size(), 3U);
  BOOST_TEST(steps[1].deaths == 3.0);
  BOOST_TEST(frequency_of_at_least(steps, 1.0) == 2.1e-6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(frequency_of_at_least(steps, 40.0) == 1e-7);
  BOOST_TEST(frequency_of_at_least(steps, 41.0) == 0.0);
  BOOST_TEST(curve.expected_deaths_per_year() == 3.0 * 2e-6 + 40.0 * 1e-7 + 0.2 * 1e-4,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
