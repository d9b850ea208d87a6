// sise relocation: measures ranked, the first proven.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

struct RelocationProject : TinyProject {
  RelocationProject() {
    write("people.tif", population());
    write("project.toml", read("project.toml") + "[population]\nraster = \"people.tif\"\nunit = \"per_cell\"\n");
  }
  [[nodiscard]] CliRun relocation(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"relocation", "project.toml", "-o", "out", "--quiet", "--overwrite"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(closing_the_store_and_the_tank_are_ranked_and_proven) {
  const RelocationProject project;
  const CliRun run = project.relocation();
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.err.empty(), run.err);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_REQUIRE(summary["options"].size() >= 2U);
  double before = 1e300;
  std::set<std::string> enterprises;
  for (std::size_t i = 0; i < summary["options"].size(); ++i) {
    const auto& option = summary["options"][i];
    BOOST_TEST(option["rank"] == static_cast<int>(i + 1));
    BOOST_TEST(option["proven"] == (i < 3));
    BOOST_TEST(option["net_people"].get<double>() <= before);
    before = option["net_people"].get<double>();
    enterprises.insert(option["enterprise"]);
  }
  BOOST_TEST(enterprises.contains("E1"));
  BOOST_TEST(enterprises.contains("E2"));
  BOOST_TEST(holds(project.read("out/relocation.csv"), "E2,close"));
  BOOST_TEST(holds(project.read("out/relocation_zh.md"), "经全区复算证实"));
  BOOST_TEST(holds(project.read("out/relocation_en.md"), "Halving means"));
  BOOST_TEST(names_in(project.path("out")).size() == 6U);
  const auto page = page_data(project.read("out/index.html"));
  const auto& firms = page_layer(page, "enterprises");
  BOOST_TEST(firms["entries"].size() == 3U);
  BOOST_TEST(firms["shapes"].size() == firms["entry"].size());
  BOOST_TEST(std::count(firms["entry"].begin(), firms["entry"].end(), 0) > 0);  // proven
  BOOST_TEST(!page["notes"].empty());
  check_manifest(project.path("out"), project.path(""));
  check_nothing_of_the_machine(project.path("out"), project.path("out").parent_path());
}

BOOST_AUTO_TEST_CASE(parcels_of_a_plan_are_counted_by_the_second_run) {
  const RelocationProject project;
  project.keep_chlorine_only();
  project.write("project.toml", project.read("project.toml") + "[plan]\ncrs = \"EPSG:4549\"\nwkt = \"wkt\"\n");
  project.write(
      "plan.csv",
      "id,code,code_name,people,wkt\nL1,070102,二类城镇住宅用地,300,\"POLYGON((501060 3500980,501100 "
      "3500980,501100 3501020,501060 3501020,501060 3500980))\"\nL2,070102,二类城镇住宅用地,300,\"POLYGON((503500 "
      "3503500,503560 3503500,503560 3503560,503500 3503560,503500 3503500))\"\n");
  const CliRun run = project.relocation({"--plan", "plan.csv", "--scheme", "ydyh_2023", "--prove", "1"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["parcels_breaking"] == 1);
  BOOST_TEST(summary["options"][0]["measure"] == "close");
  BOOST_TEST(summary["options"][0]["parcels_freed"] == 1);
}
