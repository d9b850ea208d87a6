#include "gis_io/read/tables/station_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/tables/compass.hpp"
#include "gis_io/read/tables/noaa_record.hpp"
#include "gis_io/read/tables/station_clock.hpp"
#include "gis_io/read/tables/station_codes.hpp"
#include "gis_io/read/tables/station_columns.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr double kStrongestWind_m_s = 75.0;  // an hourly mean beyond this is a code or another unit
constexpr double kFullCircle_deg = 360.0;
// The windiest stations on earth: Cape Denison, Antarctica, about 22 m/s over the year; on a summit, Mount Washington,
// 16 m/s. A unit that somebody stated may be wrong as well, but is believed up to the first.
constexpr double kWindiest_m_s = 25.0;
constexpr double kWindiestUnstated_m_s = 15.0;
constexpr std::int64_t kEnoughRows = 10;  ///< a few hours of a storm are no mean

/// An hour and where it stands.
struct PlacedHour {
  StationHour hour;
  const FeatureRow* row;
};

bool same_reading(const StationHour& a, const StationHour& b) {
  return a.from_deg == b.from_deg && a.any_direction == b.any_direction && a.speed_m_s == b.speed_m_s &&
         a.stability == b.stability && a.total_cloud_tenths == b.total_cloud_tenths &&
         a.low_cloud_tenths == b.low_cloud_tenths;
}

/// What the user said of the record.
struct StationAsked {
  const StationTableRules& rules;
  const LayerConfig& asked;  ///< before columns were recognised
};

class StationRows {
 public:
  StationRows(const FeatureTable& table, const LayerConfig& config, const StationAsked& rules, Problems& problems)
      : table_(table),
        rules_(rules),
        problems_(problems),
        fields_(table, config, station_fields(), problems),
        clock_(fields_, table, config, rules.rules.utc_offset_h, problems) {
    record_.has_stability = fields_.has("stability");
    record_.has_obukhov_length = fields_.has("obukhov_length_m");
    record_.has_total_cloud = fields_.has("total_cloud");
    record_.has_low_cloud = fields_.has("low_cloud");
    record_.unstated_speed = speed_column_without_unit(rules.asked, config);
    settle_cloud_unit(config);
    require_columns();
  }

  StationRecord read() {
    if (problems_.has_errors()) return std::move(record_);
    for (const FeatureRow& row : table_.rows) read_row(row);
    check_mean_speed();
    sort_and_check_repeats();
    record_.tens_of_degrees = directions_ > 0 && only_tens_ && some_between_quarters_;
    record_.utc_offset_h = clock_.utc_offset_h();
    record_.tally.rows = static_cast<std::int64_t>(table_.rows.size());
    for (const PlacedHour& placed : hours_) record_.hours.push_back(placed.hour);
    return std::move(record_);
  }

 private:
  void require_columns() {
    require("wind_from_deg", fields_.has("wind_from_deg"));
    require("wind_speed_m_s", fields_.has("wind_speed_m_s"));
    const bool parts = fields_.has("year") && fields_.has("month") && fields_.has("day") && fields_.has("hour");
    require("time", fields_.has("time") || parts);
  }

  void settle_cloud_unit(const LayerConfig& config) {
    record_.cloud_unit = rules_.rules.cloud_unit.value_or(CloudUnit::tenths);
    for (const char* name : {"total_cloud", "low_cloud"}) {
      const auto mapped = config.fields.find(name);
      const auto said = mapped == config.fields.end() ? std::nullopt : cloud_unit_of_heading(mapped->second);
      if (!said) continue;
      if (!rules_.rules.cloud_unit) {
        record_.cloud_unit = *said;
      } else if (*said != record_.cloud_unit) {
        Location where = table_.where;
        where.field = mapped->second;
        problems_.error("cloud_unit_differs",
                        {fmt::format("the column says {}, record.cloud_unit says {}", scale_of(*said).name,
                                     scale_of(record_.cloud_unit).name),
                         fmt::format("列名标明的单位为 {}, 而 record.cloud_unit 为 {}", scale_of(*said).name,
                                     scale_of(record_.cloud_unit).name)},
                        where, {"Correct one of them", "请改正其中之一"});
      }
    }
  }

