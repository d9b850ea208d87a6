// A picture or a sheet of paper that Cairo draws: a PNG or a PDF file.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/grid/raster.hpp"
#include "gis_io/write/pictures/canvas.hpp"
#include "gis_io/write/pictures/inks.hpp"

namespace sise {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

/// A text as it stands on the paper.
struct PaperText {
  std::string text;
  PaperBox box;
};

class CairoCanvas : public Canvas {
 public:
  struct Meta {
    std::string title;
    std::string provenance_json;
  };
  /// A PDF file whose bytes depend on what is drawn alone, `width` times `height` points. Throws OutputError.
  static CairoCanvas pdf(const std::filesystem::path& path, double width, double height, const Meta& meta);
  /// A PNG file of so many pixels to the unit, white at first. Throws OutputError.
  static CairoCanvas png(const std::filesystem::path& path, double width, double height, double pixels_per_unit,
                         const std::string& provenance_json);
  ~CairoCanvas() override;
  CairoCanvas(CairoCanvas&& other) noexcept;
  CairoCanvas& operator=(CairoCanvas&&) = delete;
  CairoCanvas(const CairoCanvas&) = delete;
  CairoCanvas& operator=(const CairoCanvas&) = delete;

  /// For all that is drawn from now on.
  void use(Inks inks);

  void area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) override;
  void line(const Line& line, const Stroke& stroke) override;
  void dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) override;
  void text(double x, double y, const std::string& text, const TypeStyle& style) override;
  void clip(const std::vector<Ring>& rings) override;
  void unclip() override;

  /// Codes in their colours, pixel for pixel; codes without a colour are left clear.
  void codes(const RasterView<const std::uint8_t>& codes, const std::vector<std::pair<int, Rgb>>& colours,
             const PaperBox& box, double opacity);
  /// Lines over the pixels of one code, as codes() draws them.
  void hatch_code(const RasterView<const std::uint8_t>& codes, int code, const PaperBox& box, const Hatch& hatch);

  /// Writes the file. Throws OutputError.
  void finish();
  /// All that was set, as it stands.
  [[nodiscard]] const std::vector<PaperText>& texts() const { return texts_; }

 private:
  struct Surface;
  explicit CairoCanvas(std::unique_ptr<Surface> surface);
  std::unique_ptr<Surface> surface_;
  std::vector<PaperText> texts_;
};

}  // namespace sise
