#include "tests/fuzz/parsers.hpp"

#include <cpl_vsi.h>

#include <filesystem>
#include <utility>

#include "gis_io/environment.hpp"
#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/serial_date.hpp"
#include "gis_io/read/layers/written_angle.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/read/tables/observation_time.hpp"
#include "gis_io/read/tables/scenarios_table.hpp"
#include "gis_io/read/tables/station_table.hpp"
#include "gis_io/read/tables/targets_table.hpp"
#include "gis_io/read/tables/units_table.hpp"
#include "gis_io/read/tables/wind_rose_table.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "models/substances/written_name.hpp"
#include "tests/fuzz/parser_kit.hpp"

namespace sise::testing {
namespace {

using Bytes = std::string_view;

/// Of the grid that everything is brought into.
const Crs& target() {
  static const Crs kCrs("EPSG:4549", {});
  return kCrs;
}

const Bounds kGrid{490000.0, 3530000.0, 510000.0, 3550000.0};

std::vector<Unit> a_unit() {
  Unit unit;
  unit.id = "U1";
  unit.substance = "chlorine";
  unit.substance_text = "液氯";
  return {unit};
}

Parser table(const std::string& name, const std::vector<std::string>& samples, const std::vector<std::string>& names,
             std::function<void(const LayerConfig&, Problems&)> read) {
  return {name, samples, [=](Bytes bytes) {
            return found_by([&](Problems& problems) { read(layer_of(bytes, "a.csv", names), problems); });
          }};
}

Parser text(const std::string& name, const std::vector<std::string>& samples, std::function<void(Bytes)> read) {
  return {name, samples, [=](Bytes bytes) { return found_by([&](Problems&) { read(bytes); }); }};
}

/// A workbook around the XML of its one sheet.
std::filesystem::path workbook_with(Bytes sheet) {
  initialise_gis();
  const std::filesystem::path path = fuzz_folder() / "sheet.xlsx";
  const std::string zip = (fuzz_folder() / "sheet.zip").string();
  std::filesystem::remove(zip);
  const auto add = [&](const std::string& name, Bytes xml) {
    VSILFILE* part = VSIFOpenL(("/vsizip/" + zip + "/" + name).c_str(), "wb");
    VSIFWriteL(xml.data(), 1, xml.size(), part);
    VSIFCloseL(part);
  };
  add("xl/workbook.xml",
      R"(<workbook><workbookPr/><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>)");
  add("xl/_rels/workbook.xml.rels",
      R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>)");
  add("xl/worksheets/sheet1.xml", sheet);
  std::filesystem::rename(zip, path);
  return path;
}

LayerConfig workbook_layer(const std::filesystem::path& path) {
  LayerConfig config;
  config.source = path;
  config.source_text = "a.xlsx";
  config.our_names = unit_field_names();
  return config;
}

const char* const kSheet =
    R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is>)"
    R"(<t>inventory_t</t></is></c></row><row r="2"><c r="A2" t="str"><v>U1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>)"
    R"(<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" s="1"><v>44927.5</v></c></row></sheetData>)"
    R"(<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>)";

const char* const kProject = R"(title = "Tiny"
[grid]
crs = "EPSG:4549"
cell_m = 50.0
bounds = [500000.0, 3500000.0, 504000.0, 3504000.0]
[weather]
roughness_m = 0.5
[units]
source = "units.csv"
crs = "EPSG:4549"
ignore = ["Name"]
[units.fields]
inventory_t = "储量 [kg]"
[targets]
source = "targets.csv"
class = "important"
[model]
sigma = "briggs_rural"
[rules]
confirmed = [{id = "gb36894.individual_risk", by = "x", date = 2026-11-21}]
)";

const char* const kIncident = R"(title = "Leak"
[source]
x = 502000.0
y = 3502000.0
substance = "chlorine"
rate_kg_s = 0.2
[weather]
wind_from_deg = 270.0
wind_speed_m_s = 3.0
stability = "D"
[endpoints]
set = "aegl"
[grid]
crs = "EPSG:4549"
cell_m = 20.0
)";

