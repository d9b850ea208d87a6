#include "tests/app/products/tiny_project.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace sise::test {
namespace {

const std::string kProject = R"(title = "Tiny"
[grid]
crs = "EPSG:4549"
cell_m = 50.0
bounds = [500000.0, 3500000.0, 504000.0, 3504000.0]
[weather]
wind_rose = "wind_rose.csv"
[units]
source = "units.csv"
crs = "EPSG:4549"
x = "x"
y = "y"
[scenarios]
source = "scenarios.csv"
[targets]
source = "targets.csv"
crs = "EPSG:4549"
x = "x"
y = "y"
)";

const std::string kWindRose = R"(from_deg,stability,speed_m_s,frequency
0,D,3.0,0.25
90,F,2.0,0.25
180,D,4.0,0.3
270,B,2.0,0.2
)";

const std::string kUnits = R"(id,name,enterprise,kind,substance,inventory_t,status,x,y
U1,Chlorine tank,E1,pressurised_vessel,chlorine,,existing,501000,3501000
)";
const std::string kOtherUnits = R"(U2,Store,E2,explosives_store,TNT,,existing,502000,3502000
U3,Filling station,E3,filling_station,petrol,,existing,501500,3500500
U4,Ammonia bottles,E4,,ammonia,0.5,existing,500500,3502500
)";

const std::string kScenarios = R"(unit_id,case_id,kind,frequency_per_year,substance,rate_kg_s,duration_s,height_m,tnt_kg
U1,S1,toxic,2e-4,chlorine,1.5,1800,1,
U1,S2,toxic,1e-3,chlorine,0.2,600,1,
)";
const std::string kExplosion = "U2,S1,explosion,1e-5,,,,,1000\n";

const std::string kTargets = R"(id,class,name,people,x,y
T1,high_sensitivity,School,300,502500,3502000
T2,important,Hall,100,501200,3501000
T3,general_2,Shop,10,503500,3503500
)";

// Coordinates are those of WGS 84: 'near' 80 m east of U1, 'blast' at the school, 'far' in the grid's south-east corner.
const std::string kProposals = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "near", "kind": "development", "class": "general_1"},
 "geometry": {"type": "Point", "coordinates": [120.0113840, 31.6315731]}},
{"type": "Feature", "properties": {"id": "blast", "kind": "development", "class": "high_sensitivity"},
 "geometry": {"type": "Point", "coordinates": [120.0263546, 31.6405901]}},
{"type": "Feature", "properties": {"id": "far", "kind": "development", "class": "general_1"},
 "geometry": {"type": "Point", "coordinates": [120.0411087, 31.6234497]}}]}
)";

const std::string kIncident = R"(title = "Leak"
[source]
x = 502000.0
y = 3502000.0
substance = "chlorine"
rate_kg_s = 0.2
duration_s = 1200.0
[weather]
wind_from_deg = 270.0
wind_from_uncertainty_deg = 2.0
wind_speed_m_s = 3.0
stability = "D"
[endpoints]
set = "aegl"
[grid]
crs = "EPSG:4549"
cell_m = 20.0
[targets]
source = "targets.csv"
crs = "EPSG:4549"
x = "x"
y = "y"
)";

const std::string kBlast = R"(title = "Blast"
[source]
x = 502000.0
y = 3502000.0
tnt_kg = 1000.0
[weather]
wind_from_deg = 270.0
wind_speed_m_s = 3.0
stability = "D"
[endpoints]
set = "overpressure"
[grid]
crs = "EPSG:4549"
cell_m = 20.0
[targets]
source = "targets.csv"
crs = "EPSG:4549"
x = "x"
y = "y"
)";

}  // namespace

TinyProject::TinyProject() {
  write("project.toml", kProject);
  write("incident.toml", kIncident);
  write("blast.toml", kBlast);
  write("wind_rose.csv", kWindRose);
  write("units.csv", kUnits + kOtherUnits);
  write("scenarios.csv", kScenarios + kExplosion);
  write("targets.csv", kTargets);
  write("proposals.geojson", kProposals);
}

CliRun TinyProject::run(const std::vector<std::string>& arguments, CliOptions options) const {
  options.folder = folder_.path();
  return run_sise(arguments, options);
}

void TinyProject::replace(const std::string& name, const std::string& from, const std::string& to) const {
  std::string text = read(name);
  std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error(name + " does not hold '" + from + "'");
  for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  write(name, text);
}

std::string TinyProject::population() {
  constexpr int kSide = 40;
  GDALAllRegister();
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "population.tif").string();
  GDALDataset* dataset =
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), kSide, kSide, 1, GDT_Float32, nullptr);
  std::array<double, 6> transform{500000.0, 100.0, 0.0, 3504000.0, 0.0, -100.0};
  dataset->SetGeoTransform(transform.data());
  OGRSpatialReference crs;
  crs.importFromEPSG(4549);
  dataset->SetSpatialRef(&crs);
  std::vector<float> people(std::size_t{kSide} * kSide, 1.0F);
  const CPLErr written = dataset->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, kSide, kSide, people.data(), kSide, kSide,
                                                             GDT_Float32, 0, 0, nullptr);
  GDALClose(dataset);
  if (written != CE_None) throw std::runtime_error("no population raster");
  return folder.read("population.tif");
}

void TinyProject::keep_chlorine_only() const {
  write("units.csv", kUnits);
  write("scenarios.csv", kScenarios);
}

}  // namespace sise::test
