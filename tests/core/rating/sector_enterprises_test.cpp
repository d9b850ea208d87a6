#include "core/rating/sector_enterprises.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/core/rating/small_study.hpp"

namespace sise {
namespace {

using testing::at;
using testing::empty_study;
using testing::ground_box;
using testing::unit_of;

const SectorPack kPack{"two",
                       {"two", "两个"},
                       "made up",
                       Confidence::seen,
                       {{"chemicals", {"Chemicals", "危化"}, {"化工"}, {}}, {"dust", {"Dust", "粉尘"}, {"粉尘"}, {}}}};

Unit unit(const std::string& id, const std::string& enterprise, const std::string& sector, Point place) {
  Unit made = unit_of(id, at(place));
  made.enterprise = enterprise;
  made.sector = sector;
  return made;
}

/// E1 has units of two sectors, E2 of one, E3 of none of the layers; E4 lies beyond the district.
Study study_of_four() {
  Study study = empty_study(50.0);
  study.units = {unit("A", "E1", "粉尘", {1000.0, 1000.0}), unit("B", "E1", "化工", {1010.0, 1000.0}),
                 unit("C", "E1", "化工", {1020.0, 1000.0}), unit("D", "E2", "化工", {7000.0, 1000.0}),
                 unit("E", "E3", "渔业", {1000.0, 1000.0}), unit("F", "E4", "化工", {9990.0, 9990.0})};
  return study;
}

const std::vector<ColourCode> kColours{ColourCode::blue,   ColourCode::yellow, ColourCode::red,
                                       ColourCode::orange, ColourCode::blue,   ColourCode::outside};

}  // namespace

BOOST_AUTO_TEST_SUITE(sectors)

BOOST_AUTO_TEST_CASE(an_enterprise_is_in_every_layer_that_it_has_units_of_with_the_worst_of_those) {
  const auto all = sector_enterprises(study_of_four(), kColours, {{"E1", 2}}, kPack);
  BOOST_REQUIRE(all.size() == 5U);
  BOOST_TEST(all[0].enterprise == "E1");
  BOOST_TEST(all[0].sector->id == "chemicals");
  BOOST_TEST(all[0].units.size() == 2U);
  BOOST_TEST((all[0].worst == ColourCode::red));
  BOOST_TEST(*all[0].hazard_level == 2);
  BOOST_TEST(all[3].sector->id == "dust");
  BOOST_TEST((all[3].worst == ColourCode::blue));
  BOOST_TEST(all[4].sector == nullptr);  // told last
  BOOST_TEST(all[4].stated == "渔业");
}

BOOST_AUTO_TEST_CASE(sums_over_areas_and_rest_are_the_district) {
  const auto all = sector_enterprises(study_of_four(), kColours, {{"E1", 2}}, kPack);
  const std::vector<MultiPolygon> west{ground_box(0.0, 0.0, 5000.0, 10000.0)};
  const auto sums = sector_sums(all, kPack, west);
  BOOST_REQUIRE(sums.size() == 2U);
  BOOST_TEST(sums[0].at(0).enterprises.at(1) == 1);
  BOOST_TEST(sums[0].at(0).units == 2);
  BOOST_TEST(sums[0].at(0).major_hazards == 1);
  BOOST_TEST(sums[0].at(2).enterprises.at(4) == 1);
  BOOST_TEST(sums[1].at(0).enterprises.at(2) == 1);
  const std::vector<MultiPolygon> whole{ground_box(0.0, 0.0, 10000.0, 10000.0)};
  const auto district = sector_sums(all, kPack, whole);
  BOOST_TEST(district[0].at(0).units == sums[0].at(0).units + sums[1].at(0).units);
  BOOST_TEST(district[1].empty());
  BOOST_TEST(*worst_colour(district[0].at(0)) == 1);
  BOOST_TEST(!worst_colour(SectorSum{}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
