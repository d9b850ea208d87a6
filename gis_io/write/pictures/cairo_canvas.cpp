#include "gis_io/write/pictures/cairo_canvas.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "gis_io/write/pictures/pango_layout.hpp"
#include "gis_io/write/pictures/png.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

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

void trace(cairo_t* pen, const std::vector<Ring>& rings) {
  for (const Ring& ring : rings) {
    trace(pen, ring);
    cairo_close_path(pen);
  }
  cairo_set_fill_rule(pen, CAIRO_FILL_RULE_EVEN_ODD);
}

void stroke_path(cairo_t* pen, const Inks& inks, const Stroke& stroke) {
  const std::vector<double>* own = inks.dashes(stroke.rgb);
  const std::vector<double>& dashes = own == nullptr ? stroke.dashes : *own;
  set_colour(pen, inks.line(stroke.rgb), stroke.opacity);
  cairo_set_line_width(pen, stroke.width);
  cairo_set_dash(pen, dashes.data(), static_cast<int>(dashes.size()), 0.0);
  cairo_stroke(pen);
}

/// Cairo puts glyphs of a picture at whole pixels, so that words of small type run into one another; outlines stand where they
/// should. Emoji (U+1F000 and on) have none: they are pictures.
bool has_outlines(const std::string& text) { return text.find("\xF0\x9F") == std::string::npos; }

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Image = std::unique_ptr<cairo_surface_t, FreeSurface>;

/// An image of the codes' size; `pixel` says what one of them is.
template <class Pixel, class PixelOf>
Image image_of(const RasterView<const std::uint8_t>& codes, cairo_format_t format, const PixelOf& pixel) {
  Image image(cairo_image_surface_create(format, static_cast<int>(codes.columns()), static_cast<int>(codes.rows())));
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
  cairo_surface_flush(image.get());
  for (std::int64_t row = 0; row < codes.rows(); ++row) {
    unsigned char* to = cairo_image_surface_get_data(image.get()) + row * cairo_image_surface_get_stride(image.get());
    for (const std::uint8_t code : codes.row(row)) {
      const Pixel value = pixel(code);
      std::memcpy(to, &value, sizeof(value));
      to += sizeof(value);
    }
  }
  cairo_surface_mark_dirty(image.get());
  return image;
}

/// Lays the image over the box as long as it lives, pixel for pixel.
class ImageInBox {
 public:
  ImageInBox(cairo_t* pen, cairo_surface_t* image, const PaperBox& box)
      : pen_(pen), pattern_(cairo_pattern_create_for_surface(image)) {
    cairo_pattern_set_filter(pattern_, CAIRO_FILTER_NEAREST);
    cairo_save(pen);
    cairo_translate(pen, box.x, box.y);
    cairo_scale(pen, box.width / cairo_image_surface_get_width(image),
                box.height / cairo_image_surface_get_height(image));
  }
  ~ImageInBox() {
    cairo_restore(pen_);
    cairo_pattern_destroy(pattern_);
  }
  ImageInBox(const ImageInBox&) = delete;
  ImageInBox& operator=(const ImageInBox&) = delete;
  ImageInBox(ImageInBox&&) = delete;
  ImageInBox& operator=(ImageInBox&&) = delete;

  [[nodiscard]] cairo_pattern_t* pattern() const { return pattern_; }

 private:
  cairo_t* pen_;
  cairo_pattern_t* pattern_;
};

}  // namespace

struct CairoCanvas::Surface {
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

CairoCanvas::CairoCanvas(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {
  surface_->require(cairo_status(surface_->pen));
}
CairoCanvas::~CairoCanvas() = default;
CairoCanvas::CairoCanvas(CairoCanvas&& other) noexcept = default;

CairoCanvas CairoCanvas::pdf(const std::filesystem::path& path, double width, double height, const Meta& meta) {
  cairo_surface_t* surface = cairo_pdf_surface_create(path.c_str(), width, height);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, meta.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Sise");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, meta.provenance_json.c_str());
  // No clock in the file; Cairo would write the present moment.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  return CairoCanvas(std::make_unique<Surface>(path, surface, false));
}

CairoCanvas CairoCanvas::png(const std::filesystem::path& path, double width, double height, double pixels_per_unit,
                             const std::string& provenance_json) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(width * pixels_per_unit)),
                                 static_cast<int>(std::lround(height * pixels_per_unit)));
  CairoCanvas canvas(std::make_unique<Surface>(path, surface, true));
  canvas.surface_->provenance_json = provenance_json;
  set_colour(canvas.surface_->pen, {255, 255, 255});
  cairo_paint(canvas.surface_->pen);
  cairo_scale(canvas.surface_->pen, pixels_per_unit, pixels_per_unit);
  return canvas;
}

