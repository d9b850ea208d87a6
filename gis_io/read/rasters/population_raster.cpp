#include "gis_io/read/rasters/population_raster.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "gis_io/read/layers/open_dataset.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "gis_io/read/rasters/population_bands.hpp"
#include "gis_io/read/rasters/population_coverage.hpp"

namespace sise {
namespace {

Point at(const Affine& a, double column, double row) {
  return {a[0] + a[1] * column + a[2] * row, a[3] + a[4] * column + a[5] * row};
}

DatasetPtr open(const LayerConfig& config, const Location& where) {
  require_source(config);
  return open_dataset(
      {.path = config.source.string(), .kind = DatasetKind::raster, .trusted = config.trusted, .options = {}}, where);
}

/// Values of one band, row by row, with nodata as 0; the band's own mask, scale and offset are applied.
class BandRows {
 public:
  BandRows(GDALRasterBand& band, Location where) : band_(band), where_(std::move(where)) {
    int has = 0;
    const double value = band.GetNoDataValue(&has);
    if (has != 0) nodata_ = value;
    scale_ = band.GetScale(&has);
    if (has == 0) scale_ = 1.0;
    offset_ = band.GetOffset(&has);
    if (has == 0) offset_ = 0.0;
    // Alpha and mask bands; nodata is compared here, where NaN and rounding of types are seen to.
    const int flags = band.GetMaskFlags();
    if ((flags & (GMF_ALL_VALID | GMF_NODATA)) == 0) mask_ = band.GetMaskBand();
  }

  const std::vector<double>& read(int row) {
    read_into(band_, row, values_);
    if (mask_ != nullptr) read_into(*mask_, row, visible_);
    known_.resize(values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const bool hidden = mask_ != nullptr && visible_[i] == 0.0;
      const bool nothing = hidden || std::isnan(values_[i]) || (nodata_ && values_[i] == *nodata_);
      known_[i] = nothing ? 0 : 1;
      values_[i] = nothing ? 0.0 : values_[i] * scale_ + offset_;
    }
    return values_;
  }

  /// Of the last row read: 1 where the band says something.
  [[nodiscard]] const std::vector<std::uint8_t>& known() const { return known_; }

 private:
  void read_into(GDALRasterBand& band, int row, std::vector<double>& values) const {
    values.resize(static_cast<std::size_t>(band.GetXSize()));
    CPLErrorReset();
    const CPLErr result = band.RasterIO(GF_Read, 0, row, band.GetXSize(), 1, values.data(), band.GetXSize(), 1,
                                        GDT_Float64, 0, 0, nullptr);
    if (result == CE_None) return;
    const std::string reason = CPLGetLastErrorMsg();
    throw InputError("unreadable", {"the raster is damaged: " + reason, "栅格已损坏:" + reason}, where_,
                     {"Copy or make it again", "请重新复制或生成"});
  }

  GDALRasterBand& band_;
  Location where_;
  std::optional<double> nodata_;
  double scale_ = 1.0;
  double offset_ = 0.0;
  GDALRasterBand* mask_ = nullptr;
  std::vector<double> values_;
  std::vector<double> visible_;
  std::vector<std::uint8_t> known_;
};

/// 1 where the last row read has both a day and a night.
std::vector<std::uint8_t> known_to_both(const BandRows& day, const std::optional<BandRows>& night) {
  std::vector<std::uint8_t> known = day.known();
  for (std::size_t i = 0; night && i < known.size(); ++i) known[i] = known[i] != 0 && night->known()[i] != 0 ? 1 : 0;
  return known;
}

std::optional<Crs> raster_crs(GDALDataset& dataset, const LayerConfig& config, const Location& where,
                              Problems& problems) {
  if (!config.crs.empty()) return Crs(config.crs, config.where);
  if (const OGRSpatialReference* reference = dataset.GetSpatialRef()) return Crs(*reference);
  problems.error("missing_crs", {"the raster does not say its CRS", "栅格没有坐标系"}, where,
                 {"Add crs = \"EPSG:...\" to [population]", "请在 [population] 中写明 crs = \"EPSG:...\""});
  return std::nullopt;
}

/// Turns cells into patches in the target's CRS.
class CellPatches {
 public:
  CellPatches(const Affine& affine, Transform to_target, const Bounds& reach)
      : affine_(affine), to_target_(std::move(to_target)), reach_(reach) {}

  [[nodiscard]] std::optional<Point> centre(int column, int row) const {
    const auto p = to_target_(at(affine_, column + 0.5, row + 0.5));
    const bool inside =
        p && p->x >= reach_.x_min && p->x <= reach_.x_max && p->y >= reach_.y_min && p->y <= reach_.y_max;
    return inside ? p : std::nullopt;
  }

