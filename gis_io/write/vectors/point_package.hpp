// A GeoPackage of one layer of points, written row by row: hundreds of thousands of them never stand in memory together.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

struct PackageField {
  enum class Kind { text, whole, number };

  std::string name;
  Kind kind = Kind::text;
};

struct PointPackageText {
  std::string layer;
  std::string title;
  std::string provenance_json;
};

/// The bytes depend on the content alone: dates are fixed. finish() must be called. Throws OutputError.
class PointPackageWriter {
 public:
  PointPackageWriter(const std::filesystem::path& path, const std::string& crs, const std::vector<PackageField>& fields,
                     const PointPackageText& text);
  ~PointPackageWriter();
  PointPackageWriter(const PointPackageWriter&) = delete;
  PointPackageWriter& operator=(const PointPackageWriter&) = delete;
  PointPackageWriter(PointPackageWriter&&) = delete;
  PointPackageWriter& operator=(PointPackageWriter&&) = delete;

  /// As many values as there are fields. Without a place the row has no geometry.
  void add(const std::optional<Point>& at, const std::vector<PropertyValue>& values);
  void finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sise
