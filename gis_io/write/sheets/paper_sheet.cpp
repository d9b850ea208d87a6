#include "gis_io/write/sheets/paper_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <ranges>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/office/layer_drawing.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/type.hpp"
#include "gis_io/write/sheets/context_look.hpp"
#include "gis_io/write/sheets/graticule.hpp"
#include "gis_io/write/sheets/sheet_inks.hpp"
#include "gis_io/write/sheets/sheet_margin.hpp"

namespace sise {
namespace {

constexpr double kMargin = 10.0 * kPointsPerMm;
constexpr double kGap = 4.0 * kPointsPerMm;
constexpr Rgb kPaperInk{30, 30, 30};
constexpr Rgb kPaperGround{247, 246, 242};
constexpr SignSizes kSigns{.dot = 2.0, .line = 1.0, .edge = 1.0, .firm = 1.0, .hatch = 0.8, .apart = 4.5};
constexpr double kSmallDot = 1.2;  // of a place of the context

struct PaperSize {
  double width = 0.0;
  double height = 0.0;
  double column = 0.0;  ///< of the legend
};

PaperSize size_of(Paper paper) {
  if (paper == Paper::a3) return {420.0 * kPointsPerMm, 297.0 * kPointsPerMm, 88.0 * kPointsPerMm};
  return {297.0 * kPointsPerMm, 210.0 * kPointsPerMm, 68.0 * kPointsPerMm};
}

/// Levels and areas that lie over one another have their names in the legend.
bool bears_names(Symbol symbol) { return symbol != Symbol::outlines && symbol != Symbol::painted_areas; }

/// The map within its frame.
class Drawing {
 public:
  Drawing(CairoCanvas& canvas, const PaperSheet& sheet, const MapPlace& place)
      : canvas_(canvas),
        sheet_(sheet),
        place_(place),
        layers_(
            canvas, [&place](Point p) { return place.at(p); }, kSigns) {}