const char* const kCases =
    R"([{"id": 1, "model": "gaussian_plume", "source": {"rate_kg_s": 0.1, "height_m": 2.0},)"
    R"( "weather": {"wind_speed_m_s": 3.0, "stability": "D"}, "at": [{"x_m": 100.0, "y_m": 0.0, "z_m": 1.0}]}])";

const char* const kGeoJson =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A","n":1.5},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[120,31],[120.1,31],[120.1,31.1],[120,31]]]}}]})";

std::vector<Parser> tables() {
  const auto around = [] { return UnitSurroundings{target(), kGrid, substances(), 101325.0}; };
  return {
      table("csv",
            {"id,name\nA,\"x \"\"y\"\"\"\nB,\"1\n2\"\n", "sep=;\nid;名称\nA;1,5\n",
             "清单,,\nid,x,y\nA,1,2\n\n注:说明,,\n"},
            unit_field_names(), [](const LayerConfig& c, Problems& p) { static_cast<void>(read_table(c, p)); }),
      table(
          "units",
          {"id,x,y,substance,inventory_t,kind,pressure_abs_kPa\nU1,500000,3541000,氯(液氯),120吨,仓库,300\n",
           "id,x,y,inventory_t,inventory_unit\nA,500000,3541000,350000,kg\n", "id,wkt\nA,\"POINT (500000 3541000)\"\n"},
          unit_field_names(),
          [=](const LayerConfig& c, Problems& p) { static_cast<void>(read_units(c, around(), p)); }),
      table("scenarios",
            {"unit_id,case_id,kind,frequency_per_year,rate_kg_s,tnt_kg,blast_class\nU1,a,toxic,1e-5,1.5,,\nU1,b,"
             "explosion,1e-6,,500,7\n"},
            scenario_field_names(),
            [](const LayerConfig& c, Problems& p) {
              static_cast<void>(read_scenarios(c, a_unit(), substances(), harm_pack("aqt3046-2013").toxic_basis, p));
            }),
      table("targets",
            {"id,x,y,class,use,beds,people\nT1,500000,3541000,important,,,\nT2,500000,3541000,,医院,120,80人\n"},
            target_field_names(),
            [](const LayerConfig& c, Problems& p) {
              static_cast<void>(read_targets(c, target(), kGrid, rule_pack("gb36894-2018").occupancy, p));
            }),
      table("wind_rose",
            {"from_deg,stability,speed_m_s,frequency\n0,D,3,0.25\n90,D,3,0.25\n180,E-F,2,0.25\n270,F,1.5,0.25\n"},
            wind_rose_field_names(),
            [](const LayerConfig& c, Problems& p) { static_cast<void>(read_wind_rose(c, p)); }),
      table("station",
            {"time,风向,风速(m/s),总云量\n2023-01-01 00:00,NNE,3.1,5\n2023-01-01 下午1:00,VRB,999,-\n",
             "year,month,day,hour,L,wind_speed,wind_direction\n2023,1,1,1,8.5,1.2,183\n",
             "2023 01 01 00    50    10 10215   270    31     4 -9999 -9999\n",
             "013058457099999202301010000"
             "4+31600+120000FM-12+0005ABCDEV0202701N00311999999999999999+00501+00101102151"
             "ADDGF105991021999999999999\n",
             "\"STATION\",\"DATE\",\"REPORT_TYPE\",\"WND\",\"GF1\"\n\"1\",\"2023-01-01T00:00:00\",\"FM-12\",\"270,1,N,"
             "0031,1\",\"05,99,1,02,1\"\n"},
            {}, [](const LayerConfig& c, Problems& p) { static_cast<void>(read_station_record(c, {}, p)); })};
}

