// sise eval as people call it.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliOptions;
using sise::test::CliRun;
using sise::test::run_sise;
using sise::test::TemporaryFolder;

namespace {

const std::string kGood = R"([{"id": "a", "model": "tnt", "source": {"tnt_kg": 1000}, "at": [{"r_m": 100.0}]},
  {"id": "b", "model": "gaussian_plume", "source": {"rate_kg_s": 0.1, "height_m": 10.0},
   "weather": {"wind_speed_m_s": 3.0, "stability": "D"}, "find": {"concentration_kg_m3": 1e-6}}])";
const std::string kOneWrong = R"([{"id": "a", "model": "tnt", "source": {"tnt_kg": 1000}, "at": [{"r_m": 100.0}]},
  {"id": "b", "model": "tnt", "source": {"tnt_kgs": 1000}, "at": [{"r_m": 100.0}]}])";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(cases_in_a_file_are_answered_into_a_file) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"eval", folder.write("cases.json", kGood), "-o", (folder.path() / "out.json").string()});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  const auto answers = nlohmann::json::parse(folder.read("out.json"));
  BOOST_TEST(answers.at(0).at("values").at(0).at("overpressure_pa").get<double>() == 16700.0,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(answers.at(1).at("distance_m").is_number());
}

BOOST_AUTO_TEST_CASE(stdin_and_stdout_are_a_dash) {
  CliOptions options;
  options.input = kGood;
  const CliRun run = run_sise({"eval", "-", "-o", "-"}, options);
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(nlohmann::json::parse(run.out).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_toml_file_of_cases_is_answered) {
  const TemporaryFolder folder;
  const std::string cases =
      folder.write("cases.toml", "id = 'a'\nmodel = 'tnt'\nat = [{r_m = 100}]\n[source]\ntnt_kg = 1000\n");
  const CliRun run = run_sise({"eval", cases, "-o", "-"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(nlohmann::json::parse(run.out).at(0).at("id") == "a");
}

BOOST_AUTO_TEST_CASE(a_wrong_case_is_exit_5_and_the_others_are_answered) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"eval", folder.write("cases.json", kOneWrong), "-o", "-"});
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(contains(run.err, "1 of 2 cases failed"));
  const auto answers = nlohmann::json::parse(run.out);
  BOOST_TEST(answers.at(0).contains("values"));
  BOOST_TEST(contains(answers.at(1).at("error").at("message").get<std::string>(), "Did you mean 'tnt_kg'?"));
}

BOOST_AUTO_TEST_CASE(answers_are_the_same_bytes_whatever_the_language_and_the_threads) {
  const TemporaryFolder folder;
  const std::string cases = folder.write("cases.json", kOneWrong);
  const std::string english = run_sise({"eval", cases, "-o", "-", "--threads", "1"}).out;
  BOOST_TEST(run_sise({"eval", cases, "-o", "-", "--threads", "7", "--lang", "zh"}).out == english);
}

BOOST_AUTO_TEST_CASE(quiet_keeps_stderr_silent) {
  const TemporaryFolder folder;
  const CliRun good = run_sise({"eval", folder.write("good.json", kGood), "-o", "-", "--quiet"});
  BOOST_TEST(good.exit_code == 0);
  BOOST_TEST(good.err.empty());
  const CliRun partial = run_sise({"eval", folder.write("wrong.json", kOneWrong), "-o", "-", "--quiet"});
  BOOST_TEST(partial.exit_code == 5);
  BOOST_TEST(partial.err.empty());
}

BOOST_AUTO_TEST_CASE(existing_answers_are_replaced_only_with_overwrite) {
  const TemporaryFolder folder;
  const std::string cases = folder.write("cases.json", kGood);
  const std::string out = folder.write("out.json", "precious");
  BOOST_TEST(run_sise({"eval", cases, "-o", out}).exit_code == 4);
  BOOST_TEST(folder.read("out.json") == "precious");
  BOOST_TEST(run_sise({"eval", cases, "-o", out, "--overwrite"}).exit_code == 0);
  BOOST_TEST(folder.read("out.json") != "precious");
}

