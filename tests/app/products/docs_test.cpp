// Every command that the pages of these commands show runs as shown, beside the bundled examples.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/app/cli.hpp"

using namespace sise::test;

namespace {

namespace fs = std::filesystem;

/// The words after "$ sise" of every such line in a ```console block.
std::vector<std::vector<std::string>> commands_in(const fs::path& page) {
  const std::string prompt = "$ sise ";
  std::ifstream text(page);
  BOOST_REQUIRE(text.good());
  std::vector<std::vector<std::string>> commands;
  bool console = false;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("```")) console = line == "```console";
    if (!console || !line.starts_with(prompt)) continue;
    std::istringstream words(line.substr(prompt.size()));
    std::vector<std::string>& command = commands.emplace_back();
    for (std::string word; words >> word;) command.push_back(word);
  }
  return commands;
}

void check_page(const std::string& name, const std::string& output = "out/manifest.json") {
  const auto commands = commands_in(fs::path(SISE_SOURCE_DIR) / "docs/commands" / (name + ".md"));
  BOOST_TEST(!commands.empty());
  for (const std::vector<std::string>& command : commands) {
    const TemporaryFolder folder;
    for (const char* example : {"binjiang", "incidents", "station"}) {
      fs::create_directories(folder.path() / "examples" / example);
      fs::copy(fs::path(SISE_SOURCE_DIR) / "examples" / example, folder.path() / "examples" / example,
               fs::copy_options::recursive);
    }
    CliOptions options;
    options.folder = folder.path();
    const CliRun run = run_sise(command, options);
    BOOST_TEST(run.exit_code == 0, name + ": " + run.err);
    BOOST_TEST(fs::exists(folder.path() / output));
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_page_of_map) { check_page("map"); }
BOOST_AUTO_TEST_CASE(the_page_of_distances) { check_page("distances"); }
BOOST_AUTO_TEST_CASE(the_page_of_review) { check_page("review"); }
BOOST_AUTO_TEST_CASE(the_page_of_capacity) { check_page("capacity"); }
BOOST_AUTO_TEST_CASE(the_page_of_relocation) { check_page("relocation"); }
BOOST_AUTO_TEST_CASE(the_page_of_societal) { check_page("societal"); }
BOOST_AUTO_TEST_CASE(the_page_of_zones) { check_page("zones"); }
BOOST_AUTO_TEST_CASE(the_page_of_scenarios) { check_page("scenarios"); }
BOOST_AUTO_TEST_CASE(the_page_of_hazards) { check_page("hazards"); }
BOOST_AUTO_TEST_CASE(the_page_of_onemap) { check_page("onemap"); }
BOOST_AUTO_TEST_CASE(the_page_of_rate) { check_page("rate"); }
BOOST_AUTO_TEST_CASE(the_page_of_pages) { check_page("../page", "out/index.html"); }
BOOST_AUTO_TEST_CASE(the_page_of_sheets) { check_page("../sheet", "out/sheet_a3_zh.pdf"); }
BOOST_AUTO_TEST_CASE(the_page_of_rose) { check_page("rose", "rose.json"); }
BOOST_AUTO_TEST_CASE(the_page_of_schema) { check_page("schema", "examples"); }
BOOST_AUTO_TEST_CASE(the_page_of_help) { check_page("help", "out/man/man1/sise.1"); }
BOOST_AUTO_TEST_CASE(the_page_of_init) { check_page("init", "out/project.toml"); }
