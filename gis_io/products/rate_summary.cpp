#include "gis_io/products/rate_summary.hpp"

#include <map>

#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

PropertyObject counts_json(const GradeCounts& counts) {
  PropertyObject json;
  for (const Grade grade : kGrades) json.push_back({std::string(name_of(grade)), counts.of(grade)});
  json.push_back({"unrated", counts.unrated()});
  return json;
}

PropertyObject ledger_json(const LedgerCounts& counts) {
  return {{"all", counts.all},
          {"general", counts.general()},
          {"major", counts.major},
          {"level_unknown", counts.level_unknown},
          {"closed", counts.closed},
          {"due", counts.due},
          {"on_time", counts.on_time},
          {"overdue", counts.overdue},
          {"closed_rate", or_null(counts.closed_rate())},
          {"due_rate", or_null(counts.due_rate())},
          {"on_time_rate", or_null(counts.on_time_rate())},
          {"overdue_rate", or_null(counts.overdue_rate())},
          {"major_due", counts.major_due},
          {"major_due_rate", or_null(counts.major_due_rate())}};
}

PropertyObject placement_json(const PlaceCounts& counts) {
  PropertyObject json;
  for (std::size_t i = 0; i < counts.size(); ++i) json.push_back({name_of(static_cast<PlaceClass>(i)), counts.at(i)});
  json.push_back({"grid_share", or_null(grid_share(counts))});
  json.push_back({"township_share", or_null(township_share(counts))});
  return json;
}

PropertyObject area_json(const RatedArea& area) {
  return {{"grade", std::string(name_of(area.grade))},
          {"incomplete", area.current.unrated() > 0},
          {"points", area.current.total()},
          {"current", counts_json(area.current)},
          {"inherent", counts_json(area.inherent)},
          {"rated_share", or_null(area.current.rated_share())},
          {"enterprises", area.enterprises.total()},
          {"enterprises_by_grade", counts_json(area.enterprises)},
          {"hidden_dangers", ledger_json(area.dangers)}};
}

PropertyList sets_json(const RegisterView& view) {
  PropertyList list;
  for (std::size_t s = 0; s < view.reg.sets.size(); ++s) {
    const RatedSet& set = view.result.sets[s];
    std::int64_t placed = 0;
    for (const RatedArea& area : set.areas) placed += area.current.total();
    list.emplace_back(PropertyObject{{"set", view.reg.sets[s].name},
                                     {"areas", static_cast<std::int64_t>(set.areas.size())},
                                     {"placed", placed},
                                     {"unplaced", set.unplaced.current.total()},
                                     {"total", view.result.district.current.total()},
                                     {"overlap_m2", set.cover.overlap_m2},
                                     {"gap_m2", set.cover.gap_m2}});
  }
  return list;
}

/// Rows of each file: what became of them.
PropertyList files_json(const RegisterView& view) {
  std::map<std::string, std::map<std::string, std::int64_t>> by_file;
  each_cleaning_row(
      view, [&](const CleaningRow& row) { ++by_file[row.record + "\n" + row.file + "\n" + row.layer][row.status]; });
  PropertyList list;
  for (const RegisterSource& source : view.sources) {
    const std::string record(name_of(source.record));
    PropertyObject json{{"record", record}, {"file", source.file}};
    if (!source.layer.empty()) json.push_back({"layer", source.layer});
    json.push_back({"rows", source.rows + static_cast<std::int64_t>(source.lost.size())});
    for (const auto& [status, count] : by_file[record + "\n" + source.file + "\n" + source.layer])
      json.push_back({status, count});
    if (!source.point_method.empty()) json.push_back({"point_method", source.point_method});
    PropertyList unmatched;
    for (const std::string& column : source.unmatched) unmatched.emplace_back(column);
    json.push_back({"unmatched_columns", std::move(unmatched)});
    list.emplace_back(std::move(json));
  }
  return list;
}

PropertyObject findings_json(const RegisterView& view) {
  std::map<std::string, std::int64_t> counts;
  each_cleaning_row(view, [&](const CleaningRow& row) {
    if (row.findings == nullptr) return;
    for (const Finding& finding : *row.findings) ++counts[std::string(finding.kind->code)];
  });
  PropertyObject json;
  for (const auto& [code, count] : counts) json.push_back({code, count});
  return json;
}

