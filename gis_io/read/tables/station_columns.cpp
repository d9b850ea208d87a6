#include "gis_io/read/tables/station_columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/layers/unit_symbols.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

struct Known {
  std::string_view ours;
  std::vector<std::string_view> theirs;  ///< as folded_name() leaves them
};

const std::vector<Known>& known_names() {
  static const std::vector<Known> names{
      {"time", {"time", "datetime", "date", "timestamp", "时间", "日期", "日期时间", "观测时间", "资料时间"}},
      {"year", {"year", "年", "年份"}},
      {"month", {"month", "mon", "mo", "月", "月份"}},
      {"day", {"day", "dy", "日"}},
      {"hour", {"hour", "hr", "时", "小时", "时次"}},
      {"wind_from_deg",
       {"winddirection", "winddir", "wdir", "wd", "wd10m", "drct", "风向", "平均风向", "10分钟平均风向",
        "2分钟平均风向", "windavg10mi", "windavg2mi", "windinst", "winddirection10m", "winddirection"}},
      {"wind_speed_m_s",
       {"windspeed", "ws", "ws10m", "风速", "平均风速", "10分钟平均风速", "2分钟平均风速", "winsavg10mi", "winsavg2mi",
        "winsinst"}},
      {"total_cloud", {"totalcloud", "cloudcover", "totalcloudcover", "tcc", "clocov", "总云量", "总云"}},
      {"low_cloud", {"lowcloud", "lcc", "cloudcoverlow", "lowcloudcover", "clocovlow", "低云量", "低云"}},
      {"obukhov_length_m", {"obukhovlength", "moninobukhovlength", "l", "奥布霍夫长度", "莫宁奥布霍夫长度"}},
      {"stability", {"pasquill", "stabilityclass", "稳定度", "大气稳定度", "稳定度等级"}},
  };
  return names;
}

/// Names of a wind speed whose usual source has another unit than m/s: known only where a unit stands beside them.
struct ForeignSpeed {
  std::string_view name;  ///< folded
  std::string_view unit;  ///< of that source
};
constexpr std::array<ForeignSpeed, 5> kForeignSpeeds{
    {{"wspd", "km/h"}, {"windspeed10m", "km/h"}, {"sknt", "kn"}, {"windkph", "km/h"}, {"windspd", "m/s"}}};

struct Heading {
  std::string name;  ///< folded
  std::string unit;  ///< in brackets of any kind; empty: none
};

Heading heading_of(const std::string& column) {
  const std::string text = normalised(column);
  const std::size_t open = text.find_first_of("([");
  if (open == std::string::npos) return {folded_name(text), {}};
  const std::size_t close = text.find_first_of(")]", open);
  return {folded_name(trimmed(text.substr(0, open))), trimmed(text.substr(open + 1, close - open - 1))};
}

class KnownColumns {
 public:
  KnownColumns(const FeatureTable& table, LayerConfig config, Problems& problems)
      : table_(table), config_(std::move(config)), problems_(problems) {}

  LayerConfig map_all() {
    for (const Known& known : known_names()) map(known);
    return std::move(config_);
  }

 private:
  void map(const Known& known) {
    const std::string ours(known.ours);
    if (config_.fields.contains(ours) || !table_.columns_named(ours).empty()) return;
    std::vector<std::string> found;
    for (const std::string& column : table_.columns) {
      const Heading heading = heading_of(column);
      const bool is_ours = heading.name == folded_name(ours) || is_foreign_speed(ours, heading);
      if (is_ours || std::find(known.theirs.begin(), known.theirs.end(), heading.name) != known.theirs.end()) {
        found.push_back(column);
      }
    }
    if (found.size() > 1) {
      tell_several(ours, found);
    } else if (found.size() == 1) {
      map(ours, found.front());
    }
  }