  void check_mean_speed() {
    const std::int64_t count = static_cast<std::int64_t>(table_.rows.size()) - record_.tally.without_speed;
    if (count <= 0) return;
    record_.mean_speed_m_s = speed_sum_ / static_cast<double>(count);
    record_.whole_speeds = only_whole_speeds_;
    const double highest = record_.unstated_speed ? kWindiestUnstated_m_s : kWindiest_m_s;
    if (count < kEnoughRows || record_.mean_speed_m_s <= highest) return;
    Location where = table_.where;
    where.field = record_.unstated_speed.value_or("wind_speed_m_s");
    const std::string column = record_.unstated_speed.value_or("NAME");
    problems_.error(
        "impossible_mean_speed",
        {fmt::format("the mean wind would be {:.1f} m/s: no station on earth has so much, so the unit is another",
                     record_.mean_speed_m_s),
         fmt::format("平均风速将达 {:.1f} m/s: 地球上没有这样的测站, 单位应有误", record_.mean_speed_m_s)},
        where,
        {"State the unit: --set fields.wind_speed_m_s=\"" + column + " [0.1m/s]\" (or km/h, kn)",
         "请写明单位: --set fields.wind_speed_m_s=\"" + column + " [0.1m/s]\" (或 km/h、kn)"});
  }

  void require(const std::string& name, bool there) {
    if (there) return;
    const std::string to_map = name == "wind_speed_m_s" ? speed_column_to_map(table_) : std::string();
    if (!to_map.empty()) {
      problems_.error("missing_field",
                      {"no column is known as '" + name + "': the unit of '" + to_map.substr(0, to_map.rfind(" [")) +
                           "' is not said, and where the name comes from it is not m/s as a rule",
                       "没有可识别为 '" + name + "' 的列: '" + to_map.substr(0, to_map.rfind(" [")) +
                           "' 未写明单位, 而其常见来源的单位不是 m/s"},
                      table_.where,
                      {"Say it: --set fields." + name + "=\"" + to_map + "\"",
                       "请写明: --set fields." + name + "=\"" + to_map + "\""});
      return;
    }
    problems_.error("missing_field",
                    {"no column of the record is known as '" + name + "'; there are: " + listed(table_.columns),
                     "观测记录中没有可识别为 '" + name + "' 的列; 现有: " + listed(table_.columns)},
                    table_.where,
                    {"Name it with --set fields." + name + "=\"...\"", "请用 --set fields." + name + "=\"...\" 指定"});
  }

  void read_row(const FeatureRow& row) {
    const auto time = clock_.time_of(row);
    if (!time) return;
    StationHour hour;
    hour.time = *time;
    hour.speed_m_s = speed_of(row);
    read_direction(row, hour);
    read_clouds(row, hour);
    read_stability(row, hour);
    hour.obukhov_length_m = obukhov_length_of(row);
    hours_.push_back({hour, &row});
  }

  /// A number that was measured: nullopt for blank and for codes; a problem for a text that is no number.
  std::optional<double> measured(const FeatureRow& row, const char* field) {
    const auto text = fields_.text(row, field);
    const MissingCodes& codes = rules_.rules.missing;
    if (!text || is_missing_text(*text, codes)) return std::nullopt;
    const auto raw = parse_number(*text);
    const Sign sign = std::string_view(field) == "obukhov_length_m" ? Sign::any : Sign::positive;
    if (raw && is_missing_number(*raw, sign, codes)) return std::nullopt;
    return fields_.number(row, field);
  }

  std::optional<double> speed_of(const FeatureRow& row) {
    const auto speed = measured(row, "wind_speed_m_s");
    if (!speed) {
      ++record_.tally.without_speed;
    } else if (*speed < 0.0 || *speed > kStrongestWind_m_s) {
      tell_impossible(
          row, "wind_speed_m_s", *speed, "0 .. 75 m/s",
          {"If it is another unit, write it: --set fields.wind_speed_m_s=\"NAME [0.1m/s]\"; a code for "
           "missing goes into record.missing",
           "如为其他单位请写明: --set fields.wind_speed_m_s=\"列名 [0.1m/s]\"; 缺测代码请写入 record.missing"});
      return std::nullopt;
    }
    if (speed) note_speed(row, *speed);
    return speed;
  }

  void note_speed(const FeatureRow& row, double speed) {
    speed_sum_ += speed;
    const auto raw = parse_number(fields_.text(row, "wind_speed_m_s").value_or(""));
    only_whole_speeds_ = only_whole_speeds_ && raw && *raw == std::floor(*raw);
  }

