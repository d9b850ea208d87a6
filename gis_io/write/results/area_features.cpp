#include "gis_io/write/results/area_features.hpp"

#include <cmath>

namespace sise {
namespace {

constexpr double kKm2 = 1e-6;

struct ColourName {
  int code = 0;
  std::string id;
};

std::vector<ColourName> colour_names(const ClassScheme& scheme) {
  std::vector<ColourName> names;
  names.reserve(scheme.classes.size());
  for (const SchemeClass& c : scheme.classes) names.push_back({c.code, c.id});
  names.push_back({ClassScheme::no_answer_code, "no_answer"});
  return names;
}

AreaColour colour_of(const AreaColours& colours, int code) {
  const auto found = colours.find(code);
  return found == colours.end() ? AreaColour{} : found->second;
}

/// Everybody whom the source knows; null where it knows nobody.
PropertyValue people_of(const AreaColours& colours) {
  double people = 0.0;
  bool known = false;
  for (const auto& [code, colour] : colours) {
    if (std::isnan(colour.people.people)) continue;
    known = true;
    people += colour.people.people;
  }
  return known ? PropertyValue(people) : PropertyValue();
}

void add_worst(PropertyObject& properties, const AreaColours& colours, const ClassScheme& scheme) {
  const std::optional<int> worst = worst_colour(colours);
  const SchemeClass* found = worst ? scheme.by_code(*worst) : nullptr;
  const bool no_answer = worst && found == nullptr;
  const Text label = found != nullptr ? found->label : (no_answer ? scheme.no_answer_label : Text{});
  properties.push_back({"code", worst ? PropertyValue(*worst) : PropertyValue()});
  properties.push_back({"label_zh", worst ? PropertyValue(label.zh) : PropertyValue()});
  properties.push_back({"label_en", worst ? PropertyValue(label.en) : PropertyValue()});
  properties.push_back({"colour", hex_colour(found != nullptr ? found->rgb : scheme.no_answer_rgb)});
}

Feature feature_of(const std::string& set, const NamedArea& area, const AreaColours& colours,
                   const ClassScheme& scheme) {
  Feature feature;
  feature.geometry.polygons = area.shape;
  feature.properties = {{"set", set}, {"area_id", area.id}, {"area_name", area.name}};
  add_worst(feature.properties, colours, scheme);
  double ground = 0.0;
  std::int64_t enterprises = 0;
  for (const auto& [code, colour] : colours) {
    ground += colour.area_m2;
    enterprises += colour.enterprises;
  }
  feature.properties.push_back({"area_km2", ground * kKm2});
  feature.properties.push_back({"people", people_of(colours)});
  feature.properties.push_back({"enterprises", enterprises});
  const std::vector<ColourName> names = colour_names(scheme);
  for (const auto& [code, id] : names)
    feature.properties.push_back({id + "_km2", colour_of(colours, code).area_m2 * kKm2});
  for (const auto& [code, id] : names)
    feature.properties.push_back({id + "_people", colour_of(colours, code).people.people});
  for (const auto& [code, id] : names)
    feature.properties.push_back({id + "_enterprises", colour_of(colours, code).enterprises});
  return feature;
}

}  // namespace

std::vector<Feature> area_features(const std::string& set, const std::vector<NamedArea>& areas, const AreaSums& sums,
                                   const ClassScheme& scheme) {
  std::vector<Feature> features;
  features.reserve(areas.size() + 1);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    features.push_back(feature_of(set, areas[i], sums.areas.at(i), scheme));
  }
  if (!sums.rest.empty()) {
    features.push_back(feature_of(set, {"", "不在任何分区 / in no area", {}}, sums.rest, scheme));
  }
  return features;
}

}  // namespace sise
