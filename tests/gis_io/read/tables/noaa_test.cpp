// NOAA's archive: positions and codes as its format documents give them; the lines are made up.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "gis_io/read/tables/noaa_record.hpp"
#include "gis_io/read/tables/station_table.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// One line of ISD.
struct Isd {
  std::string time = "202301010000";
  std::string kind = "FM-12";
  std::string wind = "2701N00311";  ///< direction, quality, type, speed, quality
  std::string additional;
  [[nodiscard]] std::string line() const {
    // Control section to position 60, mandatory section to 105.
    return "0130" + std::string("584570") + "99999" + time + "4" + "+31600" + "+120000" + kind + "+0005" + "ABCDE" +
           "V020" + wind + "99999" + "9" + "9" + "9" + "999999" + "9" + "9" + "9" + "+00501" + "+00101" + "102151" +
           (additional.empty() ? "" : "ADD" + additional) + "\n";
  }
};

struct NoaaCase : TableCase {
  explicit NoaaCase(const std::string& text, StationTableRules rules = {})
      : TableCase(text), record(read_station_record(config, rules, problems)) {}
  StationRecord record;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(noaa)

BOOST_AUTO_TEST_CASE(a_line_of_isd) {
  BOOST_REQUIRE(Isd{}.line().size() == 106U);
  const NoaaCase t(Isd{.additional = "GF105991021999999999999"}.line());
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.says("noaa_record"));
  const StationHour& hour = t.record.hours.at(0);
  BOOST_TEST(to_string(hour.time) == "2023-01-01 00:00");
  BOOST_TEST(hour.from_deg.value() == 270.0);
  BOOST_TEST(hour.speed_m_s.value() == 3.1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(hour.total_cloud_tenths.value() == 6);  // 5 oktas
  BOOST_TEST(hour.low_cloud_tenths.value() == 3);    // 2 oktas
  BOOST_TEST(t.record.utc_offset_h.value() == 0.0);
  BOOST_TEST(t.record.place->latitude_deg == 31.6);
  BOOST_TEST(t.record.place->longitude_deg == 120.0);
}

BOOST_AUTO_TEST_CASE(calm_variable_missing_and_mistrusted_winds) {
  std::string text;
  int hour = 0;
  for (const char* wind : {"9991C00001", "9991V00201", "9999999999", "2703N00311", "2701N00313", "9999900001"}) {
    text += Isd{.time = fmt::format("20230101{:02}00", hour++), .wind = wind}.line();
  }
  const NoaaCase t(text);
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.record.hours[0].any_direction);
  BOOST_TEST(t.record.hours[0].speed_m_s.value() == 0.0);
  BOOST_TEST(t.record.hours[1].any_direction);
  BOOST_TEST(!t.record.hours[2].speed_m_s.has_value());
  BOOST_TEST(!t.record.hours[3].from_deg.has_value());   // direction marked erroneous
  BOOST_TEST(!t.record.hours[4].speed_m_s.has_value());  // speed marked erroneous
  BOOST_TEST(t.record.hours[5].any_direction);           // type 9 beside speed 0 is calm
}

BOOST_AUTO_TEST_CASE(one_report_for_an_hour_and_no_summaries) {
  const NoaaCase t(Isd{.time = "202301010030", .wind = "0901N00101"}.line() +
                   Isd{.time = "202301010053", .wind = "1001N00201"}.line() +
                   Isd{.time = "202301010100", .wind = "1101N00301"}.line() +
                   Isd{.time = "202301010100", .kind = "SOD  ", .wind = "9999999999"}.line());
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_REQUIRE(t.record.hours.size() == 1U);
  BOOST_TEST(t.record.hours[0].from_deg.value() == 110.0);
  BOOST_TEST(t.the("noaa_record").message.en.find("2 further reports") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(layers_of_an_automatic_report_give_the_total) {
  const NoaaCase t(Isd{.kind = "FM-15", .additional = "GA1021+006001999GA2071+012001999"}.line());
  BOOST_TEST(t.record.hours[0].total_cloud_tenths.value() == 9);  // 7 oktas
  BOOST_TEST(!t.record.hours[0].low_cloud_tenths.has_value());
}

BOOST_AUTO_TEST_CASE(isd_lite) {
  StationTableRules rules;
  rules.missing_low_cloud = MissingLowCloud::as_total;
  const NoaaCase t(
      "2023 01 01 00    50    10 10215   270    31     4 -9999 -9999\n"
      "2023 01 01 01    50    10 10215     0     0     8 -9999 -9999\n"
      "2023 01 01 02    50    10 10215 -9999 -9999 -9999 -9999 -9999\n",
      rules);
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.record.hours[0].from_deg.value() == 270.0);
  BOOST_TEST(t.record.hours[0].speed_m_s.value() == 3.1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(t.record.hours[0].total_cloud_tenths.value() == 5);
  BOOST_TEST(t.record.hours[1].any_direction);
  BOOST_TEST(t.record.hours[1].total_cloud_tenths.value() == 10);
  BOOST_TEST(!t.record.hours[2].speed_m_s.has_value());
  BOOST_TEST(!t.record.place.has_value());
}

BOOST_AUTO_TEST_CASE(global_hourly_csv) {
  const NoaaCase t(
      "\"STATION\",\"DATE\",\"LATITUDE\",\"LONGITUDE\",\"REPORT_TYPE\",\"WND\",\"GF1\"\n"
      "\"58457\",\"2023-01-01T00:00:00\",\"31.6\",\"120.0\",\"FM-12\",\"270,1,N,0031,1\",\"05,99,1,02,1,99,9,99999,9,"
      "99,9,99,9\"\n");
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.record.hours[0].speed_m_s.value() == 3.1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(t.record.hours[0].low_cloud_tenths.value() == 3);
  BOOST_TEST(t.record.place->latitude_deg == 31.6);
}

BOOST_AUTO_TEST_CASE(the_user_may_not_contradict_its_clock) {
  StationTableRules rules;
  rules.utc_offset_h = 8.0;
  BOOST_TEST(NoaaCase(Isd{}.line(), rules).says("clock_differs"));
}

BOOST_AUTO_TEST_CASE(a_line_that_breaks_the_format_is_told_with_its_number) {
  TableCase t(Isd{}.line() + "0130 rubbish\n");
  BOOST_CHECK_EXCEPTION(static_cast<void>(read_noaa_record(t.config)), InputError,
                        [](const InputError& e) { return e.diagnostics().front().where.line == 2; });
}

BOOST_AUTO_TEST_CASE(other_files_are_none_of_these) {
  for (const char* text : {"time,wind\n1,2\n", "", "2023 01 01\n", "{}", "\n\n"}) {
    const TableCase t(text);
    BOOST_TEST(!read_noaa_record(t.config).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
