#include "gis_io/write/sheets/sheet_canvas.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "gis_io/write/pictures/png.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr const char* kFamilies = "Noto Sans CJK SC,DejaVu Sans";  // the second for signs such as ⁻⁵
constexpr std::array<const char*, 2> kNeeded{"Noto Sans CJK SC", "DejaVu Sans"};
constexpr double kPdfPointsPerInch = 72.0;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

void set_colour(cairo_t* pen, const Rgb& rgb, double opacity = 1.0) {
  constexpr double kFull = 255.0;
  cairo_set_source_rgba(pen, rgb[0] / kFull, rgb[1] / kFull, rgb[2] / kFull, opacity);
}

void trace(cairo_t* pen, const std::vector<Point>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i == 0) {
      cairo_move_to(pen, points[i].x, points[i].y);
    } else {
      cairo_line_to(pen, points[i].x, points[i].y);
    }
  }
}

void stroke_path(cairo_t* pen, const Inks& inks, const Stroke& stroke) {
  const std::vector<double>* own = inks.dashes(stroke.rgb);
  const std::vector<double>& dashes = own == nullptr ? stroke.dashes : *own;
  set_colour(pen, inks.line(stroke.rgb));
  cairo_set_line_width(pen, stroke.width);
  cairo_set_dash(pen, dashes.data(), static_cast<int>(dashes.size()), 0.0);
  cairo_stroke(pen);
}

/// No hinting, no rounding to pixels: the same type on paper and on the screen, on every machine.
Layout layout_of(cairo_t* pen, const std::string& text, const TypeStyle& style) {
  Layout layout(pango_cairo_create_layout(pen));
  PangoContext* context = pango_layout_get_context(layout.get());
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, kPdfPointsPerInch);
  pango_context_set_round_glyph_positions(context, FALSE);
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFamilies);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  if (style.wrap) {
    pango_layout_set_width(layout.get(), static_cast<int>(std::floor(*style.wrap * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  } else {
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  }
  if (style.most_lines > 0) {
    pango_layout_set_height(layout.get(), -style.most_lines);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  return layout;
}

PaperBox box_of(PangoLayout* layout, double x, double y) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  const auto points = [](int units) { return static_cast<double>(units) / PANGO_SCALE; };
  return {x + points(logical.x), y + points(logical.y), points(logical.width), points(logical.height)};
}

}  // namespace

struct SheetCanvas::Surface {
  std::filesystem::path path;
  cairo_surface_t* surface = nullptr;
  cairo_t* pen = nullptr;
  bool is_png = false;
  std::string provenance_json{};  ///< of a PNG file
  Inks inks{};

  Surface(std::filesystem::path file, cairo_surface_t* made, bool png)
      : path(std::move(file)), surface(made), pen(cairo_create(made)), is_png(png) {}
  ~Surface() {
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
  }
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;
  Surface(Surface&&) = delete;
  Surface& operator=(Surface&&) = delete;

  void require(cairo_status_t status) const {
    if (status != CAIRO_STATUS_SUCCESS) throw_write_error(path, cairo_status_to_string(status));
  }
};

bool PaperBox::apart(const PaperBox& other) const {
  return x + width <= other.x || other.x + other.width <= x || y + height <= other.y || other.y + other.height <= y;
}

bool PaperBox::within(const PaperBox& other) const {
  return x >= other.x && y >= other.y && x + width <= other.x + other.width && y + height <= other.y + other.height;
}

void require_sheet_font() {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
  const auto is_there = [&](const char* name) {
    return std::any_of(families, families + count, [&](PangoFontFamily* family) {
      return std::strcmp(pango_font_family_get_name(family), name) == 0;
    });
  };
  const bool found = std::all_of(kNeeded.begin(), kNeeded.end(), is_there);
  g_free(families);
  if (found) return;
  throw OutputError(
      "missing_font",
      {"sheets are set in the fonts 'Noto Sans CJK SC' and 'DejaVu Sans', which this machine does not have",
       "图幅使用字体 'Noto Sans CJK SC' 与 'DejaVu Sans', 本机未安装"},
      {.field = "--sheet"},
      {"apt-get install fonts-noto-cjk fonts-dejavu-core", "请运行 apt-get install fonts-noto-cjk fonts-dejavu-core"});
}

SheetCanvas::SheetCanvas(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {
  surface_->require(cairo_status(surface_->pen));
}
SheetCanvas::~SheetCanvas() = default;
SheetCanvas::SheetCanvas(SheetCanvas&& other) noexcept = default;

SheetCanvas SheetCanvas::pdf(const std::filesystem::path& path, double width, double height, const Meta& meta) {
  cairo_surface_t* surface = cairo_pdf_surface_create(path.c_str(), width, height);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, meta.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Sise");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, meta.provenance_json.c_str());
  // No clock in the file; Cairo would write the present moment.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  return SheetCanvas(std::make_unique<Surface>(path, surface, false));
}

SheetCanvas SheetCanvas::png(const std::filesystem::path& path, double width, double height, double dots_per_inch,
                             const Meta& meta) {
  const double times = dots_per_inch / kPdfPointsPerInch;
  cairo_surface_t* surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(width * times)), static_cast<int>(std::lround(height * times)));
  SheetCanvas canvas(std::make_unique<Surface>(path, surface, true));
  canvas.surface_->provenance_json = meta.provenance_json;
  cairo_scale(canvas.surface_->pen, times, times);
  canvas.fill({-1.0, -1.0, width + 2.0, height + 2.0}, {255, 255, 255});
  return canvas;
}

