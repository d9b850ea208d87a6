#include "gis_io/write/results/sector_layers.hpp"

#include "gis_io/write/styles/qml_vector.hpp"

namespace sise {
namespace {

/// The colour of a code with its words; null for what has none.
void add_colour(PropertyObject& properties, std::optional<int> code, const ClassScheme& scheme) {
  const SchemeClass* found = code ? scheme.by_code(*code) : nullptr;
  const Text& label = found != nullptr ? found->label : scheme.no_answer_label;
  properties.push_back({"code", code ? PropertyValue(*code) : PropertyValue()});
  properties.push_back({"label_zh", label.zh});
  properties.push_back({"label_en", label.en});
  properties.push_back({"colour", hex_colour(found != nullptr ? found->rgb : scheme.no_answer_rgb)});
}

std::int64_t count_of(const SectorSum& sum, int code) {
  const auto found = sum.enterprises.find(code);
  return found == sum.enterprises.end() ? 0 : found->second;
}

Feature area_feature(const std::string& set, const NamedArea& area, const Sector* sector, const SectorSum& sum,
                     const ClassScheme& scheme) {
  Feature feature;
  feature.geometry.polygons = area.shape;
  feature.properties = {{"set", set},
                        {"area_id", area.id},
                        {"area_name", area.name},
                        {"sector", sector_id(sector)},
                        {"sector_zh", sector_label(sector).zh},
                        {"sector_en", sector_label(sector).en}};
  add_colour(feature.properties, worst_colour(sum), scheme);
  std::int64_t enterprises = 0;
  for (const auto& [code, count] : sum.enterprises) enterprises += count;
  feature.properties.push_back({"enterprises", enterprises});
  for (const SchemeClass& c : scheme.classes)
    feature.properties.push_back({c.id + "_enterprises", count_of(sum, c.code)});
  feature.properties.push_back({"no_answer_enterprises", count_of(sum, ClassScheme::no_answer_code)});
  feature.properties.push_back({"units", sum.units});
  feature.properties.push_back({"major_hazards", sum.major_hazards});
  return feature;
}

}  // namespace

std::string sector_id(const Sector* sector) { return sector == nullptr ? "none" : sector->id; }

Text sector_label(const Sector* sector) {
  return sector == nullptr ? Text{"in none of the layers", "未归入行业图层"} : sector->label;
}

std::vector<Feature> sector_enterprise_features(const std::vector<SectorEnterprise>& all, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (const SectorEnterprise& one : all) {
    Feature feature;
    if (one.place) feature.geometry.points = {*one.place};
    feature.properties = {{"sector", sector_id(one.sector)},
                          {"sector_zh", sector_label(one.sector).zh},
                          {"sector_en", sector_label(one.sector).en},
                          {"enterprise", one.enterprise}};
    const bool outside = one.worst == ColourCode::outside;
    add_colour(feature.properties, outside ? std::nullopt : std::optional(static_cast<int>(one.worst)), scheme);
    feature.properties.push_back({"units", static_cast<std::int64_t>(one.units.size())});
    feature.properties.push_back(
        {"hazard_level", one.hazard_level ? PropertyValue(*one.hazard_level) : PropertyValue()});
    feature.properties.push_back({"sector_basis", legend_text(label_of(one.basis))});
    feature.properties.push_back({"sector_stated", one.stated.empty() ? PropertyValue() : PropertyValue(one.stated)});
    features.push_back(std::move(feature));
  }
  return features;
}

std::vector<Feature> sector_area_features(const std::string& set, const std::vector<NamedArea>& areas,
                                          const std::vector<std::map<std::size_t, SectorSum>>& sums,
                                          const SectorPack& pack, const ClassScheme& scheme) {
  static const NamedArea kRest{"", "不在任何分区 / in no area", {}};
  std::vector<Feature> features;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    for (const auto& [place, sum] : sums[i]) {
      const Sector* sector = place < pack.sectors.size() ? &pack.sectors[place] : nullptr;
      features.push_back(area_feature(set, i < areas.size() ? areas[i] : kRest, sector, sum, scheme));
    }
  }
  return features;
}

}  // namespace sise
