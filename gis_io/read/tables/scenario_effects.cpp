#include "gis_io/read/tables/scenario_effects.hpp"

#include <string>
#include <utility>

#include "core/accidents/check_study.hpp"

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

}  // namespace

void check_effect(const Scenario& scenario, const Unit& unit, const SubstanceTable& substances, const ScenarioRow& row,
                  GroupedProblems& problems) {
  Scenario nameless = scenario;  // rows with one fault are told together
  nameless.case_id.clear();
  for (const Diagnostic& problem : scenario_faults(nameless, unit, substances)) {
    if (problem.code == "missing_value" && row.is_filled(problem.where.field)) continue;
    Diagnostic told = problem;
    told.where = row.at(problem.where.field);
    if (told.remedy.en.empty()) told.remedy = remedy_for(problem);
    // Every pool has its own bund.
    const bool own = problem.code == "pool_larger_than_bund";
    problems.add(own ? "bund" + scenario.unit_id + scenario.case_id : problem.code + problem.message.en, told);
  }
}

}  // namespace sise
