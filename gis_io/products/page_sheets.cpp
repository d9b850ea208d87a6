#include "gis_io/products/page_sheets.hpp"

#include <utility>

#include "gis_io/read/layers/crs.hpp"
#include "gis_io/write/provenance/provenance.hpp"
#include "gis_io/write/sheets/paper_sheet.hpp"
#include "gis_io/write/sheets/sheet_inks.hpp"

namespace sise {
namespace {

constexpr std::int64_t kPaper_bytes = 60'000'000;  // the pixels of an A3 sheet and the file that is made of them

std::vector<Text> margin_of(const SheetWords& words) {
  std::vector<Text> margin;
  for (const Text* line : {&words.date, &words.basis}) {
    if (!line->en.empty()) margin.push_back(*line);
  }
  margin.push_back({"Coordinates: " + words.crs + "; graticule WGS 84", "坐标系: " + words.crs + "; 经纬网 WGS 84"});
  margin.push_back({"Computed with Sise " + std::string(git_hash()), "计算: Sise " + std::string(git_hash())});
  return margin;
}

PaperSheet sheet_of(const MapPage& page, const SheetWords& words) {
  PaperSheet sheet{.title = page.title,
                   .extent = page.extent,
                   .projection = page.projection,
                   .ground = page.ground ? &page.ground->codes : nullptr,
                   .scheme = page.ground ? &page.ground->scheme : nullptr,
                   .colours = words.colours,
                   .layers = {},
                   .context = page.context,
                   .outline = page.outline,
                   .notes = words.notes,
                   .margin = margin_of(words),
                   .provenance_json = page.provenance_json};
  for (const PageLayer& layer : page.layers) {
    if (layer.shown) sheet.layers.push_back(layer.layer);
  }
  sheet.notes.insert(sheet.notes.end(), page.notes.begin(), page.notes.end());
  return sheet;
}

}  // namespace

SheetWords sheet_words(const GridConfig& grid) { return {.crs = grid_crs(grid.crs, grid.crs_where).title()}; }

SheetWords sheet_words(const ProjectConfig& config) {
  SheetWords words = sheet_words(config.grid);
  words.date = dated(config.date ? to_string(*config.date) : "");
  return words;
}

SheetWords sheet_words(const OpenProject& project) {
  SheetWords words = sheet_words(project.config);
  const Text& limits = project.study.criteria.rules.title;
  words.basis = {"Limits: " + limits.en, "限值: " + limits.zh};
  return words;
}

Text dated(const std::string& day) {
  return {"Date of the data: " + (day.empty() ? "not given" : day), "数据日期: " + (day.empty() ? "未给出" : day)};
}

Text graded_by(const std::string& pack) { return {"Graded by " + pack, "分级依据: " + pack}; }

void require_sheets(const std::vector<SheetFormat>& formats, const std::vector<ClassScheme>& colours) {
  if (!formats.empty()) require_sheet_font();
  for (const SheetFormat& format : formats) (void)inks_for(format.colours, colours);
}

std::vector<std::string> sheet_files(const std::vector<SheetFormat>& formats, const std::string& prefix) {
  std::vector<std::string> files;
  for (const SheetFormat& format : formats) {
    for (const char* ending : {".pdf", ".png"}) {
      std::string file = prefix;
      file += name_of(format);
      file += ending;
      files.push_back(std::move(file));
    }
  }
  return files;
}

std::int64_t sheet_bytes(const std::vector<SheetFormat>& formats, std::int64_t pixels) {
  constexpr std::int64_t kColour_bytes = 4;  // of a pixel, beside its code
  return formats.empty() ? 0 : kColour_bytes * pixels + kPaper_bytes;
}

std::vector<std::vector<PaperText>> write_page_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& formats,
                                                      const MapPage& page, const SheetWords& words,
                                                      const std::string& prefix) {
  std::vector<std::vector<PaperText>> texts;
  if (formats.empty()) return texts;
  const PaperSheet sheet = sheet_of(page, words);
  for (const SheetFormat& format : formats) {
    const std::string name = prefix + name_of(format);
    texts.push_back(write_paper_sheet(outputs.stage(name + ".pdf"), outputs.stage(name + ".png"), sheet, format));
  }
  return texts;
}

}  // namespace sise
