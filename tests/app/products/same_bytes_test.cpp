// Whatever answers with areas gives the same bytes for any number of threads, and within the smallest memory that a refusal
// names.
#include <boost/test/unit_test.hpp>
#include <regex>
#include <string>
#include <vector>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

/// People, a park with room for one more tank, and enterprises by sector.
struct WholeProject : TinyProject {
  WholeProject() {
    write("people.tif", population());
    write("parks.csv",
          "id,name,wkt\nP1,East park,\"POLYGON((500800 3500800,501400 3500800,501400 3501400,500800 3501400,500800 "
          "3500800))\"\n");
    write("project.toml", read("project.toml") +
                              "[population]\nraster = \"people.tif\"\nunit = \"per_cell\"\n"
                              "[capacity]\nparks = {source = \"parks.csv\", crs = \"EPSG:4549\", wkt = \"wkt\"}\n"
                              "[capacity.unit]\nlike = \"U1\"\n");
  }

  [[nodiscard]] CliRun answer(const std::string& command, const std::string& folder,
                              const std::vector<std::string>& more) const {
    std::vector<std::string> words{command, "project.toml", "-o", folder, "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  void check_same(const std::string& command, const std::vector<std::string>& threads) const {
    const std::string first = command + "-1";
    const CliRun one = answer(command, first, {"--threads", "1"});
    BOOST_REQUIRE_MESSAGE(one.exit_code == 0, command + ": " + one.err);
    const auto expected = contents_of(path(first));
    BOOST_TEST(!expected.empty());
    const auto check = [&](const std::string& name, const std::vector<std::string>& more) {
      const CliRun again = answer(command, command + "-" + name, more);
      BOOST_REQUIRE_MESSAGE(again.exit_code == 0, command + " with " + name + ": " + again.err);
      BOOST_TEST((contents_of(path(command + "-" + name)) == expected), command + " with " + name);
    };
    for (const std::string& count : threads) check(count, {"--threads", count});
    check("little", {"--max-memory", smallest_memory(command)});
  }

  /// As the refusal of one MiB names it.
  [[nodiscard]] std::string smallest_memory(const std::string& command) const {
    const CliRun refused = answer(command, "refused", {"--max-memory", "1M", "--lang", "en"});
    BOOST_TEST(refused.exit_code == 6);
    std::smatch found;
    const std::regex needed("(?:at least|and) ([0-9]+) MiB");
    BOOST_REQUIRE_MESSAGE(std::regex_search(refused.err, found, needed), command + ": " + refused.err);
    return found[1].str() + "M";
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_bytes_within_any_threads_and_the_smallest_memory) {
  const WholeProject project;
  project.check_same("capacity", {"2", "7"});
  project.check_same("relocation", {"2", "7"});
  for (const char* command : {"map", "onemap", "societal", "distances"}) project.check_same(command, {"7"});
}
