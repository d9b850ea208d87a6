// A run may be killed at any moment, and so may the run that cleans up after it: the folder ends with all old files or
// all new ones.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

int steps_left = -1;  // renames and removals until the process is killed; negative: never

void take_step() {
  if (steps_left == 0) kill(getpid(), SIGKILL);
  if (steps_left > 0) --steps_left;
}

}  // namespace

// These stand before the C library's: the program under test calls them for every rename and removal.
extern "C" int rename(const char* from, const char* to) noexcept {
  take_step();
  return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

extern "C" int remove(const char* path) noexcept {
  take_step();
  if (unlinkat(AT_FDCWD, path, 0) == 0) return 0;
  return errno == EISDIR ? unlinkat(AT_FDCWD, path, AT_REMOVEDIR) : -1;
}

namespace sise {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

Contents contents(const fs::path& folder) {
  Contents all;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    all[entry.path().filename().string()] = testing::content_of(entry.path());
  }
  return all;
}

void run_into(const fs::path& folder, const Names& names, const std::string& content, bool overwrite) {
  OutputSet outputs(folder, names, overwrite);
  for (const std::string& name : names) write_file(outputs.stage(name), content);
  outputs.commit({"map", R"({"title": "t"})", {}}, RunStatus::complete);
}

void publish_three(const fs::path& folder, const std::string& content) {
  Transaction files(folder, journal_of("r.csv"), {"r.csv", "r.png", "r.json"});
  for (const std::string& name : files.names()) write_file(files.stage(name), content);
  files.commit({});
}

/// True when the body was killed at its `step`th rename or removal, false when it has fewer of them.
bool killed_at(int step, const std::function<void()>& body) {
  const pid_t child = fork();
  if (child == 0) {
    steps_left = step;
    try {
      body();
    } catch (const Error&) {
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status)) BOOST_TEST(WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

struct Case {
  std::function<void(const fs::path&)> before;   ///< what stands in the folder
  std::function<void(const fs::path&)> run;      ///< killed
  std::function<void(const fs::path&)> recover;  ///< killed twice, then let through
};

/// Every place of the run, every place of a first recovery and every place of a second one.
int walk(const Case& c) {
  const testing::TempFolder top;
  c.before(top.path());
  const Contents old_files = contents(top.path());
  const testing::TempFolder other;
  c.before(other.path());
  c.run(other.path());
  const Contents new_files = contents(other.path());
  int kills = 0;
  bool run_killed = true;
  for (int at = 0; run_killed; ++at) {
    bool first_killed = true;
    for (int first = 0; first_killed; ++first) {
      bool second_killed = true;
      for (int second = 0; second_killed; ++second) {
        const testing::TempFolder folder;
        c.before(folder.path());
        run_killed = killed_at(at, [&] { c.run(folder.path()); });
        if (!run_killed) return kills;
        ++kills;
        first_killed = killed_at(first, [&] { c.recover(folder.path()); });
        second_killed = killed_at(second, [&] { c.recover(folder.path()); });
        c.recover(folder.path());
        const Contents left = contents(folder.path());
        const bool sound = left == old_files || left == new_files;
        BOOST_TEST(sound, "killed at " << at << ", " << first << ", " << second);
        if (!sound) return kills;
      }
    }
  }
  return kills;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(killed_at_any_rename)

BOOST_AUTO_TEST_CASE(a_first_run_leaves_nothing_that_the_next_would_have_to_overwrite) {
  const Case first{.before = [](const fs::path& folder) { write_file(folder / "notes.txt", "mine"); },
                   .run =
                       [](const fs::path& folder) {
                         run_into(folder, {"a.txt", "b.qml"}, "new", false);
                       },
                   .recover =
                       [](const fs::path& folder) {
                         // Without overwrite: the leftovers of a killed run are not a user's files.
                         try {
                           const OutputSet outputs(folder, {"a.txt", "b.qml"}, false);
                         } catch (const OutputError& error) {
                           BOOST_TEST(fs::exists(folder / "manifest.json"), error.what());
                         }
                       }};
  BOOST_TEST(walk(first) > 20);
}

BOOST_AUTO_TEST_CASE(a_second_run_leaves_the_old_files_or_the_new_ones) {
  const Case second{.before =
                        [](const fs::path& folder) {
                          run_into(folder, {"a.txt", "b.qml", "stale.txt"}, "old", false);
                          write_file(folder / "notes.txt", "mine");
                        },
                    .run =
                        [](const fs::path& folder) {
                          run_into(folder, {"a.txt", "b.qml", "c.txt"}, "new", true);
                        },
                    .recover =
                        [](const fs::path& folder) {
                          const OutputSet outputs(folder, {"a.txt", "b.qml", "c.txt"}, true);
                        }};
  BOOST_TEST(walk(second) > 100);
}

BOOST_AUTO_TEST_CASE(files_beside_others_are_held_together_by_the_same_journal) {
  const Case rose{.before =
                      [](const fs::path& folder) {
                        publish_three(folder, "old");
                        write_file(folder / "r.txt", "mine");
                      },
                  .run = [](const fs::path& folder) { publish_three(folder, "new"); },
                  .recover =
                      [](const fs::path& folder) {
                        const Transaction files(folder, journal_of("r.csv"), {"r.csv", "r.png", "r.json"});
                      }};
  BOOST_TEST(walk(rose) > 50);
}

BOOST_AUTO_TEST_CASE(one_file_is_the_old_or_the_new) {
  const Case single{.before = [](const fs::path& folder) { write_file(folder / "answers.json", "old"); },
                    .run = [](const fs::path& folder) { publish_file(folder / "answers.json", "new", true); },
                    .recover =
                        [](const fs::path& folder) {
                          const Transaction files(folder, journal_of("answers.json"), {"answers.json"});
                        }};
  BOOST_TEST(walk(single) > 5);
}

BOOST_AUTO_TEST_CASE(a_file_that_somebody_put_there_since_stays) {
  const testing::TempFolder top;
  const bool killed = killed_at(2, [&] { run_into(top.path(), {"a.txt", "b.txt"}, "new", false); });
  BOOST_REQUIRE(killed);
  BOOST_REQUIRE(fs::exists(top / "a.txt"));
  write_file(top / "a.txt", "a person's");
  BOOST_CHECK_THROW(OutputSet(top.path(), {"a.txt", "b.txt"}, false), OutputError);
  BOOST_TEST(testing::content_of(top / "a.txt") == "a person's");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
