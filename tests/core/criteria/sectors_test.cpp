#include "core/criteria/sectors.hpp"

#include <boost/test/unit_test.hpp>

namespace sise {
namespace {

const SectorPack kPack{"two",
                       {"two", "两个"},
                       "made up",
                       Confidence::seen,
                       {{"chemicals", {"Chemicals", "危化"}, {"危险化学品", "化工"}, {}},
                        {"dust", {"Dust", "粉尘"}, {"粉尘涉爆"}, {UnitKind::dust_process}}}};

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_stated_goes_before_the_kind) {
  const SectorOf of = sector_of(" 化工 ", UnitKind::dust_process, kPack);
  BOOST_REQUIRE(of.sector);
  BOOST_TEST(of.sector->id == "chemicals");
  BOOST_TEST((of.basis == SectorBasis::stated));
}

BOOST_AUTO_TEST_CASE(the_kind_tells_only_where_nothing_is_stated) {
  BOOST_TEST(sector_of("", UnitKind::dust_process, kPack).sector->id == "dust");
  BOOST_TEST((sector_of("", UnitKind::dust_process, kPack).basis == SectorBasis::by_kind));
  BOOST_TEST(sector_of("渔业", UnitKind::dust_process, kPack).sector == nullptr);
  BOOST_TEST((sector_of("渔业", UnitKind::dust_process, kPack).basis == SectorBasis::unknown_word));
  BOOST_TEST((sector_of(" ", UnitKind::pump, kPack).basis == SectorBasis::not_stated));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_word_is_no_word) {
  BOOST_TEST(sector_of("化工园区", UnitKind::pump, kPack).sector == nullptr);
}

}  // namespace sise