  /// Area in the target's CRS: half the cross product of the cell's diagonals.
  [[nodiscard]] double area_m2(int column, int row) const {
    const auto nw = to_target_(at(affine_, column, row));
    const auto ne = to_target_(at(affine_, column + 1, row));
    const auto se = to_target_(at(affine_, column + 1, row + 1));
    const auto sw = to_target_(at(affine_, column, row + 1));
    if (!nw || !ne || !se || !sw) return 0.0;
    return 0.5 * std::abs((se->x - nw->x) * (ne->y - sw->y) - (ne->x - sw->x) * (se->y - nw->y));
  }

 private:
  Affine affine_;
  Transform to_target_;
  Bounds reach_;
};

/// "people/km2" in a raster that is read per cell, or the reverse.
void warn_of_unit(GDALRasterBand& band, PopulationUnit unit, const Location& where, Problems& problems) {
  const std::string said = band.GetUnitType();
  const bool per_area = said.find("km") != std::string::npos || said.find("ha") != std::string::npos;
  if (said.empty() || !per_area || unit == PopulationUnit::per_km2) return;
  problems.warning("unit_differs",
                   {"the raster's own unit is '" + said + "', but it is read as people per cell",
                    "栅格自身的单位是 '" + said + "',但按每格人数读取"},
                   where, {"Check 'unit' of [population]", "请核对 [population] 的 unit"});
}

void tell_impossible(double value, int column, int row, const Location& where, Problems& problems) {
  problems.error("out_of_range",
                 {fmt::format("{:g} people at column {}, row {}", value, column, row),
                  fmt::format("第 {} 列第 {} 行的人数为 {:g}", column, row, value)},
                 where, {"Declare such values as nodata, or correct them", "请把该值声明为 nodata,或改正"});
}

}  // namespace

PeopleRead read_population_raster(const LayerConfig& config, PopulationUnit unit, const Crs& target,
                                  const Bounds& reach, Problems& problems, const AskedBands& asked) {
  const Location where{config.source_text, {}, {}, {}};
  const DatasetPtr dataset = open(config, where);
  const auto crs = raster_crs(*dataset, config, where, problems);
  if (!crs) return {};
  Affine affine{};
  if (dataset->GetGeoTransform(affine.data()) != CE_None) {
    problems.error("missing_crs", {"the raster does not say where it lies", "栅格没有地理参考"}, where,
                   {"Georeference it, for example with QGIS", "请先配准,例如用 QGIS"});
    return {};
  }
  const Transform to_target(*crs, target, where);
  const CellPatches cells(affine, to_target, reach);
  const auto bands = population_bands(*dataset, asked, where, problems);
  if (!bands) return {};
  warn_of_unit(*dataset->GetRasterBand(bands->day), unit, where, problems);
  BandRows day(*dataset->GetRasterBand(bands->day), where);
  std::optional<BandRows> night;
  if (bands->night != bands->day) night.emplace(*dataset->GetRasterBand(bands->night), where);
  const auto window =
      pixels_over(reach, Transform(target, *crs, where), affine, dataset->GetRasterXSize(), dataset->GetRasterYSize());
  std::optional<CoverageTracer> coverage;
  if (window) coverage.emplace(*window, affine, to_target);
  PeopleRead people_read;
  std::vector<PopulationPatch>& patches = people_read.patches;
  bool any_near = false;
  for (int row = 0; row < dataset->GetRasterYSize(); ++row) {
    const std::vector<double>& by_day = day.read(row);
    const std::vector<double>& by_night = night ? night->read(row) : by_day;
    if (window && row >= window->row && row < window->row + window->rows) {
      coverage->add_row(known_to_both(day, night));
    }
    for (int column = 0; column < dataset->GetRasterXSize(); ++column) {
      const auto i = static_cast<std::size_t>(column);
      const bool finite = std::isfinite(by_day[i]) && std::isfinite(by_night[i]);
      if (by_day[i] < 0.0 || by_night[i] < 0.0 || !finite) {
        const double wrong = by_day[i] < 0.0 || !std::isfinite(by_day[i]) ? by_day[i] : by_night[i];
        tell_impossible(wrong, column, row, where, problems);
        return {};
      }
      const bool nobody = by_day[i] + by_night[i] == 0.0;
      if (nobody && any_near) continue;
      const auto centre = cells.centre(column, row);
      any_near = any_near || centre;
      if (nobody || !centre) continue;
      const double area = cells.area_m2(column, row);
      const double people = unit == PopulationUnit::per_cell ? 1.0 : area / 1e6;
      patches.push_back({*centre, std::sqrt(area), by_day[i] * people, by_night[i] * people});
    }
  }
  if (!any_near) {
    problems.error("far_from_grid", {"the raster does not meet the grid", "栅格与网格不相交"}, where,
                   {"Check its CRS (" + crs->title() + ") and extent", "请核对其坐标系(" + crs->title() + ")与范围"});
  }
  if (coverage) people_read.covered = coverage->finish();
  return people_read;
}

}  // namespace sise
