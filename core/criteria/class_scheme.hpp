// Classes with their bounds, labels and colours: the only origin of colour tables, legends, styles and reports.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

using Rgb = std::array<std::uint8_t, 3>;

/// "#e32621".
[[nodiscard]] std::string hex_colour(const Rgb& rgb);

/// Values in (lower, upper]. A value equal to a limit passes it, so it belongs to the class below.
struct SchemeClass {
  double lower = -std::numeric_limits<double>::infinity();
  double upper = std::numeric_limits<double>::infinity();
  int code = 0;    ///< in classes.tif; 1 to 254
  std::string id;  ///< "red", ...
  Text label;
  Rgb rgb{};
};

/// What stands beside the classes in a legend.
struct PlainClass {
  Text label;
  Rgb rgb{};
};

struct ClassScheme {
  static constexpr int no_answer_code = 0;
  static constexpr int outside_code = 255;  ///< nodata of a raster of classes

  std::string id;
  Text title;
  std::string quantity;              ///< "individual_risk", ...
  std::string unit;                  ///< "1/yr", ...
  std::vector<SchemeClass> classes;  ///< worst first; together without gap or overlap
  Text no_answer_label;
  Rgb no_answer_rgb{};
  std::optional<PlainClass>
      outside{};  ///< beyond what is rated, in another grey than "no answer"; of schemes for rasters
  std::string source;
  Confidence confidence = Confidence::recalled;

  /// Null for 0 ("no answer") and for codes the scheme does not have.
  [[nodiscard]] const SchemeClass* by_code(int code) const;
  [[nodiscard]] const SchemeClass* by_id(std::string_view class_id) const;
  /// The class of a value, limits compared by exceeds(). Null for NaN and outside all classes.
  [[nodiscard]] const SchemeClass* of(double value) const;
};

}  // namespace sise
