#include "gis_io/write/pictures/class_thumbnail.hpp"

#include <algorithm>
#include <vector>

namespace sise {
namespace {

std::int64_t divided_up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

}  // namespace

std::array<std::uint8_t, 256> worst_first_ranks(const ClassScheme& scheme) {
  std::vector<int> worst_first;
  worst_first.reserve(scheme.classes.size());
  for (const SchemeClass& c : scheme.classes) worst_first.push_back(c.code);
  worst_first.insert(worst_first.begin() + 1, ClassScheme::no_answer_code);
  std::array<std::uint8_t, 256> ranks{};
  for (std::size_t i = 0; i < worst_first.size(); ++i)
    ranks.at(static_cast<std::size_t>(worst_first[i])) = static_cast<std::uint8_t>(worst_first.size() - i);
  return ranks;
}

ClassThumbnail::ClassThumbnail(const GridSpec& grid, const ClassScheme& scheme, std::int64_t max_pixels)
    : grid_(grid),
      cells_per_pixel_(std::max<std::int64_t>(1, divided_up(std::max(grid.columns, grid.rows), max_pixels))),
      rank_(worst_first_ranks(scheme)),
      codes_(divided_up(grid.columns, cells_per_pixel_), divided_up(grid.rows, cells_per_pixel_)) {
  std::fill(codes_.data().begin(), codes_.data().end(), static_cast<std::uint8_t>(ClassScheme::outside_code));
}

void ClassThumbnail::add_row(std::span<const std::uint8_t> codes) {
  const std::span<std::uint8_t> pixels = codes_.row(next_row_++ / cells_per_pixel_);
  const auto per_pixel = static_cast<std::size_t>(cells_per_pixel_);
  for (std::size_t pixel = 0; pixel < pixels.size(); ++pixel) {
    const std::size_t end = std::min(codes.size(), (pixel + 1) * per_pixel);
    for (std::size_t column = pixel * per_pixel; column < end; ++column) {
      if (rank_.at(codes[column]) > rank_.at(pixels[pixel])) pixels[pixel] = codes[column];
    }
  }
}

}  // namespace sise
