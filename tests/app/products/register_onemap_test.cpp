// sise onemap of a project that has a register and no units.
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>

#include "tests/app/products/files.hpp"
#include "tests/app/products/register_project.hpp"

using namespace sise::test;

namespace {

std::unique_ptr<GDALDataset> opened_package(const std::filesystem::path& file) {
  GDALAllRegister();
  std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset);
  return dataset;
}

GIntBig rows_of(GDALDataset& package, const char* table, const char* filter = nullptr) {
  OGRLayer* found = package.GetLayerByName(table);
  BOOST_REQUIRE_MESSAGE(found, table);
  BOOST_REQUIRE(found->SetAttributeFilter(filter) == OGRERR_NONE);
  return found->GetFeatureCount();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_register_alone_gives_a_map_that_says_what_is_not_in_it) {
  const RegisterProject project;
  const CliRun dry = project.run("onemap", {"--dry-run"});
  BOOST_REQUIRE_MESSAGE(dry.exit_code == 0, dry.err);
  const auto files = nlohmann::json::parse(dry.out)["files"].get<std::set<std::string>>();
  const CliRun run = project.run("onemap");
  BOOST_REQUIRE_MESSAGE(run.exit_code == 5, run.err);  // rows that cannot be used, as in sise rate
  BOOST_TEST((names_in(project.path("out")) == files));
  BOOST_TEST(files.contains("sector_fire.png"));
  BOOST_TEST(project.json("manifest.json")["status"] == "partial");
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  BOOST_TEST(rows_of(*package, "register_points") == 6);
  BOOST_TEST(rows_of(*package, "register_points", "code = 0") == 2);
  BOOST_TEST(rows_of(*package, "register_enterprises") == 3);
  BOOST_TEST(rows_of(*package, "register_areas_townships") == 2);
  BOOST_TEST(rows_of(*package, "hidden_dangers") == 3);
  BOOST_TEST(rows_of(*package, "layer_styles") == 6);
  const auto summary = project.json("summary.json");
  BOOST_TEST(holds(summary["not_in_it"][0]["en"], "zones of individual risk"));
  BOOST_TEST(summary["register"]["district"]["grade"] == "red");
}

BOOST_AUTO_TEST_CASE(an_enterprise_stands_in_every_sector_that_it_has_points_in) {
  const RegisterProject project;
  project.replace("b.csv", "Q1,甲化工有限公司,1,0221,4,", "Q1,甲化工有限公司,2,0221,4,");
  project.replace("e.csv", "所在镇,x,y,应报告,已报告", "所在镇,x,y,行业");
  project.replace("e.csv", "是,是", "危险化学品");
  project.replace("e.csv", "是,否", "消防");
  project.replace("b.csv", "id,企业名称,", "id,行业,企业名称,");
  project.replace("b.csv", "Q1,", "Q1,特种设备,");
  project.replace("b.csv", "Q2,", "Q2,,");
  BOOST_REQUIRE(project.run("onemap").exit_code == 5);
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  const char* table = "sector_enterprise_grades";
  BOOST_TEST(
      rows_of(*package, table, "name = '甲化工有限公司' AND sector_layer = 'hazardous_chemicals' AND code = 2") == 1);
  BOOST_TEST(
      rows_of(*package, table, "name = '甲化工有限公司' AND sector_layer = 'special_equipment' AND points = 1") == 1);
  BOOST_TEST(rows_of(*package, table, "name = '乙公司' AND sector_layer = 'fire'") == 1);
  BOOST_TEST(rows_of(*package, table, "name = '丙公司' AND sector_layer = 'none' AND code = 0") == 1);
  BOOST_TEST(rows_of(*package, table) == 4);
}

