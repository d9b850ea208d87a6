// Formats that a run writes besides its own: `--also gpkg,kmz`.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sise {

/// Those that are asked for, of also_format_names().
class AlsoFormats {
 public:
  AlsoFormats() = default;
  explicit AlsoFormats(std::set<std::string, std::less<>> names) : names_(std::move(names)) {}

  [[nodiscard]] bool any() const { return !names_.empty(); }
  [[nodiscard]] bool has(std::string_view name) const { return names_.contains(name); }
  /// For runs that have a GeoPackage, or a workbook, of that name in any case.
  [[nodiscard]] AlsoFormats without_package() const { return without("gpkg"); }
  [[nodiscard]] AlsoFormats without_workbook() const { return without("xlsx"); }

 private:
  [[nodiscard]] AlsoFormats without(const std::string& name) const;

  std::set<std::string, std::less<>> names_;
};

/// All that there are, as also_files.cpp has them.
[[nodiscard]] const std::vector<std::string>& also_format_names();

/// "gpkg,kmz"; "all" stands for all of them. Throws ConfigError("unknown_format") naming the nearest.
[[nodiscard]] AlsoFormats also_formats(const std::string& list);

}  // namespace sise