  void draw() {
    canvas_.fill(place_.frame, kPaperGround);
    canvas_.clip_to(place_.frame);
    for (const ContextLayer& layer : sheet_.context.layers) draw_context(layer);
    draw_ground();
    for (const Polygon& polygon : sheet_.outline)
      canvas_.line(layers_.on_canvas(polygon.outer), {kPaperInk, 0.9, {4.0, 2.0}});
    for (const auto* layer : std::ranges::reverse_view(sheet_.layers)) layers_.draw(*layer);
    dots_ = layers_.dots();
    std::sort(dots_.begin(), dots_.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    draw_graticule();
    draw_names();
    canvas_.unclip();
    canvas_.frame(place_.frame, {kPaperInk, 0.8});
  }

 private:
  void draw_context(const ContextLayer& layer) {
    const ContextLook look = look_of(layer.kind);
    for (const ContextFeature& feature : layer.features) {
      const std::vector<Ring> rings = layers_.on_canvas(feature.geometry.polygons);
      if (look.filled && !rings.empty()) canvas_.area(rings, look.fill, 1.0);
      for (const Ring& ring : rings) canvas_.line(ring, look.stroke);
      for (const Line& line : feature.geometry.lines) canvas_.line(layers_.on_canvas(line), look.stroke);
      for (const Point& p : feature.geometry.points) canvas_.dot(place_.at(p), kSmallDot, look.fill, look.stroke.rgb);
    }
  }

  void draw_ground() {
    if (sheet_.ground == nullptr) return;
    const GridSpec& grid = sheet_.ground->grid();
    const double pixel_m = grid.cell_m * static_cast<double>(sheet_.ground->cells_per_pixel());
    const RasterView<const std::uint8_t> codes = sheet_.ground->codes();
    const Point corner = place_.at({grid.x_min, grid.y_max});
    std::vector<std::pair<int, Rgb>> colours{{ClassScheme::no_answer_code, sheet_.scheme->no_answer_rgb}};
    for (const SchemeClass& c : sheet_.scheme->classes) colours.emplace_back(c.code, c.rgb);
    const PaperBox box{corner.x, corner.y, static_cast<double>(codes.columns()) * pixel_m * place_.points_per_m,
                       static_cast<double>(codes.rows()) * pixel_m * place_.points_per_m};
    canvas_.codes(codes, colours, box, kGroundOpacity);
    canvas_.hatch_code(codes, ClassScheme::no_answer_code, box, no_answer_hatch(*sheet_.scheme, kLegendUnit));
  }

  void draw_graticule() {
    constexpr double kSize = 6.0;
    for (const GraticuleLine& line : graticule(place_, sheet_.projection)) {
      canvas_.line(line.line, {{120, 120, 120}, 0.25});
      const TypeStyle style{.size = kSize, .halo = true};
      const PaperBox size = text_box(0.0, 0.0, line.label, style);
      const double x = line.meridian ? line.at.x - size.width / 2.0 : place_.frame.x + 2.0;
      const double y =
          line.meridian ? place_.frame.y + place_.frame.height - size.height - 1.0 : line.at.y - size.height / 2.0;
      put(moved(size, x, y), line.label, style);
    }
  }

  /// `size` was measured at the corner of the paper.
  static PaperBox moved(const PaperBox& size, double x, double y) {
    return {x + size.x, y + size.y, size.width, size.height};
  }

  /// Sets a text where it is wholly in the map and over no other; says whether it did.
  bool put(const PaperBox& box, const std::string& text, const TypeStyle& style) {
    if (!box.within(place_.frame)) return false;
    if (!std::all_of(taken_.begin(), taken_.end(), [&](const PaperBox& other) { return box.apart(other); }))
      return false;
    taken_.push_back(box);
    canvas_.text(box.x, box.y, text, style);
    return true;
  }

  [[nodiscard]] bool hides_a_dot(const PaperBox& box) const {
    constexpr double kReach = kSigns.dot + 0.25;  // with half its rim
    const auto west = std::lower_bound(dots_.begin(), dots_.end(), box.x - kReach,
                                       [](const Point& dot, double x) { return dot.x < x; });
    for (auto dot = west; dot != dots_.end() && dot->x < box.x + box.width + kReach; ++dot) {
      if (dot->y > box.y - kReach && dot->y < box.y + box.height + kReach) return true;
    }
    return false;
  }

  /// Beside a point: right, left, above, below, rather not over the dot of another; on an area in its middle.
  void put_name(const Geometry& geometry, const std::string& name, const TypeStyle& style) {
    if (name.empty() || geometry.empty()) return;
    const bool area = !geometry.polygons.empty() && style.rgb != kPaperInk;
    const Point at = place_.at(area ? point_on_surface(geometry) : centroid(geometry));
    const PaperBox size = text_box(0.0, 0.0, name, style);
    const double middle = at.y - size.height / 2.0;
    const double left = at.x - size.width / 2.0;
    constexpr double kAway = 3.5;
    if (area) {
      put(moved(size, left, middle), name, style);
      return;
    }
    const std::array<PaperBox, 4> tries{moved(size, at.x + kAway, middle),
                                        moved(size, at.x - kAway - size.width, middle),
                                        moved(size, left, at.y - kAway - size.height), moved(size, left, at.y + kAway)};
    for (const bool over_dots : {false, true}) {
      for (const PaperBox& box : tries) {
        if (hides_a_dot(box) == over_dots && put(box, name, style)) return;
      }
    }
  }

  void draw_names() {
    constexpr int kLongest = 1;  // lines
    for (const VectorLayer* layer : sheet_.layers) {
      if (layer->name_field.empty() || !bears_names(layer->style.symbol)) continue;
      const TypeStyle style{.size = 6.5, .rgb = kPaperInk, .halo = true, .most_lines = kLongest};
      for (const Feature& feature : layer->features)
        put_name(feature.geometry, shortened(plain_text(property_of(feature, layer->name_field))), style);
    }
    for (const ContextLayer& layer : sheet_.context.layers) {
      const TypeStyle style{.size = 7.0, .rgb = {82, 96, 109}, .halo = true, .most_lines = kLongest};
      for (const ContextFeature& feature : layer.features) put_name(feature.geometry, shortened(feature.name), style);
    }
  }

  CairoCanvas& canvas_;
  const PaperSheet& sheet_;
  const MapPlace& place_;
  LayerDrawing layers_;
  std::vector<PaperBox> taken_;
  std::vector<Point> dots_;  ///< of units, on the paper, from west to east
};

/// The map as large as a round scale lets it be.
MapPlace place_map(const PaperBox& frame, const Bounds& extent) {
  const double width_m = frame.width / kPointsPerMm * 1e-3;
  const double height_m = frame.height / kPointsPerMm * 1e-3;
  MapPlace place{frame, {}, 0.0, 0.0};
  place.scale =
      round_scale(std::max((extent.x_max - extent.x_min) / width_m, (extent.y_max - extent.y_min) / height_m));
  place.points_per_m = kPointsPerMm * 1e3 / place.scale;
  place.middle = {(extent.x_min + extent.x_max) / 2.0, (extent.y_min + extent.y_max) / 2.0};
  return place;
}

std::vector<PaperText> draw_sheet(CairoCanvas canvas, const PaperSheet& sheet, const SheetFormat& format) {
  canvas.use(inks_for(format.colours, sheet.colours));
  const PaperSize paper = size_of(format.paper);
  const double inner = paper.width - 2.0 * kMargin;
  const double top = draw_title(canvas, kMargin, kMargin, inner, sheet, format.language);
  const double bottom = draw_footer(canvas, kMargin, paper.height - kMargin, inner, sheet, format.language);
  const PaperBox frame{kMargin, top, inner - paper.column - kGap, bottom - top};
  const MapPlace place = place_map(frame, sheet.extent);
  Drawing(canvas, sheet, place).draw();
  draw_column(canvas, {kMargin + inner - paper.column, top, paper.column, bottom - top}, sheet, place, format);
  canvas.finish();
  return canvas.texts();
}

}  // namespace

double round_scale(double denominator) {
  const double power = std::pow(10.0, std::floor(std::log10(denominator)));
  for (const double step : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
    if (step * power >= denominator * (1.0 - 1e-12)) return step * power;
  }
  return 10.0 * power;
}

void require_sheet_font() {
  const std::optional<Diagnostic> lacks = missing_font({"sheets", "图幅"});
  if (lacks) throw OutputError(lacks->code, lacks->message, {.field = "--sheet"}, lacks->remedy);
}

std::vector<PaperText> write_paper_sheet(const std::filesystem::path& pdf, const std::filesystem::path& png,
                                         const PaperSheet& sheet, const SheetFormat& format) {
  constexpr double kDotsPerInch = 200.0;
  require_sheet_font();
  const PaperSize paper = size_of(format.paper);
  const double pixels_per_point = kDotsPerInch / 72.0;
  (void)draw_sheet(CairoCanvas::png(png, paper.width, paper.height, pixels_per_point, sheet.provenance_json), sheet,
                   format);
  const CairoCanvas::Meta meta{words_of(sheet.title, format.language), sheet.provenance_json};
  return draw_sheet(CairoCanvas::pdf(pdf, paper.width, paper.height, meta), sheet, format);
}

}  // namespace sise
