// Man pages and completion: from the same list of commands and flags as --help.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliRun;
using sise::test::run_sise;
using sise::test::TemporaryFolder;

namespace {

bool help_says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The names that `sise --help` lists.
std::vector<std::string> commands() {
  std::vector<std::string> names;
  bool in_list = false;
  for (const std::string& line : lines_of(run_sise({"--help"}).out)) {
    if (in_list && line.starts_with("  ") && line[2] != ' ') names.push_back(line.substr(2, line.find(' ', 2) - 2));
    if (line.starts_with("Commands")) in_list = true;
  }
  BOOST_REQUIRE_GE(names.size(), 15U);
  return names;
}

std::set<std::string> flags_in(const std::string& text) {
  std::set<std::string> flags;
  for (std::size_t at = 0; (at = text.find("--", at)) != std::string::npos;) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 2);
    if (end != at + 2) flags.insert(text.substr(at, end - at));
    at = end;
  }
  return flags;
}

std::string unescaped(std::string page) {
  for (std::size_t at = 0; (at = page.find("\\-", at)) != std::string::npos;) page.erase(at, 1);
  return page;
}

/// What bash would offer for these words, the last one unfinished.
std::string offered(const std::string& script, const std::vector<std::string>& words) {
  std::string line = "source '" + script + "'; COMP_WORDS=(";
  for (const std::string& word : words) line += "'" + word + "' ";
  line += "); COMP_CWORD=" + std::to_string(words.size() - 1) + "; _sise; echo \"${COMPREPLY[@]}\"";
  const std::string command = "bash --norc -c \"" + [&] {
    std::string quoted;
    for (const char c : line) quoted += (c == '"' || c == '$' || c == '\\') ? std::string("\\") + c : std::string(1, c);
    return quoted;
  }() + "\"";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  BOOST_REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) out += buffer.data();
  return out.substr(0, out.find('\n'));
}

}  // namespace

BOOST_AUTO_TEST_CASE(help_of_a_command_is_that_of_its_flag) {
  BOOST_TEST(run_sise({"help"}).out == run_sise({"--help"}).out);
  BOOST_TEST(run_sise({"help", "no-such"}).exit_code == 2);
  BOOST_TEST(help_says(run_sise({"help", "mpa"}).err, "Did you mean 'map'?"));
  BOOST_TEST(help_says(run_sise({"help", "zones"}).out, "--also"));
}

BOOST_AUTO_TEST_CASE(every_command_has_a_man_page_with_all_its_flags) {
  const TemporaryFolder folder;
  const std::string docs = std::string(SISE_SOURCE_DIR) + "/docs/commands";
  BOOST_REQUIRE(run_sise({"help", "--write", folder.path().string(), "--docs", docs}).exit_code == 0);
  const std::string all = unescaped(folder.read("man/man1/sise.1"));
  for (const std::string& command : commands()) {
    const std::string page = folder.read("man/man1/sise-" + command + ".1");
    BOOST_TEST(!page.empty(), command);
    BOOST_TEST(help_says(all, "sise-" + command), command);
    for (const std::string& flag : flags_in(run_sise({"help", command}).out)) {
      // Flags that do nothing in a command are refused, and its page leaves them out.
      const bool idle = !help_says(unescaped(page), flag);
      if (idle) BOOST_TEST(run_sise({command, flag, "x"}).exit_code == 2, command + " " + flag);
    }
    BOOST_TEST(help_says(folder.read("man/zh_CN/man1/sise-" + command + ".1"), "退出码"), command);
  }
  BOOST_TEST(help_says(folder.read("man/man1/sise-map.1"), "classes.geojson"));  // out of docs/commands/map.md
  BOOST_TEST(help_says(folder.read("sise/project.schema.json"), "json-schema.org"));
}

BOOST_AUTO_TEST_CASE(man_pages_use_macros_that_exist) {
  const std::set<std::string> known{".TH", ".SH", ".SS", ".PP", ".TP", ".B",  ".BR", ".IP", ".EX",
                                    ".EE", ".RS", ".RE", ".TS", ".TE", ".nh", ".ad", ".br"};
  const std::string docs = std::string(SISE_SOURCE_DIR) + "/docs/commands";
  for (const std::string& command : commands()) {
    for (const std::string& line : lines_of(run_sise({"help", command, "--man", "--docs", docs}).out)) {
      if (!line.starts_with(".") || line == ".") continue;
      BOOST_TEST(known.contains(line.substr(0, line.find(' '))), command + ": " + line);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_would_change_nothing_is_refused) {
  const TemporaryFolder folder;
  const std::string docs = std::string(SISE_SOURCE_DIR) + "/docs/commands";
  const std::string out = (folder.path() / "share").string();
  const std::vector<std::vector<std::string>> idle{
      {"help", "--docs", docs},
      {"help", "--man", "--docs", docs},
      {"help", "map", "--docs", docs},
      {"help", "map", "--man", "--docs", docs + "/none"},
      {"help", "--write", out, "--docs", docs + "/none"},
      {"help", "map", "--write", out},
      {"help", "--man", "--write", out},
      {"help", "--completion", "bash", "--write", out},
      {"help", "map", "--completion", "bash"},
  };
  for (const std::vector<std::string>& arguments : idle) {
    const CliRun run = run_sise(arguments);
    BOOST_TEST(run.exit_code == 2, run.err + arguments.back());
    BOOST_TEST(run.out.empty());
  }
  BOOST_TEST(!std::filesystem::exists(out));
}

BOOST_AUTO_TEST_CASE(bash_completes_commands_flags_choices_and_folders) {
  const TemporaryFolder folder;
  const std::string script = folder.write("sise.bash", run_sise({"help", "--completion", "bash"}).out);
  BOOST_TEST(offered(script, {"sise", "ma"}) == "map");
  BOOST_TEST(offered(script, {"sise", "map", "--ove"}) == "--overwrite");
  BOOST_TEST(offered(script, {"sise", "map", "p.toml", "--lang", ""}) == "en zh");
  BOOST_TEST(offered(script, {"sise", "schema", ""}) == "project incident");
  BOOST_TEST(offered(script, {"sise", "models", "--ove"}).empty());  // does nothing there
  (void)folder.write("out/a", "");
  (void)folder.write("only", "");
  BOOST_TEST(offered(script, {"sise", "map", "-o", folder.path().string() + "/o"}) == folder.path().string() + "/out");
}

BOOST_AUTO_TEST_CASE(zsh_and_fish_know_every_command_and_flag) {
  const std::string zsh = run_sise({"help", "--completion", "zsh"}).out;
  const std::string fish = run_sise({"help", "--completion", "fish"}).out;
  BOOST_TEST(zsh.starts_with("#compdef sise\n"));
  for (const std::string& command : commands()) {
    BOOST_TEST(help_says(zsh, "    " + command + ")\n"), command);
    BOOST_TEST(help_says(fish, "-a " + command + " -d"), command);
  }
  BOOST_TEST(help_says(zsh, "--proposals["));
  BOOST_TEST(help_says(fish, "__fish_seen_subcommand_from review' -l proposals"));
}