void SheetCanvas::use(Inks inks) { surface_->inks = std::move(inks); }

void SheetCanvas::fill(const PaperBox& box, const Rgb& rgb, double opacity) {
  set_colour(surface_->pen, surface_->inks.fill(rgb), opacity);
  cairo_rectangle(surface_->pen, box.x, box.y, box.width, box.height);
  cairo_fill(surface_->pen);
}

void SheetCanvas::frame(const PaperBox& box, const Stroke& stroke) {
  cairo_rectangle(surface_->pen, box.x, box.y, box.width, box.height);
  stroke_path(surface_->pen, surface_->inks, stroke);
}

void SheetCanvas::line(const Line& line, const Stroke& stroke) {
  if (line.size() < 2) return;
  trace(surface_->pen, line);
  stroke_path(surface_->pen, surface_->inks, stroke);
}

void SheetCanvas::area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) {
  for (const Ring& ring : rings) {
    trace(surface_->pen, ring);
    cairo_close_path(surface_->pen);
  }
  cairo_set_fill_rule(surface_->pen, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour(surface_->pen, surface_->inks.fill(rgb), opacity);
  cairo_fill(surface_->pen);
}

void SheetCanvas::dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) {
  constexpr double kWhole = 6.283185307179586;
  cairo_new_sub_path(surface_->pen);
  cairo_arc(surface_->pen, centre.x, centre.y, radius, 0.0, kWhole);
  set_colour(surface_->pen, surface_->inks.fill(rgb));
  cairo_fill_preserve(surface_->pen);
  stroke_path(surface_->pen, surface_->inks, {rim, 0.5});
}

void SheetCanvas::codes(const RasterView<const std::uint8_t>& codes, const std::vector<std::pair<int, Rgb>>& colours,
                        const PaperBox& box, double opacity) {
  std::vector<std::uint32_t> argb(256, 0);
  for (const auto& [code, own] : colours) {
    const Rgb rgb = surface_->inks.fill(own);
    argb.at(static_cast<std::size_t>(code)) =
        0xff000000U | static_cast<std::uint32_t>(rgb[0]) << 16U | static_cast<std::uint32_t>(rgb[1]) << 8U | rgb[2];
  }
  const auto columns = static_cast<int>(codes.columns());
  const auto rows = static_cast<int>(codes.rows());
  cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows);
  surface_->require(cairo_surface_status(image));
  cairo_surface_flush(image);
  unsigned char* data = cairo_image_surface_get_data(image);
  for (int row = 0; row < rows; ++row) {
    unsigned char* to = data + static_cast<std::ptrdiff_t>(row) * cairo_image_surface_get_stride(image);
    for (const std::uint8_t code : codes.row(row)) {
      std::memcpy(to, &argb[code], sizeof(std::uint32_t));
      to += sizeof(std::uint32_t);
    }
  }
  cairo_surface_mark_dirty(image);
  cairo_t* pen = surface_->pen;
  cairo_save(pen);
  cairo_translate(pen, box.x, box.y);
  cairo_scale(pen, box.width / columns, box.height / rows);
  cairo_set_source_surface(pen, image, 0.0, 0.0);
  cairo_pattern_set_filter(cairo_get_source(pen), CAIRO_FILTER_NEAREST);
  cairo_paint_with_alpha(pen, opacity);
  cairo_restore(pen);
  cairo_surface_destroy(image);
}

