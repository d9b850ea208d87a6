#include "gis_io/write/provenance/provenance.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "models/base/error.hpp"
#include "models/base/version.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {

BOOST_AUTO_TEST_CASE(fips_180_4_examples) {
  BOOST_TEST(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

BOOST_AUTO_TEST_CASE(a_file_longer_than_one_piece_has_the_checksum_of_its_bytes) {
  const testing::TempFolder folder;
  const std::string bytes(700'001, 'a');
  write_file(folder / "a", bytes);
  BOOST_TEST(sha256_of_file(folder / "a") == sha256_of(bytes));
  BOOST_CHECK_THROW((void)sha256_of_file(folder / "missing"), InputError);
  BOOST_CHECK_THROW((void)sha256_of_file(folder.path()), InputError);
}

BOOST_AUTO_TEST_CASE(inputs_are_named_from_the_project_file) {
  const testing::TempFolder folder;
  std::filesystem::create_directories(folder / "project/layers");
  write_file(folder / "project/layers/企业.gpkg", "abc");
  write_file(folder / "wind.csv", "");
  BOOST_TEST(record_input(folder / "project/layers/企业.gpkg", folder / "project").path == "layers/企业.gpkg");
  BOOST_TEST(record_input(folder / "wind.csv", folder / "project").path == "../wind.csv");
  BOOST_TEST(record_input(folder / "project/../wind.csv", folder / "project/").path == "../wind.csv");
}

BOOST_AUTO_TEST_CASE(provenance_is_one_line_with_everything_in_the_order_given) {
  const std::string line = provenance_json({"map", R"({"z": 1, "a": "江"})", {{"a.gpkg", "00ff"}}});
  BOOST_TEST(line.find('\n') == std::string::npos);
  BOOST_TEST(line ==
             std::string(R"({"program":"sise","version":")") + std::string(version()) + R"(","git_hash":")" +
                 std::string(git_hash()) +
                 R"(","command":"map","config":{"z":1,"a":"江"},"inputs":[{"path":"a.gpkg","sha256":"00ff"}]})");
  BOOST_CHECK_THROW((void)provenance_json({"map", "{", {}}), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(the_commit_is_told_as_12_digits_or_as_unknown) {
  const std::string hash(git_hash());
  const bool digits = hash.size() == 12 && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  BOOST_TEST((digits || hash == "unknown"));
}

}  // namespace sise