std::vector<Parser> sources() {
  return {
      {"degrees",
       {"id,lon,lat\nA,120°30'E,31.9°\nB,\"东经120度30分0.5秒\",N31.9\n"},
       [](Bytes bytes) {
         return found_by([&](Problems& p) {
           static_cast<void>(read_layer(layer_of(bytes, "a.csv", {}, "EPSG:4490"), target(), std::nullopt, p));
         });
       }},
      {"geojson",
       {kGeoJson},
       [](Bytes bytes) {
         return found_by([&](Problems& p) {
           static_cast<void>(read_layer(layer_of(bytes, "a.geojson", {}, ""), target(), std::nullopt, p));
         });
       }},
      {"sheet",
       {kSheet},
       [](Bytes bytes) {
         return found_by([&](Problems& p) { static_cast<void>(read_table(workbook_layer(workbook_with(bytes)), p)); });
       }},
      {"workbook",
       {content_of(workbook_with(kSheet))},
       [](Bytes bytes) {
         return found_by([&](Problems& p) {
           static_cast<void>(read_table(workbook_layer(fuzz_folder().write("b.xlsx", std::string(bytes))), p));
         });
       }},
      text("encoding", {"编号,名称\n", "\xEF\xBB\xBFid\n", std::string("\xFF\xFEi\0d\0", 6), "\xB1\xE0\xBA\xC5\n"},
           [](Bytes bytes) { static_cast<void>(decode_text(bytes, "", {})); }),
      text("crs", {"EPSG:4549", "+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +ellps=GRS80 +units=m"},
           [](Bytes bytes) { static_cast<void>(Crs(std::string(bytes), {})); })};
}

std::vector<Parser> configurations() {
  return {text("toml", {kProject}, [](Bytes b) { static_cast<void>(parse_config(b, "a.toml", ConfigFormat::toml)); }),
          text("json", {kCases}, [](Bytes b) { static_cast<void>(parse_config(b, "a.json", ConfigFormat::json)); }),
          parser_of_file("project", ".toml", {kProject},
                         [](const std::filesystem::path& p) { static_cast<void>(parse_project(p)); }),
          parser_of_file("incident", ".toml", {kIncident},
                         [](const std::filesystem::path& p) { static_cast<void>(parse_incident(p)); }),
          {"cases", {kCases}, [](Bytes bytes) {
             return found_by([&](Problems& problems) {
               const CaseTables names{substances(), [](std::string_view id) { return harm_pack(std::string(id)); }};
               for (const EvalCase& asked : read_cases(parse_config(bytes, "a.json", ConfigFormat::json), {}, names)) {
                 for (const Diagnostic& d : asked.problems) problems.add(d);
               }
             });
           }}};
}

std::vector<Parser> words() {
  return {text("words",
               {"液氯(CAS 7782-50-5, ≥99.6%)", "350,000 kg", "东经120度30分0.5秒", "2023年1月1日 下午8:00",
                "yyyy\"年\"m;[Red]0", "120°30'00\"E", "1.5e-6/年"},
               [](Bytes bytes) {
                 static_cast<void>(written_name(bytes));
                 static_cast<void>(substances().find(bytes));
                 static_cast<void>(substances().suggest(bytes));
                 static_cast<void>(written_number(bytes));
                 static_cast<void>(written_angle(bytes));
                 static_cast<void>(written_time(bytes));
                 static_cast<void>(is_date_format(bytes));
               })};
}

}  // namespace

const std::vector<Parser>& parsers() {
  static const std::vector<Parser> kParsers = [] {
    std::vector<Parser> all;
    for (auto&& part : {tables(), sources(), configurations(), parsers_of_packs(), parsers_of_registers(),
                        parsers_of_proposals(), words()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return kParsers;
}

std::string fault_in(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& d : diagnostics) {
    if (d.code.empty()) return "a problem without a code: " + d.message.en;
    if (d.message.en.empty() || d.message.zh.empty()) return d.code + " does not speak both languages";
    if (d.remedy.en.empty() != d.remedy.zh.empty()) return d.code + " has a remedy in one language";
  }
  return {};
}

}  // namespace sise::testing
