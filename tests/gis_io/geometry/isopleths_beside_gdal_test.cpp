// A second opinion: GDAL's contour polygons of the same field.
#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <memory>
#include <string>

#include "core/geometry/isopleths.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/raster.hpp"

namespace {

using namespace sise;

const GridSpec grid{500000.0, 3540000.0, 10.0, 80, 60, "EPSG:4549"};

/// Hills and pits without a plateau at a level; some regions reach the edge, some have holes.
Raster<double> hills() {
  Raster<double> field(grid.columns, grid.rows);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const auto x = static_cast<double>(column);
      const auto y = static_cast<double>(row);
      field.at(column, row) = std::sin(0.21 * x + 0.3) * std::cos(0.17 * y) + 0.4 * std::sin(0.05 * x * y / 10.0);
    }
  }
  return field;
}

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

Dataset in_memory(Raster<double>& field) {
  Dataset dataset(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
      "", static_cast<int>(grid.columns), static_cast<int>(grid.rows), 1, GDT_Float64, nullptr));
  std::array<double, 6> transform{grid.x_min, grid.cell_m, 0.0, grid.y_max, 0.0, -grid.cell_m};
  dataset->SetGeoTransform(transform.data());
  const CPLErr written = dataset->GetRasterBand(1)->RasterIO(
      GF_Write, 0, 0, static_cast<int>(grid.columns), static_cast<int>(grid.rows), field.data().data(),
      static_cast<int>(grid.columns), static_cast<int>(grid.rows), GDT_Float64, 0, 0, nullptr);
  BOOST_REQUIRE(written == CE_None);
  return dataset;
}

Ring ring_of(const OGRLinearRing& ring) {
  Ring points;
  for (int i = 0; i < ring.getNumPoints(); ++i) points.push_back({ring.getX(i), ring.getY(i)});
  return points;
}

/// The bands of GDAL that begin at the level. (The lower bound of its lowest band and the upper bound of its highest one
/// are nonsense, so they are not looked at.)
MultiPolygon gdal_region(Raster<double>& field, double level) {
  const Dataset raster = in_memory(field);
  const Dataset vectors(GetGDALDriverManager()->GetDriverByName("Memory")->Create("", 0, 0, 0, GDT_Unknown, nullptr));
  OGRLayer* layer = vectors->CreateLayer("bands", nullptr, wkbMultiPolygon, nullptr);
  OGRFieldDefn low("low", OFTReal);
  BOOST_REQUIRE(layer->CreateField(&low) == OGRERR_NONE);
  const std::string levels = "FIXED_LEVELS=" + std::to_string(level);
  CPLStringList options;
  options.AddString(levels.c_str());
  options.AddString("ELEV_FIELD_MIN=0");
  options.AddString("POLYGONIZE=YES");
  const CPLErr traced = GDALContourGenerateEx(GDALRasterBand::ToHandle(raster->GetRasterBand(1)),
                                              OGRLayer::ToHandle(layer), options.List(), nullptr, nullptr);
  BOOST_REQUIRE(traced == CE_None);
  MultiPolygon region;
  for (const auto& feature : *layer) {
    if (std::abs(feature->GetFieldAsDouble(0) - level) > 1e-9) continue;
    for (const OGRPolygon* part : *feature->GetGeometryRef()->toMultiPolygon()) {
      Polygon polygon{ring_of(*part->getExteriorRing()), {}};
      for (int i = 0; i < part->getNumInteriorRings(); ++i) polygon.holes.push_back(ring_of(*part->getInteriorRing(i)));
      region.push_back(polygon);
    }
  }
  return region;
}

}  // namespace

BOOST_AUTO_TEST_CASE(isopleths_and_gdal_s_contours_bound_the_same_regions) {
  GDALAllRegister();
  Raster<double> field = hills();
  const std::vector<double> levels{-0.75, -0.25, 0.125, 0.5, 0.875};
  IsoplethTracer tracer(grid, levels);
  for (std::int64_t row = 0; row < grid.rows; ++row) tracer.add_row(field.row(row));
  const std::vector<MultiPolygon> regions = tracer.finish();
  for (std::size_t k = 0; k < levels.size(); ++k) {
    const MultiPolygon theirs = gdal_region(field, levels[k]);
    const double area = area_m2(theirs);
    BOOST_TEST_CONTEXT("level " << levels[k]) {
      BOOST_TEST(area > 0.0);
      BOOST_TEST(area_m2(regions[k]) == area, boost::test_tools::tolerance(1e-6));
      const double apart = area_m2(difference(regions[k], theirs)) + area_m2(difference(theirs, regions[k]));
      BOOST_TEST(apart < 1e-6 * area);
    }
  }
}
