#include "gis_io/read/tables/wind_rose_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr double kSumTolerance = 1e-6;
constexpr double kRounding = 0.02;             ///< a table of a few hundred shares with three decimals is off by less
constexpr double kSectorTolerance_deg = 0.01;  ///< centres are often rounded to two decimals

bool is_class_number(const std::string& written) {
  const std::string text = normalised(written);
  return text.size() == 1 && text.front() >= '1' && text.front() <= '6';
}

class RoseRows {
 public:
  RoseRows(const FeatureTable& table, const LayerConfig& config, Problems& problems)
      : table_(table),
        config_(config),
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
    check_shares();
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
    const auto speed = speed_of(row);
    const auto frequency = fields_.number(row, "frequency", kNotNegative);
    if (frequency) shares_.push_back({*frequency, &row});
    const auto stability = stability_of(row);
    const std::string period = period_of(row);
    if (!speed || !frequency || !stability) return std::nullopt;
    r.speed_m_s = *speed;
    r.frequency = *frequency;
    r.stability = *stability;
    check_twice(row, r, period);
    return r;
  }

  std::optional<double> speed_of(const FeatureRow& row) {
    const auto speed = fields_.number(row, "speed_m_s", kNotNegative);
    if (speed != 0.0) return speed;
    problems_.error("calm_without_speed",
                    {"a row with speed 0: a plume in still air has no direction to go", "风速为 0:静风中烟羽没有去向"},
                    fields_.at(row, "speed_m_s"),
                    {"Calms are rows with a blank from_deg and the low speed that they are computed with, 0.5 m/s for "
                     "example",
                     "静风应作为 from_deg 留空的行,并给出计算所用的低风速,例如 0.5 m/s"});
    return std::nullopt;
  }

  /// Percentages are one fault of the whole table, a single share above 1 is one of its row.
  void check_shares() {
    double sum = 0.0;
    bool above = false;
    for (const auto& [share, row] : shares_) {
      sum += share;
      above = above || share > 1.0;
    }
    constexpr double kHundred = 100.0;
    if (above && std::abs(sum - kHundred) < 2.0) {
      problems_.error("rose_percent",
                      {fmt::format("the frequencies are percentages: they sum to {:.6g}", sum),
                       fmt::format("频率是百分数:合计 {:.6g}", sum)},
                      table_.where,
                      {"Divide them by 100, or map frequency = \"frequency [%]\" in the fields of wind_rose",
                       "请除以 100,或在 wind_rose 的 fields 中映射 frequency = \"frequency [%]\""});
      return;
    }
    for (const auto& [share, row] : shares_) {
      if (share <= 1.0) continue;
      problems_.error("out_of_range",
                      {fmt::format("'frequency' is {:g}; allowed is 0 .. 1", share),
                       fmt::format("'frequency' 为 {:g};允许范围为 0 .. 1", share)},
                      fields_.at(*row, "frequency"), {"Correct the value", "请改正"});
    }
  }

  std::optional<Stability> stability_of(const FeatureRow& row) {
    const auto written = fields_.text(row, "stability");
    if (!written) return std::nullopt;
    const auto stability = stability_from(normalised(*written));
    if (!stability && is_class_number(*written)) {
      const std::string letter(1, static_cast<char>('A' + (normalised(*written).front() - '1')));
      problems_.error("unknown_stability",
                      {"'" + *written + "' is a number, and tables number the classes in different ways",
                       "'" + *written + "' 是编号,而各种表格的编号方式不同"},
                      fields_.at(row, "stability"),
                      {"Write letters: where 1 is the most unstable class A, " + *written + " is " + letter,
                       "请写字母:若 1 表示最不稳定的 A 类,则 " + *written + " 为 " + letter});
    } else if (!stability) {
      problems_.error("unknown_stability", {"unknown stability '" + *written + "'", "未知的稳定度 '" + *written + "'"},
                      fields_.at(row, "stability"),
                      {"Allowed are A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F",
                       "可用的有 A, A-B, B, B-C, C, C-D, D, D-E, E, E-F, F"});
    }
    return stability;
  }

  std::string period_of(const FeatureRow& row) {
    std::string period = normalised(fields_.text(row, "period").value_or(""));
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

  void check_sum(WindRose& rose) {
    double sum = 0.0;
    for (const WindRoseRow& r : rose.rows) sum += r.frequency;
    if (std::abs(sum - 1.0) <= kSumTolerance) return;
    const bool rounding = std::abs(sum - 1.0) <= kRounding;
    if (rounding && config_.normalise) {
      for (WindRoseRow& r : rose.rows) r.frequency /= sum;
      problems_.add(note("rose_normalised",
                         {fmt::format("the frequencies sum to {:.9g} and were divided by it", sum),
                          fmt::format("频率之和为 {:.9g},已按其归一化", sum)},
                         table_.where));
      return;
    }
    problems_.error(
        "rose_sum",
        {fmt::format("the frequencies sum to {:.9g}, not to 1", sum), fmt::format("频率之和为 {:.9g},应为 1", sum)},
        table_.where,
        rounding ? Text{"If they were rounded, let them be scaled: wind_rose = {source = \"...\", normalise = true}",
                        "如为四舍五入所致,可令其归一化:wind_rose = {source = \"...\", normalise = true}"}
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

  struct Share {
    double share;
    const FeatureRow* row;
  };

  const FeatureTable& table_;
  const LayerConfig& config_;
  FieldMap fields_;
  Problems& problems_;
  std::vector<Share> shares_;
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
