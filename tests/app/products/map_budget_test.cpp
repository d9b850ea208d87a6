// sise map within limits: of memory, of cells, and not running at all.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <sstream>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

nlohmann::json plan_of(const TinyProject& project, const std::vector<std::string>& more) {
  std::vector<std::string> words{"map", "project.toml", "--dry-run", "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  const CliRun run = project.run(words);
  BOOST_REQUIRE(run.exit_code == 0);
  BOOST_TEST(run.err.empty());
  return nlohmann::json::parse(run.out);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_dry_run_tells_cells_and_files_and_writes_nothing) {
  const TinyProject project;
  const std::set<std::string> before = names_in(project.path("."));
  const nlohmann::json plan = plan_of(project, {"-o", "out"});
  BOOST_TEST(plan["cells"] == 80 * 80);
  BOOST_TEST(plan["config"]["grid"]["cell_m"] == 50.0);
  BOOST_TEST(plan["peak_memory_bytes"].get<std::int64_t>() > 0);
  BOOST_TEST(names_in(project.path(".")) == before, boost::test_tools::per_element());
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const std::set<std::string> files = plan["files"];
  BOOST_TEST(files == names_in(project.path("out")), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_map_built_on_disk_has_the_same_bytes) {
  const TinyProject project;
  // Six million cells: the least at which building on disk takes less memory than building in it.
  const std::vector<std::string> finer{"--set", "grid.cell_m=1.6"};
  const std::int64_t needed = plan_of(project, finer)["peak_memory_bytes"];
  const std::string less = std::to_string(needed - 1);
  const nlohmann::json streamed = plan_of(project, {"--set", "grid.cell_m=1.6", "--max-memory", less});
  BOOST_TEST(streamed["peak_memory_bytes"].get<std::int64_t>() < needed);
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "a", "--quiet", "--set", "grid.cell_m=1.6"}).exit_code == 0);
  const CliRun run =
      project.run({"map", "project.toml", "-o", "b", "--quiet", "--set", "grid.cell_m=1.6", "--max-memory", less});
  BOOST_TEST(run.exit_code == 0, run.err);
  const auto whole = contents_of(project.path("a"));
  BOOST_TEST(!whole.empty());
  BOOST_TEST((whole == contents_of(project.path("b"))));
}

BOOST_AUTO_TEST_CASE(budgets_stop_a_run_before_it_writes) {
  const TinyProject project;
  const CliRun cells = project.run({"map", "project.toml", "-o", "out", "--max-cells", "6399"});
  BOOST_TEST(cells.exit_code == 6);
  BOOST_TEST(holds(cells.err, "the grid has 6400 cells, --max-cells allows 6399"));
  const CliRun memory = project.run({"map", "project.toml", "-o", "out", "--max-memory", "1M", "--lang", "zh"});
  BOOST_TEST(memory.exit_code == 6);
  BOOST_TEST(holds(memory.err, "--max-memory 只允许 1 MiB"));
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
  BOOST_TEST(project.run({"map", "project.toml", "-o", "out", "--max-cells", "6400", "--quiet"}).exit_code == 0);
}

namespace {

/// What stands before " %" on the lines of a run's progress, and the words before it.
struct Told {
  std::vector<double> percents;
  std::set<std::string> words;
};

Told told_by(const std::string& err) {
  Told told;
  std::istringstream lines(err);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t sign = line.find(" %");  // a slow machine adds the time that is left
    if (sign == std::string::npos || sign == 0 || (sign + 2 < line.size() && line[sign + 2] != ',')) continue;
    const std::size_t space = line.rfind(' ', sign - 1);
    told.percents.push_back(std::stod(line.substr(space + 1)));
    told.words.insert(line.substr(0, space));
  }
  return told;
}

}  // namespace

BOOST_AUTO_TEST_CASE(progress_only_grows_and_speaks_the_language_asked_for) {
  const TinyProject project;
  const std::vector<std::vector<std::string>> commands{
      {"map", "project.toml", "-o", "m", "--max-memory", "250M", "--set", "grid.cell_m=10.0"},
      {"distances", "project.toml", "-o", "d"},
      {"zones", "incident.toml", "-o", "z"}};
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"--progress", "always", "--lang", "zh"});
    const CliRun run = project.run(command);
    BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    const Told told = told_by(run.err);
    BOOST_REQUIRE_MESSAGE(told.percents.size() > 2U, command[0] << run.err);
    BOOST_TEST(std::is_sorted(told.percents.begin(), told.percents.end()), run.err);
    BOOST_TEST(told.percents.back() <= 100.0);
    for (const std::string& word : told.words) {
      BOOST_TEST(std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }), word);
    }
  }
}