  void read_direction(const FeatureRow& row, StationHour& hour) {
    const auto text = fields_.text(row, "wind_from_deg");
    const bool calm = hour.speed_m_s && *hour.speed_m_s < rules_.rules.calm_below_m_s;
    if (text && says_variable(*text)) {
      hour.any_direction = true;
      ++record_.tally.variable;
    } else if (text && (says_calm(*text) || parse_number(*text) == kCalmDirectionCode)) {
      hour.any_direction = true;
      if (hour.speed_m_s && !calm) ++record_.tally.calm_with_wind;
    } else if (text) {
      hour.from_deg = direction_of(row, *text, calm);
    }
    if (calm) hour.any_direction = true;
    if (hour.any_direction) hour.from_deg.reset();
    if (hour.speed_m_s && !hour.any_direction && !hour.from_deg) ++record_.tally.without_direction;
  }

  std::optional<double> direction_of(const FeatureRow& row, const std::string& text, bool calm) {
    if (const auto point = compass_point_deg(text)) return point;
    const auto degrees = measured(row, "wind_from_deg");
    if (!degrees) return std::nullopt;
    if (*degrees < 0.0 || *degrees > kFullCircle_deg) {
      tell_impossible(row, "wind_from_deg", *degrees, "0 .. 360, or a point of the compass",
                      {"Write a code for missing into record.missing", "缺测代码请写入 record.missing"});
      return std::nullopt;
    }
    if (*degrees == 0.0 && !calm) ++record_.tally.zero_as_north;
    ++directions_;
    only_tens_ = only_tens_ && std::fmod(*degrees, 10.0) == 0.0;
    some_between_quarters_ = some_between_quarters_ || std::fmod(*degrees, 90.0) != 0.0;
    return *degrees == kFullCircle_deg ? 0.0 : *degrees;
  }

  std::optional<int> cloud_of(const FeatureRow& row, const char* field) {
    const auto cloud = fields_.has(field) ? measured(row, field) : std::nullopt;
    if (!cloud) return std::nullopt;
    const CloudScale scale = scale_of(record_.cloud_unit);
    if (is_missing_cloud(*cloud, record_.cloud_unit)) return std::nullopt;
    if (*cloud < 0.0 || *cloud > scale.largest) {
      tell_impossible(row, field, *cloud, fmt::format("0 .. {:g} {}", scale.largest, scale.name),
                      {"Say the unit: --set record.cloud_unit=tenths, oktas or percent; a code for missing goes into "
                       "record.missing",
                       "请写明单位: --set record.cloud_unit=tenths (成), oktas (八分量) 或 percent; 缺测代码请写入 "
                       "record.missing"});
      return std::nullopt;
    }
    return cloud_tenths(*cloud, record_.cloud_unit);
  }

  void read_clouds(const FeatureRow& row, StationHour& hour) {
    hour.total_cloud_tenths = cloud_of(row, "total_cloud");
    hour.low_cloud_tenths = cloud_of(row, "low_cloud");
    if (!record_.has_total_cloud) return;
    if (hour.total_cloud_tenths) {
      record_.largest_cloud_tenths = std::max(record_.largest_cloud_tenths, *hour.total_cloud_tenths);
      if (!hour.low_cloud_tenths) hour.low_cloud_tenths = low_cloud_for(*hour.total_cloud_tenths);
    }
    if (!hour.total_cloud_tenths || !hour.low_cloud_tenths) {
      ++record_.tally.without_cloud;
    } else if (*hour.low_cloud_tenths > *hour.total_cloud_tenths) {
      problems_.error("low_above_total",
                      {fmt::format("{} tenths of low cloud are more than {} of total cloud", *hour.low_cloud_tenths,
                                   *hour.total_cloud_tenths),
                       fmt::format("低云量 {} 成大于总云量 {} 成", *hour.low_cloud_tenths, *hour.total_cloud_tenths)},
                      fields_.at(row, "low_cloud"), {"Correct or blank one of them", "请改正或清空其中之一"});
    }
  }

  [[nodiscard]] std::optional<int> low_cloud_for(int total_tenths) const {
    if (total_tenths == 0) return 0;
    if (rules_.rules.missing_low_cloud == MissingLowCloud::refuse) return std::nullopt;
    return rules_.rules.missing_low_cloud == MissingLowCloud::as_total ? total_tenths : 0;
  }

  void read_stability(const FeatureRow& row, StationHour& hour) {
    const auto text = fields_.text(row, "stability");
    if (!text || is_missing_text(*text, rules_.rules.missing)) return;
    hour.stability = stability_from(normalised(*text));
    if (hour.stability) return;
    problems_.error("unknown_stability", {"unknown stability '" + *text + "'", "未知的稳定度 '" + *text + "'"},
                    fields_.at(row, "stability"),
                    {"Allowed are A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F",
                     "可用的有 A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F"});
  }

