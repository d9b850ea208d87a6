#include "gis_io/read/tables/scenario_effects.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "core/accidents/resolve.hpp"

namespace sise {
namespace {

Text remedy_for(const Diagnostic& problem) {
  if (problem.code == "missing_value") {
    return {"Fill it in; a mass without a rate is not turned into one", "请填写;质量不会被换算为速率"};
  }
  return {
      "Name a substance that stands for it in the row's substance, or remove the row: its unit is then listed as not "
      "computed",
      "请在该行的物质栏写明可代表它的物质,或删除该行(相应单元将列为未计算)"};
}

void check_bund(const Scenario& scenario, const Unit& unit, const ScenarioRow& row, GroupedProblems& problems) {
  constexpr double kRounding = 1e-6;
  if (!takes(kind_row(scenario.kind), "pool_diameter_m") || !scenario.pool_diameter_m || !unit.bund_m2) return;
  const double area_m2 = 0.25 * std::numbers::pi * *scenario.pool_diameter_m * *scenario.pool_diameter_m;
  if (area_m2 <= *unit.bund_m2 * (1.0 + kRounding)) return;
  const double largest_m = 2.0 * std::sqrt(*unit.bund_m2 / std::numbers::pi);
  problems.add("bund" + scenario.unit_id + scenario.case_id,
               {Diagnostic::Severity::error,
                "pool_larger_than_bund",
                row.at("pool_diameter_m"),
                {fmt::format("a pool of {} m covers {:.4g} m2, more than the {} m2 of the bund of unit '{}'",
                             *scenario.pool_diameter_m, area_m2, *unit.bund_m2, unit.id),
                 fmt::format("直径 {} m 的液池面积 {:.4g} m2,大于单元 '{}' 的围堰面积 {} m2", *scenario.pool_diameter_m,
                             area_m2, unit.id, *unit.bund_m2)},
                {fmt::format("The bund holds a pool of at most {:.4g} m", largest_m),
                 fmt::format("围堰内液池直径至多 {:.4g} m", largest_m)}});
}

}  // namespace

void check_effect(const Scenario& scenario, const Unit& unit, const SubstanceTable& substances, const ScenarioRow& row,
                  GroupedProblems& problems) {
  Scenario nameless = scenario;  // rows with one fault are told together
  nameless.case_id.clear();
  const Weather any_air;
  // What it lacks is all that is asked here.
  for (const Diagnostic& problem : resolve_accident(nameless, {.substances = substances, .ambient = any_air}).faults) {
    if (problem.code == "missing_value" && row.is_filled(problem.where.field)) continue;
    Diagnostic told = problem;
    told.where = row.at(problem.where.field);
    told.remedy = remedy_for(problem);
    problems.add(problem.code + problem.message.en, told);
  }
  check_bund(scenario, unit, row, problems);
}

}  // namespace sise