BOOST_AUTO_TEST_CASE(gas_alarms_lift_the_live_colour_and_nothing_else) {
  const RegisterProject project;
  project.replace("project.toml", "[register.enterprises]",
                  "[[register.live]]\nsource = \"live.csv\"\ncrs = \"EPSG:4549\"\n[register.enterprises]");
  project.replace("project.toml", "cell_m = 500.0", "cell_m = 500.0\nlive_time = \"2026-03-16 08:10:00\"");
  // D1 alarms and is heard of; D2's alarm is held; D3 is lost without one; D4 has a gas that nobody knows; D5 and D6
  // stand 10 m apart.
  project.write("live.csv",
                "探测器编号,风险点编号,气体,单位,监测值,监测时间,采集间隔,x,y\n"
                "D1,P1,可燃气体,%LEL,26,2026-03-16 08:08:00,60,,\n"
                "D1,P1,可燃气体,%LEL,27,2026-03-16 08:09:00,60,,\n"
                "D2,P2,硫化氢,mg/m3,21,2026-03-16 07:00:00,60,,\n"
                "D2,P2,硫化氢,mg/m3,22,2026-03-16 07:01:00,60,,\n"
                "D3,P3,氨,mg/m3,5,2026-03-16 07:00:00,60,,\n"
                "D4,Q2,氩,mg/m3,5,2026-03-16 08:09:00,60,,\n"
                "D5,,一氧化碳,mg/m3,21,2026-03-16 08:08:00,60,503100,3502100\n"
                "D5,,一氧化碳,mg/m3,21.5,2026-03-16 08:09:00,60,503100,3502100\n"
                "D6,,一氧化碳,mg/m3,22,2026-03-16 08:08:00,60,503110,3502100\n"
                "D6,,一氧化碳,mg/m3,21,2026-03-16 08:09:00,60,503110,3502100\n"
                "D6,,一氧化碳,mg/m3,21,yesterday,60,503110,3502100\n");
  const CliRun run = project.rate();
  BOOST_REQUIRE_MESSAGE(run.exit_code == 5, run.err);
  BOOST_TEST(holds(run.err, "live.csv:7"));  // the gas
  BOOST_TEST(project.cell("points.csv", "P1", "grade") == "yellow");
  BOOST_TEST(project.cell("points.csv", "P1", "live") == "orange");
  BOOST_TEST(project.cell("points.csv", "P2", "live") == "red");
  BOOST_TEST(project.cell("points.csv", "P3", "live") == "unrated");
  BOOST_TEST(project.cell("live.csv", "D1", "alarm") == "1");
  BOOST_TEST(project.cell("live.csv", "D2", "state") == "stale");
  BOOST_TEST(project.cell("live.csv", "D2", "held") == "true");
  BOOST_TEST(project.cell("live.csv", "D3", "alarm_en") == "no live data");
  BOOST_TEST(holds(project.cell("live.csv", "D4", "findings"), "unknown_gas"));
  BOOST_TEST(project.cell("live.csv", "D5", "alarm") == "2");
  BOOST_TEST(holds(project.cell("live.csv", "D6", "findings"), "no_time"));
  // A line for every row, and each says what is wrong with it alone.
  const std::string cleaning = project.read("out/cleaning.csv");
  BOOST_TEST(holds(cleaning, "live,live.csv,,12,D6,partly_left_out,,no_time,"));
  BOOST_TEST(holds(cleaning, "live,live.csv,,11,D6,counted,"));
  BOOST_TEST(holds(cleaning, "live,live.csv,,7,D4,partly_left_out,,unknown_gas;no_enterprise,"), cleaning);
  for (int line = 2; line <= 12; ++line) BOOST_TEST(holds(cleaning, "live,live.csv,," + std::to_string(line) + ","));
  BOOST_TEST(project.cell("areas.csv", "东镇", "实时失联") == "1");
  BOOST_TEST(project.cell("areas.csv", "西镇", "实时失联") == "1");
  const auto live = project.json("summary.json")["live"];
  BOOST_TEST(live["as_of"] == "2026-03-16 08:10:00");
  BOOST_TEST(live["lost"] == 2);
  BOOST_TEST(live["alarms"] == 4);
  BOOST_REQUIRE(project.run("onemap", {"--overwrite"}).exit_code == 5);
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  BOOST_TEST(rows_of(*package, "register_live") == 6);
  BOOST_TEST(holds(project.read("out/onemap.qgs"), "动态, 资料日期 2026-03-16 08:10:00"));
}

