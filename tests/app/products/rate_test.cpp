// sise rate as people call it: a small register with what registers get wrong.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "tests/app/products/files.hpp"
#include "tests/app/products/register_project.hpp"

using namespace sise::test;

BOOST_AUTO_TEST_CASE(points_enterprises_and_areas_get_their_grades) {
  const RegisterProject project;
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 5);  // one factor, one code and one deadline could not be used
  BOOST_TEST(project.cell("points.csv", "P1", "grade") == "yellow");
  BOOST_TEST(project.cell("points.csv", "P2", "grade") == "orange");
  BOOST_TEST(project.cell("points.csv", "P2", "findings") == "stated_differs");
  BOOST_TEST(project.cell("points.csv", "P3", "grade") == "unrated");
  BOOST_TEST(project.cell("points.csv", "Q1", "grade") == "red");
  BOOST_TEST(project.cell("points.csv", "P4", "grade") == "red");  // an open major hidden danger
  BOOST_TEST(project.cell("points.csv", "P4", "inherent") == "unrated");
  BOOST_TEST(project.cell("points.csv", "P4", "place_class") == "P1");
  BOOST_TEST(project.cell("enterprises.csv", "甲化工有限公司", "grade") == "red");
  BOOST_TEST(project.cell("enterprises.csv", "丙公司", "grade") == "unrated");
  BOOST_TEST(project.cell("enterprises.csv", "丙公司", "registered") == "false");
  BOOST_TEST(project.cell("areas.csv", "东镇", "红") == "1");
  BOOST_TEST(project.cell("areas.csv", "东镇", "报告率") == "1.0");
  BOOST_TEST(project.cell("areas.csv", "东镇", "grade") == "red");
  BOOST_TEST(project.cell("hidden_dangers.csv", "H1", "days_overdue") == "6");
  BOOST_TEST(project.json("manifest.json").at("status") == "partial");
}

BOOST_AUTO_TEST_CASE(a_sound_register_leaves_whole_files_and_exit_code_0) {
  const RegisterProject project;
  project.write("a.csv", "风险编号,企业名称,L,E,C,x,y\nP4,甲化工有限公司,3,6,7,500500,3500500\n");
  project.write("b.csv", "id,企业名称,风险等级,x,y\nQ1,甲化工有限公司,1,501500,3502500\n");
  project.write("h.csv",
                "隐患编号,企业名称,隐患等级,检查时间,整改期限,整改状态\nH1,乙公司,1,2026-02-01,2026-03-10,整改中\n");
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 0, run.err);
  const std::filesystem::path folder = project.path("project.toml").parent_path();
  check_manifest(project.path("out"), folder);
  check_nothing_of_the_machine(project.path("out"), folder);
  (void)check_rfc7946(project.path("out/areas.geojson"));
  (void)check_rfc7946(project.path("out/enterprises.geojson"));
}

