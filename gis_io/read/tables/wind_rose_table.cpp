#include "gis_io/read/tables/wind_rose_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr double kSumTolerance = 1e-6;
constexpr double kSectorTolerance_deg = 0.01;  ///< centres are often rounded to two decimals

class RoseRows {
 public:
  RoseRows(const FeatureTable& table, const LayerConfig& config, Problems& problems)
      : table_(table),
        fields_(table, config,
                {{"from_deg"}, {"stability", true}, {"speed_m_s", true}, {"frequency", true}, {"period"}}, problems),
        problems_(problems) {
    if (fields_.has("from_deg")) return;
    problems.error("missing_field", {"the wind rose has no column 'from_deg'", "风玫瑰没有 'from_deg' 列"}, table.where,
                   {"It may be blank in rows that mean all directions alike, but must be there",
                    "表示各方向相同的行可留空,但该列必须存在"});
  }

  WindRose read() {
    WindRose rose;
    for (const FeatureRow& row : table_.rows) {
      if (auto r = rose_row(row)) rose.rows.push_back(*r);
    }
    // Sums and sectors of a table with wrong rows say nothing.
    if (!problems_.has_errors()) {
      check_sum(rose);
      check_sectors(rose);
    }
    return rose;
  }

 private:
  std::optional<WindRoseRow> rose_row(const FeatureRow& row) {
    WindRoseRow r;
    r.from_deg = fields_.number(row, "from_deg", {0.0, 360.0});
    if (r.from_deg == 360.0) r.from_deg = 0.0;
    const auto speed = fields_.number(row, "speed_m_s", kPositive);
    const auto frequency = fields_.number(row, "frequency", {0.0, 1.0});
    const auto stability = stability_of(row);
    const std::string period = period_of(row);
    if (!speed || !frequency || !stability) return std::nullopt;
    r.speed_m_s = *speed;
    r.frequency = *frequency;
    r.stability = *stability;
    check_twice(row, r, period);
    return r;
  }

  std::optional<Stability> stability_of(const FeatureRow& row) {
    const auto written = fields_.text(row, "stability");
    if (!written) return std::nullopt;
    const auto stability = stability_from(normalised(*written));
    if (!stability) {
      problems_.error("unknown_stability", {"unknown stability '" + *written + "'", "未知的稳定度 '" + *written + "'"},
                      fields_.at(row, "stability"),
                      {"Allowed are A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F",
                       "可用的有 A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F"});
    }
    return stability;
  }

  std::string period_of(const FeatureRow& row) {
    const std::string period = normalised(fields_.text(row, "period").value_or(""));
    if (period.empty() || period == "day" || period == "night") return period;
    problems_.error("unknown_period", {"unknown period '" + period + "'", "未知的时段 '" + period + "'"},
                    fields_.at(row, "period"), {"Allowed are day and night, or blank", "可用的有 day 和 night,或留空"});
    return {};
  }

  void check_twice(const FeatureRow& row, const WindRoseRow& r, const std::string& period) {
    const auto key = std::tuple(r.from_deg.value_or(-1.0), static_cast<int>(r.stability), r.speed_m_s, period);
    const auto [it, fresh] = seen_.try_emplace(key, row.line);
    if (fresh) return;
    problems_.error("duplicate_row",
                    {fmt::format("same direction, stability and speed as line {}", it->second),
                     fmt::format("风向、稳定度和风速与第 {} 行相同", it->second)},
                    table_.at(row),
                    {"Add their frequencies in one row; 360 degrees are 0", "请把频率合并为一行;360 度即 0 度"});
  }

  void check_sum(const WindRose& rose) {
    double sum = 0.0;
    for (const WindRoseRow& r : rose.rows) sum += r.frequency;
    if (std::abs(sum - 1.0) <= kSumTolerance) return;
    problems_.error(
        "rose_sum",
        {fmt::format("the frequencies sum to {:.9g}, not to 1", sum), fmt::format("频率之和为 {:.9g},应为 1", sum)},
        table_.where,
        std::abs(sum - 100.0) < 1e-3 ? Text{"They are percentages: divide them by 100", "数值是百分比:请除以 100"}
                                     : Text{"Correct the table; calms belong in it as rows with a blank from_deg",
                                            "请改正表格;静风应作为 from_deg 留空的行列入"});
  }

  void check_sectors(const WindRose& rose) {
    std::set<double> centres;
    for (const WindRoseRow& r : rose.rows) {
      if (r.from_deg) centres.insert(*r.from_deg);
    }
    if (centres.empty()) return;
    const double width = 360.0 / static_cast<double>(centres.size());
    const double first = *centres.begin();
    std::size_t k = 0;
    for (const double centre : centres) {
      if (std::abs(centre - first - width * static_cast<double>(k)) > kSectorTolerance_deg) {
        problems_.error(
            "rose_sectors",
            {fmt::format("{} directions are not equally wide sectors: {} should be {:g} degrees", centres.size(),
                         centre, first + width * static_cast<double>(k)),
             fmt::format("{} 个风向的扇区宽度不等:{} 应为 {:g} 度", centres.size(), centre,
                         first + width * static_cast<double>(k))},
            table_.where,
            {"List every sector, those without wind with frequency 0", "请列出全部扇区,无风的扇区频率写 0"});
        return;
      }
      ++k;
    }
    if (centres.size() == 1) {
      problems_.warning(
          "rose_one_direction",
          {"one direction is a sector of 360 degrees: all directions count alike",
           "只有一个风向时扇区宽 360 度:各方向同等计"},
          table_.where,
          {"List every sector, those without wind with frequency 0", "请列出全部扇区,无风的扇区频率写 0"});
    }
  }

  const FeatureTable& table_;
  FieldMap fields_;
  Problems& problems_;
  std::map<std::tuple<double, int, double, std::string>, int> seen_;
};

}  // namespace

WindRose read_wind_rose(const LayerConfig& config, Problems& problems) {
  Problems own;
  const FeatureTable table = read_table(config, own);
  if (table.rows.empty()) {
    own.error("empty_layer", {"the wind rose has no rows", "风玫瑰没有数据行"}, table.where);
  }
  WindRose rose = RoseRows(table, config, own).read();
  for (const Diagnostic& d : own.all()) problems.add(d);
  return rose;
}

}  // namespace sise
