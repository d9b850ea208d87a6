#include "core/accidents/check_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string>
#include <utility>

#include "core/accidents/kinds.hpp"
#include "core/accidents/resolve.hpp"
#include "core/accidents/scenario_fields.hpp"
#include "core/grid/interruption.hpp"

namespace sise {
namespace {

void add_bund_fault(const Scenario& scenario, const Unit& unit, std::vector<Diagnostic>& faults) {
  constexpr double kRounding = 1e-6;
  if (!takes(kind_row(scenario.kind), "pool_diameter_m") || !scenario.pool_diameter_m || !unit.bund_m2) return;
  const double area_m2 = 0.25 * std::numbers::pi * *scenario.pool_diameter_m * *scenario.pool_diameter_m;
  if (area_m2 <= *unit.bund_m2 * (1.0 + kRounding)) return;
  const double largest_m = 2.0 * std::sqrt(*unit.bund_m2 / std::numbers::pi);
  faults.push_back({Diagnostic::Severity::error,
                    "pool_larger_than_bund",
                    {.feature = scenario.unit_id, .field = "pool_diameter_m"},
                    {fmt::format("a pool of {} m covers {:.4g} m2, more than the {} m2 of the bund of unit '{}'",
                                 *scenario.pool_diameter_m, area_m2, *unit.bund_m2, unit.id),
                     fmt::format("直径 {} m 的液池面积 {:.4g} m2,大于单元 '{}' 的围堰面积 {} m2",
                                 *scenario.pool_diameter_m, area_m2, unit.id, *unit.bund_m2)},
                    {fmt::format("The bund holds a pool of at most {:.4g} m", largest_m),
                     fmt::format("围堰内液池直径至多 {:.4g} m", largest_m)}});
}

/// Ids of their own, and a shape.
template <class Feature>
void check_features(const std::vector<Feature>& features, const char* layer, Problems& problems) {
  std::set<std::string> ids;
  for (const Feature& feature : features) {
    const Location where{.layer = layer, .feature = feature.id, .field = "id"};
    if (feature.id.empty()) problems.error("missing_value", {"a feature has no id", "要素缺少 id"}, where);
    if (!feature.id.empty() && !ids.insert(feature.id).second) {
      problems.error("doubled_id",
                     {"two features have the id '" + feature.id + "'", "两个要素的 id 同为 '" + feature.id + "'"},
                     where);
    }
    if (feature.geometry.empty()) {
      problems.error("empty_geometry", {"'" + feature.id + "' has no shape", "'" + feature.id + "' 没有几何图形"},
                     where);
    }
  }
}

void check_grid(const GridSpec& grid, Problems& problems) {
  if (grid.cell_m > 0.0 && std::isfinite(grid.cell_m) && grid.cells() > 0) return;
  problems.error("no_grid", {"the grid has no cells", "网格没有单元"}, {.field = "grid"});
}

void check_rose(const WindRose& rose, Problems& problems) {
  constexpr double kTolerance = 1e-6;
  if (rose.rows.empty()) return;
  double sum = 0.0;
  for (const WindRoseRow& row : rose.rows) sum += row.frequency;
  if (std::abs(sum - 1.0) <= kTolerance) return;
  problems.error(
      "rose_sum",
      {fmt::format("the frequencies sum to {:.9g}, not to 1", sum), fmt::format("频率之和为 {:.9g},应为 1", sum)},
      {.field = "weather.wind_rose"});
}

/// A number that is not one, or none of the field's.
bool out_of_range(const ScenarioField& field, double value) {
  const bool too_low = field.low_open ? !(value > field.low) : !(value >= field.low);
  return too_low || value > field.high || (field.whole && value != std::floor(value));
}

void check_numbers(const Scenario& scenario, Problems& problems) {
  const auto refuse = [&](std::string_view name, double value) {
    problems.error("out_of_range",
                   {fmt::format("case '{}': {} cannot be {}", scenario.case_id, name, value),
                    fmt::format("情景 '{}':{} 不能为 {}", scenario.case_id, name, value)},
                   {.layer = "scenarios", .feature = scenario.unit_id, .field = std::string(name)});
  };
  if (!(scenario.frequency_per_year > 0.0) || !std::isfinite(scenario.frequency_per_year)) {
    refuse("frequency_per_year", scenario.frequency_per_year);
  }
  for (const ScenarioField& field : scenario_fields()) {
    const std::optional<double> value = field.get(scenario);
    if (value && out_of_range(field, *value)) refuse(field.name, *value);
  }
}

void check_scenarios(const Study& study, const SubstanceTable& substances, Problems& problems) {
  std::map<std::string, const Unit*> units;
  for (const Unit& unit : study.units) units.emplace(unit.id, &unit);
  std::set<std::pair<std::string, std::string>> cases;
  for (const Scenario& scenario : study.scenarios) {
    stop_if_interrupted();
    const Location where{.layer = "scenarios", .feature = scenario.unit_id, .field = "unit_id"};
    const auto unit = units.find(scenario.unit_id);
    if (unit == units.end()) {
      problems.error("unknown_unit",
                     {"there is no unit '" + scenario.unit_id + "'", "没有单元 '" + scenario.unit_id + "'"}, where);
      continue;
    }
    if (!cases.insert({scenario.unit_id, scenario.case_id}).second) {
      problems.error("doubled_id",
                     {"unit '" + scenario.unit_id + "' has two cases '" + scenario.case_id + "'",
                      "单元 '" + scenario.unit_id + "' 有两个情景 '" + scenario.case_id + "'"},
                     where);
    }
    check_numbers(scenario, problems);
    for (const Diagnostic& fault : scenario_faults(scenario, *unit->second, substances)) problems.add(fault);
  }
}

}  // namespace

std::vector<Diagnostic> scenario_faults(const Scenario& scenario, const Unit& unit, const SubstanceTable& substances) {
  const Weather any_air;  // nothing is computed in it
  std::vector<Diagnostic> faults = resolve_accident(scenario, {.substances = substances, .ambient = any_air}).faults;
  add_bund_fault(scenario, unit, faults);
  return faults;
}

void check_what_scenarios_need(const Study& study, Problems& problems) {
  const auto windy = std::find_if(study.scenarios.begin(), study.scenarios.end(), [](const Scenario& scenario) {
    return kind_row(scenario.kind).goes_with_the_wind(scenario);
  });
  if (windy != study.scenarios.end() && study.rose.rows.empty()) {
    const std::string kind(windy->kind.name());
    problems.error("missing_wind_rose",
                   {"scenarios of kind '" + kind + "' need a wind rose", "'" + kind + "' 类情景需要风玫瑰"},
                   {.field = "weather.wind_rose"},
                   {"Add wind_rose = \"FILE.csv\" to [weather]", "请在 [weather] 中写明 wind_rose = \"FILE.csv\""});
  }
  std::set<std::string> told;
  for (const Scenario& scenario : study.scenarios) {
    const HarmRule rule = rule_for(kind_row(scenario.kind).harm, study.harm);
    if (rule.known || !told.insert(rule.deaths.en).second) continue;
    problems.error("missing_harm_rule",
                   {"harm pack '" + study.harm.id + "' has no rule for " + rule.deaths.en + ", which scenarios need",
                    "伤害准则包 '" + study.harm.id + "' 没有" + rule.deaths.zh + "的规定, 而情景需要"},
                   {.field = "harm.pack"},
                   {"Name another pack (`sise rules` lists them)", "请改用其他准则包 (用 sise rules 查看)"});
  }
}

namespace {

void check_day_shares(const Study& study, Problems& problems) {
  for (const Unit& unit : study.units) {
    if (auto unused = unused_day_share(study, unit, {.layer = "units", .feature = unit.id, .field = "day_share"}))
      problems.add(std::move(*unused));
  }
}

}  // namespace

std::optional<Diagnostic> unused_day_share(const Study& study, const Unit& unit, Location where) {
  if (study.population || !unit.details.day_share) return std::nullopt;
  return Diagnostic{
      Diagnostic::Severity::error,
      "day_share_without_population",
      std::move(where),
      {"day_share says when accidents happen, and the project does not say where people are by day and by "
       "night: it would change nothing",
       "填写了 day_share (白天份额), 但项目未给出昼夜人口分布, 该项不起作用"},
      {"Add [population], or leave day_share out", "请添加 [population], 或去掉 day_share"}};
}

void check_study(const Study& study, const SubstanceTable& substances, Problems& problems) {
  check_grid(study.grid, problems);
  check_features(study.units, "units", problems);
  check_features(study.targets, "targets", problems);
  check_rose(study.rose, problems);
  check_scenarios(study, substances, problems);
  check_what_scenarios_need(study, problems);
  check_day_shares(study, problems);
}

}  // namespace sise
