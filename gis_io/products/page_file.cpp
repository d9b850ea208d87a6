#include "gis_io/products/page_file.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "gis_io/read/project/reading.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {

Context open_context(const ContextConfig& config, const GridConfig& grid, const Bounds& extent,
                     std::vector<Diagnostic>& notes) {
  Context context;
  context.tiles = config.tiles;
  if (config.layers.empty()) return context;
  Reading reading;
  reading.run([&](Problems& problems) {
    context = read_context(config, grid_crs(grid.crs, grid.crs_where), extent, problems);
  });
  const std::vector<Diagnostic> remarks = reading.finish();
  notes.insert(notes.end(), remarks.begin(), remarks.end());
  return context;
}

Text page_title(const std::string& title, const Text& what) {
  if (title.empty()) return what;
  return {title + ": " + what.en, title + ":" + what.zh};
}

MapPage page_of(const OpenProject& project, const Context& context, const Text& what) {
  MapPage page(*project.projection, context, project.study.grid.bounds());
  page.title = page_title(project.study.title, what);
  page.provenance_json = project.provenance_text();
  if (project.study.area) page.outline = *project.study.area;
  if (project.config.date) {
    const std::string day = to_string(*project.config.date);
    page.date = {"Date of the data: " + day + ".", "数据日期: " + day + "。"};
  }
  return page;
}

void add_page_layer(MapPage& page, const VectorLayer& layer, bool shown, const Text& group) {
  const std::int64_t rows = row_count(layer);
  if (rows > kMostOnPage) {
    page.notes.push_back(
        {fmt::format("Not on this page: {} ({} features are too many for a browser; a GIS opens them).", layer.title.en,
                     rows),
         fmt::format("本页未显示: {} (共 {} 个要素, 超出浏览器的能力, 请用 GIS 打开)。", layer.title.zh, rows)});
    return;
  }
  page.layers.push_back({&layer, shown, group});
}

PageShares page_shares(const MapTotals& totals, const ClassScheme& scheme) {
  PageShares shares{{"Ground and people by colour", "各颜色的面积与人数"}, {}, true};
  const auto add = [&](int code, const Text& label, const Rgb& rgb) {
    const auto found = totals.classes.find(code);
    if (found == totals.classes.end()) return;
    const double people = found->second.people.people;
    shares.rows.push_back(
        {label, rgb, found->second.area_m2, std::isnan(people) ? std::nullopt : std::optional(people)});
  };
  for (const SchemeClass& c : scheme.classes) add(c.code, c.label, c.rgb);
  add(ClassScheme::no_answer_code, scheme.no_answer_label, scheme.no_answer_rgb);
  return shares;
}

void write_page(const std::filesystem::path& path, const MapPage& page) { write_file(path, map_page_html(page)); }

}  // namespace sise