  std::optional<double> obukhov_length_of(const FeatureRow& row) {
    const auto length = fields_.has("obukhov_length_m") ? measured(row, "obukhov_length_m") : std::nullopt;
    if (!length || *length != 0.0) return length;
    tell_impossible(row, "obukhov_length_m", *length, "any number but 0",
                    {"Neutral air has a large length of either sign", "中性层结的长度是绝对值很大的数"});
    return std::nullopt;
  }

  void tell_impossible(const FeatureRow& row, const char* field, double value, const std::string& allowed,
                       Text remedy) {
    problems_.error("impossible_value",
                    {fmt::format("'{}' is {:g}; allowed is {}", field, value, allowed),
                     fmt::format("'{}' 为 {:g}; 允许范围为 {}", field, value, allowed)},
                    fields_.at(row, field), std::move(remedy));
  }

  void sort_and_check_repeats() {
    std::stable_sort(hours_.begin(), hours_.end(),
                     [](const PlacedHour& a, const PlacedHour& b) { return a.hour.time < b.hour.time; });
    std::vector<PlacedHour> once;
    for (const PlacedHour& placed : hours_) {
      if (once.empty() || once.back().hour.time != placed.hour.time) {
        once.push_back(placed);
      } else if (same_reading(once.back().hour, placed.hour)) {
        ++record_.tally.repeated;
      } else {
        const std::string first =
            table_.at(*once.back().row).line > 0 ? std::to_string(once.back().row->line) : once.back().row->label;
        problems_.error("two_readings",
                        {to_string(placed.hour.time) + " was recorded before with other values (" + first + ")",
                         to_string(placed.hour.time) + " 已有另一组不同的观测值 (" + first + ")"},
                        table_.at(*placed.row, "time"),
                        {"Keep the right one; a record holds one station", "请保留正确的一行; 一份记录只含一个站"});
      }
    }
    hours_ = std::move(once);
  }

  const FeatureTable& table_;
  const StationAsked& rules_;
  Problems& problems_;
  FieldMap fields_;
  StationClock clock_;
  StationRecord record_;
  std::vector<PlacedHour> hours_;
  std::int64_t directions_ = 0;
  bool only_tens_ = true;
  bool some_between_quarters_ = false;
  double speed_sum_ = 0.0;
  bool only_whole_speeds_ = true;
};

/// AERMET's own surface file has no names of columns and years of two digits.
void refuse_aermet(const LayerConfig& config) {
  if (is_connection(config.source_text)) return;
  std::ifstream in(config.source);
  std::string line;
  std::getline(in, line);
  if (line.find("UA_ID:") == std::string::npos && line.find("SF_ID:") == std::string::npos) return;
  throw InputError(
      "aermet_surface",
      {"this is a surface file of AERMET: it has no names of columns, and years of two digits",
       "这是 AERMET 的地面气象文件: 没有列名, 年份为两位数"},
      {.file = config.source_text},
      {"Write year (four digits), month, day, hour, L (12th column), wind_speed (16th) and wind_direction (17th) "
       "as CSV with a line of names; -99999 and 999 are known as missing",
       "请导出带列名的 CSV: 年 (四位)、月、日、时、L (第 12 列)、风速 (第 16 列)、风向 (第 17 列); -99999 和 999 "
       "按缺测处理"});
}

}  // namespace

StationRecord read_station_record(const LayerConfig& config, const StationTableRules& rules, Problems& problems) {
  Problems own;
  require_source(config);
  refuse_aermet(config);
  std::optional<NoaaRecord> noaa = read_noaa_record(config);
  const FeatureTable table = noaa ? std::move(noaa->table) : read_table(config, own);
  StationTableRules settled = rules;
  if (noaa && !settled.cloud_unit) settled.cloud_unit = CloudUnit::oktas;
  StationRecord record;
  if (table.rows.empty()) {
    own.error("empty_layer", {"the record has no rows", "观测记录没有数据行"}, table.where);
  } else {
    const StationAsked asked{settled, config};
    record = StationRows(table, with_known_columns(table, config, own), asked, own).read();
  }
  if (noaa) {
    record.place = noaa->place;
    own.add(note("noaa_record", noaa->summary, table.where));
  }
  for (const Diagnostic& d : grouped_by_column(own.all())) problems.add(d);
  return record;
}

}  // namespace sise
