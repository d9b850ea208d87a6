#include "gis_io/write/results/zones_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

/// What tells one field from another: the exponent of the load that it stands for.
Text rule_label(const LoadRule& rule) {
  if (!rule.exponent) return {"highest concentration", "最高浓度"};
  const std::string n = fmt::format("n = {:.3g}, {:g} min", *rule.exponent, rule.window_s / 60.0);
  return {"steady equivalent of the load, " + n, "负荷的等效稳定浓度," + n};
}

void add_bands(RasterDescription& description, const std::string& unit, const Text& of) {
  const std::string en = of.en.empty() ? "" : " (" + of.en + ")";
  const std::string zh = of.zh.empty() ? "" : "(" + of.zh + ")";
  description.bands.push_back({"wind as given" + en + " / 给定风向" + zh, unit, {}});
  description.bands.push_back(
      {"largest over the wind's uncertainty" + en + " / 风向不确定范围内最大值" + zh, unit, {}});
  description.bands.push_back(
      {"smallest over the wind's uncertainty" + en + " / 风向不确定范围内最小值" + zh, unit, {}});
}

RasterDescription describe_field(const ThreatResult& result, const Incident& incident, const std::string& provenance) {
  RasterDescription description;
  description.title = incident.title;
  for (const LoadRule& rule : result.rules) {
    add_bands(description, unit_of(incident.quantity()), result.rules.size() > 1 ? rule_label(rule) : Text{});
  }
  description.nodata = std::numeric_limits<double>::quiet_NaN();
  description.metadata = {{"SISE_QUANTITY", std::string(name_of(incident.quantity()))}};
  description.provenance_json = provenance;
  return description;
}

}  // namespace

std::string unit_of(HazardQuantity quantity) {
  switch (quantity) {
    case HazardQuantity::overpressure_pa:
      return "Pa";
    case HazardQuantity::radiation_w_m2:
      return "W/m2";
    case HazardQuantity::concentration_kg_m3:
      break;
  }
  return "kg/m3";
}

void write_field(const std::filesystem::path& path, const ThreatResult& result, const Incident& incident,
                 const std::string& provenance, const CogOptions& options) {
  std::vector<RasterView<const float>> bands;
  for (const ThreatRasters& field : result.fields) {
    bands.insert(bands.end(), {field.central.view(), field.largest.view(), field.smallest.view()});
  }
  write_cog(path, result.grid, describe_field(result, incident, provenance), bands, options);
}

std::string field_style_qml(const Incident& incident, const ClassScheme& palette) {
  ClassScheme scheme = palette;
  scheme.classes.clear();
  double upper = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < incident.levels.size(); ++i) {
    SchemeClass c = palette.classes[std::min(i, palette.classes.size() - 1)];
    c.lower = incident.levels[i].value;
    c.upper = upper;
    c.label = incident.levels[i].label;
    upper = c.lower;
    scheme.classes.push_back(c);
  }
  return value_style_qml(scheme);
}

}  // namespace sise
