#include "gis_io/write/provenance/output_set.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "models/base/error.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

const Provenance kProvenance{"map", R"({"title": "t"})", {}};

std::vector<std::string> listing(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

void publish_into(const fs::path& folder, const Names& names, const std::string& content, bool overwrite = false) {
  OutputSet outputs(folder, names, overwrite);
  for (const std::string& name : names) write_file(outputs.stage(name), content);
  outputs.commit(kProvenance, RunStatus::complete);
}

std::optional<Diagnostic> problem_of(const std::function<void()>& body) {
  try {
    body();
  } catch (const OutputError& error) {
    return error.diagnostics().front();
  }
  return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_is_seen_before_the_commit_and_all_of_it_after) {
  const testing::TempFolder top;
  const fs::path folder = top / "a/b";
  OutputSet outputs(folder, {"risk.tif", "risk.qml"}, false);
  write_file(outputs.stage("risk.tif"), "raster");
  write_file(outputs.stage("risk.qml"), "style");
  for (const std::string& name : listing(folder)) BOOST_TEST(name.front() == '.');
  outputs.commit(kProvenance, RunStatus::complete);
  BOOST_TEST(listing(folder) == (Names{"manifest.json", "risk.qml", "risk.tif"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_manifest_lists_each_output_with_its_checksum) {
  const testing::TempFolder top;
  OutputSet outputs(top.path(), {"b.txt", "a.txt"}, false);
  write_file(outputs.stage("a.txt"), "abc");
  write_file(outputs.stage("b.txt"), "");
  outputs.commit(kProvenance, RunStatus::partial, {{"unit 'U1'", {"no inventory", "缺少储量"}}});
  const auto manifest = nlohmann::json::parse(testing::content_of(top / "manifest.json"));
  BOOST_TEST(manifest["status"] == "partial");
  BOOST_TEST(manifest["outputs"][0]["path"] == "a.txt");
  BOOST_TEST(manifest["outputs"][0]["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(manifest["outputs"][0]["bytes"] == 3);
  BOOST_TEST(manifest["outputs"][1]["bytes"] == 0);
  BOOST_TEST(manifest["skipped"][0]["item"] == "unit 'U1'");
  BOOST_TEST(manifest["skipped"][0]["reason"] == "no inventory");
}

BOOST_AUTO_TEST_CASE(without_commit_the_folder_is_as_it_was) {
  const testing::TempFolder top;
  {
    OutputSet outputs(top / "x/y/z", {"risk.tif"}, false);
    write_file(outputs.stage("risk.tif"), "half");
  }
  BOOST_TEST(listing(top.path()).empty());

  publish_into(top / "kept", {"risk.tif"}, "old");
  try {
    OutputSet outputs(top / "kept", {"risk.tif"}, true);
    write_file(outputs.stage("risk.tif"), "new");
    throw Interrupted(SIGINT);
  } catch (const Interrupted&) {
    BOOST_TEST(testing::content_of(top / "kept" / "risk.tif") == "old");
  }
  BOOST_TEST(listing(top / "kept") == (Names{"manifest.json", "risk.tif"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_folder_that_already_held_other_files_keeps_them) {
  const testing::TempFolder top;
  write_file(top / "notes.txt", "mine");
  { const OutputSet outputs(top.path(), {"risk.tif"}, false); }
  BOOST_TEST(listing(top.path()) == (Names{"notes.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(existing_outputs_are_all_named_and_replaced_only_on_request) {
  const testing::TempFolder top;
  publish_into(top.path(), {"a.txt", "b.txt"}, "old");
  const auto problem = problem_of([&] { publish_into(top.path(), {"a.txt", "b.txt", "c.txt"}, "new"); });
  BOOST_REQUIRE(problem);
  BOOST_TEST(problem->code == "output_exists");
  BOOST_TEST(problem->message.en == "'" + top.path().string() + "' already holds a.txt, b.txt, manifest.json");
  BOOST_TEST(testing::content_of(top / "a.txt") == "old");
  publish_into(top.path(), {"a.txt", "b.txt"}, "new", true);
  BOOST_TEST(testing::content_of(top / "a.txt") == "new");
}

BOOST_AUTO_TEST_CASE(outputs_that_the_new_run_no_longer_makes_go_but_nothing_else) {
  const testing::TempFolder top;
  publish_into(top.path(), {"a.txt", "stale.txt"}, "old");
  write_file(top / "notes.txt", "mine");
  publish_into(top.path(), {"a.txt"}, "new", true);
  BOOST_TEST(listing(top.path()) == (Names{"a.txt", "manifest.json", "notes.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_manifest_cannot_make_us_remove_files_elsewhere) {
  const testing::TempFolder top;
  fs::create_directory(top / "out");
  write_file(top / "precious.txt", "mine");
  write_file(top / "out/manifest.json",
             R"({"program": "sise", "outputs": [{"path": "../precious.txt"}, {"path": 7}, {}, "x"]})");
  publish_into(top / "out", {"a.txt"}, "new", true);
  BOOST_TEST(testing::content_of(top / "precious.txt") == "mine");
}

BOOST_AUTO_TEST_CASE(a_foreign_or_broken_manifest_is_replaced_on_request) {
  const testing::TempFolder top;
  write_file(top / "manifest.json", "{ no json");
  publish_into(top.path(), {"a.txt"}, "new", true);
  BOOST_TEST(nlohmann::json::parse(testing::content_of(top / "manifest.json"))["status"] == "complete");
}

BOOST_AUTO_TEST_CASE(an_output_folder_that_is_a_file_is_refused) {
  const testing::TempFolder top;
  write_file(top / "out", "a file");
  const auto problem = problem_of([&] { const OutputSet outputs(top / "out", {"a.txt"}, true); });
  BOOST_REQUIRE(problem);
  BOOST_TEST(problem->code == "output_not_a_folder");
  BOOST_CHECK_THROW(OutputSet(top / "out/below", {"a.txt"}, true), OutputError);
  BOOST_TEST(testing::content_of(top / "out") == "a file");
}

BOOST_AUTO_TEST_CASE(an_output_that_is_a_folder_is_refused_even_with_overwrite) {
  const testing::TempFolder top;
  fs::create_directories(top / "a.txt");
  BOOST_CHECK_THROW(OutputSet(top.path(), {"a.txt"}, true), OutputError);
  BOOST_TEST(fs::is_directory(top / "a.txt"));
}

BOOST_AUTO_TEST_CASE(two_runs_into_one_folder_do_not_mix) {
  const testing::TempFolder top;
  const OutputSet first(top.path(), {"a.txt"}, false);
  const auto problem = problem_of([&] { const OutputSet second(top.path(), {"a.txt"}, false); });
  BOOST_REQUIRE(problem);
  BOOST_TEST(problem->code == "output_in_use");
}

BOOST_AUTO_TEST_CASE(a_full_disk_at_the_manifest_leaves_the_former_outputs) {
  const testing::TempFolder top;
  publish_into(top.path(), {"a.txt"}, "old");
  {
    OutputSet outputs(top.path(), {"a.txt"}, true);
    write_file(outputs.stage("a.txt"), "new");
    const testing::FileSizeLimit limit(50);
    BOOST_CHECK_THROW(outputs.commit(kProvenance, RunStatus::complete), OutputError);
  }
  BOOST_TEST(testing::content_of(top / "a.txt") == "old");
  BOOST_TEST(listing(top.path()) == (Names{"a.txt", "manifest.json"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_killed_run_leaves_no_trace_after_the_next_one) {
  const testing::TempFolder top;
  const pid_t child = fork();
  if (child == 0) {
    const OutputSet outputs(top.path(), {"a.txt"}, false);
    write_file(outputs.stage("a.txt"), "half");
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  BOOST_REQUIRE(WIFSIGNALED(status));
  BOOST_TEST(!fs::exists(top / "a.txt"));
  publish_into(top.path(), {"a.txt"}, "whole");
  BOOST_TEST(listing(top.path()) == (Names{"a.txt", "manifest.json"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(former_outputs_come_back_when_a_commit_was_killed_before_its_manifest) {
  const testing::TempFolder top;
  publish_into(top.path(), {"a.txt", "b.txt"}, "old");
  fs::rename(top / "a.txt", top / ".sise-former.a.txt");
  fs::rename(top / "b.txt", top / ".sise-former.b.txt");
  fs::rename(top / "manifest.json", top / ".sise-former.manifest.json");
  write_file(top / "a.txt", "new");
  write_file(top / ".sise-partial.b.txt", "new");
  { const OutputSet outputs(top.path(), {"a.txt", "b.txt"}, true); }
  BOOST_TEST(testing::content_of(top / "a.txt") == "old");
  BOOST_TEST(testing::content_of(top / "b.txt") == "old");
  BOOST_TEST(listing(top.path()) == (Names{"a.txt", "b.txt", "manifest.json"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_undeclared_or_forgotten_output_is_a_programming_error) {
  const testing::TempFolder top;
  OutputSet outputs(top.path(), {"a.txt"}, false);
  BOOST_CHECK_THROW((void)outputs.stage("b.txt"), std::logic_error);
  BOOST_CHECK_THROW(outputs.commit(kProvenance, RunStatus::complete), std::logic_error);
}

BOOST_AUTO_TEST_CASE(two_runs_into_two_folders_give_equal_bytes) {
  const testing::TempFolder top;
  publish_into(top / "one", {"a.txt"}, "same");
  publish_into(top / "two/deeper", {"a.txt"}, "same");
  BOOST_TEST(testing::content_of(top / "one/manifest.json") == testing::content_of(top / "two/deeper/manifest.json"));
}

}  // namespace sise
