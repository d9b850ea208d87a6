// Where the dangers of a ledger lie, and which points they lift.
#include <boost/test/unit_test.hpp>

#include "core/runs/rate.hpp"
#include "gis_io/read/packs/register_packs.hpp"

using namespace sise;

namespace {

MultiPolygon kilometre(double x) { return {{{{x, 0}, {x + 1000, 0}, {x + 1000, 1000}, {x, 1000}, {x, 0}}, {}}}; }

/// The enterprise stands in 东镇, its second point in 西镇; every danger is open and major.
Register two_towns(std::size_t dangers) {
  Register reg;
  reg.cells = {.x_min = 0.0, .y_max = 1000.0, .cell_m = 250.0, .columns = 8, .rows = 4, .crs = "EPSG:4549"};
  reg.sets.resize(1);
  reg.sets[0].level = BoundaryLevel::township;
  reg.sets[0].areas = {{"E", "东镇", kilometre(0)}, {"W", "西镇", kilometre(1000)}};
  reg.point_rules.methods = {point_method("ls_20_15_9")};
  reg.area_rules = area_rules("area-statistics");
  reg.enterprise_rules.four_input = score_sheet("four_input");
  reg.enterprise_rules.five_input = score_sheet("five_input");
  reg.enterprise_rules.sz_standardisation = score_sheet("sz_standardisation");
  for (const double x : {100.0, 1100.0}) {
    RiskPoint point;
    point.id = "P" + std::to_string(reg.points.size());
    point.enterprise_name = "甲公司";
    point.factors = {1.0, 1.0};
    point.where.coordinates = Point{x, 100.0};
    reg.points.push_back(std::move(point));
  }
  EnterpriseRecord firm;
  firm.name = firm.id = "甲公司";
  firm.where.coordinates = Point{200.0, 200.0};
  reg.enterprises.push_back(std::move(firm));
  reg.dangers.resize(dangers);
  for (HiddenDanger& danger : reg.dangers) {
    danger.enterprise_name = "甲公司";
    danger.major = true;
  }
  return reg;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_danger_lies_at_its_own_place_then_its_points_then_its_enterprises) {
  Register reg = two_towns(4);
  reg.dangers[0].where.coordinates = Point{1500.0, 300.0};
  reg.dangers[1].point_id = "P1";
  reg.dangers[3].enterprise_name = "乙公司";  // known from the ledger alone
  reg.dangers[3].where.town = "西镇";
  const RateResult result = rate(reg, nullptr);
  BOOST_TEST((result.danger_areas == std::vector<std::int32_t>{1, 1, 0, 1}));
  BOOST_TEST((*result.danger_places[0].at == Point{1500.0, 300.0}));
  BOOST_TEST((*result.danger_places[1].at == Point{1100.0, 100.0}));
  BOOST_TEST((*result.danger_places[2].at == Point{200.0, 200.0}));
  BOOST_TEST(result.sets[0].areas[1].dangers.major == 3);
}

BOOST_AUTO_TEST_CASE(a_danger_that_names_a_strange_point_lifts_its_own_enterprise) {
  Register reg = two_towns(1);
  reg.points[1].enterprise_name = "乙公司";
  reg.dangers[0].point_id = "P1";
  const RateResult result = rate(reg, nullptr);
  BOOST_TEST((result.points[0].grade.current == Grade::red));
  BOOST_TEST((result.points[1].grade.current == Grade::blue));
}

BOOST_AUTO_TEST_CASE(a_point_without_a_town_counts_in_its_enterprises) {
  Register reg = two_towns(0);
  reg.points[1].where = {};
  reg.enterprises[0].where = {};
  reg.enterprises[0].where.town = "西镇";
  const RateResult result = rate(reg, nullptr);
  BOOST_TEST((result.points[1].placement.place == PlaceClass::township));
  BOOST_TEST(result.sets[0].areas[1].current.total() == 1);
}