BOOST_AUTO_TEST_CASE(sums_over_areas_and_what_they_leave_out_are_the_district) {
  const RegisterProject project;
  (void)project.rate();
  const nlohmann::json summary = project.json("summary.json");
  const auto& set = summary.at("sets").at(0);
  BOOST_TEST(set.at("placed").get<int>() + set.at("unplaced").get<int>() == set.at("total").get<int>());
  BOOST_TEST(set.at("total").get<int>() == 6);
  for (const char* file : {"a.csv", "b.csv", "e.csv", "h.csv"}) {
    const auto found = std::find_if(summary.at("files").begin(), summary.at("files").end(),
                                    [&](const auto& one) { return one.at("file") == file; });
    BOOST_REQUIRE(found != summary.at("files").end());
    int told = 0;
    for (const char* status :
         {"counted", "flagged", "partly_left_out", "withdrawn", "quarantined", "repeated", "unreadable"}) {
      if (found->contains(status)) told += found->at(status).get<int>();
    }
    BOOST_TEST(told == found->at("rows").get<int>(), file);
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named_with_row_and_remedy) {
  const RegisterProject project;
  const CliRun run = project.rate();
  for (const char* part : {"a.csv:4", "L = 4", "b.csv:3", "风险等级 = 3", "h.csv:3", "2026-01-10 < 2026-02-01"}) {
    BOOST_TEST(holds(run.err, part), part);
  }
  BOOST_TEST(project.cell("cleaning.csv", "P3", "status") == "partly_left_out");
  BOOST_TEST(holds(project.cell("cleaning.csv", "P3", "findings"), "bad_check"));  // the row is kept
  BOOST_TEST(holds(project.cell("cleaning.csv", "P3", "remedy_zh"), "请更正代码"));
}

BOOST_AUTO_TEST_CASE(a_level_code_without_dictionary_is_refused) {
  const RegisterProject project;
  project.replace("project.toml", "[register.points.dictionary]\nlevel = \"szs_enterprise_risk\"\n", "");
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(holds(run.err, "b.csv:2"));
  BOOST_TEST(holds(run.err, "dictionary"));
  // The catalogue's code still makes it orange; the level code makes it nothing.
  BOOST_TEST(project.cell("points.csv", "Q1", "grade") == "orange");
  BOOST_TEST(project.cell("points.csv", "Q2", "grade") == "unrated");
}

BOOST_AUTO_TEST_CASE(overlapping_areas_are_told_and_the_first_counts) {
  const RegisterProject project;
  project.write(
      "t.csv",
      project.read("t.csv") +
          "T3,叠镇,\"POLYGON((500000 3500000,501000 3500000,501000 3501000,500000 3501000,500000 3500000))\"\n");
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(holds(run.err, "overlap"));
  BOOST_TEST(holds(project.cell("points.csv", "P1", "findings"), "point_in_two_areas"));
  BOOST_TEST(project.cell("areas.csv", "叠镇", "风险点") == "0");
}

BOOST_AUTO_TEST_CASE(ids_and_names_of_areas_are_found_by_their_usual_headings) {
  const RegisterProject project;
  project.replace("project.toml", "id = \"code\"\nname = \"name\"\n", "");
  project.replace("t.csv", "code,name", "CODE,Name");
  (void)project.rate();
  BOOST_TEST(project.cell("areas.csv", "东镇", "镇街代码") == "T1");
}

BOOST_AUTO_TEST_CASE(doubled_ids_keep_their_rows_and_equal_rows_count_once) {
  const RegisterProject project;
  project.write("b.csv",
                "id,企业名称,风险等级,x,y\nQ1,丁公司,重大,501500,3502500\nQ1,丁公司,低,501600,3502500\nQ2,丁公司,低,"
                "501700,3502500\n"
                "Q2,丁公司,低,501700,3502500\n");
  BOOST_TEST(project.rate().exit_code == 5);
  BOOST_TEST(project.cell("points.csv", "Q1", "grade") == "red");
  BOOST_TEST(project.cell("points.csv", "Q1#2", "grade") == "blue");
  BOOST_TEST(project.cell("enterprises.csv", "丁公司", "points") == "3");
}

BOOST_AUTO_TEST_CASE(coordinates_without_a_crs_are_refused) {
  const RegisterProject project;
  project.replace("project.toml", "source = \"b.csv\"\ncrs = \"EPSG:4549\"\n", "source = \"b.csv\"\n");
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.err, "CRS"));
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
}

BOOST_AUTO_TEST_CASE(a_statistic_is_no_colour_and_unknown_names_are_told) {
  const RegisterProject project;
  const CliRun statistic = project.rate({"--set", "register.area_method=nemerow"});
  BOOST_TEST(statistic.exit_code == 2);
  BOOST_TEST(holds(statistic.err, "statistic"));
  BOOST_TEST(project.rate({"--set", "register.point_method=lec"}).exit_code == 2);
  const CliRun hole = project.rate({"--set", "register.point_method=mes_rail"});
  BOOST_TEST(hole.exit_code == 2);
  BOOST_TEST(holds(hole.err, "180"));
}

