// Station records as offices keep them: found, understood, or refused with the line and the remedy.
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

#include "gis_io/read/tables/compass.hpp"
#include "gis_io/read/tables/observation_time.hpp"
#include "gis_io/read/tables/station_table.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;
using boost::test_tools::tolerance;

namespace {

struct RecordCase : TableCase {
  explicit RecordCase(const std::string& csv, std::map<std::string, std::string> fields = {},
                      StationTableRules rules = {})
      : TableCase(csv, std::move(fields)), record(read_station_record(config, rules, problems)) {}
  StationRecord record;
};

const std::string kHeader = "time,wind_from_deg,wind_speed_m_s,total_cloud,low_cloud\n";

RecordCase rows(const std::string& text, StationTableRules rules = {}) { return RecordCase(kHeader + text, {}, rules); }

}  // namespace

BOOST_AUTO_TEST_SUITE(station)

BOOST_AUTO_TEST_CASE(sixteen_points_in_both_languages) {
  const std::map<std::string, double> points{
      {"N", 0.0},          {"nne", 22.5}, {"东北偏北", 22.5},  {"北东北", 22.5}, {"北北东", 22.5},    {"东北", 45.0},
      {"东北风", 45.0},    {"ENE", 67.5}, {"东", 90.0},        {"东风", 90.0},   {"东南偏东", 112.5}, {"SE", 135.0},
      {"南东南", 157.5},   {"S", 180.0},  {"西南偏南", 202.5}, {"西南", 225.0},  {"WSW", 247.5},      {"西", 270.0},
      {"西北偏西", 292.5}, {"NW", 315.0}, {"北西北", 337.5}};
  for (const auto& [text, degrees] : points) BOOST_TEST(compass_point_deg(text).value_or(-1.0) == degrees, text);
  BOOST_TEST(!compass_point_deg("").has_value());
  BOOST_TEST(!compass_point_deg("风").has_value());
  BOOST_TEST(!compass_point_deg("NEN").has_value());
  BOOST_TEST(says_calm("静风"));
  BOOST_TEST(says_calm("c"));
  BOOST_TEST(says_variable("VRB"));
}

BOOST_AUTO_TEST_CASE(times_as_people_write_them) {
  for (const char* text : {"2023-07-01 08:00", "2023/7/1 8:00:00", "2023-07-01T08:00", "2023年7月1日8时", "2023070108",
                           "20230701 0800", "2023.7.1 8", "202307010800"}) {
    const auto time = written_time(text);
    BOOST_REQUIRE_MESSAGE(time && time->has_hour, text);
    BOOST_TEST(to_string(*clock_minute(time->date)) == "2023-07-01 08:00", text);
  }
  BOOST_TEST(!written_time("2023-07-01")->has_hour);
  for (const char* text : {"", "01/07/2023 08:00", "noon", "2023-07", "2023-07-01 08:00 x"}) {
    BOOST_TEST(!written_time(text).has_value(), text);
  }
  BOOST_TEST(written_time("2023-07-01T00:00Z")->utc_offset_h.value() == 0.0);
  BOOST_TEST(written_time("2023-07-01T08:00:00+08:00")->utc_offset_h.value() == 8.0);
  BOOST_TEST(written_time("2023-07-01 08:00-0530")->utc_offset_h.value() == -5.5);
  BOOST_TEST(!written_time("2023-07-01 08:00")->utc_offset_h.has_value());
}

