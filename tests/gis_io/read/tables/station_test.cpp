// Station records as offices keep them: found, understood, or refused with the line and the remedy.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

#include "gis_io/read/tables/compass.hpp"
#include "gis_io/read/tables/observation_time.hpp"
#include "gis_io/read/tables/station_columns.hpp"
#include "gis_io/read/tables/station_table.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "tests/gis_io/read/layers/made_workbook.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;
using boost::test_tools::tolerance;

namespace {

struct RecordCase : TableCase {
  explicit RecordCase(const std::string& csv, std::map<std::string, std::string> fields = {},
                      StationTableRules rules = {})
      : TableCase(csv, std::move(fields)) {
    config.our_names = station_header_names();
    record = read_station_record(config, rules, problems);
  }
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

namespace {

/// `count` hours with the wind that `speed` says for each.
std::string hours(const std::string& header, int count, const std::string& rest) {
  std::string text = header + "\n";
  for (int i = 0; i < count; ++i) text += fmt::format("2023-01-{:02} {:02}:00,{}\n", 1 + i / 24, i % 24, rest);
  return text;
}

ClockDate date_of(const std::string& text) { return written_time(text).value_or(WrittenTime{}).date; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_wind_without_unit_is_noted_and_an_impossible_mean_refused) {
  const RecordCase calm(hours("time,风向,风速", 24, "90,3"));
  BOOST_TEST(calm.record.unstated_speed.value() == "风速");
  BOOST_TEST(calm.record.mean_speed_m_s == 3.0);
  BOOST_TEST(calm.record.whole_speeds);
  const RecordCase tenths(hours("time,风向,风速", 24, "90,34"));
  BOOST_TEST(tenths.the("impossible_mean_speed").remedy.en.find("风速 [0.1m/s]") != std::string::npos);
  const RecordCase stated(hours("time,风向,风速(0.1m/s)", 24, "90,34"));
  BOOST_TEST(!stated.problems.has_errors(), stated.said());
  BOOST_TEST(!stated.record.unstated_speed.has_value());
  BOOST_TEST(stated.record.mean_speed_m_s == 3.4, tolerance(1e-12));
  BOOST_TEST(RecordCase(hours("time,wind_from_deg,wind_speed_m_s", 24, "90,26")).says("impossible_mean_speed"));
  BOOST_TEST(!RecordCase(hours("time,wind_from_deg,wind_speed_m_s", 24, "90,20")).problems.has_errors());
}

BOOST_AUTO_TEST_CASE(names_whose_source_has_another_unit_need_one) {
  for (const auto& [column, unit] : {std::pair{"wspd", "km/h"}, {"sknt", "kn"}, {"windspeed_10m", "km/h"}}) {
    const RecordCase t(hours(std::string("time,wind_from_deg,") + column, 3, "90,10"));
    BOOST_TEST(t.the("missing_field").remedy.en.find(std::string(column) + " [" + unit + "]") != std::string::npos,
               t.said());
    const RecordCase said(hours(std::string("time,wind_from_deg,") + column + " (" + unit + ")", 3, "90,10"));
    BOOST_TEST(!said.problems.has_errors(), said.said());
  }
}

BOOST_AUTO_TEST_CASE(every_missing_column_is_named_at_once) {
  const RecordCase t("station,valid\nA,2023-01-01 00:00\n");
  int told = 0;
  for (const Diagnostic& d : t.problems.all()) told += d.code == "missing_field" ? 1 : 0;
  BOOST_TEST(told == 3);
}

BOOST_AUTO_TEST_CASE(codes_of_aermet_noaa_and_iem_are_missing) {
  for (const char* code :
       {"-99999", "-9999", "-999", "-9", "999", "9999", "999.9", "99999", "M", "NaN", "*", "-99.9", "9999.9"}) {
    const RecordCase t(kHeader + "2023-01-01 00:00,90," + code + ",,\n");
    BOOST_TEST(!t.problems.has_errors(), code << t.said());
    BOOST_TEST(!t.record.hours.front().speed_m_s.has_value(), code);
  }
  const RecordCase length(
      "time,wind_from_deg,wind_speed_m_s,L\n2023-01-01 00:00,90,2,-99999.0\n2023-01-01 01:00,90,2,-9\n");
  BOOST_TEST(!length.record.hours[0].obukhov_length_m.has_value());
  BOOST_TEST(length.record.hours[1].obukhov_length_m.value() == -9.0);  // nine metres below zero are an unstable night
  StationTableRules own;
  own.missing.texts = {"x"};
  own.missing.numbers = {-1.0};
  for (const char* code : {"x", "-1"}) {
    const RecordCase t(kHeader + "2023-01-01 00:00,90," + code + ",,\n", {}, own);
    BOOST_TEST(!t.record.hours.front().speed_m_s.has_value(), code);
  }
}

BOOST_AUTO_TEST_CASE(years_of_two_digits_are_refused) {
  const RecordCase t("year,month,day,hour,wind_from_deg,wind_speed_m_s\n23,1,1,1,90,2\n23,1,1,2,90,2\n");
  BOOST_TEST(t.the("two_digit_year").message.en.find("1 more") != std::string::npos);
  BOOST_TEST(rows("23-01-01 00:00,90,2,,\n").says("bad_time"));
  BOOST_TEST(rows("0023-01-01 00:00,90,2,,\n").says("bad_time"));
}

BOOST_AUTO_TEST_CASE(clocks_of_twelve_hours_in_any_language_are_read_or_refused) {
  for (const auto& [text, hour] : {std::pair{"2023-01-01 8:00 PM", 20},
                                   {"2023-01-01 12:30 AM", 0},
                                   {"2023/1/1 12:00:00 pm", 12},
                                   {"2023-01-01 08:00 a.m.", 8},
                                   {"2023年1月1日 下午8:00", 20},
                                   {"2023-01-01 上午 8:00", 8},
                                   {"2023-01-01 凌晨2点", 2},
                                   {"2023-01-01 晚上11:00", 23},
                                   {"2023-01-01 中午12:00", 12},
                                   {"2023年1月1日午後8時", 20},
                                   {"2023-01-01 오후 8:00", 20}}) {
    BOOST_TEST(date_of(text).hour == hour, text);
    BOOST_TEST(date_of(text).day == 1, text);
  }
  for (const char* text :
       {"2023-01-01 15:00 PM", "2023-01-01 8:00 du soir", "2023-01-01 8:00 μμ", "2023-01-01 翌8:00", "PM"}) {
    BOOST_TEST(!written_time(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(a_cloud_columns_brackets_say_its_unit) {
  const RecordCase percent(
      hours("time,wind_from_deg,wind_speed_m_s,cloud_cover (%),cloud_cover_low (%)", 2, "90,2,80,40"));
  BOOST_TEST(!percent.problems.has_errors(), percent.said());
  BOOST_TEST(percent.record.hours.front().total_cloud_tenths.value() == 8);
  StationTableRules rules;
  rules.cloud_unit = CloudUnit::oktas;
  const RecordCase differs(hours("time,wind_from_deg,wind_speed_m_s,总云量(成)", 2, "90,2,8"), {}, rules);
  BOOST_TEST(differs.says("cloud_unit_differs"));
}

BOOST_AUTO_TEST_CASE(a_column_that_comes_close_to_ours_is_asked_about) {
  const RecordCase t(hours("time,wind_from_deg,wind_speed_m_s,stabilty", 2, "90,2,D"));
  BOOST_TEST(t.the("nearly_our_field").remedy.en.find("fields]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_header_below_lines_about_the_place) {
  const RecordCase t(
      "latitude,longitude,elevation\n31.6,120.0,5.0\n\ntime,wind_speed_10m (km/h),wind_direction_10m (°)\n"
      "2023-01-01T00:00,3.6,90\n");
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.record.hours.front().speed_m_s.value() == 1.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_surface_file_of_aermet_is_named) {
  TableCase t("   31.600N  120.000E          UA_ID: 00058457  SF_ID: 58457     OS_ID: 99999        VERSION: 19191\n");
  BOOST_CHECK_EXCEPTION(static_cast<void>(read_station_record(t.config, {}, t.problems)), InputError,
                        [](const InputError& e) { return e.diagnostics().front().code == "aermet_surface"; });
}

BOOST_AUTO_TEST_CASE(dates_of_a_sheet_come_by_their_number_whatever_they_show) {
  for (const char* format :
       {"yyyy-mm-dd h:mm:ss", "yyyy/m/d h:mm;@", "[$-804]yyyy/m/d 上午/下午h:mm;@", "d", "General"}) {
    for (const bool from_1904 : {false, true}) {
      const double first = from_1904 ? 43465.0 : 44927.0;  // 2023-01-01
      std::string rows = text_row(1, {"时间", "风向", "风速"});
      for (int i = 0; i < 3; ++i) {
        rows += text_row(
            i + 2, {"=" + number_cell("A" + std::to_string(i + 2), fmt::format("{}", first + i / 24.0), 1), "90", "3"});
      }
      TempFolder folder;
      Problems problems;
      const auto path = make_workbook(folder, {{{"s", rows}}, {format}, {}, from_1904});
      const StationRecord record = read_station_record(config_for(path), {}, problems);
      BOOST_TEST_CONTEXT(format << from_1904 << all_of(problems.all())) {
        BOOST_REQUIRE(record.hours.size() == 3U);
        BOOST_TEST(to_string(record.hours[0].time) == "2023-01-01 00:00");
        BOOST_TEST(to_string(record.hours[2].time) == "2023-01-01 02:00");
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
