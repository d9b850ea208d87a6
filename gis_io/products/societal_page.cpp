#include "gis_io/products/societal_page.hpp"

#include <map>
#include <string>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/results/study_layers.hpp"

namespace sise {
namespace {

std::map<std::string, std::vector<std::size_t>> units_by_enterprise(const Study& study) {
  std::map<std::string, std::vector<std::size_t>> units;
  for (std::size_t i = 0; i < study.units.size(); ++i) units[study.units[i].enterprise_key()].push_back(i);
  return units;
}

/// Red is not acceptable, as everywhere.
LayerStyle zone_style(const ClassScheme& verdicts) {
  LayerStyle style{"code", Symbol::dots, {}};
  const auto add = [&](FnZone zone, const char* like) {
    style.entries.push_back({{{"code", std::string(name_of(zone))}}, label_of(zone), verdicts.by_id(like)->rgb});
  };
  add(FnZone::unacceptable, "veto");
  add(FnZone::alarp, "conditional");
  add(FnZone::acceptable, "allow");
  style.entries.push_back({{}, {"not judged: nothing could be computed", "未判定: 无法计算"}, verdicts.no_answer_rgb});
  return style;
}

Feature enterprise_feature(const SocietalCurve& curve, const SocietalView& view,
                           const std::vector<std::size_t>& units) {
  Feature feature{places_of(view.study, units), {{"name", curve.name}}};
  PropertyObject& told = feature.properties;
  if (curve.judgement) {
    const Text words = judgement_in_words(*curve.judgement);
    told.push_back({"code", std::string(name_of(curve.judgement->zone))});
    const Text range = range_in_words(curve.range);
    told.push_back({"reason_zh", words.zh + (range.zh.empty() ? "" : ";" + range.zh)});
    told.push_back({"reason_en", words.en + (range.en.empty() ? "" : "; " + range.en)});
    told.push_back({"most_deaths", curve.judgement->most_deaths});
    told.push_back({"confidence", std::string(name_of(joined(curve.rests_on)))});
  }
  told.push_back({"expected_deaths_per_year", curve.expected_deaths_per_year});
  PropertyList zh;
  PropertyList en;
  for (const SocietalRemark& remark : curve.remarks) {
    zh.emplace_back(remark.text.zh);
    en.emplace_back(remark.text.en);
  }
  told.push_back({"remarks_zh", std::move(zh)});
  told.push_back({"remarks_en", std::move(en)});
  return feature;
}

}  // namespace

void write_societal_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                         const SocietalView& view, const Text& told) {
  const std::map<std::string, std::vector<std::size_t>> units = units_by_enterprise(view.study);
  const ClassScheme verdicts = class_scheme(project.config.colour_blind ? "verdict-colour-blind" : "verdict");
  VectorLayer firms{"enterprises", {"Enterprises by societal risk", "企业社会风险"}, {}, {}, zone_style(verdicts),
                    "name"};
  for (const SocietalCurve& curve : view.result.enterprises) {
    const auto found = units.find(curve.name);
    if (found != units.end()) firms.features.push_back(enterprise_feature(curve, view, found->second));
  }
  const VectorLayer targets = target_layer(view.study.targets, class_scheme("target-class"));
  MapPage page = page_of(project, context, {"societal risk", "社会风险"});
  page.notes.push_back(told);
  page.notes.push_back(
      {"The F-N curves are in fn.svg, the ranking in ranking.csv.", "F-N 曲线见 fn.svg, 排序见 ranking.csv。"});
  add_page_layer(page, firms);
  if (!targets.features.empty()) add_page_layer(page, targets, false);
  write_page(path, page);
}

}  // namespace sise
