#include "gis_io/products/zones_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gis_io/write/results/map_summary.hpp"
#include "gis_io/write/results/zones_features.hpp"
#include "gis_io/write/results/zones_field.hpp"

namespace sise {
namespace {

void add_cloud(PropertyObject& object, const CloudExposure& cloud) {
  constexpr double kMgMin_per_kgS = 1e6 / 60.0;
  object.push_back({"dose_mg_m3_min", cloud.dose_kg_s_m3 * kMgMin_per_kgS});
  if (cloud.load_mg_m3_n_min) {
    object.push_back({"toxic_load_mg_m3_n_min", *cloud.load_mg_m3_n_min});
    object.push_back({"toxic_load_n", *cloud.load_exponent});
  }
  object.push_back({"indoor_value", cloud.indoor_value});
  object.push_back({"indoor_level", cloud.indoor_level});
  object.push_back({"shelter_ok", cloud.shelter_ok});
}

PropertyList targets_summary(const ThreatResult& result) {
  PropertyList list;
  for (const TargetExposure& target : result.targets) {
    PropertyObject object{{"id", target.id},
                          {"name", target.name},
                          {"distance_m", target.distance_m},
                          {"value", target.value},
                          {"largest_value", target.largest_value},
                          {"worst_level", target.worst_level},
                          {"arrival_s", target.arrival_s},
                          {"passing_s", target.passing_s}};
    if (target.cloud) add_cloud(object, *target.cloud);
    list.emplace_back(std::move(object));
  }
  return list;
}

void add_leave(PropertyObject& object, const LeaveZone& leave) {
  object.push_back({"shelter_ok", leave.area.empty()});
  object.push_back({"leave_area_m2", leave.area_m2});
  object.push_back({"leave_distance_m", leave.max_distance_m});
  object.push_back({"leave_people_day", leave.people.day});
  object.push_back({"leave_people_night", leave.people.night});
  object.push_back({"leave_people_uncovered_share", leave.people.uncovered_share});
}

PropertyList levels_summary(const ThreatResult& result, const Incident& incident) {
  PropertyList list;
  for (const ThreatZone& zone : result.zones) {
    const ThreatLevel& level = incident.levels[zone.level];
    PropertyObject object{{"level", level.name},
                          {"certain", zone.certain},
                          {"value", level.given_value},
                          {"unit", level.given_unit},
                          {"area_m2", zone.area_m2},
                          {"max_distance_m", zone.max_distance_m},
                          {"cut_by_frame", zone.cut_by_frame},
                          {"people_day", zone.people.day},
                          {"people_night", zone.people.night},
                          {"people_uncovered_share", zone.people.uncovered_share},
                          {"targets", static_cast<std::int64_t>(zone.targets.size())},
                          {"confidence", std::string(name_of(level.confidence))}};
    if (zone.leave) add_leave(object, *zone.leave);
    list.emplace_back(std::move(object));
  }
  return list;
}

/// What houses are taken for; null where there is nothing to shelter from by closing the windows.
PropertyValue shelter_summary(const OpenIncident& open) {
  if (!open.incident.room) return {};
  const ShelterConfig& shelter = open.config.shelter;
  PropertyObject object{{"air_changes_per_hour", shelter.room.air_changes_per_h},
                        {"source", shelter.source},
                        {"confidence", std::string(name_of(shelter.confidence))}};
  if (shelter.room.leave_after_s) object.push_back({"leave_after_min", *shelter.room.leave_after_s / 60.0});
  return object;
}

/// "120 people by day, 340 by night", with what nobody counted.
Text people_text(const PeopleKnown& people) {
  if (std::isnan(people.day)) return {"people unknown: no data", "人数未知: 无人口数据"};
  Text text{fmt::format("{:.0f} people by day, {:.0f} by night", people.day, people.night),
            fmt::format("白天 {:.0f} 人,夜间 {:.0f} 人", people.day, people.night)};
  if (!people.partly_unknown()) return text;
  const double percent = std::max(100.0 * people.uncovered_share, 1.0);
  return {fmt::format("at least {} (no data on {:.0f} % of the area)", text.en, percent),
          fmt::format("至少{}({:.0f}% 的面积无人口数据)", text.zh, percent)};
}

Text leave_headline(const ThreatLevel& level, const LeaveZone& leave) {
  const Text people = people_text(leave.people);
  return {fmt::format("{}: within {:.0f} m ({:.2f} km2) a closed house is no shelter, {}", level.name,
                      leave.max_distance_m, leave.area_m2 * 1e-6, people.en),
          fmt::format("{}:{:.0f} m 内({:.2f} km2)门窗关闭的房屋不足以避险,{}", level.name, leave.max_distance_m,
                      leave.area_m2 * 1e-6, people.zh)};
}

Text zone_headline(const ThreatLevel& level, const ThreatZone& zone) {
  const Text people = people_text(zone.people);
  const bool cut = zone.cut_by_frame;
  return {fmt::format("{} ({:g} {}): {}{:.0f} m, {:.2f} km2, {}, {} targets", level.name, level.given_value,
                      level.given_unit, cut ? "cut by the frame, at least " : "", zone.max_distance_m,
                      zone.area_m2 * 1e-6, people.en, zone.targets.size()),
          fmt::format("{}({:g} {}):{}最远 {:.0f} m,{:.2f} km2,{},防护目标 {} 处", level.name, level.given_value,
                      level.given_unit, cut ? "超出网格范围,以下均为下限: " : "", zone.max_distance_m,
                      zone.area_m2 * 1e-6, people.zh, zone.targets.size())};
}

/// What came out of a vessel, and how it is carried; null for a release that the file states itself.
PropertyValue release_summary(const Incident& incident) {
  if (!incident.outflow) return {};
  const ReleaseHistory& history = incident.outflow->history;
  double highest = 0.0;
  for (const ReleaseStep& step : history.steps) highest = std::max(highest, step.rate_kg_s);
  return PropertyObject{{"phase", std::string(name_of(incident.outflow->phase))},
                        {"total_kg", history.total_kg},
                        {"duration_s", history.duration_s},
                        {"mean_rate_kg_s", history.total_kg / history.duration_s},
                        {"highest_rate_kg_s", highest},
                        {"inventory_kg", history.initial_kg},
                        {"remaining_kg", history.remaining_kg},
                        {"on_the_ground_kg", incident.outflow->rained_out_kg},
                        {"pool_m2", incident.outflow->pool_m2},
                        {"evaporated_kg", incident.outflow->evaporated_kg}};
}

}  // namespace

PropertyObject zones_summary(const OpenIncident& open, const ThreatResult& result) {
  const Incident& incident = open.incident;
  return {{"title", incident.title},
          {"quantity", std::string(name_of(incident.quantity()))},
          {"unit", unit_of(incident.quantity())},
          {"grid", grid_summary(result.grid)},
          {"grid_from", open.grid_from_file ? "the incident file" : "reach of the lowest level + 10 %"},
          {"wind_from_deg", incident.wind_from_deg},
          {"wind_from_uncertainty_deg", incident.wind_from_uncertainty_deg},
          {"transport_wind", std::string(name_of(incident.model.transport_wind))},
          {"sigma", std::string(name_of(incident.model.sigma))},
          {"blast_curve", std::string(name_of(incident.model.blast_curve))},
          {"model", result.model},
          {"release", release_summary(incident)},
          {"shelter", shelter_summary(open)},
          {"zones", levels_summary(result, incident)},
          {"targets", targets_summary(result)},
          {"warnings", list_of(result.warnings)},
          {"notes", note_summary(open.notes)}};
}

std::vector<Text> zones_headlines(const ThreatResult& result, const Incident& incident) {
  std::vector<Text> lines;
  for (const ThreatZone& zone : result.zones) {
    if (zone.certain) continue;
    const ThreatLevel& level = incident.levels[zone.level];
    lines.push_back(zone_headline(level, zone));
    if (zone.leave && !zone.leave->area.empty()) lines.push_back(leave_headline(level, *zone.leave));
  }
  return lines;
}

}  // namespace sise
