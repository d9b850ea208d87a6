// Paper to draw on: Cairo draws, Pango sets the type, behind this file. Lengths are points, 72 to the inch, from the upper left.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/geometry/geometry.hpp"
#include "core/grid/raster.hpp"
#include "gis_io/write/sheets/inks.hpp"

namespace sise {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

struct PaperBox {
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;

  [[nodiscard]] bool apart(const PaperBox& other) const;
  [[nodiscard]] bool within(const PaperBox& other) const;
};

/// A text as it stands on the paper.
struct PaperText {
  std::string text;
  PaperBox box;
};

struct TypeStyle {
  double size = 8.0;
  bool bold = false;
  Rgb rgb{30, 30, 30};
  bool halo = false;                ///< a white rim, over a map
  std::optional<double> wrap = {};  ///< broken into lines of this width; none: one line
  int most_lines = 0;               ///< what is longer ends with an ellipsis; 0: any number
};

struct Stroke {
  Rgb rgb{};
  double width = 1.0;
  std::vector<double> dashes = {};
};

class SheetCanvas {
 public:
  struct Meta {
    std::string title;
    std::string provenance_json;
  };
  /// A PDF file whose bytes depend on what is drawn alone, or a PNG file of so many dots to the inch. Throws OutputError.
  static SheetCanvas pdf(const std::filesystem::path& path, double width, double height, const Meta& meta);
  static SheetCanvas png(const std::filesystem::path& path, double width, double height, double dots_per_inch,
                         const Meta& meta);
  ~SheetCanvas();
  SheetCanvas(SheetCanvas&& other) noexcept;
  SheetCanvas& operator=(SheetCanvas&&) = delete;
  SheetCanvas(const SheetCanvas&) = delete;
  SheetCanvas& operator=(const SheetCanvas&) = delete;

  /// For all that is drawn from now on.
  void use(Inks inks);

  void fill(const PaperBox& box, const Rgb& rgb, double opacity = 1.0);
  void frame(const PaperBox& box, const Stroke& stroke);
  void line(const Line& line, const Stroke& stroke);
  /// The inside of rings by the even-odd rule.
  void area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity);
  void dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim);
  /// Codes in their colours, pixel for pixel; codes without a colour are left clear.
  void codes(const RasterView<const std::uint8_t>& codes, const std::vector<std::pair<int, Rgb>>& colours,
             const PaperBox& box, double opacity);

  /// Lines from the lower left to the upper right: over a box, or over the pixels of one code as codes() draws them.
  void hatch(const PaperBox& box, const Stroke& stroke);
  void hatch(const RasterView<const std::uint8_t>& codes, int code, const PaperBox& box, const Stroke& stroke);

  /// What a text takes when it is set at (x, y).
  [[nodiscard]] PaperBox measure(double x, double y, const std::string& text, const TypeStyle& style) const;
  PaperBox text(double x, double y, const std::string& text, const TypeStyle& style);

  void clip(const PaperBox& box);
  void unclip();

  /// Writes the file. Throws OutputError.
  void finish();
  [[nodiscard]] const std::vector<PaperText>& texts() const { return texts_; }

 private:
  struct Surface;
  void write_pixels() const;
  explicit SheetCanvas(std::unique_ptr<Surface> surface);
  std::unique_ptr<Surface> surface_;
  std::vector<PaperText> texts_;
};

/// Throws OutputError("missing_font") where the machine lacks Noto Sans CJK or DejaVu Sans: another font would be
/// another sheet.
void require_sheet_font();

}  // namespace sise
