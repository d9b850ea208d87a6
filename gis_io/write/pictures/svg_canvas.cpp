#include "gis_io/write/pictures/svg_canvas.hpp"

#include <fmt/format.h>

#include "gis_io/write/pictures/type.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

std::string path_of(const std::vector<Point>& points) {
  std::string d;
  for (const Point& p : points) d += fmt::format("{}{:.2f} {:.2f}", d.empty() ? "M" : "L", p.x, p.y);
  return d;
}

std::string path_of(const std::vector<Ring>& rings) {
  std::string d;
  for (const Ring& ring : rings) d += path_of(ring) + "Z";
  return d;
}

std::string attribute_unless(double value, double usual, std::string_view name) {
  return value == usual ? std::string() : fmt::format(" {}=\"{:.2f}\"", name, value);
}

std::string_view anchor(Align align) {
  if (align == Align::left) return "";
  return align == Align::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
}

std::string opening(double width, double height, const std::string& label) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:g}\" height=\"{1:g}\" viewBox=\"0 0 {0:g} {1:g}\" "
      "role=\"img\" aria-label=\"{2}\" font-family=\"{3},Microsoft YaHei,sans-serif\">\n",
      width, height, xml_escaped(label), kTypeFamilies);
}

}  // namespace

void SvgCanvas::area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) {
  body_ += fmt::format("<path d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\"{}/>\n", path_of(rings), hex_colour(rgb),
                       attribute_unless(opacity, 1.0, "fill-opacity"));
}

void SvgCanvas::line(const Line& line, const Stroke& stroke) {
  if (line.size() < 2) return;
  std::string dashes;
  for (const double dash : stroke.dashes) dashes += fmt::format("{}{:g}", dashes.empty() ? "" : " ", dash);
  body_ +=
      fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\"{}{}/>\n", path_of(line),
                  hex_colour(stroke.rgb), stroke.width, dashes.empty() ? "" : " stroke-dasharray=\"" + dashes + "\"",
                  attribute_unless(stroke.opacity, 1.0, "stroke-opacity"));
}

void SvgCanvas::dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) {
  body_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:g}\" fill=\"{}\" stroke=\"{}\"/>\n", centre.x,
                       centre.y, radius, hex_colour(rgb), hex_colour(rim));
}

void SvgCanvas::text(double x, double y, const std::string& text, const TypeStyle& style) {
  const std::vector<std::string> lines = style.wrap ? text_lines(text, style) : std::vector{text};
  double baseline = y + kTypeAscent * style.size;
  for (const std::string& line : lines) {
    body_ += fmt::format(
        R"(<text x="{:.1f}" y="{:.1f}" font-size="{:g}" fill="{}"{}{}{}>{}</text>)"
        "\n",
        x, baseline, style.size, hex_colour(style.rgb), style.bold ? R"( font-weight="bold")" : "", anchor(style.align),
        style.halo ? R"( stroke="#ffffff" stroke-width="3" paint-order="stroke")" : "", xml_escaped(line));
    baseline += kTypeLine * style.size;
  }
}

void SvgCanvas::clip(const std::vector<Ring>& rings) {
  ++clips_;
  body_ += fmt::format(
      "<clipPath id=\"clip{0}\"><path d=\"{1}\" clip-rule=\"evenodd\"/></clipPath><g "
      "clip-path=\"url(#clip{0})\">\n",
      clips_, path_of(rings));
}

void SvgCanvas::unclip() { body_ += "</g>\n"; }

std::string SvgCanvas::element(double width, double height, const std::string& label) const {
  return opening(width, height, label) + body_ + "</svg>";
}

std::string SvgCanvas::document(double width, double height, const std::string& label,
                                const std::string& provenance_json) const {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + opening(width, height, label);
  if (!provenance_json.empty()) xml += "<metadata>" + xml_escaped(provenance_json) + "</metadata>\n";
  xml += fmt::format("<rect width=\"{:g}\" height=\"{:g}\" fill=\"#ffffff\"/>\n", width, height);
  return xml + body_ + "</svg>\n";
}

}  // namespace sise
