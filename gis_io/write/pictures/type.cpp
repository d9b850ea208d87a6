#include "gis_io/write/pictures/type.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "gis_io/write/pictures/fonts.hpp"
#include "gis_io/write/pictures/pango_layout.hpp"

namespace sise {
namespace {

constexpr std::array<const char*, 2> kNeeded{"Noto Sans CJK SC", "DejaVu Sans"};
constexpr double kUnitsPerInch = 72.0;

struct UnrefContext {
  void operator()(PangoContext* context) const { g_object_unref(context); }
};
using TypeContext = std::unique_ptr<PangoContext, UnrefContext>;

PangoFontMap* font_map() {
  pin_fonts();
  return pango_cairo_font_map_get_default();
}

TypeContext type_context() {
  TypeContext context(pango_font_map_create_context(font_map()));
  // Else the user's languages decide which form of a Chinese character is drawn.
  pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), kUnitsPerInch);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

void choose_font(PangoLayout* layout, const TypeStyle& style) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kTypeFamilies);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

double units(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

bool is_there(const char* name) {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(font_map(), &families, &count);
  const bool found = std::any_of(families, families + count, [&](PangoFontFamily* family) {
    return std::strcmp(pango_font_family_get_name(family), name) == 0;
  });
  g_free(families);
  return found;
}

}  // namespace

void UnrefLayout::operator()(_PangoLayout* layout) const { g_object_unref(layout); }

SetText set_text(const std::string& text, const TypeStyle& style) {
  const TypeContext context = type_context();
  SetText layout(pango_layout_new(context.get()));
  choose_font(layout.get(), style);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  pango_layout_set_auto_dir(layout.get(), FALSE);  // a name in Arabic stands at the left like its neighbours
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

double shift_of(double width, Align align) {
  if (align == Align::left) return 0.0;
  return align == Align::middle ? width / 2.0 : width;
}

PaperBox box_of(const SetText& text, double x, double y, const TypeStyle& style) {
  PangoRectangle logical;
  pango_layout_get_extents(text.get(), nullptr, &logical);
  const double width = units(logical.width);
  // Where a machine has no font whatever, Pango makes lines as high as houses, or of less than no height.
  constexpr double kHighestLine = 2.0;
  const double lines = pango_layout_get_line_count(text.get());
  const double told = units(logical.height);
  const bool sound = told >= 0.0 && told <= kHighestLine * style.size * lines;
  const double height = sound ? told : kTypeLine * style.size * lines;
  return {x + units(logical.x) - shift_of(width, style.align), y + (sound ? units(logical.y) : 0.0), width, height};
}

PaperBox text_box(double x, double y, const std::string& text, const TypeStyle& style) {
  return box_of(set_text(text, style), x, y, style);
}

double text_height(const std::string& text, const TypeStyle& style) { return text_box(0.0, 0.0, text, style).height; }

std::vector<std::string> text_lines(const std::string& text, const TypeStyle& style) {
  const SetText layout = set_text(text, style);
  std::vector<std::string> lines;
  for (GSList* node = pango_layout_get_lines_readonly(layout.get()); node != nullptr; node = node->next) {
    const auto* line = static_cast<const PangoLayoutLine*>(node->data);
    lines.push_back(text.substr(static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length)));
  }
  return lines;
}

std::optional<Diagnostic> missing_font(const Text& what) {
  if (std::all_of(kNeeded.begin(), kNeeded.end(), is_there)) return std::nullopt;
  return Diagnostic{
      Diagnostic::Severity::warning,
      "missing_font",
      {},
      {what.en + " are set in the fonts 'Noto Sans CJK SC' and 'DejaVu Sans', which this machine does not have",
       what.zh + "使用字体 'Noto Sans CJK SC' 与 'DejaVu Sans', 本机未安装"},
      {"apt-get install fonts-noto-cjk fonts-dejavu-core", "请运行 apt-get install fonts-noto-cjk fonts-dejavu-core"}};
}

}  // namespace sise
