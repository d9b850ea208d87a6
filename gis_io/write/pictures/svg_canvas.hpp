// A drawing as SVG: letters stay letters, so that they are found, copied and read aloud, in the viewer's own fonts where it lacks
// ours.
#pragma once
#include <string>
#include <string_view>

#include "gis_io/write/pictures/canvas.hpp"

namespace sise {

class SvgCanvas : public Canvas {
 public:
  void area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) override;
  void line(const Line& line, const Stroke& stroke) override;
  void dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) override;
  void text(double x, double y, const std::string& text, const TypeStyle& style) override;
  void clip(const std::vector<Ring>& rings) override;
  void unclip() override;

  /// One <svg> element of what was drawn, for a page; `label` is what a screen reader says.
  [[nodiscard]] std::string element(double width, double height, const std::string& label) const;
  /// The same as a file, on white; empty provenance: none.
  [[nodiscard]] std::string document(double width, double height, const std::string& label,
                                     const std::string& provenance_json) const;

 private:
  std::string body_;
  int clips_ = 0;
};

}  // namespace sise
