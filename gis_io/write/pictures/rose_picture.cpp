#include "gis_io/write/pictures/rose_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string_view>

#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/type.hpp"
#include "models/atmosphere/stability.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kWidth = 860.0;
constexpr double kRoseTop = 110.0;
constexpr Point kCentre{330.0, 390.0};
constexpr double kRadius = 240.0;
constexpr double kCalmRadius = 24.0;  // the middle is left for the share without direction
constexpr double kLegendX = 640.0;
constexpr double kNotesY = 700.0;
constexpr double kRoseLine = 20.0;
constexpr double kEdge = 20.0;
constexpr double kRoseType = 13.0;

constexpr Rgb kRoseInk{30, 30, 30};
constexpr Rgb kRoseGrey{110, 110, 110};
constexpr Rgb kPale{205, 205, 205};
constexpr Rgb kRosePaper{255, 255, 255};
// Pale to dark, so that fast winds stand out in print too.
constexpr Rgb kSlow{190, 214, 236};
constexpr Rgb kFast{16, 48, 110};

Rgb speed_colour(std::size_t index, std::size_t count) {
  const double t = count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 0.5;
  Rgb colour{};
  for (std::size_t c = 0; c < 3; ++c) {
    colour.at(c) = static_cast<std::uint8_t>(std::lround(kSlow.at(c) + t * (kFast.at(c) - kSlow.at(c))));
  }
  return colour;
}

Point polar(double from_deg, double radius) {
  return {kCentre.x + radius * std::sin(from_deg * kDegree), kCentre.y - radius * std::cos(from_deg * kDegree)};
}

