// A project of 4 km x 4 km that a test writes for itself and runs in a moment.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/cli.hpp"

namespace sise::test {

/// Files in a folder of their own: project.toml, incident.toml, blast.toml, wind_rose.csv, units.csv, scenarios.csv,
/// targets.csv and proposals.geojson. Commands run in that folder.
///
/// U1 (enterprise E1) is a chlorine tank at (501000, 3501000), U2 (E2) one tonne of TNT at (502000, 3502000), U3 a
/// filling station (another code governs it) and U4 (E4) half a tonne of ammonia without scenarios. School T1 stands 500 m east
/// of U2, hall T2 200 m east of U1, shop T3 far from all.
class TinyProject {
 public:
  TinyProject();

  [[nodiscard]] CliRun run(const std::vector<std::string>& arguments, CliOptions options = {}) const;
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }
  void write(const std::string& name, const std::string& content) const { (void)folder_.write(name, content); }
  /// Replaces every occurrence in a file; throws when there is none.
  void replace(const std::string& name, const std::string& from, const std::string& to) const;
  /// A GeoTIFF of 40 x 40 cells of 100 m with one person each, uncompressed.
  [[nodiscard]] static std::string population();
  /// Keeps the chlorine tank only: no explosives, nothing incomplete.
  void keep_chlorine_only() const;

 private:
  TemporaryFolder folder_;
};

}  // namespace sise::test
