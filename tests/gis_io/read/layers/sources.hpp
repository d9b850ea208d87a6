// Little sources for the readers' tests, made on the spot with OGR.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise::testing {

struct MadeField {
  std::string name;
  enum class Type { text, integer, real, date } type = Type::text;
};

struct MadeFeature {
  std::vector<std::string> values;  ///< as text; "" is null
  std::string wkt;                  ///< "" is none
};

struct MadeLayer {
  std::string driver = "GPKG";
  std::string name = "units";
  int epsg = 4549;  ///< 0: none
  bool geometry = true;
  std::vector<MadeField> fields;
  std::vector<MadeFeature> features;
  std::vector<std::string> options;  ///< layer creation options
};

/// Writes one layer, or adds it to a source that is there. The texts are handed to OGR as they are, byte by byte.
void make_source(const std::filesystem::path& path, const MadeLayer& layer);

/// Patches the language driver id (a byte) in a .dbf.
void set_ldid(const std::filesystem::path& dbf, int id);

[[nodiscard]] LayerConfig config_for(const std::filesystem::path& path);

/// The texts of a column.
[[nodiscard]] std::vector<std::string> column_texts(const FeatureTable& table, const std::string& name);

[[nodiscard]] bool has_code(const std::vector<Diagnostic>& diagnostics, const std::string& code);
[[nodiscard]] const Diagnostic& with_code(const std::vector<Diagnostic>& diagnostics, const std::string& code);

/// Codes of everything said, for messages of failed tests.
[[nodiscard]] std::string all_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace sise::testing
