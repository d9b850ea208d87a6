#include "gis_io/products/rate_page.hpp"

#include <optional>
#include <utility>

#include "gis_io/products/page_file.hpp"
#include "gis_io/products/project_hazards.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"
#include "gis_io/write/results/register_files.hpp"
#include "gis_io/write/results/register_layers.hpp"

namespace sise {
namespace {

/// Areas of the first boundary set by their grade: ground and residents.
PageShares graded_ground(const RegisterView& view) {
  PageShares shares;
  if (view.reg.sets.empty()) return shares;
  const Text& set = view.reg.sets.front().title;
  shares.title = {"Ground and people by grade of area (" + set.en + ")", "按区域等级统计 (" + set.zh + ")"};
  const auto add = [&](int code, const Text& label, const Rgb& rgb) {
    PageShare share{label, rgb, 0.0, {}};
    for (const RatedArea& area : view.result.sets.front().areas) {
      if (static_cast<int>(area.grade) != code) continue;
      share.area_m2 += area.area_m2;
      if (area.people) share.people = share.people.value_or(0.0) + *area.people;
    }
    if (share.area_m2 > 0.0) shares.rows.push_back(std::move(share));
  };
  for (const SchemeClass& c : view.scheme.classes) add(c.code, c.label, c.rgb);
  add(static_cast<int>(Grade::unrated), view.scheme.no_answer_label, view.scheme.no_answer_rgb);
  return shares;
}

/// Over the colours of the cells areas are drawn by their edges: a tint would make colours that no legend has.
void draw_areas_by_edges(OneMapGroup& group) {
  for (VectorLayer& layer : group.layers) {
    if (kind_of(layer.style) == GeometryKind::area) layer.style.symbol = Symbol::outlines;
  }
}

/// Hidden dangers over grades over what nature does.
struct RegisterGroups {
  OneMapGroup dangers;
  OneMapGroup grades;
  std::optional<OneMapGroup> hazards;
};

RegisterGroups groups_of(const OpenRegister& open, const RegisterView& view,
                         const std::vector<NaturalHazard>& hazards) {
  const MapStamp stamp = register_stamp(view);
  return {dangers_group(view, class_scheme("hidden-danger"), stamp),
          grades_group(view, sector_pack("county-eight"), stamp), hazards_of(open.config, hazards, view.reg.sets)};
}

}  // namespace

AlsoContent rate_layers(const OpenRegister& open, const RegisterView& view, const std::vector<NaturalHazard>& hazards) {
  RegisterGroups groups = groups_of(open, view, hazards);
  AlsoContent content{"rate",
                      page_title(open.config.title, {"official risk grades", "安全风险等级"}),
                      stamp_text(register_stamp(view)),
                      view.reg.cells.crs,
                      view.reg.cells.bounds(),
                      *open.projection,
                      provenance_json(open.provenance),
                      std::move(groups.dangers.layers),
                      true};
  for (VectorLayer& layer : groups.grades.layers) content.layers.push_back(std::move(layer));
  if (groups.hazards) {
    for (VectorLayer& layer : groups.hazards->layers) content.layers.push_back(std::move(layer));
  }
  return content;
}

void write_rate_page(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const OpenRegister& open,
                     const RegisterView& view, const Context& context, const std::vector<NaturalHazard>& hazards) {
  constexpr std::int64_t kSeenTogether = 3000;
  RegisterGroups groups = groups_of(open, view, hazards);
  const OneMapGroup& dangers = groups.dangers;
  OneMapGroup& grades = groups.grades;
  draw_areas_by_edges(grades);
  ClassThumbnail cells(view.reg.cells, view.scheme, kPageMapPixels);
  for (std::int64_t row = 0; row < view.reg.cells.rows; ++row) cells.add_row(view.result.grades.row(row));
  MapPage page(*open.projection, context, view.reg.cells.bounds());
  page.title = page_title(open.config.title, {"official risk grades", "安全风险等级"});
  page.notes = map_notes(view);
  page.shares = graded_ground(view);
  page.provenance_json = provenance_json(open.provenance);
  if (view.reg.district) page.outline = *view.reg.district;
  page.ground.emplace(PageGround{cells, view.scheme});
  for (const VectorLayer& layer : dangers.layers) add_page_layer(page, layer, false, dangers.title);
  for (const VectorLayer& layer : grades.layers)
    add_page_layer(page, layer, row_count(layer) <= kSeenTogether, grades.title);
  if (groups.hazards) {
    for (const VectorLayer& layer : groups.hazards->layers) add_page_layer(page, layer, false, groups.hazards->title);
  }
  write_page(outputs.stage(kPageFile), page);
  SheetWords words = sheet_words(open.config);
  words.colours = {view.scheme};
  const MapStamp stamp = register_stamp(view);
  words.date = dated(stamp.date);
  words.basis = graded_by(stamp.pack);
  words.notes = {{"Not in this map: zones of individual risk. The colours grade risk points, enterprises and areas.",
                  "本图不含: 个人风险区划。颜色为风险点、企业和区域的风险等级。"}};
  write_page_sheets(outputs, sheets, page, words);
}

}  // namespace sise
