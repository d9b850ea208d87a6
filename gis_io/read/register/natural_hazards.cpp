#include "gis_io/read/register/natural_hazards.hpp"

#include <fmt/format.h>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/packs/natural_hazard_pack.hpp"
#include "gis_io/read/register/area_columns.hpp"
#include "gis_io/read/register/codes.hpp"

namespace sise {
namespace {

/// Reads one hazard's features; those without a class or value stay unknown.
class HazardLayer {
 public:
  HazardLayer(const NaturalHazardConfig& config, const RegisterGround& ground, Problems& problems)
      : config_(config),
        problems_(problems),
        table_(read_layer(config.layer, ground.crs, ground.grid.bounds(), problems)) {}

  NaturalHazard read() {
    hazard_.key = config_.key;
    hazard_.title = config_.title;
    hazard_.weight = config_.weight;
    if (config_.date) hazard_.date = to_string(*config_.date);
    const auto id = area_id_column(table_, config_.layer, problems_);
    const auto name = area_name_column(table_, config_.layer, problems_);
    const bool stated = config_.method == HazardMethod::stated;
    const auto said = area_column(table_, config_.layer, stated ? "class" : "value", {}, problems_);
    for (const FeatureRow& row : table_.rows) {
      NaturalHazardArea area{
          cell_text_of(row, id), cell_text_of(row, name), row.geometry.polygons, NaturalClass::unknown, {}};
      if (area.shape.empty()) {
        problems_.error("no_area", {"this feature is no polygon", "该要素不是面"}, table_.at(row),
                        {"Hazards are layers of polygons", "灾害图层应为面图层"});
        continue;
      }
      const std::string written = cell_text_of(row, said);
      if (is_blank_word(written)) {
        // nobody has said: unknown
      } else if (stated) {
        area.hazard = stated_class(row, *said, written);
      } else {
        area.value = stated_value(row, *said, written);
      }
      hazard_.areas.push_back(std::move(area));
    }
    if (!stated) classify();
    if (stated) hazard_.method = {"classes as stated", "等级按图层所填"};
    return std::move(hazard_);
  }

 private:
  NaturalClass stated_class(const FeatureRow& row, std::size_t column, const std::string& written) {
    const auto code = config_.codes.find(written);
    const auto hazard = natural_class_in_words(code == config_.codes.end() ? written : code->second);
    if (hazard) return *hazard;
    const std::string heading = table_.columns[column];
    problems_.error("unknown_class",
                    {heading + " = '" + written + "' is no class of a natural hazard",
                     heading + " = '" + written + "' 不是灾害等级"},
                    table_.at(row),
                    {"Write 高, 较高, 中, 较低 or 低, or say in its dictionary what the code means",
                     "请填写 高、较高、中、较低、低, 或在 dictionary 中说明代码含义"});
    return NaturalClass::unknown;
  }

  std::optional<double> stated_value(const FeatureRow& row, std::size_t column, const std::string& written) {
    const auto number = written_number(written);
    if (number) return number->value;
    const std::string heading = table_.columns[column];
    problems_.error("bad_value",
                    {heading + " = '" + written + "' is no number", heading + " = '" + written + "' 不是数字"},
                    table_.at(row), {"Write a number, or leave it blank", "请填写数字, 或留空"});
    return std::nullopt;
  }

  void classify() {
    std::vector<double> values;
    for (const NaturalHazardArea& area : hazard_.areas) {
      if (area.value) values.push_back(*area.value);
    }
    if (values.empty()) return;  // told, or nobody has said
    if (config_.method == HazardMethod::spread) {
      by_spread(values);
    } else {
      by_cuts(values);
    }
  }

  template <class Classify>
  void each_value(const Classify& classify) {
    for (NaturalHazardArea& area : hazard_.areas) {
      if (area.value) area.hazard = classify(*area.value);
    }
  }

  void by_spread(const std::vector<double>& values) {
    hazard_.rules = rules_.id + ", " + std::string(name_of(rules_.mark));
    const auto limits = spread_limits(values, rules_);
    if (!limits) {
      problems_.error("no_spread",
                      {"all values are the same: mean and standard deviation make no classes",
                       "数值全部相同, 无法按均值与标准差分级"},
                      table_.where,
                      {"Use the layer's official classes: class = ...", "请采用图层的正式等级: class = ..."});
      return;
    }
    each_value([&](double value) { return class_by_spread(value, *limits); });
    const auto& at = limits->at_least;
    hazard_.method = {fmt::format("by mean {:.4g} and standard deviation {:.4g} (of the population): high from {:.4g}, "
                                  "rather high from {:.4g}, "
                                  "rather low from {:.4g}",
                                  limits->mean, limits->deviation, at[0], at[1], at[2]),
                      fmt::format("按均值 {:.4g}、总体标准差 {:.4g} 分级: 高 ≥ {:.4g}, 较高 ≥ {:.4g}, 较低 ≥ {:.4g}",
                                  limits->mean, limits->deviation, at[0], at[1], at[2])};
  }

  void by_cuts(const std::vector<double>& values) {
    const bool own = config_.breaks.has_value();
    const auto cuts = own ? *config_.breaks : percentile_cuts(values, rules_.percentiles);
    hazard_.rules = own ? "breaks, own" : rules_.id + ", " + std::string(name_of(rules_.percentile_mark));
    each_value([&](double value) { return class_by_cuts(value, cuts); });
    const std::string limits = fmt::format("{:.4g}, {:.4g}, {:.4g}, {:.4g}", cuts[0], cuts[1], cuts[2], cuts[3]);
    hazard_.method = own ? Text{"by the project's limits " + limits, "按项目给定界限分级: " + limits}
                         : Text{fmt::format("by percentiles {:g}/{:g}/{:g}/{:g}: ", rules_.percentiles[0],
                                            rules_.percentiles[1], rules_.percentiles[2], rules_.percentiles[3]) +
                                    limits,
                                fmt::format("按百分位 {:g}/{:g}/{:g}/{:g} 分级: ", rules_.percentiles[0],
                                            rules_.percentiles[1], rules_.percentiles[2], rules_.percentiles[3]) +
                                    limits};
  }

  const NaturalHazardConfig& config_;
  Problems& problems_;
  FeatureTable table_;
  NaturalHazardRules rules_ = natural_hazard_rules("census");
  NaturalHazard hazard_;
};

}  // namespace

std::vector<NaturalHazard> read_natural_hazards(const NaturalHazardsConfig& config, const RegisterGround& ground,
                                                Problems& problems) {
  std::vector<NaturalHazard> hazards;
  for (const NaturalHazardConfig& one : config.hazards) {
    try {
      hazards.push_back(HazardLayer(one, ground, problems).read());
    } catch (const Error& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    }
  }
  return hazards;
}

}  // namespace sise
