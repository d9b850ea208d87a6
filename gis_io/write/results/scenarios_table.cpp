#include "gis_io/write/results/scenarios_table.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>

#include "core/accidents/scenario_fields.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/unit_symbols.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/vectors/csv.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

/// The fewest digits that come back as the same number when a reader turns them into SI.
PropertyValue written(const ScenarioField& field, double si) {
  const UnitSymbol unit = unit_of_name(field.name);
  const double value = (si - unit.offset) / unit.factor;
  constexpr int kFewest = 6;
  constexpr int kMost = 17;
  for (int digits = kFewest; digits <= kMost; ++digits) {
    const double rounded = std::strtod(fmt::format("{:.{}g}", value, digits).c_str(), nullptr);
    if (rounded * unit.factor + unit.offset == si) return rounded;
  }
  return value;
}

std::vector<PropertyValue> row_of(const Scenario& scenario) {
  std::vector<PropertyValue> row{scenario.unit_id, scenario.case_id, std::string(scenario.kind.name()),
                                 scenario.frequency_per_year, scenario.substance};
  for (const ScenarioField& field : scenario_fields()) {
    const std::optional<double> value = field.get(scenario);
    row.push_back(value ? written(field, *value) : PropertyValue());
  }
  return row;
}

PropertyObject trace_texts(const Text& text) { return {{"en", text.en}, {"zh", text.zh}}; }

PropertyObject leaf_of(const TraceLeaf& leaf, const Generation& generation) {
  PropertyObject object{
      {"outcome", leaf.outcome}, {"probability", leaf.probability}, {"frequency_per_year", leaf.frequency_per_year}};
  object.push_back(
      {"case_id", leaf.scenario ? PropertyValue(generation.scenarios.at(*leaf.scenario).case_id) : PropertyValue()});
  if (!leaf.why_not.en.empty()) object.push_back({"not_computed", trace_texts(leaf.why_not)});
  return object;
}

PropertyObject case_of(const TraceCase& traced, const Generation& generation) {
  PropertyList leaves;
  for (const TraceLeaf& leaf : traced.leaves) leaves.emplace_back(leaf_of(leaf, generation));
  return {{"id", traced.id},
          {"part", traced.part},
          {"frequency_pack", traced.pack},
          {"frequency_class", traced.frequency_class},
          {"fallback_pack", traced.other_pack},
          {"base_frequency", traced.base_frequency},
          {"unit", std::string(name_of(traced.unit))},
          {"count", traced.count},
          {"share", traced.share},
          {"frequency_per_year", traced.frequency_per_year},
          {"confidence", std::string(name_of(traced.confidence))},
          {"dropped", traced.dropped},
          {"substance", traced.substance},
          {"release", trace_texts(traced.release)},
          {"tree", traced.tree},
          {"leaves", leaves}};
}

PropertyValue effect_of(const std::string& id, const std::vector<DefaultEffect>& effects) {
  for (const DefaultEffect& one : effects) {
    if (one.id != id) continue;
    return PropertyObject{{"target_id", one.target_id},
                          {"risk_per_year", one.risk_per_year},
                          {"at_low_per_year", one.at_low_per_year},
                          {"at_high_per_year", one.at_high_per_year}};
  }
  return {};
}

PropertyList defaults_of(const UnitTrace& trace, const std::vector<DefaultEffect>& effects) {
  PropertyList list;
  for (const UsedDefault& used : trace.defaults) {
    list.emplace_back(PropertyObject{{"id", used.id},
                                     {"text", trace_texts(used.text)},
                                     {"value", used.value},
                                     {"low", used.low},
                                     {"high", used.high},
                                     {"source", used.source},
                                     {"confidence", std::string(name_of(used.confidence))},
                                     {"at_governing_target", effect_of(used.id, effects)}});
  }
  return list;
}

PropertyList remarks_of(const std::vector<GeneratorRemark>& remarks) {
  PropertyList list;
  for (const GeneratorRemark& remark : remarks) {
    list.emplace_back(PropertyObject{
        {"code", remark.code}, {"text", trace_texts(remark.text)}, {"remedy", trace_texts(remark.remedy)}});
  }
  return list;
}

PropertyObject unit_of(const UnitTrace& trace, const Generation& generation,
                       const std::vector<DefaultEffect>& effects) {
  PropertyList cases;
  for (const TraceCase& traced : trace.cases) cases.emplace_back(case_of(traced, generation));
  PropertyList rests_on;
  for (const Link& link : trace.basis) rests_on.emplace_back(json_of(link));
  return {{"unit_id", trace.unit_id},
          {"fate", std::string(name_of(trace.fate))},
          {"dropped_per_year", trace.dropped_per_year()},
          {"cases", cases},
          {"rests_on", rests_on},
          {"defaults", defaults_of(trace, effects)},
          {"assumptions", remarks_of(trace.remarks)},
          {"missing", remarks_of(trace.lacks)}};
}

}  // namespace

void write_scenarios_csv(const std::filesystem::path& path, const std::vector<Scenario>& scenarios) {
  CsvWriter csv(path, scenario_field_names());
  for (const Scenario& scenario : scenarios) csv.add(row_of(scenario));
  csv.finish();
}

std::string trees_text(const Generation& generation, const std::vector<std::vector<DefaultEffect>>& effects) {
  std::string text = "[";
  for (std::size_t i = 0; i < generation.traces.size(); ++i) {
    text += i == 0 ? "\n" : ",\n";
    text += to_json(PropertyValue(unit_of(generation.traces[i], generation, effects.at(i))));
  }
  return text + "\n]\n";
}

void write_missing_csv(const std::filesystem::path& path, const Study& study, const Generation& generation) {
  CsvWriter csv(path,
                {"unit_id", "name", "kind", "substance", "inventory_t", "computed", "code", "missing_en", "missing_zh",
                 "remedy_en", "remedy_zh"},
                ByteOrderMark::for_excel);
  constexpr double kTonne_kg = 1e3;
  for (const UnitTrace& trace : generation.traces) {
    if (trace.fate == UnitFate::from_table) continue;
    const Unit& unit = study.units[trace.unit];
    std::vector<GeneratorRemark> lacks = trace.lacks;
    if (lacks.empty() && trace.fate == UnitFate::generated) continue;
    if (lacks.empty())
      lacks.push_back({std::string(name_of(trace.fate)), {"too small to be screened", "低于筛选量"}, {}});
    for (const GeneratorRemark& lack : lacks) {
      const double tonnes =
          unit.inventory_kg ? *unit.inventory_kg / kTonne_kg : std::numeric_limits<double>::quiet_NaN();
      csv.add({trace.unit_id, unit.name, std::string(name_of(unit.kind)), unit.substance_text, tonnes,
               trace.fate == UnitFate::generated ? std::string("partly") : std::string(name_of(trace.fate)), lack.code,
               lack.text.en, lack.text.zh, lack.remedy.en, lack.remedy.zh});
    }
  }
  csv.finish();
}

}  // namespace sise