void SheetCanvas::hatch(const PaperBox& box, const Stroke& stroke) {
  constexpr double kApart = 4.0;
  clip(box);
  for (double x = box.x - box.height; x < box.x + box.width; x += kApart)
    line({{x, box.y + box.height}, {x + box.height, box.y}}, stroke);
  unclip();
}

void SheetCanvas::hatch(const RasterView<const std::uint8_t>& codes, int code, const PaperBox& box,
                        const Stroke& stroke) {
  const auto columns = static_cast<int>(codes.columns());
  const auto rows = static_cast<int>(codes.rows());
  cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, columns, rows);
  surface_->require(cairo_surface_status(mask));
  cairo_surface_flush(mask);
  bool any = false;
  for (int row = 0; row < rows; ++row) {
    unsigned char* to =
        cairo_image_surface_get_data(mask) + static_cast<std::ptrdiff_t>(row) * cairo_image_surface_get_stride(mask);
    for (const std::uint8_t one : codes.row(row)) {
      any = any || one == code;
      *to++ = one == code ? 255 : 0;
    }
  }
  cairo_surface_mark_dirty(mask);
  cairo_t* pen = surface_->pen;
  if (any) {
    cairo_push_group(pen);
    hatch(box, stroke);
    cairo_pop_group_to_source(pen);
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(mask);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_save(pen);
    cairo_translate(pen, box.x, box.y);
    cairo_scale(pen, box.width / columns, box.height / rows);
    cairo_mask(pen, pattern);
    cairo_restore(pen);
    cairo_pattern_destroy(pattern);
  }
  cairo_surface_destroy(mask);
}

PaperBox SheetCanvas::measure(double x, double y, const std::string& text, const TypeStyle& style) const {
  return box_of(layout_of(surface_->pen, text, style).get(), x, y);
}

PaperBox SheetCanvas::text(double x, double y, const std::string& text, const TypeStyle& style) {
  const Layout layout = layout_of(surface_->pen, text, style);
  cairo_t* pen = surface_->pen;
  if (style.halo) {
    constexpr double kRim = 2.0;
    cairo_move_to(pen, x, y);
    pango_cairo_layout_path(pen, layout.get());
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    stroke_path(pen, surface_->inks, {{255, 255, 255}, kRim});
  }
  set_colour(pen, surface_->inks.line(style.rgb));
  cairo_move_to(pen, x, y);
  pango_cairo_show_layout(pen, layout.get());
  cairo_new_path(pen);
  const PaperBox box = box_of(layout.get(), x, y);
  texts_.push_back({text, box});
  return box;
}

void SheetCanvas::clip(const PaperBox& box) {
  cairo_save(surface_->pen);
  cairo_rectangle(surface_->pen, box.x, box.y, box.width, box.height);
  cairo_clip(surface_->pen);
}

void SheetCanvas::unclip() { cairo_restore(surface_->pen); }

void SheetCanvas::write_pixels() const {
  cairo_surface_t* surface = surface_->surface;
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  std::vector<std::uint8_t> rgb;
  rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int row = 0; row < height; ++row) {
    const unsigned char* from = cairo_image_surface_get_data(surface) +
                                static_cast<std::ptrdiff_t>(row) * cairo_image_surface_get_stride(surface);
    for (int column = 0; column < width; ++column) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, from + static_cast<std::ptrdiff_t>(column) * 4, sizeof(pixel));
      for (const unsigned shift : {16U, 8U, 0U}) rgb.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xffU));
    }
  }
  write_rgb_png(surface_->path, width, height, rgb, surface_->provenance_json);
}

void SheetCanvas::finish() {
  surface_->require(cairo_status(surface_->pen));
  if (surface_->is_png) {
    write_pixels();
  } else {
    cairo_surface_finish(surface_->surface);
  }
  surface_->require(cairo_surface_status(surface_->surface));
}

}  // namespace sise