/// Enterprises by the rating of five inputs, and what the planned inspections cost.
PropertyObject enterprises_json(const RegisterView& view) {
  const EnterpriseRules& rules = view.reg.enterprise_rules;
  std::vector<std::int64_t> by_band(rules.five_input.bands.size(), 0);
  std::int64_t unknown = 0;
  std::int64_t planned = 0;
  std::int64_t conflicts = 0;
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    if (view.reg.enterprises[e].state != RowState::counted) continue;
    const EnterpriseRating& rating = view.result.enterprises[e].rating;
    if (rating.five_input_known) {
      ++by_band[rating.five_input.band_high];
    } else {
      ++unknown;
    }
    planned += rating.inspections.planned.value_or(0);
    conflicts += static_cast<std::int64_t>(rating.inspections.conflict());
  }
  PropertyObject five;
  for (std::size_t b = 0; b < by_band.size(); ++b) five.push_back({rules.five_input.bands[b].id, by_band[b]});
  five.push_back({"not_known", unknown});
  return {{"method", std::string(name_of(rules.method))},
          {"five_input", std::move(five)},
          {"inspections_planned", planned},
          {"inspection_staff_days", static_cast<double>(planned) * rules.staff_days},
          {"inspection_conflicts", conflicts}};
}

PropertyList methods_json(const RegisterView& view) {
  PropertyList list;
  for (const PointMethod& method : view.reg.point_rules.methods) {
    list.emplace_back(PropertyObject{
        {"id", method.id}, {"source", method.source}, {"confidence", std::string(name_of(method.mark))}});
  }
  for (const DirectRulePack& pack : view.reg.point_rules.direct) {
    list.emplace_back(
        PropertyObject{{"id", pack.id}, {"source", pack.source}, {"confidence", std::string(name_of(pack.mark))}});
  }
  return list;
}

/// Accident rates and the index of the office's own; null where the project gives no figures.
PropertyValue indices_json(const Register& reg) {
  if (!reg.accidents.any() && reg.index_items.empty()) return {};
  PropertyObject json;
  for (const AccidentRate& rate : accident_rates(reg.accidents)) json.push_back({rate.id, or_null(rate.value)});
  if (reg.accidents.any()) json.push_back({"source", "GB 6441-2025, annex A"});
  if (reg.index_items.empty()) return json;
  const IndexRange range = safety_index(reg.index_items);
  PropertyList items;
  for (const IndexItem& item : reg.index_items) {
    items.emplace_back(PropertyObject{{"name", item.name},
                                      {"value", or_null(item.value)},
                                      {"score", or_null(item_score(item))},
                                      {"weight", item.weight}});
  }
  json.push_back({"safety_index", PropertyObject{{"low", range.low},
                                                 {"high", range.high},
                                                 {"confidence", std::string(name_of(RuleMark::own))},
                                                 {"items", std::move(items)}}});
  return json;
}

PropertyValue live_json(const RegisterView& view) {
  if (!view.result.live) return {};
  const RatedLive& live = *view.result.live;
  std::int64_t suspect = 0;
  std::int64_t level_2 = 0;
  for (const RatedDetector& detector : live.detectors) {
    suspect += static_cast<std::int64_t>(detector.state == LiveState::suspect);
    level_2 += static_cast<std::int64_t>(detector.level() == 2);
  }
  GradeCounts counts;
  for (std::size_t i = 0; i < live.points.size(); ++i) {
    if (view.reg.points[i].state == RowState::counted) counts.add(live.points[i]);
  }
  const LiveRules& rules = view.reg.live_rules;
  return PropertyObject{{"kind_zh", "动态"},
                        {"as_of", time_text(view.reg.live_time)},
                        {"holds_for_s", rules.stale_least_s},
                        {"rules", rules.id},
                        {"source", rules.source},
                        {"confidence", std::string(name_of(rules.mark))},
                        {"detectors", live.district.detectors},
                        {"lost", live.district.lost},
                        {"lost_share", or_null(share_of(live.district.lost, live.district.detectors))},
                        {"suspect", suspect},
                        {"alarms", live.district.alarms},
                        {"alarms_level_2", level_2},
                        {"district", std::string(name_of(live.district.grade))},
                        {"points", counts_json(counts)}};
}

}  // namespace

PropertyObject rate_summary(const std::string& title, const RegisterView& view) {
  const bool worst_of = view.reg.area_rules.method == AreaMethod::worst_of;
  const RuleMark area_mark = worst_of ? view.reg.area_rules.worst_of_mark : view.reg.area_rules.layers_mark;
  return {{"title", title},
          {"kind", "current"},
          {"kind_zh", "现状"},
          {"date", date_or_null(view.reg.date)},
          {"cell_m", view.reg.cells.cell_m},
          {"area_method", worst_of ? "worst_of" : "layers_uplift"},
          {"area_method_confidence", std::string(name_of(area_mark))},
          {"rules", methods_json(view)},
          {"district", area_json(view.result.district)},
          {"enterprises", enterprises_json(view)},
          {"live", live_json(view)},
          {"indices", indices_json(view.reg)},
          {"placement", placement_json(view.result.district.by_place)},
          {"sets", sets_json(view)},
          {"files", files_json(view)},
          {"findings", findings_json(view)}};
}

}  // namespace sise