BOOST_AUTO_TEST_CASE(trips_oxygen_acknowledgements_and_overrides_of_live_data) {
  const RegisterProject project;
  project.replace("project.toml", "[register.enterprises]",
                  "[[register.live]]\nsource = \"live.csv\"\n[register.enterprises]");
  project.replace("project.toml", "cell_m = 500.0", "cell_m = 500.0\nlive_time = \"2026-03-16 08:40:00\"");
  const auto row = [](const std::string& id, const std::string& point, const std::string& what,
                      const std::string& value, const std::string& time, const std::string& more) {
    return id + "," + point + "," + what + "," + value + ",2026-03-16 " + time + "," + more + "\n";
  };
  std::string text =
      "探测器编号,风险点编号,气体,单位,监测值,监测时间,HH值,联锁状态,确认时间,屏蔽人,屏蔽原因,屏蔽时间,屏蔽至\n";
  for (const char* time : {"08:38:00", "08:39:00"}) {
    text += row("T1", "Q2", "液位,m", "12.1", time, "12,旁路,,,,,");  // bypassed: level 2
    text +=
        row("T2", "P2", "液位,m", "12.1", time, "12,投用,,,,,");  // in service: out of range, and P2 is orange already
    text += row("X1", "P1", "氧气,%VOL", "19.4", time, ",,,张三,标定,2026-03-16 08:00,2026-03-16 12:00");
    text += row("X2", "P3", "氧气,%VOL", "19.4", time, ",,,张三,标定,2026-03-16 08:00,2026-03-16 18:00");  // ten hours
  }
  project.write("live.csv", text);
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(project.cell("points.csv", "Q2", "live") == "red");
  BOOST_TEST(project.cell("points.csv", "P2", "live") == "orange");
  BOOST_TEST(project.cell("live.csv", "T2", "alarm_en") == "process value out of range");
  BOOST_TEST(project.cell("points.csv", "P1", "live") == "yellow");
  BOOST_TEST(project.cell("live.csv", "X1", "set_aside") == "true");
  BOOST_TEST(holds(project.cell("live.csv", "X1", "alarm_zh"), "标定"));
  BOOST_TEST(!holds(project.read("out/live.csv"), "张三"));
  BOOST_TEST(project.cell("points.csv", "P3", "live") == "orange");
  BOOST_TEST(holds(run.err, "eight hours"));
}

