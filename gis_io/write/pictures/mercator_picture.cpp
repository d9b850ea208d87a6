#include "gis_io/write/pictures/mercator_picture.hpp"

#include <cpl_vsi.h>
#include <gdal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

constexpr double kSphere_m = 6378137.0;  // radius of the sphere of EPSG:3857
constexpr double kRadian_deg = 180.0 / std::numbers::pi;
constexpr std::int64_t kBlock = 32;  // pixels between places that are projected; between them the error is millimetres

Point to_mercator(Point point, const Projection& projection, double near_lon_deg) {
  constexpr double kTurn = 360.0;
  LonLat position = projection.to_lon_lat(point);
  position.lon_deg += kTurn * std::round((near_lon_deg - position.lon_deg) / kTurn);
  return to_mercator(position);
}

/// The picture's outer edges: those of the projected edge of the grid.
Bounds mercator_bounds(const GridSpec& grid, const Projection& projection) {
  constexpr int kSteps = 64;
  const Bounds b = grid.bounds();
  const double lon = projection.to_lon_lat({b.x_min, b.y_max}).lon_deg;
  Bounds out{1e300, 1e300, -1e300, -1e300};
  const auto add = [&](double x, double y) {
    const Point p = to_mercator(Point{x, y}, projection, lon);
    out = {std::min(out.x_min, p.x), std::min(out.y_min, p.y), std::max(out.x_max, p.x), std::max(out.y_max, p.y)};
  };
  for (int i = 0; i <= kSteps; ++i) {
    const double x = b.x_min + (b.x_max - b.x_min) * i / kSteps;
    const double y = b.y_min + (b.y_max - b.y_min) * i / kSteps;
    add(x, b.y_min);
    add(x, b.y_max);
    add(b.x_min, y);
    add(b.x_max, y);
  }
  return out;
}

Point between(Point a, Point b, double t) { return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; }

/// Where the pixels of the picture lie in the grid.
class Lattice {
 public:
  Lattice(const MercatorCodes& picture, const Projection& projection)
      : columns_(picture.codes.columns() / kBlock + 2), rows_(picture.codes.rows() / kBlock + 2) {
    nodes_.reserve(static_cast<std::size_t>(columns_ * rows_));
    for (std::int64_t row = 0; row < rows_; ++row) {
      for (std::int64_t column = 0; column < columns_; ++column) {
        const double step = static_cast<double>(kBlock) * picture.pixel_m;
        nodes_.push_back(projection.from_lon_lat(from_mercator(
            {picture.west_m + static_cast<double>(column) * step, picture.north_m - static_cast<double>(row) * step})));
      }
    }
  }

  /// The left and right end of a row of pixels (counted from the northern edge, as a real number) within a block.
  [[nodiscard]] std::pair<Point, Point> row_in_block(std::int64_t block, double row) const {
    const double at = row / static_cast<double>(kBlock);
    const auto above = std::min(static_cast<std::int64_t>(at), rows_ - 2);
    const double t = at - static_cast<double>(above);
    return {between(node(block, above), node(block, above + 1), t),
            between(node(block + 1, above), node(block + 1, above + 1), t)};
  }

 private:
  [[nodiscard]] Point node(std::int64_t column, std::int64_t row) const {
    return nodes_[static_cast<std::size_t>(row * columns_ + column)];
  }
  std::int64_t columns_;
  std::int64_t rows_;
  std::vector<Point> nodes_;
};

/// The thumbnail asked for places of the grid.
class Lookup {
 public:
  Lookup(const ClassThumbnail& thumbnail, const ClassScheme& scheme)
      : codes_(thumbnail.codes()),
        x_min_(thumbnail.grid().x_min),
        y_max_(thumbnail.grid().y_max),
        per_m_(1.0 / (thumbnail.grid().cell_m * static_cast<double>(thumbnail.cells_per_pixel()))),
        rank_(worst_first_ranks(scheme)) {}

  void take_worse(Point at, std::uint8_t& code) const {
    const double column = std::floor((at.x - x_min_) * per_m_);
    const double row = std::floor((y_max_ - at.y) * per_m_);
    if (!(column >= 0.0 && row >= 0.0 && column < static_cast<double>(codes_.columns()) &&
          row < static_cast<double>(codes_.rows())))
      return;
    const std::uint8_t found = codes_.at(static_cast<std::int64_t>(column), static_cast<std::int64_t>(row));
    if (rank_[found] > rank_[code]) code = found;
  }

 private:
  RasterView<const std::uint8_t> codes_;
  double x_min_;
  double y_max_;
  double per_m_;
  std::array<std::uint8_t, 256> rank_;
};

void fill_row(std::int64_t row, const Lattice& lattice, const Lookup& lookup, std::span<std::uint8_t> pixels) {
  constexpr std::array<double, 2> kWithin{0.25, 0.75};
  const auto width = static_cast<std::int64_t>(pixels.size());
  std::fill(pixels.begin(), pixels.end(), static_cast<std::uint8_t>(ClassScheme::outside_code));
  for (std::int64_t block = 0; block * kBlock < width; ++block) {
    for (const double down : kWithin) {
      const auto [left, right] = lattice.row_in_block(block, static_cast<double>(row) + down);
      const std::int64_t end = std::min(width - block * kBlock, kBlock);
      for (std::int64_t i = 0; i < end; ++i) {
        std::uint8_t& code = pixels[static_cast<std::size_t>(block * kBlock + i)];
        for (const double across : kWithin)
          lookup.take_worse(between(left, right, (static_cast<double>(i) + across) / static_cast<double>(kBlock)),
                            code);
      }
    }
  }
}