BOOST_AUTO_TEST_CASE(a_control_level_needs_its_dictionary) {
  const RegisterProject project;
  project.write(
      "b.csv",
      "id,企业名称,固有风险等级,KZFXDJ,x,y\nQ1,丁公司,一般,D,501500,3502500\nQ2,丁公司,一般,A,501600,3502500\n");
  project.replace("project.toml", "level = \"szs_enterprise_risk\"", "control = \"KZFXDJ\"");
  (void)project.rate();
  BOOST_TEST(project.cell("points.csv", "Q1", "grade") == "orange");
  BOOST_TEST(holds(project.cell("points.csv", "Q1", "reason_en"), "control level D"));
  BOOST_TEST(project.cell("points.csv", "Q2", "grade") == "yellow");
  project.replace("project.toml", "control = \"KZFXDJ\"", "level = \"canonical\"");
  const CliRun undeclared = project.rate({"--overwrite"});
  BOOST_TEST(undeclared.exit_code == 5);
  BOOST_TEST(holds(undeclared.err, "KZFXDJ = D"));
  BOOST_TEST(project.cell("points.csv", "Q1", "grade") == "yellow");
}

BOOST_AUTO_TEST_CASE(workbooks_and_one_sheet_per_enterprise_are_written_on_request) {
  const RegisterProject project;
  const CliRun run = project.rate({"--xlsx", "--dossiers", "91320585MA00TK9X7A,乙公司"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 5, run.err);
  for (const char* name : {"points.xlsx", "enterprises.xlsx", "overdue.csv", "enterprise_91320585MA00TK9X7A.html"}) {
    BOOST_TEST(std::filesystem::exists(project.path("out") / name), name);
  }
  const std::string page = project.read("out/enterprise_91320585MA00TK9X7A.html");
  // Its points the worst first, each with its reason; what is wrong in its records with the remedy.
  BOOST_TEST(page.find("<td>Q1</td>") < page.find("<td>P2</td>"));
  BOOST_TEST(holds(page, "3 × 6 × 15"));
  BOOST_TEST(holds(page, "<td>H2</td>"));
  BOOST_TEST(holds(page, "请更正其中一个日期"));
  BOOST_TEST(!holds(page, "乙公司"));
  const CliRun all = project.rate({"--dossiers", "all", "--dry-run"});
  const auto files = nlohmann::json::parse(all.out)["files"];
  BOOST_TEST(std::count_if(files.begin(), files.end(), [](const auto& file) {
               return file.template get<std::string>().ends_with(".html");
             }) == 4);  // three sheets and the map's page
  const CliRun unknown = project.rate({"--dossiers", "化工", "--overwrite"});
  BOOST_TEST(unknown.exit_code == 2);
  BOOST_TEST(holds(unknown.err, "Did you mean 甲化工有限公司?"));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_for_any_number_of_threads) {
  const RegisterProject project;
  (void)project.rate({"--threads", "1"});
  const auto one = contents_of(project.path("out"));
  (void)project.rate({"--threads", "3", "--overwrite"});
  BOOST_TEST((contents_of(project.path("out")) == one));
}

BOOST_AUTO_TEST_CASE(indices_of_areas_are_statistics_beside_the_colour) {
  const RegisterProject project;
  project.write(
      "t.csv",
      "code,name,危险性,易损性,wkt\n"
      "T1,东镇,80,45,\"POLYGON((500000 3500000,502000 3500000,502000 3504000,500000 3504000,500000 3500000))\"\n"
      "T2,西镇,80,,\"POLYGON((502000 3500000,504000 3500000,504000 3504000,502000 3504000,502000 3500000))\"\n");
  project.replace("project.toml", "name = \"name\"\n", "name = \"name\"\nE = \"危险性\"\nV = \"易损性\"\n");
  (void)project.rate();
  BOOST_TEST(project.cell("areas.csv", "东镇", "sqrt_EV") == "60.0");
  BOOST_TEST(project.cell("areas.csv", "东镇", "sqrt_EV_class_zh") == "中");
  BOOST_TEST(project.cell("areas.csv", "东镇", "grade") == "red");
  BOOST_TEST(project.cell("areas.csv", "西镇", "sqrt_EV").empty());
  project.replace("t.csv", "T1,东镇,80", "T1,东镇,180");
  const CliRun wrong = project.rate({"--overwrite"});
  BOOST_TEST(wrong.exit_code == 3);
  BOOST_TEST(holds(wrong.err, "危险性 = '180'"));
}

BOOST_AUTO_TEST_CASE(a_column_of_rates_tells_by_itself_whether_it_is_in_per_cent) {
  const RegisterProject project;
  const auto with_rates = [&](const std::string& first, const std::string& second) {
    project.write("e.csv",
                  "统一社会信用代码,企业名称,x,y,标准化等级,36月事故,12月执法,按期整改率,应报告\n"
                  "91320585MA00TK9X7A,甲化工有限公司,500550,3500550,一级,无,无," +
                      first +
                      ",是\n"
                      ",乙公司,503550,3500550,一级,无,无," +
                      second + ",也许\n");
    (void)project.rate({"--overwrite"});
    return project.cell("enterprises.csv", "甲化工有限公司", "five_input_high");
  };
  BOOST_TEST(with_rates("1.0", "0.93") == "30.0");  // shares: all of it on time, 30 of the inherent grade
  BOOST_TEST(with_rates("1", "0.93") == "30.0");
  BOOST_TEST(with_rates("1.0", "93") == "50.0");  // per cent: one in a hundred
  BOOST_TEST(with_rates("1", "0") == "50.0");     // could be either: the worse end
  BOOST_TEST(holds(project.cell("enterprises.csv", "乙公司", "findings"), "unknown_answer"));
}

BOOST_AUTO_TEST_CASE(work_in_dust_is_a_matter_of_health_and_no_colour) {
  const RegisterProject project;
  project.write("a.csv",
                "风险编号,企业名称,L,E,C,WM,WB,WL,x,y\nP1,甲化工有限公司,1,6,3,2,3,1.5,500500,3500500\n"
                "P2,甲化工有限公司,1,6,3,2,3,,500500,3500500\nP4,甲化工有限公司,1,6,3,,,,500500,3500500\n");
  const CliRun run = project.rate();
  BOOST_TEST(project.cell("points.csv", "P1", "dust_G") == "9.0");
  BOOST_TEST(project.cell("points.csv", "P1", "dust_class_zh") == "中度 (II 级)");
  BOOST_TEST(project.cell("points.csv", "P1", "inherent") == "blue");
  BOOST_TEST(holds(run.err, "a.csv:3"));
  BOOST_TEST(project.cell("points.csv", "P2", "dust_G").empty());
  BOOST_TEST(project.cell("points.csv", "P2", "inherent") == "blue");
  BOOST_TEST(project.cell("points.csv", "P4", "dust_class_zh").empty());
}

BOOST_AUTO_TEST_CASE(accident_rates_an_index_and_a_density_on_request) {
  const RegisterProject project;
  project.replace(
      "project.toml", "[[register.points]]",
      "kernel_m = 1000.0\n[register.indices]\ndeaths = 12\ngdp_100M_yuan = 1830.0\n"
      "[[register.indices.item]]\nname = \"亿元GDP死亡率\"\nvalue = 0.012\nbad = 0.02\ngood = 0.005\nweight = 0.7\n"
      "[[register.indices.item]]\nname = \"整改率\"\nbad = 0.0\ngood = 1.0\nweight = 0.3\n[[register.points]]");
  BOOST_REQUIRE(project.rate().exit_code == 5);
  const auto indices = project.json("summary.json")["indices"];
  BOOST_TEST(indices["deaths_per_100M_yuan"].get<double>() == 0.006557, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(indices["deaths_per_million_t"].is_null());
  BOOST_TEST(indices["safety_index"]["high"].get<double>() == 67.3333, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(std::filesystem::exists(project.path("out/kernel.tif")));
  project.replace("project.toml", "weight = 0.3", "weight = 0.4");
  BOOST_TEST(project.rate({"--overwrite"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(steps_of_hidden_dangers_are_checked_row_by_row) {
  const RegisterProject project;
  project.write("h.csv",
                "隐患编号,企业名称,隐患等级,检查时间,整改期限,整改状态\n"
                "H1,乙公司,1,2026-02-01,2026-03-10,整改中\nH2,乙公司,1,2026-02-01,2026-03-10,已销号\n");
  project.replace("project.toml", "[areas.townships]",
                  "[register.hidden_danger_steps]\nsource = \"s.csv\"\n[areas.townships]");
  project.write("s.csv",
                "隐患编号,环节,办理时间,经办人\n"
                "H1,登记,2026-02-01,甲\nH1,定级,2026-02-02,甲\nH1,整改中,2026-02-02,甲\n"
                "H2,登记,2026-02-01,甲\nH2,定级,2026-02-03,甲\nH2,整改中,2026-02-02,乙\nH2,已销号,2026-02-20,乙\n"
                "H9,登记,2026-02-01,甲\nH2,挂起,2026-02-21,甲\n");
  const CliRun run = project.rate();
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(holds(run.err, "s.csv:9"), run.err);   // a danger that the ledger does not have
  BOOST_TEST(holds(run.err, "s.csv:10"), run.err);  // no state
  const std::string cleaning = project.read("out/cleaning.csv");
  for (const char* line :
       {"step,s.csv,,2,H1,counted,", "step,s.csv,,4,H1,counted,",
        "step,s.csv,,7,H2,flagged,,steps_backwards,2026-02-03 → ",
        "step,s.csv,,8,H2,flagged,,step_out_of_order,整改中 → 已销号",
        "step,s.csv,,9,H9,partly_left_out,,step_without_danger", "step,s.csv,,10,H2,partly_left_out,,unknown_state"})
    BOOST_TEST(holds(cleaning, line), line);
  BOOST_TEST(!holds(cleaning, "乙,"));  // who did it is nobody else's business
  // Without them nothing changes but the lines about them.
  const std::string ledger = project.read("out/hidden_dangers.csv");
  project.replace("project.toml", "[register.hidden_danger_steps]\nsource = \"s.csv\"\n", "");
  BOOST_REQUIRE(project.rate({"--overwrite"}).exit_code != 3);
  BOOST_TEST(project.read("out/hidden_dangers.csv") == ledger);
}

BOOST_AUTO_TEST_CASE(sheets_of_the_grades_and_of_the_one_map_are_written_as_asked) {
  const RegisterProject project;
  for (const auto& [command, names] : std::map<std::string, std::vector<std::string>>{
           {"rate", {"sheet_a4"}}, {"onemap", {"sheet_a4", "official_grades_sheet_a4"}}}) {
    const CliRun plan = project.run(command, {"--sheet", "A4", "--dry-run", "--quiet", "--overwrite"});
    const std::set<std::string> files = nlohmann::json::parse(plan.out)["files"];
    BOOST_REQUIRE(project.run(command, {"--sheet", "A4", "--overwrite"}).exit_code == 5);
    BOOST_TEST((files == names_in(project.path("out"))), command);
    for (const std::string& name : names) {
      BOOST_TEST(project.read("out/" + name + ".pdf").starts_with("%PDF"), name);
      BOOST_TEST(project.read("out/" + name + ".png").starts_with("\x89PNG"), name);
    }
    check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
  }
}

BOOST_AUTO_TEST_CASE(the_white_paper_tells_the_registers_own_figures_and_what_is_missing) {
  const RegisterProject project;
  BOOST_REQUIRE(project.rate({"--white-paper"}).exit_code == 5);
  const std::string zh = project.read("out/white_paper_zh.md");
  const std::string en = project.read("out/white_paper_en.md");
  BOOST_TEST(project.read("out/white_paper_zh.docx").starts_with("PK"));
  BOOST_TEST(project.read("out/white_paper_en.docx").starts_with("PK"));
  const auto summary = project.json("summary.json");
  const auto& points = summary["district"]["current"];
  BOOST_TEST(holds(en, "Risk points: " + std::to_string(points["red"].get<int>()) + " red"));
  BOOST_TEST(holds(zh, "风险点: 红 " + std::to_string(points["red"].get<int>())));
  BOOST_TEST(holds(zh, "- 东镇: 重大风险"));
  BOOST_TEST(holds(zh, "- 甲化工有限公司: 红"));
  BOOST_TEST(holds(en, "## 10 Limits of this paper"));
  BOOST_TEST(holds(en, "Not rated is not low."));
  BOOST_TEST(holds(en, "Not given ([register.indices])."));
}
