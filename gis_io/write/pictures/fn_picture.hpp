// F-N curves on logarithmic axes with the lines of a criterion and the band between them: as SVG and as PNG, one drawing.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/criteria/fn_lines.hpp"
#include "core/risk/societal/fn_curve.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A curve, in the order of the legend.
struct FnPictureCurve {
  Text label;
  std::vector<FnStep> steps;
  bool bold = false;
  bool dashed = false;  ///< drawn, not judged
};

struct FnPicture {
  Text title;
  Text subtitle;
  std::vector<FnPictureCurve> curves;
  FnCriterion criterion;             ///< its zones are coloured
  std::vector<FnCriterion> compare;  ///< upper lines alone
  std::vector<Text> notes;
  std::string provenance_json;
};

/// Throw OutputError. The PNG returns its texts as they stand.
void write_fn_svg(const std::filesystem::path& path, const FnPicture& picture);
std::vector<PaperText> write_fn_png(const std::filesystem::path& path, const FnPicture& picture);

}  // namespace sise