  static bool is_foreign_speed(const std::string& ours, const Heading& heading) {
    return ours == "wind_speed_m_s" && !heading.unit.empty() &&
           std::any_of(kForeignSpeeds.begin(), kForeignSpeeds.end(),
                       [&](const ForeignSpeed& speed) { return speed.name == heading.name; });
  }

  void map(const std::string& ours, const std::string& column) {
    const std::string unit = heading_of(column).unit;
    config_.fields[ours] = column;
    if (unit.empty() || unit_of_name(ours).dimension == Dimension::none) return;
    // Points of the compass have no unit: "风向(16方位)". A speed in Beaufort does have one, which FieldMap refuses.
    if (ours == "wind_from_deg" && !unit_symbol(unit)) return;
    config_.fields[ours] = column + " [" + unit + "]";  // beyond the column's own name: FieldMap converts by it
  }

  void tell_several(const std::string& ours, const std::vector<std::string>& found) {
    Location where = table_.where;
    where.field = found.front();
    problems_.error(
        "ambiguous_field",
        {"several columns may be '" + ours + "': " + listed(found), "有多列都可能是 '" + ours + "': " + listed(found)},
        where,
        {"Name the right one with --set fields." + ours + "=\"" + found.front() + "\"",
         "请用 --set fields." + ours + "=\"" + found.front() + "\" 指定"});
  }

  const FeatureTable& table_;
  LayerConfig config_;
  Problems& problems_;
};

}  // namespace

const std::vector<FieldSpec>& station_fields() {
  static const std::vector<FieldSpec> specs{
      {"time"},          {"year"},           {"month"},       {"day"},       {"hour"},
      {"wind_from_deg"}, {"wind_speed_m_s"}, {"total_cloud"}, {"low_cloud"}, {"obukhov_length_m"},
      {"stability"}};
  return specs;
}

std::vector<std::string> station_header_names() {
  std::vector<std::string> names;
  for (const FieldSpec& spec : station_fields()) names.push_back(spec.name);
  for (const Known& known : known_names()) names.insert(names.end(), known.theirs.begin(), known.theirs.end());
  for (const ForeignSpeed& speed : kForeignSpeeds) names.emplace_back(speed.name);
  return names;
}

std::optional<std::string> speed_column_without_unit(const LayerConfig& asked, const LayerConfig& config) {
  const auto mapped = config.fields.find("wind_speed_m_s");
  if (mapped == config.fields.end() || asked.fields.contains("wind_speed_m_s")) return std::nullopt;
  return heading_of(mapped->second).unit.empty() ? std::optional(mapped->second) : std::nullopt;
}

std::optional<CloudUnit> cloud_unit_of_heading(const std::string& column) {
  const std::string unit = folded_name(heading_of(column).unit);
  if (unit == "%" || unit == "percent") return CloudUnit::percent;
  if (unit == "成" || unit == "tenths" || unit == "1/10" || unit == "十分量") return CloudUnit::tenths;
  if (unit == "oktas" || unit == "okta" || unit == "1/8" || unit == "八分量") return CloudUnit::oktas;
  return std::nullopt;
}

std::string speed_column_to_map(const FeatureTable& table) {
  for (const std::string& column : table.columns) {
    const Heading heading = heading_of(column);
    for (const ForeignSpeed& speed : kForeignSpeeds) {
      if (heading.name == speed.name) return column + " [" + std::string(speed.unit) + "]";
    }
  }
  return {};
}

std::optional<double> clock_of_heading(const std::string& column) {
  const std::string clock = folded_name(heading_of(column).unit);
  if (clock == "utc" || clock == "gmt" || clock == "世界时") return 0.0;
  if (clock == "北京时" || clock == "北京时间" || clock == "gmt+8" || clock == "utc+8" || clock == "bjt") return 8.0;
  return std::nullopt;
}

LayerConfig with_known_columns(const FeatureTable& table, LayerConfig config, Problems& problems) {
  return KnownColumns(table, std::move(config), problems).map_all();
}

}  // namespace sise