/// Codes of the scheme in the order of the picture's palette; the last is "outside", which is transparent.
std::vector<std::pair<int, Rgb>> palette_of(const ClassScheme& scheme) {
  std::vector<std::pair<int, Rgb>> palette;
  palette.reserve(scheme.classes.size());
  for (const SchemeClass& c : scheme.classes) palette.emplace_back(c.code, c.rgb);
  palette.emplace_back(ClassScheme::no_answer_code, scheme.no_answer_rgb);
  palette.emplace_back(ClassScheme::outside_code, Rgb{255, 255, 255});
  return palette;
}

Raster<std::uint8_t> palette_numbers(const RasterView<const std::uint8_t>& codes,
                                     const std::vector<std::pair<int, Rgb>>& palette) {
  std::array<std::uint8_t, 256> number{};
  number.fill(static_cast<std::uint8_t>(palette.size() - 1));
  for (std::size_t i = 0; i < palette.size(); ++i)
    number.at(static_cast<std::size_t>(palette[i].first)) = static_cast<std::uint8_t>(i);
  Raster<std::uint8_t> numbers(codes.columns(), codes.rows());
  for (std::int64_t row = 0; row < codes.rows(); ++row) {
    const std::span<const std::uint8_t> from = codes.row(row);
    std::transform(from.begin(), from.end(), numbers.row(row).begin(), [&](std::uint8_t code) { return number[code]; });
  }
  return numbers;
}

void set_palette(GDALRasterBandH band, const std::vector<std::pair<int, Rgb>>& palette) {
  constexpr short kOpaque = 255;
  GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
  for (std::size_t i = 0; i < palette.size(); ++i) {
    const Rgb& rgb = palette[i].second;
    const bool outside = palette[i].first == ClassScheme::outside_code;
    const GDALColorEntry entry{rgb[0], rgb[1], rgb[2], outside ? short{0} : kOpaque};
    GDALSetColorEntry(table, static_cast<int>(i), &entry);
  }
  GDALSetRasterColorTable(band, table);
  GDALDestroyColorTable(table);
}

/// A file in memory that is gone with the object.
class MemoryFile {
 public:
  explicit MemoryFile(std::string name) : name_(std::move(name)) {}
  ~MemoryFile() { VSIUnlink(name_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile(MemoryFile&&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;
  [[nodiscard]] const char* name() const { return name_.c_str(); }
  [[nodiscard]] std::string bytes() const {
    vsi_l_offset length = 0;
    const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &length, FALSE);
    return data == nullptr ? std::string()
                           : std::string(reinterpret_cast<const char*>(data), static_cast<std::size_t>(length));
  }

 private:
  std::string name_;
};

}  // namespace

Point to_mercator(LonLat position) {
  return {kSphere_m * position.lon_deg / kRadian_deg, kSphere_m * std::asinh(std::tan(position.lat_deg / kRadian_deg))};
}

LonLat from_mercator(Point mercator) {
  return {mercator.x / kSphere_m * kRadian_deg, std::atan(std::sinh(mercator.y / kSphere_m)) * kRadian_deg};
}

MercatorCodes mercator_codes(const ClassThumbnail& thumbnail, const ClassScheme& scheme, const Projection& projection) {
  const GridSpec& grid = thumbnail.grid();
  const Bounds bounds = mercator_bounds(grid, projection);
  MercatorCodes picture;
  picture.west_m = bounds.x_min;
  picture.north_m = bounds.y_max;
  const double middle_deg = from_mercator({0.0, 0.5 * (bounds.y_min + bounds.y_max)}).lat_deg;
  picture.pixel_m = grid.cell_m * static_cast<double>(thumbnail.cells_per_pixel()) / std::cos(middle_deg / kRadian_deg);
  const auto pixels = [&](double length) { return static_cast<std::int64_t>(std::ceil(length / picture.pixel_m)); };
  picture.codes = Raster<std::uint8_t>(pixels(bounds.x_max - bounds.x_min), pixels(bounds.y_max - bounds.y_min));
  const auto columns = static_cast<double>(picture.codes.columns());
  const auto rows = static_cast<double>(picture.codes.rows());
  picture.south_west = from_mercator({picture.west_m, picture.north_m - rows * picture.pixel_m});
  picture.north_east = from_mercator({picture.west_m + columns * picture.pixel_m, picture.north_m});
  const Lattice lattice(picture, projection);
  const Lookup lookup(thumbnail, scheme);
  for (std::int64_t row = 0; row < picture.codes.rows(); ++row) fill_row(row, lattice, lookup, picture.codes.row(row));
  return picture;
}

std::string class_png(const RasterView<const std::uint8_t>& codes, const ClassScheme& scheme, const std::string& file) {
  initialise_gis();
  const GdalErrors errors;
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const std::vector<std::pair<int, Rgb>> palette = palette_of(scheme);
  const Raster<std::uint8_t> numbers = palette_numbers(codes, palette);
  const GdalDataset picture(GDALCreate(GDALGetDriverByName("MEM"), "", static_cast<int>(codes.columns()),
                                       static_cast<int>(codes.rows()), 0, GDT_Byte, nullptr));
  GdalOptions options;
  options.set("DATAPOINTER", pointer_text(numbers.data().data()));
  GDALAddBand(picture.get(), GDT_Byte, options.get());
  set_palette(GDALGetRasterBand(picture.get(), 1), palette);
  const MemoryFile memory("/vsimem/sise-page-" + pointer_text(numbers.data().data()) + ".png");
  GdalDataset written(
      GDALCreateCopy(GDALGetDriverByName("PNG"), memory.name(), picture.get(), FALSE, nullptr, nullptr, nullptr));
  const bool copied = written != nullptr;
  written.reset();
  std::string png = memory.bytes();
  if (!copied || png.empty() || !errors.first().empty())
    throw_write_error(file, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
  return png;
}

}  // namespace sise
