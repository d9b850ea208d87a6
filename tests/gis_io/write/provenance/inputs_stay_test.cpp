// An output never replaces a file that the run reads, whatever it is called.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

bool refused(const fs::path& folder, const std::string& name, const fs::path& input) {
  try {
    refuse_inputs_as_outputs(folder, {"other.txt", name}, {{.path = "x", .sha256 = "y", .file = input}});
  } catch (const OutputError& error) {
    BOOST_TEST(error.diagnostics().front().code == "output_is_input");
    BOOST_TEST(error.diagnostics().front().message.en.find(name) != std::string::npos);
    return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inputs_stay)

BOOST_AUTO_TEST_CASE(the_same_file_is_found_by_its_identity) {
  const testing::TempFolder top;
  fs::create_directory(top / "sub");
  write_file(top / "units.geojson", "mine");
  fs::create_symlink("../units.geojson", top / "sub/link.geojson");
  fs::create_hard_link(top / "units.geojson", top / "sub/hard.geojson");
  fs::create_directory_symlink(top.path(), top / "sub/again");
  BOOST_TEST(refused(top.path(), "units.geojson", top / "units.geojson"));
  BOOST_TEST(refused(top / "sub/..", "units.geojson", top / "units.geojson"));
  BOOST_TEST(refused(top / "sub/again", "units.geojson", top / "units.geojson"));
  BOOST_TEST(refused(top / "sub", "link.geojson", top / "units.geojson"));
  BOOST_TEST(refused(top / "sub", "hard.geojson", top / "units.geojson"));
  BOOST_TEST(!refused(top / "sub", "units.geojson", top / "units.geojson"));
  write_file(top / "sub/units.geojson", "mine");  // equal bytes are not the same file
  BOOST_TEST(!refused(top / "sub", "units.geojson", top / "units.geojson"));
}

BOOST_AUTO_TEST_CASE(a_former_output_that_is_read_now_is_not_cleaned_away) {
  const testing::TempFolder top;
  const Provenance former{"map", "{}", {}};
  {
    OutputSet outputs(top.path(), {"old.txt"}, false);
    write_file(outputs.stage("old.txt"), "read now");
    outputs.commit(former, RunStatus::complete);
  }
  const Provenance now{"map", "{}", {{.path = "old.txt", .sha256 = "s", .file = top / "old.txt"}}};
  {
    OutputSet outputs(top.path(), {"new.txt"}, true);
    write_file(outputs.stage("new.txt"), "x");
    BOOST_CHECK_THROW(outputs.commit(now, RunStatus::complete), OutputError);
  }
  BOOST_TEST(testing::content_of(top / "old.txt") == "read now");
  BOOST_TEST(!fs::exists(top / "new.txt"));
}

BOOST_AUTO_TEST_CASE(where_a_file_lies_is_never_written) {
  const testing::TempFolder top;
  write_file(top / "units.csv", "id\n");
  const Provenance provenance{"map", "{}", {record_input(top / "units.csv", top.path())}};
  BOOST_TEST(manifest_json(provenance, RunStatus::complete, {}, {}).find(top.path().string()) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
