// A project of four small files in a temporary folder; each test spoils what it is about.
#pragma once
#include <string>

#include "gis_io/read/project/load_study.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise::testing {

struct LittleProject {
  std::string grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\nbounds = [499000, 3540000, 501000, 3542000]\n";
  std::string weather = "wind_rose = \"rose.csv\"\n";
  std::string rose = "from_deg,stability,speed_m_s,frequency\n,D,3,1\n";
  std::string units = "id,x,y,substance\nU1,500000,3541000,氯\nU2,500100,3541000,\n";
  std::string scenarios =
      "unit_id,case_id,kind,frequency_per_year,rate_kg_s,tnt_kg\nU1,a,toxic,1e-5,1,\nU2,b,explosion,1e-6,,100\n";
  std::string targets = "id,x,y,class\nT1,500500,3541000,important\n";
  std::string more;  ///< further sections

  TempFolder folder;

  [[nodiscard]] ProjectConfig config() const {
    folder.write("rose.csv", rose);
    folder.write("units.csv", units);
    folder.write("scenarios.csv", scenarios);
    folder.write("targets.csv", targets);
    const std::string crs = "crs = \"EPSG:4549\"\n";
    return parse_project(folder.write(
        "project.toml", "[grid]\n" + grid + "[weather]\n" + weather + "[units]\nsource = \"units.csv\"\n" + crs +
                            "[scenarios]\nsource = \"scenarios.csv\"\n[targets]\nsource = "
                            "\"targets.csv\"\n" +
                            crs + more));
  }
  [[nodiscard]] Study load() const { return load_study(config()); }

  /// What load_study throws.
  template <class E>
  [[nodiscard]] std::vector<Diagnostic> refused() const {
    try {
      (void)load();
    } catch (const E& error) {
      return error.diagnostics();
    }
    return {};
  }
};

}  // namespace sise::testing
