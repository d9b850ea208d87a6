// A folder with a project and the files it names.
#pragma once
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "tests/gis_io/read/config/support.hpp"

namespace sise {

inline std::filesystem::path project_folder() {
  const std::filesystem::path folder = std::filesystem::path(SISE_BINARY_DIR) / "tests" / "project_config";
  std::filesystem::create_directories(folder);
  for (const char* name :
       {"district.gpkg", "wind_rose.csv", "enterprises.gpkg", "scenarios.csv", "targets.gpkg", "people.tif"}) {
    std::ofstream(folder / name) << "";
  }
  return folder;
}

inline std::filesystem::path written(const std::string& name, const std::string& text) {
  const std::filesystem::path path = project_folder() / name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "not in the text: " << from);
  return text.replace(at, from.size(), to);
}

/// The least that a project and an incident need.
inline const std::string kSmallProject =
    "[grid]\ncrs = 'EPSG:4549'\ncell_m = 10.0\nbounds = [500000, 3500000, 501000, 3502000]\n"
    "[units]\nsource = 'enterprises.gpkg'\n";
inline const std::string kSmallIncident =
    "[source]\nlon = 119.95\nlat = 31.95\nsubstance = 'chlorine'\nrate_kg_s = 1.5\n"
    "[weather]\nwind_from_deg = 135.0\nwind_speed_m_s = 2.0\nstability = 'F'\n"
    "[grid]\ncrs = 'EPSG:4549'\ncell_m = 10.0\n";

inline ProjectConfig project(const std::string& text, const std::vector<std::string>& overrides = {}) {
  return parse_project(written("project.toml", text), overrides);
}
inline IncidentConfig incident(const std::string& text, const std::vector<std::string>& overrides = {}) {
  return parse_incident(written("incident.toml", text), overrides);
}
inline std::vector<Diagnostic> project_problems(const std::string& text,
                                                const std::vector<std::string>& overrides = {}) {
  return problems_of([&] { (void)project(text, overrides); });
}
inline std::vector<Diagnostic> incident_problems(const std::string& text) {
  return problems_of([&] { (void)incident(text); });
}

/// One problem with this code at this line and column.
inline void check_one(const std::vector<Diagnostic>& found, const std::string& expected,
                      const std::string& remedy = "") {
  const std::vector<std::string> lines = summary(found);
  BOOST_TEST(lines == std::vector<std::string>{expected}, "expected " << expected << ", found "
                                                                      << (lines.empty() ? "nothing" : lines.front())
                                                                      << " of " << lines.size());
  if (found.empty()) return;
  if (!remedy.empty()) BOOST_TEST(found.front().remedy.en == remedy);
  BOOST_TEST(!found.front().message.zh.empty());
}

}  // namespace sise