void CairoCanvas::use(Inks inks) { surface_->inks = std::move(inks); }

void CairoCanvas::area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) {
  trace(surface_->pen, rings);
  set_colour(surface_->pen, surface_->inks.fill(rgb), opacity);
  cairo_fill(surface_->pen);
}

void CairoCanvas::line(const Line& line, const Stroke& stroke) {
  if (line.size() < 2) return;
  trace(surface_->pen, line);
  stroke_path(surface_->pen, surface_->inks, stroke);
}

void CairoCanvas::dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) {
  const double rim_width = std::min(0.25 * radius, 1.0);
  cairo_new_sub_path(surface_->pen);
  cairo_arc(surface_->pen, centre.x, centre.y, radius, 0.0, 2.0 * std::numbers::pi);
  set_colour(surface_->pen, surface_->inks.fill(rgb));
  cairo_fill_preserve(surface_->pen);
  stroke_path(surface_->pen, surface_->inks, {rim, rim_width});
}

void CairoCanvas::codes(const RasterView<const std::uint8_t>& codes, const std::vector<std::pair<int, Rgb>>& colours,
                        const PaperBox& box, double opacity) {
  std::vector<std::uint32_t> argb(256, 0);
  for (const auto& [code, own] : colours) {
    const Rgb rgb = surface_->inks.fill(own);
    argb.at(static_cast<std::size_t>(code)) =
        0xff000000U | static_cast<std::uint32_t>(rgb[0]) << 16U | static_cast<std::uint32_t>(rgb[1]) << 8U | rgb[2];
  }
  const Image image =
      image_of<std::uint32_t>(codes, CAIRO_FORMAT_ARGB32, [&](std::uint8_t code) { return argb[code]; });
  const ImageInBox laid(surface_->pen, image.get(), box);
  cairo_set_source(surface_->pen, laid.pattern());
  cairo_paint_with_alpha(surface_->pen, opacity);
}

void CairoCanvas::hatch_code(const RasterView<const std::uint8_t>& codes, int code, const PaperBox& box,
                             const Hatch& hatch) {
  bool any = false;
  const Image mask = image_of<std::uint8_t>(codes, CAIRO_FORMAT_A8, [&](std::uint8_t one) {
    any = any || one == code;
    return static_cast<std::uint8_t>(one == code ? 255 : 0);
  });
  if (!any) return;
  cairo_t* pen = surface_->pen;
  cairo_push_group(pen);
  this->hatch(box, hatch);
  cairo_pop_group_to_source(pen);
  const ImageInBox laid(pen, mask.get(), box);
  cairo_mask(pen, laid.pattern());
}

void CairoCanvas::text(double x, double y, const std::string& text, const TypeStyle& style) {
  const SetText layout = set_text(text, style);
  const PaperBox box = box_of(layout, x, y, style);
  const double left = x - shift_of(box.width, style.align);
  cairo_t* pen = surface_->pen;
  pango_cairo_update_layout(pen, layout.get());
  const bool as_path = surface_->is_png && has_outlines(text);
  if (style.halo) {
    constexpr double kRim = 0.3;  // of the size
    cairo_move_to(pen, left, y);
    pango_cairo_layout_path(pen, layout.get());
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    stroke_path(pen, surface_->inks, {{255, 255, 255}, kRim * style.size});
  }
  set_colour(pen, surface_->inks.line(style.rgb));
  cairo_move_to(pen, left, y);
  if (as_path) {
    pango_cairo_layout_path(pen, layout.get());
    cairo_set_fill_rule(pen, CAIRO_FILL_RULE_WINDING);
    cairo_fill(pen);
  } else {
    pango_cairo_show_layout(pen, layout.get());
  }
  cairo_new_path(pen);
  texts_.push_back({text, box});
}

void CairoCanvas::clip(const std::vector<Ring>& rings) {
  cairo_save(surface_->pen);
  trace(surface_->pen, rings);
  cairo_clip(surface_->pen);
}

void CairoCanvas::unclip() { cairo_restore(surface_->pen); }

void CairoCanvas::finish() {
  surface_->require(cairo_status(surface_->pen));
  if (surface_->is_png) {
    cairo_surface_t* surface = surface_->surface;
    cairo_surface_flush(surface);
    write_png(surface_->path,
              {cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface),
               cairo_image_surface_get_stride(surface), cairo_image_surface_get_data(surface)},
              surface_->provenance_json);
  } else {
    cairo_surface_finish(surface_->surface);
  }
  surface_->require(cairo_surface_status(surface_->surface));
}

}  // namespace sise
