#include "gis_io/products/map_sheets.hpp"

#include <utility>

#include "gis_io/products/page_file.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "gis_io/write/sheets/paper_sheet.hpp"
#include "gis_io/write/sheets/sheet_inks.hpp"

namespace sise {

void require_sheets(const std::vector<SheetFormat>& formats, const ClassScheme& scheme) {
  if (!formats.empty()) require_sheet_font();
  for (const SheetFormat& format : formats) (void)inks_for(format.colours, scheme);
}

std::vector<std::vector<PaperText>> write_map_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& formats,
                                                     const MapOnSheet& map) {
  const OpenProject& project = map.project;
  const RulePack& rules = project.study.criteria.rules;
  PaperSheet sheet{.title = page_title(project.study.title, map.scheme.title),
                   .extent = project.study.grid.bounds(),
                   .projection = *project.projection,
                   .crs = grid_crs(project.config.grid.crs, project.config.grid.crs_where).title(),
                   .ground = map.codes,
                   .scheme = map.scheme,
                   .layers = {},
                   .context = map.context,
                   .outline = {},
                   .notes = {},
                   .margin = {},
                   .provenance_json = project.provenance_text()};
  if (project.study.area) sheet.outline = *project.study.area;
  for (const VectorLayer& layer : map.layers) {
    if (layer.name != "classes") sheet.layers.push_back(&layer);
  }
  sheet.notes.push_back({"Not in this map: separation distances of design codes, natural hazards, live data.",
                         "本图不含: 设计规范的防火间距、自然灾害、动态数据。"});
  for (Text& text : texts_of(map.warnings)) sheet.notes.push_back(std::move(text));
  const std::string day = project.config.date ? to_string(*project.config.date) : "";
  sheet.margin = {{day.empty() ? "Date of the data: not given" : "Date of the data: " + day,
                   day.empty() ? "数据日期: 未给出" : "数据日期: " + day},
                  {"Limits: " + rules.title.en, "限值: " + rules.title.zh},
                  {"Coordinates: " + sheet.crs + "; graticule WGS 84", "坐标系: " + sheet.crs + "; 经纬网 WGS 84"},
                  {"Computed with Sise " + std::string(git_hash()), "计算: Sise " + std::string(git_hash())}};
  std::vector<std::vector<PaperText>> texts;
  for (const SheetFormat& format : formats) {
    const std::string name = name_of(format);
    texts.push_back(write_paper_sheet(outputs.stage(name + ".pdf"), outputs.stage(name + ".png"), sheet, format));
  }
  return texts;
}

}  // namespace sise
