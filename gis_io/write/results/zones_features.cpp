#include "gis_io/write/results/zones_features.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace sise {
namespace {

const SchemeClass& colour_of(std::size_t level, const ClassScheme& scheme) {
  return scheme.classes[std::min(level, scheme.classes.size() - 1)];
}

Feature feature_of(const ThreatZone& zone, const Incident& incident, const ClassScheme& scheme) {
  const ThreatLevel& level = incident.levels[zone.level];
  const SchemeClass& colour = colour_of(zone.level, scheme);
  Feature feature;
  feature.geometry.polygons = zone.area;
  feature.properties = {{"level", level.name},
                        {"label_zh", level.label.zh},
                        {"label_en", level.label.en},
                        {"endpoint", level.endpoint},
                        {"certain", zone.certain},
                        {"value", level.given_value},
                        {"unit", level.given_unit},
                        {"area_m2", zone.area_m2},
                        {"max_distance_m", zone.max_distance_m},
                        {"cut_by_frame", zone.cut_by_frame},
                        {"people_day", zone.people.day},
                        {"people_night", zone.people.night},
                        {"people_uncovered_share", zone.people.uncovered_share},
                        {"targets", list_of(zone.targets)},
                        {"code", colour.code},
                        {"colour", hex_colour(colour.rgb)},
                        {"source", level.source},
                        {"confidence", std::string(name_of(level.confidence))}};
  if (incident.population) {
    feature.properties.push_back({"people_outdoors_day", zone.people.day * (1.0 - incident.population->indoor_day)});
    feature.properties.push_back(
        {"people_outdoors_night", zone.people.night * (1.0 - incident.population->indoor_night)});
  }
  if (zone.leave) {
    feature.properties.push_back({"shelter_ok", zone.leave->area.empty()});
    feature.properties.push_back({"leave_area_m2", zone.leave->area_m2});
    feature.properties.push_back({"leave_distance_m", zone.leave->max_distance_m});
    feature.properties.push_back({"leave_people_day", zone.leave->people.day});
    feature.properties.push_back({"leave_people_night", zone.leave->people.night});
  }
  return feature;
}

Text level_label(const ThreatLevel& level) {
  const std::string value = fmt::format(" ({:g} {})", level.given_value, level.given_unit);
  return {level.label.en + value, level.label.zh + value};
}

Text zone_label(const ThreatZone& zone, const ThreatLevel& level) {
  const Text label = level_label(level);
  return {label.en + (zone.certain ? ", certain" : ", possible"), label.zh + (zone.certain ? ",必然" : ",可能")};
}

/// A level's zones as they are drawn: the possible one, then the certain one over it. Without uncertainty both are one.
struct DrawnZone {
  const ThreatZone* zone = nullptr;
  AreaPaint paint = AreaPaint::solid;
  Text label;
};

std::vector<DrawnZone> drawn_zones(const ThreatResult& result, const Incident& incident, std::size_t level) {
  const ThreatZone& possible = result.zones[2 * level];
  const ThreatZone& certain = result.zones[2 * level + 1];
  if (possible.area.empty()) return {};
  if (possible.area == certain.area) return {{&certain, AreaPaint::solid, level_label(incident.levels[level])}};
  std::vector<DrawnZone> drawn{{&possible, AreaPaint::light, zone_label(possible, incident.levels[level])}};
  if (!certain.area.empty()) {
    drawn.push_back({&certain, AreaPaint::hatched, zone_label(certain, incident.levels[level])});
  }
  return drawn;
}

/// The features of a level.
Condition of_level(const ThreatLevel& level) { return {"level", level.name}; }

Feature leave_feature(const ThreatZone& zone, const Incident& incident, const ClassScheme& scheme) {
  const ThreatLevel& level = incident.levels[zone.level];
  Feature feature;
  feature.geometry.polygons = zone.leave->area;
  feature.properties = {{"level", level.name},
                        {"endpoint", level.endpoint},
                        {"value", level.given_value},
                        {"unit", level.given_unit},
                        {"area_m2", zone.leave->area_m2},
                        {"max_distance_m", zone.leave->max_distance_m},
                        {"people_day", zone.leave->people.day},
                        {"people_night", zone.leave->people.night},
                        {"people_uncovered_share", zone.leave->people.uncovered_share},
                        {"air_changes_per_hour", incident.room->air_changes_per_h},
                        {"code", colour_of(zone.level, scheme).code},
                        {"colour", hex_colour(colour_of(zone.level, scheme).rgb)}};
  return feature;
}

}  // namespace

PropertyList list_of(const std::vector<std::string>& texts) {
  PropertyList list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

std::vector<Feature> zone_features(const ThreatResult& result, const Incident& incident, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (const ThreatZone& zone : std::views::reverse(result.zones))
    features.push_back(feature_of(zone, incident, scheme));
  // Within a level the possible zone comes before the certain one that lies inside it.
  for (std::size_t i = 0; i + 1 < features.size(); i += 2) std::swap(features[i], features[i + 1]);
  return features;
}

std::vector<Feature> leave_features(const ThreatResult& result, const Incident& incident, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (const ThreatZone& zone : std::views::reverse(result.zones)) {
    if (zone.leave) features.push_back(leave_feature(zone, incident, scheme));
  }
  return features;
}

std::vector<PreviewZone> preview_zones(const ThreatResult& result, const Incident& incident,
                                       const ClassScheme& scheme) {
  std::vector<PreviewZone> zones;
  for (std::size_t level = incident.levels.size(); level-- > 0;) {
    for (const DrawnZone& drawn : drawn_zones(result, incident, level)) {
      zones.push_back({drawn.zone->area, colour_of(level, scheme).rgb, drawn.paint, drawn.label});
    }
  }
  return zones;
}

std::vector<StyleRule> zone_style(const ThreatResult& result, const Incident& incident, const ClassScheme& scheme) {
  std::vector<StyleRule> rules;
  for (std::size_t level = 0; level < incident.levels.size(); ++level) {
    const std::vector<DrawnZone> drawn = drawn_zones(result, incident, level);
    for (const DrawnZone& one : drawn) {
      std::vector<Condition> where{of_level(incident.levels[level])};
      if (drawn.size() > 1 || !one.zone->certain) where.push_back({"certain", one.zone->certain});
      rules.push_back({std::move(where), one.label, colour_of(level, scheme).rgb, one.paint});
    }
  }
  return rules;
}

std::vector<StyleRule> leave_style(const ThreatResult& result, const Incident& incident, const ClassScheme& scheme) {
  std::vector<StyleRule> rules;
  for (std::size_t level = 0; level < incident.levels.size(); ++level) {
    const std::optional<LeaveZone>& leave = result.zones[2 * level].leave;
    if (!leave || leave->area.empty()) continue;
    const Text label = level_label(incident.levels[level]);
    rules.push_back({{of_level(incident.levels[level])},
                     {label.en + ": a closed house is no shelter", label.zh + ":门窗关闭的房屋不足以避险"},
                     colour_of(level, scheme).rgb,
                     AreaPaint::counter_hatched});
  }
  return rules;
}

}  // namespace sise
