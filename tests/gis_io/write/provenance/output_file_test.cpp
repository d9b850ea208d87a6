#include "gis_io/write/provenance/output_file.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>

#include "models/base/error.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

template <class F>
std::string output_error_of(F&& body) {
  try {
    body();
  } catch (const OutputError& error) {
    return error.diagnostics().front().message.en;
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_full_device_is_an_error_that_names_the_file_and_the_cause) {
  const std::string message = output_error_of([] { publish_file("/dev/full", "[]", true); });
  BOOST_TEST(message == "cannot write '/dev/full': No space left on device");
}

BOOST_AUTO_TEST_CASE(a_write_beyond_the_size_limit_is_an_error_and_leaves_nothing) {
  const testing::TempFolder folder;
  std::string message;
  {
    const testing::FileSizeLimit limit(1000);
    message = output_error_of([&] { publish_file(folder / "a.json", std::string(100000, 'x'), false); });
  }
  BOOST_TEST(message == "cannot write '" + (folder / "a.json").string() + "': File too large");
  BOOST_TEST(std::filesystem::is_empty(folder.path()));
}

BOOST_AUTO_TEST_CASE(a_file_appears_whole_and_is_replaced_only_on_request) {
  const testing::TempFolder folder;
  publish_file(folder / "a.json", "one", false);
  BOOST_CHECK_THROW(publish_file(folder / "a.json", "two", false), OutputError);
  BOOST_TEST(testing::content_of(folder / "a.json") == "one");
  publish_file(folder / "a.json", "two", true);
  BOOST_TEST(testing::content_of(folder / "a.json") == "two");
}

BOOST_AUTO_TEST_CASE(a_folder_or_a_missing_folder_is_an_error) {
  const testing::TempFolder folder;
  BOOST_TEST(output_error_of([&] { publish_file(folder.path(), "x", true); }) ==
             "cannot write '" + folder.path().string() + "': Is a directory");
  BOOST_TEST(output_error_of([&] { publish_file(folder / "no/a.json", "x", true); }) ==
             "cannot write '" + (folder / "no/a.json").string() + "': No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_file_under_construction_is_known_by_its_final_name) {
  BOOST_TEST(shown_name("out/.sise-partial.risk.tif") == "out/risk.tif");
  BOOST_TEST(shown_name("out/risk.tif") == "out/risk.tif");
}

}  // namespace sise
