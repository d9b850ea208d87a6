// A member of a zip archive is read as the same file beside the project is.
#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/source_path.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::string kBig5 = "\xB4\xE1\xC5\xBF";  // 湯騾 or so: two characters that GB18030 reads as others

void zip(const std::filesystem::path& archive, const std::vector<std::pair<std::string, std::string>>& files) {
  void* out = CPLCreateZip(archive.c_str(), nullptr);
  BOOST_REQUIRE(out != nullptr);
  for (const auto& [name, bytes] : files) {
    CPLCreateFileInZip(out, name.c_str(), nullptr);
    CPLWriteFileInZip(out, bytes.data(), static_cast<int>(bytes.size()));
    CPLCloseFileInZip(out);
  }
  CPLCloseZip(out);
}

/// A Shapefile in Big5 with its .cpg, plain in the folder and inside plan.zip.
void make_both(const TempFolder& folder) {
  MadeLayer layer;
  layer.driver = "ESRI Shapefile";
  layer.fields = {{"id"}, {"name"}};
  layer.features = {{{"A", kBig5}, "POINT (500000 3541000)"}};
  layer.options = {"ENCODING="};
  make_source(folder / "units.shp", layer);
  folder.write("units.cpg", "BIG5");
  std::vector<std::pair<std::string, std::string>> files;
  for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    const std::string name = std::string("units") + ending;
    files.emplace_back("map/" + name, content_of(folder / name));
  }
  files.emplace_back("rows.csv", "id,x,y\nA,500000,3541000\n");
  zip(folder / "plan.zip", files);
}

LayerConfig member(const TempFolder& folder, const std::string& text) {
  LayerConfig config;
  config.source_text = text;
  config.source = located_source(text, folder.path());
  return config;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archive)

BOOST_AUTO_TEST_CASE(text_in_an_archive_has_the_encoding_that_its_cpg_names) {
  const TempFolder folder;
  make_both(folder);
  Problems plain_problems;
  Problems zip_problems;
  const FeatureTable plain = read_table(config_for(folder / "units.shp"), plain_problems);
  const FeatureTable zipped = read_table(member(folder, "/vsizip/plan.zip/map/units.shp"), zip_problems);
  BOOST_TEST(zip_problems.all().empty(), all_of(zip_problems.all()));
  BOOST_TEST(column_texts(zipped, "name") == column_texts(plain, "name"), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_table_in_an_archive_is_read_as_any_table) {
  const TempFolder folder;
  make_both(folder);
  Problems problems;
  const FeatureTable table = read_table(member(folder, "/vsizip/plan.zip/rows.csv"), problems);
  BOOST_TEST(column_texts(table, "id").front() == "A");
}

BOOST_AUTO_TEST_CASE(the_archive_is_what_provenance_takes_a_checksum_of) {
  const TempFolder folder;
  make_both(folder);
  const auto files = files_of(member(folder, "/vsizip/plan.zip/map/units.shp"));
  BOOST_REQUIRE(files.size() == 1U);
  BOOST_TEST(files.front() == folder / "plan.zip");
}

BOOST_AUTO_TEST_CASE(an_archive_itself_is_told_how_to_be_named) {
  const TempFolder folder;
  make_both(folder);
  Problems problems;
  try {
    (void)read_table(member(folder, "plan.zip"), problems);
    BOOST_FAIL("read");
  } catch (const InputError& error) {
    const Diagnostic& d = error.diagnostics().front();
    BOOST_TEST(d.code == "plain_archive");
    BOOST_TEST(d.remedy.en.find("/vsizip/plan.zip/map/units.shp") != std::string::npos, d.remedy.en);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_member_is_answered_with_those_there_are) {
  const TempFolder folder;
  make_both(folder);
  Problems problems;
  for (const char* text : {"/vsizip/plan.zip/map/unit.shp", "/vsizip/plans.zip/map/units.shp"}) {
    try {
      (void)read_table(member(folder, text), problems);
      BOOST_FAIL("read");
    } catch (const InputError& error) {
      BOOST_TEST(error.diagnostics().front().code == "missing_file");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
