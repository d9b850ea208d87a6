#include "gis_io/products/capacity_page.hpp"

#include <map>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/provenance/run_id.hpp"
#include "gis_io/write/results/study_layers.hpp"

namespace sise {
namespace {

/// Ground by room for further units, all parks together.
PageShares room_shares(const CapacityResult& result, const ClassScheme& scheme) {
  std::map<int, double> area_m2;
  for (const ParkCapacity& park : result.parks) {
    for (const ParkPart& part : park.parts) area_m2[part.code] += part.area_m2;
  }
  PageShares shares{{"Ground by room for further units", "按可再设单元数统计的面积"}, {}, true};
  for (const SchemeClass& c : scheme.classes) {
    if (area_m2.contains(c.code)) shares.rows.push_back({c.label, c.rgb, area_m2[c.code], {}});
  }
  return shares;
}

}  // namespace

void write_capacity_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                         const CapacityView& view, const ClassScheme& scheme, const std::vector<Text>& told) {
  constexpr Rgb kControlLine{122, 31, 162};
  const Study& study = project.study;
  const Text line_title{"Control line of land-use planning", "土地规划安全控制线"};
  const VectorLayer units = unit_layer(study);
  const VectorLayer targets = target_layer(study.targets, class_scheme("target-class"));
  const VectorLayer line{"control_line",
                         line_title,
                         {},
                         control_line_features(view, run_id(project.provenance)),
                         plain_style(Symbol::outlines, line_title, kControlLine),
                         "name"};
  const VectorLayer parts{
      "partition", scheme.title, {}, partition_features(view, scheme), category_style(scheme, "code", Shape::polygon),
      "park"};
  MapPage page = page_of(project, context, scheme.title);
  page.notes.insert(page.notes.end(), told.begin(), told.end());
  page.shares = room_shares(view.result, scheme);
  add_page_layer(page, units);
  add_page_layer(page, line);
  add_page_layer(page, parts);
  add_page_layer(page, targets, false);
  write_page(path, page);
}

}  // namespace sise
