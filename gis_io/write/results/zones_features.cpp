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
                        {"people_day", zone.people_day},
                        {"people_night", zone.people_night},
                        {"targets", list_of(zone.targets)},
                        {"code", colour.code},
                        {"colour", hex_colour(colour.rgb)},
                        {"source", level.source},
                        {"confidence", std::string(name_of(level.confidence))}};
  if (zone.leave) {
    feature.properties.push_back({"shelter_ok", zone.leave->area.empty()});
    feature.properties.push_back({"leave_area_m2", zone.leave->area_m2});
    feature.properties.push_back({"leave_distance_m", zone.leave->max_distance_m});
    feature.properties.push_back({"leave_people_day", zone.leave->people_day});
    feature.properties.push_back({"leave_people_night", zone.leave->people_night});
  }
  return feature;
}

Text zone_label(const ThreatZone& zone, const ThreatLevel& level) {
  const std::string value = fmt::format(" ({:g} {})", level.given_value, level.given_unit);
  return {level.label.en + value + (zone.certain ? ", certain" : ", possible"),
          level.label.zh + value + (zone.certain ? ",必然" : ",可能")};
}

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
                        {"people_day", zone.leave->people_day},
                        {"people_night", zone.leave->people_night},
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
  for (std::size_t i = incident.levels.size(); i-- > 0;) {
    for (const ThreatZone* zone : {&result.zones[2 * i], &result.zones[2 * i + 1]}) {
      const double opacity = zone->certain ? 0.8 : 0.35;
      zones.push_back({zone->area, colour_of(i, scheme).rgb, opacity, zone_label(*zone, incident.levels[i])});
    }
  }
  return zones;
}

}  // namespace sise
