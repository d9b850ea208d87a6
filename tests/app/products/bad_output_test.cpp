// Outputs that cannot be written, must not be replaced, or are interrupted: never half a map.
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

BOOST_AUTO_TEST_CASE(an_output_folder_that_is_a_file) {
  const TinyProject project;
  project.write("out", "mine");
  for (const char* command : {"map", "distances"}) {
    const CliRun run = project.run({command, "project.toml", "-o", "out"});
    BOOST_TEST(run.exit_code == 4);
    BOOST_TEST(holds(run.err, "'out' is a file"));
  }
  BOOST_TEST(project.run({"zones", "incident.toml", "-o", "out/deeper", "--lang", "zh"}).exit_code == 4);
  BOOST_TEST(project.read("out") == "mine");
}

BOOST_AUTO_TEST_CASE(no_output_folder_named) {
  const TinyProject project;
  const CliRun run = project.run({"map", "project.toml"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(holds(run.err, "-o DIR"));
}

BOOST_AUTO_TEST_CASE(outputs_are_replaced_only_with_overwrite) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const auto before = contents_of(project.path("out"));
  project.replace("scenarios.csv", "2e-4", "4e-4");
  const CliRun refused = project.run({"map", "project.toml", "-o", "out"});
  BOOST_TEST(refused.exit_code == 4);
  BOOST_TEST(holds(refused.err, "risk.tif"));
  BOOST_TEST(holds(refused.err, "--overwrite"));
  BOOST_TEST((contents_of(project.path("out")) == before));
  project.write("out/notes.txt", "mine");
  BOOST_TEST(project.run({"map", "project.toml", "-o", "out", "--overwrite", "--quiet"}).exit_code == 0);
  const auto after = contents_of(project.path("out"));
  BOOST_TEST(after.at("risk.tif") != before.at("risk.tif"));
  BOOST_TEST(after.at("notes.txt") == "mine");
  BOOST_TEST(after.size() == before.size() + 1);
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_nothing_half_written) {
  const TinyProject project;
  const std::set<std::string> before = names_in(project.path("."));
  for (const long limit : {100L, 2000L, 8000L, 14000L}) {
    CliOptions full;
    full.file_size_limit = limit;
    const CliRun run = project.run({"map", "project.toml", "-o", "out", "--set", "grid.cell_m=10.0"}, full);
    BOOST_TEST(run.exit_code == 4, run.err);
    BOOST_TEST(!std::filesystem::exists(project.path("out")));
    BOOST_TEST(names_in(project.path(".")) == before, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_map_whole) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const auto before = contents_of(project.path("out"));
  CliOptions full;
  full.file_size_limit = 8000;
  const CliRun run =
      project.run({"map", "project.toml", "-o", "out", "--overwrite", "--set", "grid.cell_m=10.0"}, full);
  BOOST_TEST(run.exit_code == 4, run.err);
  BOOST_TEST((contents_of(project.path("out")) == before));
}

BOOST_AUTO_TEST_CASE(an_interruption_at_any_moment_leaves_nothing) {
  using Clock = std::chrono::steady_clock;
  const TinyProject project;
  const std::vector<std::string> words{"map", "project.toml", "-o", "out", "--quiet", "--set", "grid.cell_m=4.0"};
  const Clock::time_point start = Clock::now();
  BOOST_REQUIRE(project.run(words).exit_code == 0);
  const auto whole_ms = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  const std::set<std::string> complete = names_in(project.path("out"));
  std::filesystem::remove_all(project.path("out"));
  const std::set<std::string> before = names_in(project.path("."));
  constexpr int kMoments = 8;
  int stopped = 0;
  for (int i = 0; i < kMoments; ++i) {
    CliOptions interrupted;
    interrupted.interrupt_after_ms = whole_ms * (2 * i + 1) / (2 * kMoments);
    const CliRun run = project.run(words, interrupted);
    if (run.exit_code == 0) {  // this time it was faster than the signal
      BOOST_TEST(names_in(project.path("out")) == complete, boost::test_tools::per_element());
      std::filesystem::remove_all(project.path("out"));
      continue;
    }
    ++stopped;
    BOOST_TEST(run.exit_code == 130, run.err);
    BOOST_TEST(!std::filesystem::exists(project.path("out")));
    BOOST_TEST(names_in(project.path(".")) == before, boost::test_tools::per_element());
  }
  BOOST_TEST(stopped >= 1);
}