BOOST_AUTO_TEST_CASE(a_plain_record) {
  const RecordCase t = rows("2023-01-01 00:00,90,3.2,8,5\n2023-01-01 01:00,360,2.0,0,0\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_REQUIRE(t.record.hours.size() == 2U);
  BOOST_TEST(t.record.hours[0].from_deg.value() == 90.0);
  BOOST_TEST(t.record.hours[0].total_cloud_tenths.value() == 8);
  BOOST_TEST(t.record.hours[1].from_deg.value() == 0.0);  // 360 is north
}

BOOST_AUTO_TEST_CASE(chinese_columns_in_gb18030_are_recognised) {
  const std::string text = "年,月,日,时,风向,风速(m/s),总云量,低云量\n2023,1,1,5,东北偏北,2.5,6,3\n";
  const RecordCase t(*from_utf8(text, "GB18030"));
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_REQUIRE(t.record.hours.size() == 1U);
  BOOST_TEST(to_string(t.record.hours[0].time) == "2023-01-01 05:00");
  BOOST_TEST(t.record.hours[0].from_deg.value() == 22.5);
  BOOST_TEST(t.record.hours[0].low_cloud_tenths.value() == 3);
}

BOOST_AUTO_TEST_CASE(units_in_brackets_count) {
  const RecordCase tenths("时间,风向,风速(0.1m/s)\n2023-01-01 00:00,E,32\n");
  BOOST_TEST(tenths.record.hours.at(0).speed_m_s.value() == 3.2, tolerance(1e-12));
  const RecordCase knots("time,wind direction,wind speed [kn]\n2023-01-01 00:00,E,10\n");
  BOOST_TEST(knots.record.hours.at(0).speed_m_s.value() == 5.1444444, tolerance(1e-6));
  BOOST_TEST(RecordCase("时间,风向,风速(级)\n2023-01-01 00:00,E,3\n").says("unknown_unit"));
  const RecordCase mapped("t,d,s\n2023-01-01 00:00,E,36\n",
                          {{"time", "t"}, {"wind_from_deg", "d"}, {"wind_speed_m_s", "s [km/h]"}});
  BOOST_TEST(mapped.record.hours.at(0).speed_m_s.value() == 10.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(two_columns_for_one_name_are_asked_about) {
  const RecordCase t("时间,2分钟平均风向,10分钟平均风向,风速\n2023-01-01 00:00,E,E,3\n");
  BOOST_TEST(t.the("ambiguous_field").remedy.en.find("--set fields.wind_from_deg") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(missing_values_are_never_used) {
  for (const char* missing : {"999999", "9999", "999.9", "-999", "32766", "", "-", "NA", "缺测", "999"}) {
    const RecordCase t = rows("2023-01-01 00:00,90," + std::string(missing) + ",8,5\n");
    BOOST_TEST(!t.problems.has_errors(), t.said());
    BOOST_TEST(!t.record.hours.at(0).speed_m_s.has_value(), missing);
    BOOST_TEST(t.record.tally.without_speed == 1);
    const RecordCase cloud = rows("2023-01-01 00:00,90,3," + std::string(missing) + ",5\n");
    BOOST_TEST(!cloud.record.hours.at(0).total_cloud_tenths.has_value(), missing);
    const RecordCase direction = rows("2023-01-01 00:00," + std::string(missing) + ",3,8,5\n");
    BOOST_TEST(!direction.record.hours.at(0).from_deg.has_value(), missing);
    BOOST_TEST(!direction.record.hours.at(0).any_direction);
    BOOST_TEST(direction.record.tally.without_direction == 1);
  }
  StationTableRules rules;
  rules.missing.numbers = {77.7};
  BOOST_TEST(!rows("2023-01-01 00:00,90,77.7,8,5\n", rules).record.hours.at(0).speed_m_s.has_value());
}

// Calm has many spellings and no direction.
BOOST_AUTO_TEST_CASE(trap_calm_codes) {
  for (const char* row : {"C,0", "静风,0.2", "0,0", "999017,0", "270,0.3", ",0", "999999,0.1"}) {
    const RecordCase t = rows("2023-01-01 00:00," + std::string(row) + ",8,5\n");
    BOOST_TEST(!t.problems.has_errors(), t.said());
    BOOST_TEST(t.record.hours.at(0).any_direction, row);
    BOOST_TEST(!t.record.hours.at(0).from_deg.has_value(), row);
    BOOST_TEST(t.record.tally.without_direction == 0);
  }
  const RecordCase windy = rows("2023-01-01 00:00,C,3,8,5\n");
  BOOST_TEST(windy.record.hours.at(0).any_direction);
  BOOST_TEST(windy.record.tally.calm_with_wind == 1);
}

BOOST_AUTO_TEST_CASE(direction_zero_with_wind_is_north_and_counted) {
  const RecordCase t = rows("2023-01-01 00:00,0,3,8,5\n");
  BOOST_TEST(t.record.hours.at(0).from_deg.value() == 0.0);
  BOOST_TEST(t.record.tally.zero_as_north == 1);
}

BOOST_AUTO_TEST_CASE(a_variable_wind) {
  const RecordCase t = rows("2023-01-01 00:00,VRB,1.5,8,5\n");
  BOOST_TEST(t.record.hours.at(0).any_direction);
  BOOST_TEST(t.record.tally.variable == 1);
}

BOOST_AUTO_TEST_CASE(clouds_in_three_units) {
  const auto tenths = [](CloudUnit unit, const std::string& cloud) {
    StationTableRules rules;
    rules.cloud_unit = unit;
    return rows("2023-01-01 00:00,90,3," + cloud + ",0\n", rules).record.hours.at(0).total_cloud_tenths.value_or(-1);
  };
  BOOST_TEST(tenths(CloudUnit::tenths, "7") == 7);
  BOOST_TEST(tenths(CloudUnit::oktas, "4") == 5);
  BOOST_TEST(tenths(CloudUnit::oktas, "8") == 10);
  BOOST_TEST(tenths(CloudUnit::oktas, "9") == 10);  // the sky cannot be seen
  BOOST_TEST(tenths(CloudUnit::percent, "99") == 10);
  BOOST_TEST(tenths(CloudUnit::tenths, "99") == -1);
  BOOST_TEST(rows("2023-01-01 00:00,90,3,40,10\n").the("impossible_value").remedy.en.find("cloud_unit") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(low_cloud_that_is_not_recorded) {
  const std::string row = "2023-01-01 00:00,90,3,8,\n";
  StationTableRules rules;
  BOOST_TEST(!rows(row, rules).record.hours.at(0).low_cloud_tenths.has_value());
  BOOST_TEST(rows(row, rules).record.tally.without_cloud == 1);
  BOOST_TEST(rows("2023-01-01 00:00,90,3,0,\n", rules).record.hours.at(0).low_cloud_tenths.value() == 0);
  rules.missing_low_cloud = MissingLowCloud::as_total;
  BOOST_TEST(rows(row, rules).record.hours.at(0).low_cloud_tenths.value() == 8);
  rules.missing_low_cloud = MissingLowCloud::none;
  BOOST_TEST(rows(row, rules).record.hours.at(0).low_cloud_tenths.value() == 0);
}

BOOST_AUTO_TEST_CASE(everything_wrong_is_told_at_once_with_line_value_and_remedy) {
  const RecordCase t = rows(
      "2023-01-01 00:00,90,3,8,5\n"
      "2023-02-30 00:00,90,3,8,5\n"
      "2023-01-01 02:00,400,3,8,5\n"
      "2023-01-01 03:00,90,320,8,5\n"
      "2023-01-01 04:00,90,fast,8,5\n"
      "2023-01-01 05:00,90,3,4,5\n"
      "2023-01-01 06:00,north-ish,3,8,5\n");
  BOOST_TEST(t.the("bad_time").where.line == 3);
  BOOST_TEST(t.the("bad_time").message.en.find("2023-02-30") != std::string::npos);
  BOOST_TEST(t.the("impossible_value").where.line == 4);
  BOOST_TEST(t.the("impossible_value").message.en.find("400") != std::string::npos);
  BOOST_TEST(t.the("not_a_number").where.line == 6);
  BOOST_TEST(t.the("low_above_total").where.line == 7);
  for (const Diagnostic& d : t.problems.all()) {
    BOOST_TEST(!d.remedy.en.empty(), d.code);
    BOOST_TEST(!d.remedy.zh.empty(), d.code);
  }
}

BOOST_AUTO_TEST_CASE(the_same_fault_in_many_rows_is_one_message) {
  const RecordCase t = rows("2023-01-01 00:00,90,300,8,5\n2023-01-01 01:00,90,300,8,5\n2023-01-01 02:00,90,300,8,5\n");
  BOOST_TEST(t.problems.all().size() == 1U, t.said());
  BOOST_TEST(t.the("impossible_value").message.en.find("and 2 more: 3, 4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_hour_twice) {
  const RecordCase same = rows("2023-01-01 00:00,90,3,8,5\n2023-01-01 00:00,90,3,8,5\n");
  BOOST_TEST(!same.problems.has_errors());
  BOOST_TEST(same.record.hours.size() == 1U);
  BOOST_TEST(same.record.tally.repeated == 1);
  const RecordCase other = rows("2023-01-01 00:00,90,3,8,5\n2023-01-01 00:00,180,3,8,5\n");
  BOOST_TEST(other.the("two_readings").where.line == 3);
  BOOST_TEST(other.the("two_readings").message.en.find("(2)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rows_may_come_in_any_order) {
  const RecordCase t = rows("2023-01-01 02:00,90,3,8,5\n2023-01-01 00:00,90,3,8,5\n2022-12-31 24:00,90,3,8,5\n");
  BOOST_TEST(t.record.hours.size() == 2U);  // 24:00 is 0:00 of the next day
  BOOST_TEST(to_string(t.record.hours[0].time) == "2023-01-01 00:00");
}

BOOST_AUTO_TEST_CASE(clocks) {
  const RecordCase zoned = rows("2023-01-01T00:00Z,90,3,8,5\n2023-01-01T09:00+08:00,90,3,8,5\n");
  BOOST_TEST(zoned.record.utc_offset_h.value() == 0.0);
  BOOST_TEST(to_string(zoned.record.hours.at(1).time) == "2023-01-01 01:00");
  const RecordCase named("时间(世界时),风向,风速\n2023-01-01 00:00,E,3\n");
  BOOST_TEST(named.record.utc_offset_h.value() == 0.0);
  StationTableRules rules;
  rules.utc_offset_h = 8.0;
  BOOST_TEST(RecordCase("时间(世界时),风向,风速\n2023-01-01 00:00,E,3\n", {}, rules).says("clock_differs"));
  BOOST_TEST(!rows("2023-01-01 00:00,90,3,8,5\n").record.utc_offset_h.has_value());
}

BOOST_AUTO_TEST_CASE(columns_that_are_missing_and_empty_records) {
  BOOST_TEST(RecordCase("time,total_cloud\n2023-01-01 00:00,3\n").says("missing_field"));
  BOOST_TEST(RecordCase("year,month,day,wind_from_deg,wind_speed_m_s\n2023,1,1,90,3\n").says("missing_field"));
  BOOST_TEST(rows("").says("empty_layer"));
  BOOST_TEST(RecordCase(kHeader + "2023-01-01 00:00,90,3,8,5\n", {{"wind_sped", "x"}}).says("unknown_field_key"));
}

BOOST_AUTO_TEST_CASE(a_workbook) {
  const TempFolder folder;
  MadeLayer sheet{.driver = "XLSX", .name = "风", .epsg = 0, .geometry = false};
  sheet.fields = {{"时间"}, {"风向", MadeField::Type::integer}, {"风速", MadeField::Type::real}};
  sheet.features = {{{"2023-01-01 00:00", "180", "2.5"}, ""}, {{"2023-01-01 01:00", "999999", "999999"}, ""}};
  make_source(folder / "a.xlsx", sheet);
  Problems problems;
  const StationRecord record = read_station_record(config_for(folder / "a.xlsx"), {}, problems);
  BOOST_TEST(!problems.has_errors(), all_of(problems.all()));
  BOOST_REQUIRE(record.hours.size() == 2U);
  BOOST_TEST(record.hours[0].from_deg.value() == 180.0);
  BOOST_TEST(!record.hours[1].speed_m_s.has_value());
}

BOOST_AUTO_TEST_CASE(directions_in_tens_of_degrees_are_noticed) {
  BOOST_TEST(rows("2023-01-01 00:00,90,3,8,5\n2023-01-01 01:00,110,3,8,5\n").record.tens_of_degrees);
  BOOST_TEST(!rows("2023-01-01 00:00,90,3,8,5\n2023-01-01 01:00,112,3,8,5\n").record.tens_of_degrees);
  BOOST_TEST(!rows("2023-01-01 00:00,90,3,8,5\n2023-01-01 01:00,NNE,3,8,5\n").record.tens_of_degrees);
}

BOOST_AUTO_TEST_SUITE_END()