BOOST_AUTO_TEST_CASE(unwritable_answers_are_exit_4_and_leave_nothing) {
  const TemporaryFolder folder;
  const std::string cases = folder.write("cases.json", kGood);
  BOOST_TEST(run_sise({"eval", cases, "-o", "/dev/full"}).exit_code == 4);
  BOOST_TEST(run_sise({"eval", cases, "-o", (folder.path() / "no" / "such" / "out.json").string()}).exit_code == 4);
  CliOptions limited;
  limited.file_size_limit = 16;
  BOOST_TEST(run_sise({"eval", cases, "-o", (folder.path() / "out.json").string()}, limited).exit_code == 4);
  const std::filesystem::directory_iterator files(folder.path());
  BOOST_TEST(std::distance(begin(files), end(files)) == 1);
}

BOOST_AUTO_TEST_CASE(a_broken_file_is_exit_2_and_a_missing_one_exit_3) {
  const TemporaryFolder folder;
  const CliRun broken = run_sise({"eval", folder.write("cases.json", "[{\"id\": 1,, }]"), "-o", "-"});
  BOOST_TEST(broken.exit_code == 2);
  BOOST_TEST(contains(broken.err, "cases.json:1:"));
  const CliRun doubled = run_sise({"eval", folder.write("twice.json", "{\"id\": 1,\n\"id\": 2}"), "-o", "-"});
  BOOST_TEST(doubled.exit_code == 2);
  BOOST_TEST(contains(doubled.err, "twice.json:2:1"));
  const CliRun missing = run_sise({"eval", (folder.path() / "absent.json").string(), "-o", "-"});
  BOOST_TEST(missing.exit_code == 3);
  BOOST_TEST(contains(missing.err, "absent.json"));
}

BOOST_AUTO_TEST_CASE(output_is_required) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"eval", folder.write("cases.json", kGood)});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(contains(run.err, "--output"));
}

BOOST_AUTO_TEST_CASE(set_changes_every_case) {
  const TemporaryFolder folder;
  const std::string cases =
      folder.write("cases.json", R"({"id": 1, "model": "tnt", "source": {"tnt_kg": 1}, "at": [{"r_m": 10}]})");
  const CliRun run = run_sise({"eval", cases, "-o", "-", "--set", "source.tnt_kg=1000", "--set", "id=changed"});
  const auto answer = nlohmann::json::parse(run.out).at(0);
  BOOST_TEST(answer.at("derived").at("effective_tnt_kg") == 1000.0);
  BOOST_TEST(answer.at("id") == "changed");
}

BOOST_AUTO_TEST_CASE(a_dry_run_counts_and_writes_nothing) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "out.json").string();
  const CliRun good = run_sise({"eval", folder.write("cases.json", kGood), "-o", out, "--dry-run"});
  BOOST_TEST(good.exit_code == 0);
  BOOST_TEST(good.out == "{\"cases\": 2, \"points\": 2, \"wrong\": 0}\n");
  BOOST_TEST(!std::filesystem::exists(out));
  BOOST_TEST(run_sise({"eval", folder.write("wrong.json", kOneWrong), "-o", out, "--dry-run"}).exit_code == 5);
}

BOOST_AUTO_TEST_CASE(messages_are_chinese_when_asked) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"eval", folder.write("cases.json", kOneWrong), "-o", "-", "--lang", "zh"});
  BOOST_TEST(contains(run.err, "警告: 2 个算例中有 1 个失败"));
}

BOOST_AUTO_TEST_CASE(json_progress_counts_the_cases) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"eval", folder.write("cases.json", kGood), "-o", "-", "--progress", "json"});
  BOOST_TEST(contains(run.err, "{\"stage\": \"cases\", \"fraction\": 1.00, \"of_stage\": 1.00}"));
}
