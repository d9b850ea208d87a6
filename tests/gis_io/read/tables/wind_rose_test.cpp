// A wind rose is complete, adds up, and has equal sectors, or it is refused.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/tables/wind_rose_table.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

struct RoseCase : TableCase {
  explicit RoseCase(const std::string& rows, const std::string& header = "from_deg,stability,speed_m_s,frequency\n")
      : TableCase(header + rows), rose(read_wind_rose(config, problems)) {}
  WindRose rose;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(wind_rose)

BOOST_AUTO_TEST_CASE(a_rose_with_calms) {
  const RoseCase t("0,D,3,0.3\n90,E-F,2,0.2\n180,D,3,0.2\n270,D,4,0.2\n,F,0.4,0.1\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(t.rose.rows.size() == 5U);
  BOOST_CHECK(t.rose.rows[1].stability == Stability::EF);
  BOOST_TEST(!t.rose.rows[4].from_deg.has_value());
}

BOOST_AUTO_TEST_CASE(trap_360_is_0_north_may_be_written_360) {
  const RoseCase t("90,D,3,0.25\n180,D,3,0.25\n270,D,3,0.25\n360,D,3,0.25\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(t.rose.rows.back().from_deg.value() == 0.0);
}

BOOST_AUTO_TEST_CASE(the_bundled_rose_is_sound) {
  LayerConfig config = config_for(std::string(SISE_SOURCE_DIR) + "/examples/binjiang/wind_rose.csv");
  Problems problems;
  BOOST_TEST(read_wind_rose(config, problems).rows.size() == 96U);
  BOOST_TEST(problems.all().empty(), all_of(problems.all()));
}

BOOST_AUTO_TEST_CASE(a_wrong_sum_is_told) {
  const RoseCase t(",D,3,0.5\n,F,2,0.4\n");
  BOOST_TEST(t.the("rose_sum").message.en.find("0.9") != std::string::npos, t.said());
  BOOST_TEST(!RoseCase(",D,3,0.5\n,F,2,0.4999995\n").problems.has_errors());
  BOOST_TEST(RoseCase(",D,3,0.5\n,F,2,0.499998\n").says("rose_sum"));
}

BOOST_AUTO_TEST_CASE(percentages_are_recognised) {
  const RoseCase t("0,D,3,50\n180,D,3,25.3\n,F,2,24.8\n");
  BOOST_TEST(t.says("rose_percent"), t.said());
  BOOST_TEST(t.problems.all().size() == 1U, t.said());
  BOOST_TEST(t.the("rose_percent").remedy.en.find("[%]") != std::string::npos);
  BOOST_TEST(RoseCase(",D,3,50 %\n,F,2,50%\n").problems.all().empty());
  BOOST_TEST(RoseCase(",D,3,1.5\n,F,2,0.2\n").says("out_of_range"));
}

BOOST_AUTO_TEST_CASE(rounding_is_scaled_away_only_when_asked) {
  const std::string rows = ",D,3,0.501\n,F,2,0.5\n";
  BOOST_TEST(RoseCase(rows).the("rose_sum").remedy.en.find("normalise = true") != std::string::npos);
  TableCase t("from_deg,stability,speed_m_s,frequency\n" + rows);
  t.config.normalise = true;
  const WindRose rose = read_wind_rose(t.config, t.problems);
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.says("rose_normalised"));
  BOOST_TEST(rose.rows[0].frequency + rose.rows[1].frequency == 1.0, boost::test_tools::tolerance(1e-12));
  TableCase far("from_deg,stability,speed_m_s,frequency\n,D,3,0.9\n");
  far.config.normalise = true;
  static_cast<void>(read_wind_rose(far.config, far.problems));
  BOOST_TEST(far.says("rose_sum"));
}

BOOST_AUTO_TEST_CASE(numbered_classes_and_still_air_are_told_with_what_to_write) {
  BOOST_TEST(RoseCase(",4,3,1\n").the("unknown_stability").remedy.en.find("4 is D") != std::string::npos);
  BOOST_TEST(RoseCase(",D,0,1\n").the("calm_without_speed").remedy.en.find("0.5 m/s") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(columns_that_come_close_are_asked_about) {
  const Diagnostic d =
      RoseCase(",D,3,1,day\n", "from_deg,stability,speed_m_s,frequency,Period\n").the("nearly_our_field");
  BOOST_TEST(d.message.en.find("'period'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(unequal_sectors) {
  BOOST_TEST(RoseCase("0,D,3,0.5\n90,D,3,0.25\n180,D,3,0.25\n").says("rose_sectors"));
  BOOST_TEST(
      RoseCase("0,D,3,0.5\n100,D,3,0.25\n180,D,3,0.125\n270,D,3,0.125\n").the("rose_sectors").message.en.find("90") !=
      std::string::npos);
  BOOST_TEST(RoseCase("90,D,3,1\n").says("rose_one_direction"));
}

BOOST_AUTO_TEST_CASE(rows_that_are_wrong) {
  BOOST_TEST(RoseCase(",D,3,-0.1\n,D,2,1.1\n").says("out_of_range"));
  BOOST_TEST(RoseCase(",D,nan,1\n").says("not_a_number"));
  BOOST_TEST(RoseCase(",D,,1\n").says("blank_value"));
  BOOST_TEST(RoseCase(",G,3,1\n").the("unknown_stability").remedy.en.find("E-F") != std::string::npos);
  BOOST_TEST(RoseCase("400,D,3,1\n").says("out_of_range"));
  BOOST_TEST(RoseCase("north,D,3,1\n").says("not_a_number"));
  BOOST_TEST(RoseCase("0,D,3,0.5\n360,D,3,0.5\n").the("duplicate_row").where.line == 3);
  BOOST_TEST(RoseCase("").says("empty_layer"));
}

BOOST_AUTO_TEST_CASE(columns_that_are_missing) {
  BOOST_TEST(RoseCase("D,3,1\n", "stability,speed_m_s,frequency\n").says("missing_field"));
  BOOST_TEST(
      RoseCase(",D,3,1\n", "from_deg,stability,speed,frequency\n").the("missing_field").remedy.en.find("speed") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(periods) {
  const std::string header = "from_deg,stability,speed_m_s,frequency,period\n";
  BOOST_TEST(RoseCase(",D,3,0.5,day\n,D,3,0.5,night\n", header).problems.all().empty());
  BOOST_TEST(RoseCase(",D,3,1,noon\n", header).says("unknown_period"));
}

BOOST_AUTO_TEST_SUITE_END()
