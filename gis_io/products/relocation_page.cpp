#include "gis_io/products/relocation_page.hpp"

#include <set>
#include <utility>
#include <vector>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/results/relocation_files.hpp"
#include "gis_io/write/results/study_layers.hpp"

namespace sise {
namespace {

/// The measures of one enterprise, the best first, as indices into the ranked options.
std::vector<std::vector<std::size_t>> options_by_enterprise(const RelocationResult& result) {
  std::vector<std::vector<std::size_t>> options(result.enterprises.size());
  for (std::size_t i = 0; i < result.options.size(); ++i) options[result.options[i].enterprise].push_back(i);
  return options;
}

Feature enterprise_feature(const Study& study, const RelocationResult& result, const Enterprise& enterprise,
                           const std::vector<std::size_t>& ranks) {
  Feature feature{places_of(study, enterprise.units), {{"name", enterprise.name}}};
  if (ranks.empty()) {
    feature.properties.push_back({"code", "none"});
    return feature;
  }
  const ReliefOption& best = result.options[ranks.front()];
  PropertyList zh;
  PropertyList en;
  for (const std::size_t i : ranks) {
    const Text line = relocation_line(result, result.options[i]);
    zh.emplace_back(line.zh);
    en.emplace_back(line.en);
  }
  const auto whole = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  for (Property& property : PropertyObject{{"code", best.proven ? "proven" : "computed"},
                                           {"rank", whole(ranks.front() + 1)},
                                           {"people_freed", best.freed.people},
                                           {"targets_freed", whole(best.freed.targets)},
                                           {"area_freed_m2", best.freed.area_m2},
                                           {"reason_zh", std::move(zh)},
                                           {"reason_en", std::move(en)},
                                           {"units_not_computed", whole(enterprise.incomplete.size())}})
    feature.properties.push_back(std::move(property));
  return feature;
}

/// Those that a second run confirms in the colour of what stands in the way.
LayerStyle relief_style(const ClassScheme& verdicts) {
  LayerStyle style{"code", Symbol::dots, {}};
  style.entries = {{{{"code", "proven"}},
                    {"frees land or people, proven by a second run", "可释放土地或人员, 经复算证实"},
                    verdicts.by_id("veto")->rgb},
                   {{{"code", "computed"}},
                    {"frees land or people, not run again", "可释放土地或人员, 未复算"},
                    verdicts.by_id("conditional")->rgb},
                   {{{"code", "none"}}, {"frees nothing by itself", "单独处置不释放"}, verdicts.no_answer_rgb}};
  return style;
}

VectorLayer enterprise_layer(const Study& study, const RelocationResult& result, const ClassScheme& verdicts) {
  VectorLayer layer{
      "enterprises", {"Enterprises by what they hold", "企业搬迁(关停)效益"}, {}, {}, relief_style(verdicts), "name"};
  const std::vector<std::vector<std::size_t>> options = options_by_enterprise(result);
  for (std::size_t e = 0; e < result.enterprises.size(); ++e)
    layer.features.push_back(enterprise_feature(study, result, result.enterprises[e], options[e]));
  return layer;
}

/// Targets that some measure frees.
VectorLayer freed_targets(const Study& study, const RelocationResult& result) {
  std::set<std::size_t> freed;
  for (const ReliefOption& option : result.options) freed.insert(option.targets.begin(), option.targets.end());
  std::vector<Target> targets;
  targets.reserve(freed.size());
  for (const std::size_t t : freed) targets.push_back(study.targets[t]);
  VectorLayer layer = target_layer(targets, class_scheme("target-class"));
  layer.title = {"Protected targets that a measure frees", "可脱离超限的防护目标"};
  return layer;
}

VectorLayer new_places(const std::vector<NewPlace>& places) {
  constexpr Rgb kGreen{20, 120, 60};
  VectorLayer layer{"new_places", {"Where enterprises may go", "可迁入地点"}, {}, {}, {}, "name"};
  for (const NewPlace& place : places)
    layer.features.push_back({{.points = {place.place}, .lines = {}, .polygons = {}}, {{"name", place.name}}});
  layer.style = plain_style(Symbol::dots, layer.title, kGreen);
  return layer;
}

}  // namespace

void write_relocation_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                           const RelocationRequest& request, const RelocationResult& result,
                           const std::vector<Text>& told) {
  const Study& study = project.study;
  const ClassScheme verdicts = class_scheme(project.config.colour_blind ? "verdict-colour-blind" : "verdict");
  const VectorLayer firms = enterprise_layer(study, result, verdicts);
  const VectorLayer freed = freed_targets(study, result);
  const VectorLayer places = new_places(request.places);
  MapPage page = page_of(project, context, {"what relocation would give back", "搬迁(关停)效益"});
  page.notes.insert(page.notes.end(), told.begin(), told.end());
  add_page_layer(page, firms);
  if (!places.features.empty()) add_page_layer(page, places);
  if (!freed.features.empty()) add_page_layer(page, freed);
  write_page(path, page);
}

}  // namespace sise
