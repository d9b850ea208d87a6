#include "gis_io/write/results/pipeline_table.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "gis_io/write/tables/table_columns.hpp"
#include "models/base/text.hpp"

namespace sise {
namespace {

/// A stretch, or what is to be said of a pipeline besides.
struct PipelineRow {
  const PipelineStretches* pipeline = nullptr;
  const HighConsequenceSegment* segment = nullptr;  ///< null: something is not stated
  const Unit* unit = nullptr;
  const Study* study = nullptr;
};

std::string list_of_facts(const std::vector<std::string>& facts) {
  std::string text;
  for (const std::string& one : facts) text += (text.empty() ? "" : ", ") + one;
  return text;
}

std::string note_of(const PipelineRow& row) {
  if (row.segment == nullptr) {
    const std::string facts = list_of_facts(row.pipeline->not_stated);
    return "there may be more stretches: not stated, of the pipeline or of places beside it: " + facts +
           " / 可能还有高后果区: 管道或沿线场所未填写 " + facts;
  }
  std::vector<Text> notes;
  if (row.segment->uncounted > 0) {
    const std::string count = std::to_string(row.segment->uncounted);
    notes.push_back({"the people of " + count + " targets are not stated", count + " 处防护目标未填写人数"});
  }
  if (row.segment->no_households > 0) {
    const std::string count = std::to_string(row.segment->no_households);
    notes.push_back({"the households of " + count + " targets are not stated", count + " 处防护目标未填写户数"});
  }
  std::string text;
  for (const Text& one : notes) text += (text.empty() ? "" : "; ") + one.en + " / " + one.zh;
  return text;
}

template <class Value>
std::function<PropertyValue(const PipelineRow&)> of_segment(Value value) {
  return [value](const PipelineRow& row) -> PropertyValue {
    if (row.segment == nullptr) return {};
    return value(row, *row.segment);
  };
}

using Segment = HighConsequenceSegment;
using Columns = std::vector<TableColumn<PipelineRow>>;

std::string ids_of(const Segment& segment, const Study& study) {
  std::string text;
  for (const std::size_t i : segment.targets) text += (text.empty() ? "" : "; ") + study.targets[i].id;
  return text;
}

const Columns& all_pipeline_columns() {
  static constexpr std::array<const char*, 4> kLevels{"", "I", "II", "III"};
  static const Columns kColumns{
      {"unit_id", [](const PipelineRow& row) { return PropertyValue(row.unit->id); }},
      {"unit_name", [](const PipelineRow& row) { return or_null(row.unit->name); }},
      {"pipeline_length_m", [](const PipelineRow& row) { return PropertyValue(row.pipeline->length_m); }},
      {"impact_radius_m", [](const PipelineRow& row) { return or_null(row.pipeline->impact_radius_m); }},
      {"from_m", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.from_m); })},
      {"to_m", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.to_m); })},
      {"length_m",
       of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.to_m - one.from_m); })},
      {"level", of_segment([](const PipelineRow&, const Segment& one) {
         return PropertyValue(kLevels.at(static_cast<std::size_t>(one.rule.level)));
       })},
      {"label_zh", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.rule.text.zh); })},
      {"label_en", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.rule.text.en); })},
      {"rule_id", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.rule.id); })},
      {"source", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.rule.source); })},
      {"confidence", of_segment([](const PipelineRow&, const Segment& one) {
         return PropertyValue(std::string(name_of(one.rule.confidence)));
       })},
      {"within_m", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.within_m); })},
      {"targets",
       of_segment([](const PipelineRow& row, const Segment& one) { return PropertyValue(ids_of(one, *row.study)); })},
      {"households", of_segment([](const PipelineRow&, const Segment& one) { return or_null(one.households); })},
      {"target_people", of_segment([](const PipelineRow&, const Segment& one) { return or_null(one.target_people); })},
      {"people_day", of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.people.day); })},
      {"people_night",
       of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.people.night); })},
      {"people_uncovered_share",
       of_segment([](const PipelineRow&, const Segment& one) { return PropertyValue(one.people.uncovered_share); })},
      {"note", [](const PipelineRow& row) { return or_null(note_of(row)); }}};
  return kColumns;
}

std::vector<PipelineRow> rows_of(const std::vector<PipelineStretches>& pipelines, const Study& study) {
  std::vector<PipelineRow> rows;
  for (const PipelineStretches& one : pipelines) {
    const Unit& unit = study.units[one.unit];
    for (const HighConsequenceSegment& segment : one.segments) rows.push_back({&one, &segment, &unit, &study});
    if (!one.not_stated.empty()) rows.push_back({&one, nullptr, &unit, &study});
  }
  return rows;
}

}  // namespace

const std::vector<std::string>& pipeline_columns() {
  static const std::vector<std::string> kNames = names_of(all_pipeline_columns());
  return kNames;
}

std::vector<std::vector<PropertyValue>> pipeline_rows(const std::vector<PipelineStretches>& pipelines,
                                                      const Study& study) {
  std::vector<std::vector<PropertyValue>> rows;
  for (const PipelineRow& row : rows_of(pipelines, study)) rows.push_back(values_of(all_pipeline_columns(), row));
  return rows;
}

std::vector<Feature> pipeline_features(const std::vector<PipelineStretches>& pipelines, const Study& study) {
  std::vector<Feature> features;
  for (const PipelineRow& row : rows_of(pipelines, study))
    features.push_back(
        {row.segment == nullptr ? Geometry{} : row.segment->shape, properties_of(all_pipeline_columns(), row)});
  return features;
}

}  // namespace sise
