#include "gis_io/write/results/distances_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

/// The note in both languages, then the codes that programs look for.
std::string distance_note(const DistanceCheck& check) {
  std::string text = check.note.en;
  if (!check.note.zh.empty()) text += " / " + check.note.zh;
  for (const std::string& code : check.codes) text += (text.empty() ? "[" : " [") + code + "]";
  return text;
}

struct DistanceColumn {
  std::string name;
  SheetColumn sheet;
};

const std::vector<DistanceColumn>& all_distance_columns() {
  static const std::vector<DistanceColumn> kColumns{{"unit_id", {"单元编号 unit", ""}},
                                                    {"unit_name", {"单元名称 unit's name", ""}},
                                                    {"target_id", {"防护目标编号 target", ""}},
                                                    {"target_name", {"防护目标名称 target's name", ""}},
                                                    {"rule_id", {"规则 rule", ""}},
                                                    {"quantity", {"指标 quantity", ""}},
                                                    {"limit", {"限值 limit", ""}},
                                                    {"value", {"计算值 value", ""}},
                                                    {"required_m", {"所需距离 required", "m"}},
                                                    {"actual_m", {"实际距离 actual", "m"}},
                                                    {"shortfall_m", {"不足 shortfall", "m"}},
                                                    {"confidence", {"依据可信度 confidence", ""}},
                                                    {"note", {"说明 note", ""}}};
  return kColumns;
}

PropertyValue count_of(std::size_t n) { return {static_cast<std::int64_t>(n)}; }

/// One row per enterprise, its binding pair first among the columns.
Sheet enterprises_sheet(const SeparationCensus& census) {
  Sheet sheet{"企业 enterprises",
              "",
              {{"企业 enterprise", ""},
               {"控制单元 binding unit", ""},
               {"控制目标 binding target", ""},
               {"规则 rule", ""},
               {"所需距离 required", "m"},
               {"实际距离 actual", "m"},
               {"不足 shortfall", "m"},
               {"单元数 units", ""},
               {"距离内对数 pairs in reach", ""},
               {"不足对数 too short", ""},
               {"无法判定 not judged", ""},
               {"最大所需距离 largest required", "m"},
               {"更远对数 pairs beyond", ""}},
              {}};
  for (const EnterpriseSeparation& one : census.enterprises) {
    const DistanceCheck none;
    const DistanceCheck& binding = one.binding ? census.checks[*one.binding] : none;
    sheet.rows.push_back({one.name, binding.unit_id, binding.target_id, binding.rule_id, binding.required_m,
                          binding.actual_m, binding.shortfall_m, count_of(one.units), count_of(one.pairs),
                          count_of(one.shortfalls), count_of(one.unanswered), one.largest_required_m,
                          count_of(one.pairs_beyond)});
  }
  return sheet;
}

}  // namespace

const std::vector<std::string>& distance_columns() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const DistanceColumn& column : all_distance_columns()) names.push_back(column.name);
    return names;
  }();
  return kNames;
}

std::vector<PropertyValue> row_of(const DistanceCheck& check) {
  return {check.unit_id,       check.unit_name, check.target_id,   check.target_name,
          check.rule_id,       check.quantity,  check.limit,       check.value,
          check.required_m,    check.actual_m,  check.shortfall_m, std::string(name_of(check.confidence)),
          distance_note(check)};
}

std::vector<Sheet> distance_sheets(const SeparationCensus& census) {
  // Nobody reads more in a workbook, and a sheet has an end.
  constexpr std::size_t kMostRows = 20'000;
  Sheet pairs{"距离 distances", "", {}, {}};
  if (census.checks.size() > kMostRows) {
    pairs.title =
        fmt::format("{} 对中最不利的 {} 对, 全部见 distances.csv / the worst {} of {} pairs, all in distances.csv",
                    census.checks.size(), kMostRows, kMostRows, census.checks.size());
  }
  for (const DistanceColumn& column : all_distance_columns()) pairs.columns.push_back(column.sheet);
  const std::size_t rows = std::min(kMostRows, census.checks.size());
  for (std::size_t i = 0; i < rows; ++i) pairs.rows.push_back(row_of(census.checks[i]));
  return {enterprises_sheet(census), std::move(pairs)};
}

Feature distance_feature(const DistanceCheck& check, const ClassScheme& scheme) {
  Feature feature;
  if (!check.target_id.empty() && check.actual_m > 0.0) feature.geometry.lines = {{check.from, check.to}};
  if (!check.target_id.empty() && !(check.actual_m > 0.0)) feature.geometry.points = {check.from};
  std::vector<PropertyValue> values = row_of(check);
  for (std::size_t i = 0; i < values.size(); ++i)
    feature.properties.push_back({distance_columns()[i], std::move(values[i])});
  feature.properties.push_back({"source", check.source});
  const SchemeClass* colour = check.answered() ? scheme.of(check.shortfall_m) : nullptr;
  feature.properties.push_back({"code", colour == nullptr ? 0 : colour->code});
  feature.properties.push_back({"colour", hex_colour(colour == nullptr ? scheme.no_answer_rgb : colour->rgb)});
  return feature;
}

VectorLayer distance_layer(const SeparationCensus& census, const ClassScheme& scheme, WhichDistances which) {
  const SchemeClass& short_one = *scheme.by_id("short");
  VectorLayer layer{"distances", scheme.title, {}, {}, category_style(scheme, "code", Shape::line, short_one.code),
                    "unit_id"};
  for (const DistanceCheck& check : census.checks) {
    if (which == WhichDistances::all || (check.answered() && scheme.of(check.shortfall_m) == &short_one))
      layer.features.push_back(distance_feature(check, scheme));
  }
  return layer;
}

}  // namespace sise
