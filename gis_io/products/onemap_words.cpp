#include "gis_io/products/onemap_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis_io/products/project_hazards.hpp"
#include "gis_io/write/results/sector_layers.hpp"
#include "gis_io/write/results/warning_notes.hpp"

namespace sise {

std::vector<Text> not_in_it(const OpenProject& project) {
  const Study& study = project.study;
  std::vector<Text> missing;
  if (!project.config.reg) {
    missing.push_back(
        {"Not in this map: official grades of risk points, enterprises and areas, and hidden dangers (they need a "
         "register: [register]).",
         "本图不含: 风险点、企业、区域的风险等级与隐患 (需要 [register] 清单)."});
  }
  for (Text& text : hazards_not_in_it(project.config)) missing.push_back(std::move(text));
  if (project.config.areas.empty()) {
    missing.push_back({"Not in this map: sums by township or other areas (the project names none: [areas]).",
                       "本图不含: 按乡镇等分区的统计 (项目未给出 [areas])."});
  }
  if (study.targets.empty()) {
    missing.push_back(
        {"Not in this map: protected targets (the project names none).", "本图不含: 防护目标 (项目未给出)."});
  }
  return missing;
}

PropertyObject summary_of(const OpenProject& project, const OneMap& map, const Computed& done,
                          const std::vector<SectorEnterprise>& sectors) {
  PropertyObject colours;
  const ClassScheme& scheme = project.config.scheme;
  const auto tell = [&](const std::string& id, int code) {
    const auto found = done.totals.classes.find(code);
    const ClassTotals none;
    const ClassTotals& total = found == done.totals.classes.end() ? none : found->second;
    colours.push_back({id, PropertyObject{{"area_m2", total.area_m2}, {"people", total.people.people}}});
  };
  for (const SchemeClass& c : scheme.classes) tell(c.id, c.code);
  tell("no_answer", ClassScheme::no_answer_code);
  PropertyObject by_sector;
  for (const SectorEnterprise& one : sectors) {
    const std::string id = sector_id(one.sector);
    const auto known =
        std::find_if(by_sector.begin(), by_sector.end(), [&](const Property& p) { return p.name == id; });
    if (known == by_sector.end()) {
      by_sector.push_back({id, std::int64_t{1}});
    } else {
      known->value = std::get<std::int64_t>(known->value.value) + 1;
    }
  }
  return {{"title", project.study.title},
          {"state", std::string("current")},
          {"stamp_zh", stamp_text(map.stamp).zh},
          {"stamp_en", stamp_text(map.stamp).en},
          {"colours", std::move(colours)},
          {"major_hazards", static_cast<std::int64_t>(hazard_levels(done.hazards).size())},
          {"enterprises_by_sector", std::move(by_sector)}};
}

void note_unknown_sectors(const std::vector<SectorEnterprise>& sectors, const SectorPack& pack, RunReport& report) {
  std::vector<std::string> words;
  for (const SectorEnterprise& one : sectors) {
    if (one.basis != SectorBasis::unknown_word) continue;
    if (std::find(words.begin(), words.end(), one.stated) == words.end()) words.push_back(one.stated);
  }
  if (words.empty()) return;
  const Text listed = first_five(words);
  report.notes.push_back({Diagnostic::Severity::warning,
                          "unknown_sector",
                          {.field = "units.sector"},
                          {fmt::format("sectors that are none of the layers of '{}': {}", pack.id, listed.en),
                           fmt::format("以下行业不属于 '{}' 的任何图层: {}", pack.id, listed.zh)},
                          {"They stand in the group of none; write one of the layers' words",
                           "已列入\"未归入行业图层\"; 请改用图层对应的行业名称"}});
}

std::vector<Text> headline_of(const OneMap& map) {
  std::size_t tables = 0;
  for (const OneMapGroup& group : map.groups) tables += group.layers.size();
  std::vector<Text> lines{{fmt::format("{} layers in {} groups; open onemap.qgs in QGIS", tables, map.groups.size()),
                           fmt::format("共 {} 个图层, {} 组; 请用 QGIS 打开 onemap.qgs", tables, map.groups.size())}};
  lines.insert(lines.end(), map.not_in_it.begin(), map.not_in_it.end());
  return lines;
}

}  // namespace sise
