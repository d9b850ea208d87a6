#include "core/accidents/generate/generate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/accidents/generate/contents.hpp"
#include "core/accidents/generate/outcome.hpp"
#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/scenario_maker.hpp"

namespace sise {
namespace {

using ContentsByUnit = std::map<std::string, std::vector<UnitContent>>;

ContentsByUnit by_unit(const std::vector<UnitContent>& contents) {
  ContentsByUnit sorted;
  for (const UnitContent& one : contents) sorted[one.unit_id].push_back(one);
  return sorted;
}

bool is_small(const Unit& unit, const GeneratorRules& rules) {
  return std::any_of(rules.small.begin(), rules.small.end(), [&](const SmallUnits& row) {
    return row.kind == unit.kind && unit.inventory_kg && *unit.inventory_kg > 0.0 && *unit.inventory_kg < row.below_kg;
  });
}

/// Whatever can fail fails too seldom to count: no scenario, and yet no unit that nobody looked at.
void tell_all_dropped(const UnitRecord& record) {
  const UnitTrace& trace = record.trace();
  const bool dropped =
      std::all_of(trace.cases.begin(), trace.cases.end(), [](const TraceCase& one) { return one.dropped; });
  if (trace.cases.empty() || !dropped) return;
  const double cut_off = record.context().rules.cut_off_per_year;
  record.lack("below_cut_off",
              {fmt::format("every failure is rarer than {:.0e} a year", cut_off),
               fmt::format("各失效情形的频率均低于每年 {:.0e}", cut_off)},
              {"Check present_share, hours_per_year and length_m, or give rows of [scenarios]",
               "请核对 present_share, hours_per_year 和 length_m, 或在 [scenarios] 中给出"});
}

/// Every release ends as "none".
void tell_nothing_follows(const UnitRecord& record) {
  if (record.trace().cases.empty() || !record.trace().lacks.empty()) return;
  record.lack(
      "nothing_follows",
      {"by the event trees nothing follows from its releases: a liquid stored below its flash point does not catch "
       "fire",
       "按事件树其泄漏无后果: 储存温度低于闪点的液体不被点燃"},
      {"A fire that reaches it may be stated as a row of [scenarios]", "外部火灾引起的后果可在 [scenarios] 中给出"});
}

using RowsByUnit = std::map<std::string, std::vector<const Scenario*>>;

RowsByUnit rows_by_unit(const std::vector<Scenario>& scenarios) {
  RowsByUnit sorted;
  for (const Scenario& one : scenarios) sorted[one.unit_id].push_back(&one);
  return sorted;
}

/// Its rows are named as generated ones are: only then is it worth asking what would be made.
bool are_named_alike(const std::vector<const Scenario*>& rows) {
  static const std::vector<std::string> kOutcomes = known_outcomes();
  return std::all_of(rows.begin(), rows.end(), [](const Scenario* row) {
    const std::size_t point = row->case_id.rfind('.');
    return point != std::string::npos &&
           std::find(kOutcomes.begin(), kOutcomes.end(), row->case_id.substr(point + 1)) != kOutcomes.end();
  });
}

/// Whether a table states just what follows from the record, in any order: then nothing in it is the project's own.
bool are_the_generated(const std::vector<const Scenario*>& rows, const std::vector<Scenario>& made) {
  return rows.size() == made.size() && std::all_of(made.begin(), made.end(), [&](const Scenario& one) {
           return std::any_of(rows.begin(), rows.end(), [&](const Scenario* row) { return *row == one; });
         });
}

double mean_wind_m_s(const WindRose& rose) {
  double sum = 0.0;
  for (const WindRoseRow& row : rose.rows) sum += row.frequency * row.speed_m_s;
  return sum;
}

}  // namespace

UnitGeneration generate_unit(const Unit& unit, const std::vector<UnitContent>& contents,
                             const GeneratorContext& context, std::size_t first) {
  UnitGeneration made;
  made.trace.unit_id = unit.id;
  if (is_small(unit, context.rules)) {
    made.trace.fate = UnitFate::small;
    return made;
  }
  const UnitRecord record(unit, context, made.trace);
  make_scenarios(record, parts_of(record, contents_of(record, contents)), first, made);
  if (made.scenarios.empty()) {
    tell_all_dropped(record);
    tell_nothing_follows(record);
  }
  if (!made.scenarios.empty()) made.trace.fate = UnitFate::generated;
  return made;
}

GeneratorContext generator_context(const Study& study, const SubstanceTable& substances, const GeneratorData& data) {
  return {substances, data.packs, data.trees, data.rules, study.harm, study.ambient, mean_wind_m_s(study.rose)};
}

Generation generate(const Study& study, const SubstanceTable& substances, const GeneratorData& data) {
  const RowsByUnit rows = rows_by_unit(study.scenarios);
  const GeneratorContext context = generator_context(study, substances, data);
  const ContentsByUnit contents = by_unit(study.contents);
  Generation generation;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const Unit& unit = study.units[i];
    const auto stated = rows.find(unit.id);
    const auto others = contents.find(unit.id);
    UnitGeneration made;
    if (stated == rows.end() || are_named_alike(stated->second)) {
      made = generate_unit(unit, others == contents.end() ? std::vector<UnitContent>{} : others->second, context,
                           generation.scenarios.size());
    }
    if (stated != rows.end()) {
      Chain basis = are_the_generated(stated->second, made.scenarios) ? std::move(made.trace.basis) : Chain{};
      made = {};
      made.trace.unit_id = unit.id;
      made.trace.fate = UnitFate::from_table;
      made.trace.basis = std::move(basis);
    }
    made.trace.unit = i;
    for (Scenario& scenario : made.scenarios) generation.scenarios.push_back(std::move(scenario));
    generation.traces.push_back(std::move(made.trace));
  }
  return generation;
}

void take_over(Study& study, const Generation& generation) {
  study.scenarios.insert(study.scenarios.end(), generation.scenarios.begin(), generation.scenarios.end());
  for (const UnitTrace& trace : generation.traces) {
    if (!trace.basis.empty() && trace.fate != UnitFate::missing)
      study.generated.push_back({trace.unit_id, trace.basis});
    for (const GeneratorRemark& lack : trace.lacks)
      study.not_generated.push_back({trace.unit_id, lack.code, lack.text});
  }
}

}  // namespace sise
