#include "gis_io/products/zones_page.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

#include "gis_io/products/page_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "gis_io/write/results/zones_field.hpp"

namespace sise {
namespace {

VectorLayer source_layer(const Incident& incident) {
  constexpr Rgb kBlack{0, 0, 0};
  VectorLayer layer;
  layer.name = "source";
  layer.title = {"Source of the accident", "事故源"};
  layer.features.push_back({{.points = {incident.source}, .lines = {}, .polygons = {}}, {{"name", incident.title}}});
  layer.style = plain_style(Symbol::dots, layer.title, kBlack);
  layer.name_field = "name";
  return layer;
}

/// What reaches a target, beside what it is.
void add_exposure(const TargetExposure& exposure, const std::string& unit, PropertyObject& properties) {
  constexpr double kMinute_s = 60.0;
  properties.push_back({"worst_level", exposure.worst_level});
  properties.push_back({"value", exposure.value});
  properties.push_back({"largest_value", exposure.largest_value});
  properties.push_back({"unit", unit});
  properties.push_back({"distance_m", exposure.distance_m});
  if (!exposure.cloud) return;
  properties.push_back({"arrival_min", exposure.arrival_s / kMinute_s});
  properties.push_back({"passing_min", exposure.passing_s / kMinute_s});
  properties.push_back({"shelter_ok", exposure.cloud->shelter_ok});
}

VectorLayer exposed_targets(const Incident& incident, const ThreatResult& result) {
  VectorLayer layer = target_layer(incident.targets, class_scheme("target-class"));
  std::map<std::string, const TargetExposure*> exposures;
  for (const TargetExposure& exposure : result.targets) exposures.emplace(exposure.id, &exposure);
  for (std::size_t i = 0; i < incident.targets.size(); ++i) {
    const auto found = exposures.find(incident.targets[i].id);
    if (found == exposures.end()) continue;
    add_exposure(*found->second, unit_of(incident.quantity()), layer.features[i].properties);
  }
  return layer;
}

double number_in(const Feature& feature, std::string_view field) {
  const PropertyValue value = property_of(feature, field);
  const auto* number = std::get_if<double>(&value.value);
  return number == nullptr ? std::nan("") : *number;
}

/// A row for every zone that has ground; one lies within the other, so they are no parts of a whole.
PageShares zone_shares(const VectorLayer& zones) {
  PageShares shares{{"Ground and people (by day) in each zone", "各分区的面积与人数 (白天)"}, {}, false};
  for (const Feature& feature : zones.features) {
    const StyleEntry* entry = entry_for(zones.style, feature);
    if (entry == nullptr || feature.geometry.empty()) continue;
    const double people = number_in(feature, "people_day");
    shares.rows.push_back({entry->label, entry->rgb, number_in(feature, "area_m2"),
                           std::isnan(people) ? std::nullopt : std::optional(people)});
  }
  return shares;
}

/// Source, targets with what reaches them, leave zones and zones: what a page shows of them. Keeps references to none of it.
struct ZonesShown {
  explicit ZonesShown(const ZonesOutput& zones)
      : areas(zones_layers(zones)),
        source(source_layer(zones.open.incident)),
        targets(exposed_targets(zones.open.incident, zones.result)) {}

  std::vector<VectorLayer> areas;
  VectorLayer source;
  VectorLayer targets;
};

/// Keeps references to both.
MapPage page_of(const ZonesOutput& zones, const ZonesShown& shown) {
  const Incident& incident = zones.open.incident;
  MapPage page(*zones.open.projection, zones.context, zones.result.grid.bounds());
  page.title = page_title(incident.title, {"threat zones", "影响分区"});
  page.notes = texts_of(zones.result.warnings);
  page.shares = zone_shares(shown.areas.back());
  page.provenance_json = zones.provenance_json;
  add_page_layer(page, shown.source);
  if (!shown.targets.features.empty()) add_page_layer(page, shown.targets);
  for (const VectorLayer& layer : shown.areas) add_page_layer(page, layer);
  return page;
}

/// Where the wind comes from, how strong, and how the air mixes.
Text wind_of(const Incident& incident) {
  const Weather& weather = incident.weather;
  const std::string_view stability = name_of(weather.stability);
  return {fmt::format("Wind from {:g}° ± {:g}°, {:g} m/s, stability {}", incident.wind_from_deg,
                      incident.wind_from_uncertainty_deg, weather.wind_speed_m_s, stability),
          fmt::format("风向 (来向) {:g}° ± {:g}°, 风速 {:g} m/s, 稳定度 {}", incident.wind_from_deg,
                      incident.wind_from_uncertainty_deg, weather.wind_speed_m_s, stability)};
}

}  // namespace

void write_zones_page(const std::filesystem::path& path, const ZonesOutput& zones) {
  const ZonesShown shown(zones);
  write_page(path, page_of(zones, shown));
}

void write_zones_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const ZonesOutput& zones,
                        const std::vector<Text>& headline) {
  if (sheets.empty()) return;
  const ZonesShown shown(zones);
  SheetWords words = sheet_words(zones.open.config.grid);
  words.colours = {zones.scheme};
  words.basis = wind_of(zones.open.incident);
  words.notes = headline;
  write_page_sheets(outputs, sheets, page_of(zones, shown), words);
}

}  // namespace sise
