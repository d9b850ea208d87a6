// What every command shares: help, flags, languages, exit codes.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliOptions;
using sise::test::CliRun;
using sise::test::run_sise;

namespace {

bool frame_says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(version_goes_to_stdout) {
  const CliRun run = run_sise({"--version"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.out.rfind("sise ", 0) == 0U);
  BOOST_TEST(run.err.empty());
}

BOOST_AUTO_TEST_CASE(help_lists_commands_and_every_common_flag) {
  const CliRun run = run_sise({"--help"});
  BOOST_TEST(run.exit_code == 0);
  for (const char* word : {"eval", "models", "--threads", "--overwrite", "--dry-run", "--set", "--max-memory",
                           "--max-cells", "--progress", "--log-format", "--quiet", "--lang", "--version", "--help"}) {
    BOOST_TEST(frame_says(run.out, word), word);
  }
}

BOOST_AUTO_TEST_CASE(a_command_has_help_of_its_own) {
  const CliRun run = run_sise({"eval", "--help"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(frame_says(run.out, "CASES"));
  BOOST_TEST(frame_says(run.out, "--threads"));
}

BOOST_AUTO_TEST_CASE(no_command_is_exit_2_and_lists_the_commands) {
  const CliRun run = run_sise({});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(frame_says(run.err, "eval"));
}

BOOST_AUTO_TEST_CASE(a_misspelled_command_is_exit_2_and_names_the_nearest) {
  const CliRun run = run_sise({"modles"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(frame_says(run.err, "unknown command 'modles'. Did you mean 'models'?"));
}

BOOST_AUTO_TEST_CASE(a_misspelled_flag_is_exit_2_and_names_the_nearest) {
  const CliRun of_command = run_sise({"models", "--jsn"});
  BOOST_TEST(of_command.exit_code == 2);
  BOOST_TEST(frame_says(of_command.err, "Did you mean '--json'?"));
  const CliRun of_program = run_sise({"--quite", "models"});
  BOOST_TEST(of_program.exit_code == 2);
  BOOST_TEST(frame_says(of_program.err, "--quiet"));
}

BOOST_AUTO_TEST_CASE(wrong_values_of_flags_are_exit_2) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"models", "--threads", "0"},
                                                                     {"models", "--threads", "many"},
                                                                     {"models", "--lang", "fr"},
                                                                     {"models", "--progress", "sometimes"},
                                                                     {"models", "--max-memory", "-1"},
                                                                     {"models", "--max-memory", "4X"},
                                                                     {"models", "--max-cells", "0"},
                                                                     {"models", "--threads"},
                                                                     {"models", "surplus"}}) {
    const CliRun run = run_sise(arguments);
    BOOST_TEST(run.exit_code == 2, arguments.back());
    BOOST_TEST(!run.err.empty());
    BOOST_TEST(run.out.empty());
  }
}

BOOST_AUTO_TEST_CASE(flags_stand_before_or_after_the_command) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"--lang", "zh", "models"}, {"models", "--lang", "zh"}, {"models", "--lang=zh"}}) {
    BOOST_TEST(frame_says(run_sise(arguments).out, "参数"));
  }
}

BOOST_AUTO_TEST_CASE(the_language_comes_from_the_locale_unless_stated) {
  CliOptions chinese;
  chinese.environment["LC_ALL"] = "zh_CN.UTF-8";
  BOOST_TEST(frame_says(run_sise({"--help"}, chinese).out, "用法"));
  BOOST_TEST(frame_says(run_sise({"--help", "--lang", "en"}, chinese).out, "Usage"));
  CliOptions by_lang;
  by_lang.environment["LC_ALL"] = "";
  by_lang.environment["LANG"] = "zh_CN.GBK";
  BOOST_TEST(frame_says(run_sise({"nothing"}, by_lang).err, "未知命令"));
}

BOOST_AUTO_TEST_CASE(errors_as_json_are_one_object_per_line) {
  const CliRun run = run_sise({"--log-format", "json", "modles"});
  BOOST_TEST(run.exit_code == 2);
  const auto line = nlohmann::json::parse(run.err);
  BOOST_TEST(line.at("level") == "error");
  BOOST_TEST(line.at("code") == "unknown_command");
  BOOST_TEST(frame_says(line.at("remedy").get<std::string>(), "models"));
}

BOOST_AUTO_TEST_CASE(a_full_disk_behind_stdout_is_exit_4) {
  CliOptions full;
  full.output_device = "/dev/full";
  const CliRun run = run_sise({"models"}, full);
  BOOST_TEST(run.exit_code == 4);
  BOOST_TEST(!run.err.empty());
}