/// Between two radii and two directions.
Ring wedge(double first_deg, double last_deg, double inner, double outer) {
  constexpr int kSteps = 12;
  Ring ring;
  for (int i = 0; i <= kSteps; ++i) ring.push_back(polar(first_deg + (last_deg - first_deg) * i / kSteps, outer));
  for (int i = kSteps; i >= 0; --i) ring.push_back(polar(first_deg + (last_deg - first_deg) * i / kSteps, inner));
  ring.push_back(ring.front());
  return ring;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::string percent(double share) { return fmt::format("{:.1f} %", 100.0 * share); }

TypeStyle rose_note_type() { return {.size = kRoseType, .rgb = kRoseGrey, .wrap = kWidth - 2.0 * kEdge}; }
TypeStyle legend_type(const Rgb& rgb) {
  return {.size = kRoseType, .rgb = rgb, .wrap = kWidth - kLegendX - 30.0 - kEdge / 2.0};
}

double height_of(const std::vector<Text>& notes) {
  double height = 0.0;
  for (const Text& note : notes) {
    for (const std::string* words : {&note.zh, &note.en}) height += text_height(*words, rose_note_type());
  }
  return height;
}

class RoseSheet {
 public:
  RoseSheet(const std::filesystem::path& path, const RosePicture& picture)
      : picture_(picture),
        canvas_(CairoCanvas::png(path, kWidth, std::ceil(kNotesY + height_of(picture.notes) + kRoseLine), 1.0,
                                 picture.provenance_json)) {
    for (const auto& sector : picture.sector_share) largest_ = std::max(largest_, sum(sector));
    ring_share_ = round_length(std::max(largest_, 1e-3) / 3.0);
    rings_ = std::max(1, static_cast<int>(std::ceil(largest_ / ring_share_ - 1e-9)));
  }

  std::vector<PaperText> draw() {
    constexpr double kTitle = 24.0;
    const double inner = kWidth - 2.0 * kEdge;
    canvas_.text(kEdge, 14.0, picture_.title.zh,
                 {.size = kTitle, .bold = true, .rgb = kRoseInk, .wrap = inner, .most_lines = 1});
    if (picture_.title.en != picture_.title.zh)
      canvas_.text(kEdge, 54.0, picture_.title.en,
                   {.size = kRoseType, .rgb = kRoseGrey, .wrap = inner, .most_lines = 1});
    draw_rings();
    draw_wedges();
    draw_points();
    draw_calm();
    draw_speeds();
    draw_stabilities();
    draw_notes();
    canvas_.finish();
    return canvas_.texts();
  }

 private:
  [[nodiscard]] double radius(double share) const {
    return kCalmRadius + (kRadius - kCalmRadius) * share / (ring_share_ * rings_);
  }

  void draw_rings() {
    for (int i = 1; i <= rings_; ++i) {
      Ring circle;
      for (int degree = 0; degree <= 360; degree += 3) circle.push_back(polar(degree, radius(i * ring_share_)));
      canvas_.line(circle, {kPale, 1.0});
    }
  }

  void draw_wedges() {
    const auto sectors = static_cast<double>(picture_.sector_share.size());
    const double half_deg = 0.42 * 360.0 / sectors;
    for (std::size_t s = 0; s < picture_.sector_share.size(); ++s) {
      const double centre_deg = static_cast<double>(s) * 360.0 / sectors;
      double from = 0.0;
      const std::vector<double>& shares = picture_.sector_share[s];
      for (std::size_t k = 0; k < shares.size(); ++k) {
        const Ring ring = wedge(centre_deg - half_deg, centre_deg + half_deg, radius(from), radius(from + shares[k]));
        if (shares[k] > 0.0) canvas_.area({ring}, speed_colour(k, shares.size()), 1.0);
        from += shares[k];
      }
    }
  }

  void draw_points() {
    constexpr std::array<const char*, 8> kNames{"北 N", "NE", "东 E", "SE", "南 S", "SW", "西 W", "NW"};
    for (std::size_t i = 0; i < kNames.size(); ++i)
      centred(polar(45.0 * static_cast<double>(i), kRadius + 24.0), kNames.at(i));
    const double label_deg = emptiest_gap_deg();
    for (int i = 1; i <= rings_; ++i)
      centred(polar(label_deg, radius(i * ring_share_)), fmt::format("{:g} %", 100.0 * i * ring_share_));
  }

  /// Between the two neighbouring sectors with the least wind, where no wedge hides the labels.
  [[nodiscard]] double emptiest_gap_deg() const {
    const std::size_t count = picture_.sector_share.size();
    std::size_t least = 0;
    const auto pair = [&](std::size_t i) {
      return sum(picture_.sector_share[i]) + sum(picture_.sector_share[(i + 1) % count]);
    };
    for (std::size_t i = 1; i < count; ++i) {
      if (pair(i) < pair(least)) least = i;
    }
    return (static_cast<double>(least) + 0.5) * 360.0 / static_cast<double>(count);
  }

  void centred(Point at, const std::string& text) {
    canvas_.text(at.x, at.y - kTypeLine * kRoseType / 2.0, text,
                 {.size = kRoseType, .rgb = kRoseInk, .halo = true, .align = Align::middle});
  }

  void draw_calm() {
    canvas_.dot(kCentre, kCalmRadius, kRosePaper, kRoseGrey);
    centred(kCentre, fmt::format("{:.1f}", 100.0 * picture_.calm_share));
  }

  void draw_speeds() {
    double y = kRoseTop + 10.0;
    canvas_.text(kLegendX, y, "风速 speed", legend_type(kRoseGrey));
    for (std::size_t k = 0; k < picture_.speed_labels.size(); ++k) {
      y += kRoseLine + 4.0;
      canvas_.fill({kLegendX, y + 2.0, 22.0, 15.0}, speed_colour(k, picture_.speed_labels.size()));
      double share = 0.0;
      for (const auto& sector : picture_.sector_share) share += sector.at(k);
      canvas_.text(kLegendX + 30.0, y, picture_.speed_labels[k].en + "  " + percent(share), legend_type(kRoseInk));
    }
    y += kRoseLine + 12.0;
    canvas_.text(kLegendX, y, "圆心: 静风与不定风 %", legend_type(kRoseGrey));
    canvas_.text(kLegendX, y + kRoseLine, "middle: no direction, %", legend_type(kRoseGrey));
  }

  void draw_stabilities() {
    double y = kRoseTop + 290.0;
    canvas_.text(kLegendX, y, "稳定度 stability", legend_type(kRoseGrey));
    const double most = *std::max_element(picture_.stability_share.begin(), picture_.stability_share.end());
    for (std::size_t i = 0; i < picture_.stability_share.size(); ++i) {
      const double share = picture_.stability_share[i];
      if (share == 0.0) continue;
      y += kRoseLine;
      canvas_.text(kLegendX, y, std::string(name_of(static_cast<Stability>(i))), legend_type(kRoseInk));
      const double length = std::max(1.0, 90.0 * share / most);
      canvas_.fill({kLegendX + 34.0, y + 5.0, length, 10.0}, kRoseGrey);
      canvas_.text(kLegendX + 40.0 + length, y, percent(share), {.size = kRoseType, .rgb = kRoseInk});
    }
  }

  void draw_notes() {
    double y = kNotesY;
    for (const Text& note : picture_.notes) {
      for (const std::string* words : {&note.zh, &note.en}) {
        canvas_.text(kEdge, y, *words, rose_note_type());
        y += text_height(*words, rose_note_type());
      }
    }
  }

  const RosePicture& picture_;
  CairoCanvas canvas_;
  double largest_ = 0.0;
  double ring_share_ = 0.05;
  int rings_ = 1;
};

}  // namespace

std::vector<PaperText> write_rose_picture(const std::filesystem::path& path, const RosePicture& picture) {
  return RoseSheet(path, picture).draw();
}

}  // namespace sise
