// F-N lines of several countries, and whom accidents kill indoors and out, as built in.
#include "gis_io/read/packs/societal_packs.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "gis_io/read/packs/packs.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/read/packs/own_file.hpp"

using namespace sise;

namespace {

struct Published {
  std::string id;
  double upper_at_100;
  double lower_at_100;  ///< 0: no such line
  bool ends;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(societal_packs)

BOOST_AUTO_TEST_CASE(lines_have_their_published_frequencies_at_a_hundred_deaths) {
  const std::vector<Published> all{
      {"gb36894-2018", 1e-5, 1e-7, true}, {"hk", 1e-5, 1e-7, true},       {"nl_orientation", 1e-7, 0.0, false},
      {"nl_1990", 1e-7, 1e-9, false},     {"uk_r2p2", 1e-4, 1e-6, false}, {"ch_stfv", 1e-7, 1e-9, false},
      {"cz_existing", 1e-7, 0.0, false},  {"cz_new", 1e-8, 0.0, false},   {"be_vl", 1e-6, 0.0, false}};
  for (const Published& published : all) {
    const FnCriterion lines = fn_lines(published.id);
    BOOST_TEST_CONTEXT(published.id) {
      BOOST_TEST(lines.upper.at(100.0) == published.upper_at_100, boost::test_tools::tolerance(1e-9));
      BOOST_TEST(lines.lower.has_value() == (published.lower_at_100 > 0.0));
      if (lines.lower) BOOST_TEST(lines.lower->at(100.0) == published.lower_at_100, boost::test_tools::tolerance(1e-9));
      BOOST_TEST(lines.largest_n.has_value() == published.ends);
      BOOST_TEST(!lines.source.empty());
      BOOST_TEST(!lines.title.zh.empty());
    }
  }
  BOOST_TEST(fn_lines_ids().size() == all.size() - 1);
}

// HSE, R2P2: 50 deaths once in 5,000 years.
BOOST_AUTO_TEST_CASE(r2p2_the_one_point_that_was_published) {
  BOOST_TEST(fn_lines("uk_r2p2").upper.at(50.0) == 1.0 / 5000.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(aqt3046_table_10) {
  const PeopleVulnerability people = people_vulnerability("aqt3046-2013");
  BOOST_TEST(people.toxic_outdoors == 1.0);
  BOOST_TEST(people.toxic_indoors == 0.1);
  BOOST_TEST(people.heat_outdoors == 0.14);
  BOOST_TEST(people.heat_indoors == 0.0);
  BOOST_TEST(people.lethal_radiation_w_m2 == 37500.0);
  BOOST_TEST(people.flame_indoors == 1.0);
  BOOST_TEST(people.lethal_overpressure_pa == 30000.0);
  BOOST_TEST(people.indoors_overpressure_pa == 10000.0);
  BOOST_TEST(people.indoors_overpressure_death == 0.025);
}

BOOST_AUTO_TEST_CASE(unknown_lines_are_answered_with_the_nearest) {
  BOOST_CHECK_THROW((void)fn_lines("nl_1991"), ConfigError);
  BOOST_CHECK_THROW((void)people_vulnerability("aqt3046"), ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
