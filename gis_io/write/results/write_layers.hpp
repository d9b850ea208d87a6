// The two ways in which every product writes: a layer of features, and a summary.
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

enum class PolygonForm { as_is, always_multi };

struct LayerWriter {
  const Projection& projection;
  std::string provenance_json;

  /// Throws OutputError.
  void write(const std::filesystem::path& path, const std::string& name, const std::vector<Feature>& features,
             PolygonForm form) const;
  /// The same of features too many to be held: each is asked for once, in order.
  void write(const std::filesystem::path& path, const std::string& name, std::size_t count,
             const std::function<Feature(std::size_t)>& feature, PolygonForm form) const;
};

/// One JSON object, indented, the provenance as its last member "sise". Throws OutputError.
void write_json(const std::filesystem::path& path, const PropertyObject& object, const std::string& provenance_json);

}  // namespace sise
