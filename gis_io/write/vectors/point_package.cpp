#include "gis_io/write/vectors/point_package.hpp"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <stdexcept>
#include <utility>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

constexpr const char* kPackageDate = "2000-01-01T00:00:00.000Z";  // of the last change: no wall clock in an output
constexpr int kRowsPerTransaction = 100'000;

struct FeatureDestroyer {
  void operator()(void* feature) const { OGR_F_Destroy(feature); }
};

OGRFieldType type_of(PackageField::Kind kind) {
  switch (kind) {
    case PackageField::Kind::whole:
      return OFTInteger64;
    case PackageField::Kind::number:
      return OFTReal;
    case PackageField::Kind::text:
      break;
  }
  return OFTString;
}

void set_field(OGRFeatureH feature, int index, const PropertyValue& value) {
  if (std::holds_alternative<std::monostate>(value.value)) return;
  if (const auto* number = std::get_if<double>(&value.value)) {
    if (std::isfinite(*number)) OGR_F_SetFieldDouble(feature, index, *number);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value.value)) {
    OGR_F_SetFieldInteger64(feature, index, *whole);
  } else if (const auto* text = std::get_if<std::string>(&value.value)) {
    OGR_F_SetFieldString(feature, index, text->c_str());
  } else {
    OGR_F_SetFieldString(feature, index, to_json(value).c_str());
  }
}

}  // namespace

class PointPackageWriter::Impl {
 public:
  Impl(std::filesystem::path path, const std::string& crs, const std::vector<PackageField>& fields,
       const PointPackageText& text)
      : path_(std::move(path)), fields_(fields.size()) {
    const Crs reference(crs, {});
    dataset_.reset(GDALCreate(GDALGetDriverByName("GPKG"), path_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    check(dataset_ != nullptr);
    GDALSetMetadataItem(dataset_.get(), "TITLE", text.title.c_str(), nullptr);
    GDALSetMetadataItem(dataset_.get(), "SISE_PROVENANCE", text.provenance_json.c_str(), nullptr);
    GdalOptions options;
    options.set("GEOMETRY_NAME", "geom");
    options.set("IDENTIFIER", text.title);
    layer_ = GDALDatasetCreateLayer(dataset_.get(), text.layer.c_str(),
                                    const_cast<OGRSpatialReference*>(&reference.ogr()),  // NOLINT: only read
                                    wkbPoint, options.get());
    check(layer_ != nullptr);
    for (const PackageField& field : fields) {
      OGRFieldDefnH definition = OGR_Fld_Create(field.name.c_str(), type_of(field.kind));
      const OGRErr failed = OGR_L_CreateField(layer_, definition, FALSE);
      OGR_Fld_Destroy(definition);
      check(failed == OGRERR_NONE);
    }
    check(GDALDatasetStartTransaction(dataset_.get(), FALSE) == OGRERR_NONE);
  }

  void add(const std::optional<Point>& at, const std::vector<PropertyValue>& values) {
    if (values.size() != fields_) throw std::logic_error("PointPackageWriter: a row has another number of values");
    const std::unique_ptr<void, FeatureDestroyer> feature(OGR_F_Create(OGR_L_GetLayerDefn(layer_)));
    for (std::size_t i = 0; i < values.size(); ++i) set_field(feature.get(), static_cast<int>(i), values[i]);
    if (at) {
      OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
      OGR_G_SetPoint_2D(point, 0, at->x, at->y);
      OGR_F_SetGeometryDirectly(feature.get(), point);
    }
    check(OGR_L_CreateFeature(layer_, feature.get()) == OGRERR_NONE);
    if (++rows_ % kRowsPerTransaction != 0) return;
    check(GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE);
    check(GDALDatasetStartTransaction(dataset_.get(), FALSE) == OGRERR_NONE);
  }

  void finish() {
    check(GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE);
    dataset_.reset();
    check(errors_.first().empty());
  }

 private:
  void check(bool done) const {
    if (!done) throw_write_error(path_, errors_.first());
  }

  std::filesystem::path path_;
  std::size_t fields_;
  std::int64_t rows_ = 0;
  GdalErrors errors_;
  GdalThreadSetting date_{"OGR_CURRENT_DATE", kPackageDate};
  GdalThreadSetting journal_{"OGR_SQLITE_JOURNAL", "MEMORY"};  // a killed run leaves the one hidden file only
  GdalThreadSetting no_sidecar_{"GDAL_PAM_ENABLED", "NO"};
  GdalDataset dataset_;
  OGRLayerH layer_ = nullptr;
};

PointPackageWriter::PointPackageWriter(const std::filesystem::path& path, const std::string& crs,
                                       const std::vector<PackageField>& fields, const PointPackageText& text) {
  initialise_gis();
  impl_ = std::make_unique<Impl>(path, crs, fields, text);
}

PointPackageWriter::~PointPackageWriter() = default;

void PointPackageWriter::add(const std::optional<Point>& at, const std::vector<PropertyValue>& values) {
  impl_->add(at, values);
}

void PointPackageWriter::finish() { impl_->finish(); }

}  // namespace sise
