#include "gis_io/write/results/map_features.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace sise {
namespace {

Feature class_feature(const MapTotals& totals, int code, const std::string& id, const Text& label, const Rgb& rgb) {
  Feature feature;
  const ClassTotals& cells = totals.classes.at(code);
  feature.geometry.polygons = cells.shape;
  feature.properties = {{"class", id},
                        {"code", code},
                        {"label_zh", label.zh},
                        {"label_en", label.en},
                        {"colour", hex_colour(rgb)},
                        {"area_m2", cells.area_m2},
                        {"people", cells.people.people},
                        {"people_uncovered_share", cells.people.uncovered_share}};
  return feature;
}

/// What the map says of one unit.
struct UnitShares {
  double risk_per_year = 0.0;
  double own = 0.0;
  std::string main_unit;
  double main = 0.0;
};

UnitShares shares_of(const Assessment& assessment, const PlaceRating& rating, const RiskModel::Shares& at_place) {
  UnitShares shares;
  shares.risk_per_year = rating.risk_all;
  if (!(rating.risk_all > 0.0) || at_place.main.unit == assessment.risk.unit_count()) return shares;
  // The sum of all is interpolated to a thousandth; no unit has more than all of it.
  shares.main_unit = assessment.study.units[at_place.main.unit].id;
  shares.main = std::min(1.0, at_place.main.risk_per_year / rating.risk_all);
  shares.own = std::min(1.0, at_place.own_per_year / rating.risk_all);
  return shares;
}

PropertyValue level_of(ColourCode code) {
  const bool answered = code >= ColourCode::red && code <= ColourCode::blue;
  return answered ? PropertyValue(static_cast<int>(code)) : PropertyValue();
}

PropertyList missing_of(const UnitStatus& status) {
  PropertyList list;
  for (const Missing& missing : status.missing) list.emplace_back(missing.code);
  return list;
}

PropertyList codes_of_unit(const std::vector<std::string>& warnings) {
  PropertyList list;
  for (const std::string& code : warnings) list.emplace_back(code);
  return list;
}

Feature unit_feature(const Assessment& assessment, std::size_t index, const PlaceRating& rating,
                     const RiskModel::Shares& at_place) {
  const Unit& unit = assessment.study.units[index];
  const UnitStatus& status = assessment.statuses[index];
  // Where the unit itself is not in the sum, the sum is not the risk at its place.
  const UnitShares shares = status.computed ? shares_of(assessment, rating, at_place) : UnitShares{};
  const auto known = [&](double value) { return status.computed ? PropertyValue(value) : PropertyValue(); };
  Feature feature;
  feature.geometry = unit.geometry;
  feature.properties = {
      {"id", unit.id},
      {"name", unit.name},
      {"enterprise", unit.enterprise},
      {"substance", unit.substance.empty() ? unit.substance_text : unit.substance},
      {"status", unit.is_new ? "new" : "existing"},
      {"computed", status.computed},
      {"missing", missing_of(status)},
      {"risk_per_year", known(shares.risk_per_year)},
      {"level", level_of(rating.colour.code)},
      {"own_share", known(shares.own)},
      {"main_contributor", shares.main_unit.empty() ? PropertyValue() : PropertyValue(shares.main_unit)},
      {"main_share", known(shares.main)},
      {"warnings", codes_of_unit(assessment.warnings[index])}};
  return feature;
}

}  // namespace

std::vector<Feature> class_features(const MapTotals& totals, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (const SchemeClass& c : scheme.classes) {
    if (totals.classes.contains(c.code)) features.push_back(class_feature(totals, c.code, c.id, c.label, c.rgb));
  }
  constexpr int kCode = ClassScheme::no_answer_code;
  if (totals.classes.contains(kCode)) {
    features.push_back(class_feature(totals, kCode, "no_answer", scheme.no_answer_label, scheme.no_answer_rgb));
  }
  return features;
}

std::vector<Feature> contour_features(const MapTotals& totals) {
  std::vector<Feature> features;
  for (const auto& region : std::ranges::reverse_view(totals.regions)) {
    if (region.region.empty()) continue;
    Feature feature;
    feature.geometry.polygons = region.region;
    feature.properties = {{"level_per_year", region.level_per_year},
                          {"area_m2", region.area_m2},
                          {"people", region.people.people},
                          {"people_uncovered_share", region.people.uncovered_share}};
    features.push_back(std::move(feature));
  }
  return features;
}

std::vector<Feature> unit_features(const Assessment& assessment, const std::vector<UnitOnMap>& units) {
  std::vector<Feature> features;
  features.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    features.push_back(unit_feature(assessment, i, units[i].rating, units[i].shares));
  return features;
}

}  // namespace sise
