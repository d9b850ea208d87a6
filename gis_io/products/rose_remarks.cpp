#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "gis_io/products/rose_notes.hpp"
#include "gis_io/read/layers/source_file.hpp"

namespace sise {
namespace {

/// Collects remarks about one file.
class Remarks {
 public:
  explicit Remarks(std::string file) : where_{.file = std::move(file)} {}

  void warn(bool is_so, const char* code, const Text& message, const Text& remedy = {}) {
    if (is_so) list_.push_back({Diagnostic::Severity::warning, code, where_, message, remedy});
  }
  void remark(bool is_so, const char* code, const Text& message, const Text& remedy = {}) {
    if (is_so) list_.push_back(note(code, message, where_, remedy));
  }
  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }

 private:
  Location where_;
  std::vector<Diagnostic> list_;
};

void remark_on_coverage(const RoseProduct& product, Remarks& remarks) {
  const RecordCoverage& c = product.coverage;
  const double used = static_cast<double>(product.rose.hours) / static_cast<double>(c.expected);
  remarks.warn(
      used < product.config.least_coverage, "low_coverage",
      {fmt::format("only {:.1f} % of the observations from {} to {} could be used", 100.0 * used, to_string(c.first),
                   to_string(c.last)),
       fmt::format("{} 至 {} 的观测中只有 {:.1f} % 可用", to_string(c.first), to_string(c.last), 100.0 * used)},
      {"What is missing may not be like what is there: fill the gaps, or say so beside the map",
       "缺测时段未必与其余时段相同: 请补齐, 或在成果中说明"});
  remarks.warn(!c.whole_years(), "no_whole_years",
               {fmt::format("the record runs from {} to {}: no whole years, so some seasons weigh more",
                            to_string(c.first), to_string(c.last)),
                fmt::format("记录自 {} 至 {}, 不是整年: 部分季节权重偏大", to_string(c.first), to_string(c.last))},
               {"Take whole years", "请使用整年的记录"});
  if (const RecordGap* gap = c.longest_gap()) {
    remarks.remark(true, "gaps",
                   {fmt::format("gaps in the record: {}, the longest of {} observations from {}", c.gaps.size(),
                                gap->missing, to_string(gap->first_missing)),
                    fmt::format("缺测时段 {} 处, 最长一处自 {} 起缺 {} 次观测", c.gaps.size(),
                                to_string(gap->first_missing), gap->missing)});
  }
}

/// Which unit was taken where nobody said one, and whether the values look like it.
void remark_on_speed_unit(const StationRecord& record, Remarks& remarks) {
  if (!record.unstated_speed) return;
  constexpr double kWindy_m_s = 8.0;       // windier than all but a few coasts and summits
  constexpr double kWindyWhole_m_s = 5.0;  // whole numbers are knots or km/h more often than m/s
  const std::string& column = *record.unstated_speed;
  const bool odd =
      record.mean_speed_m_s > kWindy_m_s || (record.whole_speeds && record.mean_speed_m_s > kWindyWhole_m_s);
  const Text remedy{"State it: --set fields.wind_speed_m_s=\"" + column + " [m/s]\" (or km/h, kn, 0.1m/s)",
                    "请写明: --set fields.wind_speed_m_s=\"" + column + " [m/s]\" (或 km/h、kn、0.1m/s)"};
  remarks.warn(odd, "speed_unit_doubtful",
               {fmt::format("the unit of '{}' is not stated and was taken as m/s, which makes a mean of {:.1f} m/s{}",
                            column, record.mean_speed_m_s, record.whole_speeds ? " in whole numbers" : ""),
                fmt::format("'{}' 未写明单位, 按 m/s 计, 平均风速为 {:.1f} m/s{}", column, record.mean_speed_m_s,
                            record.whole_speeds ? ", 且均为整数" : "")},
               remedy);
  remarks.remark(!odd, "speed_unit_assumed",
                 {fmt::format("the unit of '{}' is not stated and was taken as m/s (mean {:.1f} m/s)", column,
                              record.mean_speed_m_s),
                  fmt::format("'{}' 未写明单位, 按 m/s 计 (平均 {:.1f} m/s)", column, record.mean_speed_m_s)},
                 remedy);
}

void remark_on_values(const RoseProduct& product, const StationRecord& record, Remarks& remarks) {
  const StationTally& t = product.tally;
  remarks.remark(t.repeated > 0, "repeated_hours",
                 {fmt::format("{} hours were recorded twice with the same values and counted once", t.repeated),
                  fmt::format("{} 个时次重复且数值相同, 只计一次", t.repeated)});
  const std::int64_t clouds = product.scheme == StabilityScheme::gbt13201 ? t.without_cloud : 0;
  remarks.remark(
      t.without_speed + t.without_direction + clouds > 0, "missing_values",
      {fmt::format("left out: {} rows without speed, {} without direction, {} without clouds", t.without_speed,
                   t.without_direction, clouds),
       fmt::format("未计入: 缺风速 {} 行, 缺风向 {} 行, 缺云量 {} 行", t.without_speed, t.without_direction, clouds)});
  remarks.remark(t.zero_as_north > 0, "zero_as_north",
                 {fmt::format("{} rows have the direction 0 although the wind blew: taken as north", t.zero_as_north),
                  fmt::format("{} 行风向为 0 而风速不为静风: 按北风计", t.zero_as_north)});
  remarks.warn(t.calm_with_wind > 0, "calm_with_wind",
               {fmt::format("{} rows say calm beside a speed of {:g} m/s or more: counted with their speed, from all "
                            "directions alike",
                            t.calm_with_wind, product.config.rose.calm_below_m_s),
                fmt::format("{} 行风向为静风而风速不小于 {:g} m/s: 按其风速计, 风向均匀分配", t.calm_with_wind,
                            product.config.rose.calm_below_m_s)});
  remark_on_speed_unit(record, remarks);
  constexpr int kFullInOktas = 8;
  constexpr std::size_t kEnough = 1000;
  const bool oktas = product.scheme == StabilityScheme::gbt13201 && record.cloud_unit == CloudUnit::tenths &&
                     record.hours.size() >= kEnough && record.largest_cloud_tenths <= kFullInOktas;
  remarks.warn(
      oktas, "clouds_look_like_oktas",
      {fmt::format("no cloud above {} tenths in {} rows: these may be oktas", record.largest_cloud_tenths, t.rows),
       fmt::format("{} 行中云量均不超过 {} 成: 可能是八分量", t.rows, record.largest_cloud_tenths)},
      {"If so: --set record.cloud_unit=oktas", "如是: --set record.cloud_unit=oktas"});
  constexpr int kTens = 36;
  remarks.remark(
      record.tens_of_degrees && kTens % product.config.rose.sectors != 0, "directions_in_tens",
      {fmt::format("all directions are in tens of degrees: {} sectors get unequal shares of them",
                   product.config.rose.sectors),
       fmt::format("风向均以 10 度为单位: {} 个方位分得的份额不等", product.config.rose.sectors)},
      {"Twelve or 36 sectors do not: --set rose.sectors=36", "可改用 12 或 36 个方位: --set rose.sectors=36"});
}

void remark_on_clock(const StationSite& site, Remarks& remarks) {
  constexpr double kFarthest_h = 3.5;  // Beijing time in the far west of China is 3.1 h ahead of the sun
  const double off_h = std::remainder(site.utc_offset_h - site.longitude_deg / 15.0, 24.0);
  remarks.warn(
      std::abs(off_h) > kFarthest_h, "clock_far_from_sun",
      {fmt::format("the record's clock (UTC{:+g}) is {:.1f} h off the sun at {:g} degrees east: day and night may be "
                   "exchanged",
                   site.utc_offset_h, off_h, site.longitude_deg),
       fmt::format("记录时制 (UTC{:+g}) 与东经 {:g} 度的太阳时相差 {:.1f} h: 昼夜可能颠倒", site.utc_offset_h,
                   site.longitude_deg, off_h)},
      {"Check station.utc_offset_h and station.longitude_deg", "请核对 station.utc_offset_h 和 station.longitude_deg"});
}

}  // namespace

std::vector<Diagnostic> rose_remarks(const RoseProduct& product, const StationRecord& record, const StationSite& site,
                                     bool sun_is_asked) {
  Remarks remarks(product.config.record.source_text);
  remark_on_coverage(product, remarks);
  remark_on_values(product, record, remarks);
  if (sun_is_asked) remark_on_clock(site, remarks);
  return remarks.list();
}

}  // namespace sise