BOOST_AUTO_TEST_CASE(ppm_need_a_temperature) {
  const RegisterProject project;
  project.replace("project.toml", "[register.enterprises]",
                  "[[register.live]]\nsource = \"live.csv\"\n[register.enterprises]");
  project.write(
      "live.csv",
      "探测器编号,风险点编号,气体,单位,监测值,监测时间\nD1,P1,硫化氢,ppm,7.1,2026-03-16 08:08\nD1,P1,硫化氢,ppm,"
      "7.1,2026-03-16 08:09\n");
  BOOST_TEST(holds(project.rate().err, "live_ppm_C"));
  BOOST_TEST(project.cell("points.csv", "P1", "live") == "yellow");
  (void)project.rate({"--overwrite", "--set", "register.live_ppm_C=20"});
  BOOST_TEST(project.cell("points.csv", "P1", "live") == "orange");  // 7.054 ppm are 10 mg/m3
  (void)project.rate({"--overwrite", "--set", "register.live_ppm_C=25"});
  BOOST_TEST(project.cell("points.csv", "P1", "live") == "yellow");
  BOOST_TEST(project.rate({"--overwrite", "--set", "register.live_ppm_C=0"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_registers_map_has_the_same_bytes_for_any_number_of_threads) {
  const RegisterProject project;
  (void)project.run("onemap", {"--threads", "1"});
  const auto one = contents_of(project.path("out"));
  (void)project.run("onemap", {"--threads", "3", "--overwrite"});
  BOOST_TEST((contents_of(project.path("out")) == one));
}

BOOST_AUTO_TEST_CASE(a_register_that_does_not_fit_is_refused_before_it_is_rated) {
  const RegisterProject project;
  for (const char* command : {"rate", "onemap"}) {
    BOOST_TEST(project.run(command, {"--max-memory", "10M"}).exit_code == 6);
    BOOST_TEST(project.run(command, {"--max-cells", "3"}).exit_code == 6);
    BOOST_TEST(!std::filesystem::exists(project.path("out")));
  }
}

BOOST_AUTO_TEST_CASE(rated_points_carry_their_style) {
  const RegisterProject project;
  BOOST_REQUIRE(project.rate().exit_code == 5);
  const auto package = opened_package(project.path("out/points.gpkg"));
  BOOST_TEST(rows_of(*package, "points") == 6);
  BOOST_TEST(rows_of(*package, "layer_styles", "f_table_name = 'points'") == 1);
}

BOOST_AUTO_TEST_CASE(every_point_of_the_register_is_a_mark_on_a_telephone) {
  const RegisterProject project;
  for (const char* command : {"rate", "onemap"}) {
    const CliRun dry = project.run(command, {"--dry-run", "--also", "all"});
    BOOST_REQUIRE_MESSAGE(dry.exit_code == 0, dry.err);
    std::filesystem::remove_all(project.path("out"));
    const CliRun run = project.run(command, {"--also", "all"});
    BOOST_REQUIRE_MESSAGE(run.exit_code == 5, run.err);
    BOOST_TEST((names_in(project.path("out")) == nlohmann::json::parse(dry.out)["files"].get<std::set<std::string>>()),
               command);
    const std::string base = std::string("out/") + command;
    const auto package = opened_package(project.path(base + ".gpkg"));
    const auto placed = rows_of(*package, "register_points", "place_class <> 'P4'");
    GDALAllRegister();
    const std::unique_ptr<GDALDataset> kml(
        GDALDataset::Open(project.path(base + ".kml").c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    BOOST_REQUIRE(kml);
    GIntBig marks = 0;
    for (OGRLayer* layer : kml->GetLayers()) {
      if (std::string(layer->GetName()).find("风险点等级") != std::string::npos) marks += layer->GetFeatureCount();
    }
    BOOST_TEST(marks > 0);
    BOOST_TEST(marks <= placed);
    BOOST_TEST(holds(project.read(base + ".sld"), "<se:Name>register_points</se:Name>"));
  }
}

BOOST_AUTO_TEST_CASE(natural_hazards_lie_beside_the_grades_and_change_none_of_them) {
  const RegisterProject project;
  BOOST_REQUIRE(project.run("onemap").exit_code == 5);
  const auto before = project.json("summary.json")["register"]["district"];
  project.write("flood.csv",
                "编号,等级,wkt\n"
                "F1,较高,\"POLYGON((500000 3500000,501000 3500000,501000 3504000,500000 3504000,500000 3500000))\"\n"
                "F2,低,\"POLYGON((501000 3500000,502000 3500000,502000 3504000,501000 3504000,501000 3500000))\"\n"
                "F3,,\"POLYGON((502000 3500000,504000 3500000,504000 3504000,502000 3504000,502000 3500000))\"\n");
  project.write("slope.csv",
                "编号,指数,wkt\n"
                "S1,0.5,\"POLYGON((500000 3500000,502000 3500000,502000 3504000,500000 3504000,500000 3500000))\"\n"
                "S2,0.9,\"POLYGON((502000 3500000,504000 3500000,504000 3504000,502000 3504000,502000 3500000))\"\n");
  const std::string crs = "wkt = \"wkt\"\ncrs = \"EPSG:4549\"\n";
  project.write("project.toml", project.read("project.toml") + "[natural_hazards.flood]\nsource = \"flood.csv\"\n" +
                                    crs +
                                    "class = \"等级\"\ntitle = \"洪涝\"\ndate = 2022-12-31\n[natural_hazards.geology]\n"
                                    "source = \"slope.csv\"\n" +
                                    crs + "value = \"指数\"\nmethod = \"breaks\"\nbreaks = [0.2, 0.4, 0.6, 0.8]\n");
  BOOST_REQUIRE(project.run("onemap", {"--overwrite"}).exit_code == 5);
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  BOOST_TEST(rows_of(*package, "hazard_flood", "code = 2 AND id = 'F1'") == 1);
  BOOST_TEST(rows_of(*package, "hazard_flood", "code = 0 AND id = 'F3'") == 1);
  BOOST_TEST(rows_of(*package, "hazard_geology", "code = 3") == 1);
  BOOST_TEST(rows_of(*package, "hazards_townships", "name = '东镇' AND code = 2 AND NOT incomplete") == 1);
  BOOST_TEST(rows_of(*package, "hazards_townships", "name = '西镇' AND code = 1 AND incomplete") == 1);
  // How much of the ground has which class: of each hazard, and of both together, each place with its worst.
  BOOST_TEST(rows_of(*package, "hazards_townships",
                     "name = '东镇' AND abs(rather_high_share - 0.5) < 1e-9 AND abs(medium_share - 0.5) < 1e-9") == 1);
  BOOST_TEST(rows_of(*package, "hazards_townships",
                     "name = '东镇' AND abs(hazard_flood_low_share - 0.5) < 1e-9 AND hazard_flood = '较高'") == 1);
  BOOST_TEST(rows_of(*package, "hazards_townships", "name = '西镇' AND hazard_flood_unknown_share = 1") == 1);
  BOOST_TEST(std::filesystem::exists(project.path("out/natural_hazards.png")));
  const auto summary = project.json("summary.json");
  BOOST_TEST(summary["register"]["district"] == before);
  for (const auto& missing : summary["not_in_it"]) BOOST_TEST(!holds(missing["en"], "natural hazards"));
  // The page of the grades has them too, unticked.
  BOOST_REQUIRE(project.run("rate", {"--overwrite"}).exit_code == 5);
  const auto page = page_data(project.read("out/index.html"));
  BOOST_TEST(page_layer(page, "hazards_townships")["shown"] == false);
  BOOST_TEST(page_layer(page, "hazard_flood")["shown"] == false);
}

BOOST_AUTO_TEST_CASE(a_hazard_that_is_not_understood_is_refused) {
  const RegisterProject project;
  const std::string ground =
      "\"POLYGON((500000 3500000,501000 3500000,501000 3504000,500000 3504000,500000 3500000))\"\n";
  project.write("flood.csv", "编号,等级,wkt\nF1,2," + ground + "F2,2," + ground);
  const std::string base = project.read("project.toml");
  const auto told = [&](const std::string& keys, const std::string& more = {}) {
    project.write(
        "project.toml",
        base + "[natural_hazards.flood]\nsource = \"flood.csv\"\nwkt = \"wkt\"\ncrs = \"EPSG:4549\"\n" + keys + more);
    return project.run("onemap", {"--overwrite"});
  };
  const CliRun code = told("class = \"等级\"\n");
  BOOST_TEST(code.exit_code == 3);
  BOOST_TEST(holds(code.err, "flood.csv:2"));
  BOOST_TEST(holds(code.err, "等级 = '2'"));
  BOOST_TEST(told("class = \"等级\"\n", "[natural_hazards.flood.dictionary]\n2 = \"较高\"\n").exit_code == 5);
  BOOST_TEST(told("class = \"等级\"\n", "[natural_hazards.flood.dictionary]\n2 = \"橙\"\n").exit_code == 2);
  BOOST_TEST(told("value = \"等级\"\n").exit_code == 2);  // how values become classes is not said
  BOOST_TEST(told("value = \"等级\"\nmethod = \"mu_sigma\"\n").exit_code == 3);  // all are the same
  BOOST_TEST(told("value = \"等级\"\nmethod = \"breaks\"\nbreaks = [1.0, 2.0]\n").exit_code == 2);
  BOOST_TEST(told("class = \"等级\"\nweight = 1.0\n").exit_code == 2);  // changes nothing
}
