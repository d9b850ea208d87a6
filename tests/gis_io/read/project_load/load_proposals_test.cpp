// --proposals FILE[:layer].
#include <boost/test/unit_test.hpp>

#include "gis_io/read/project/load_proposals.hpp"
#include "tests/gis_io/read/project_load/little_project.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

std::vector<Diagnostic> refused(const std::string& csv) {
  const LittleProject p;
  LayerConfig config = config_for(p.folder.write("p.csv", csv));
  config.crs = "EPSG:4549";
  try {
    (void)load_proposals(config, p.load());
  } catch (const InputError& error) {
    return error.diagnostics();
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proposals)

BOOST_AUTO_TEST_CASE(the_bundled_proposals) {
  const std::string folder = std::string(SISE_SOURCE_DIR) + "/examples/binjiang/";
  const Study study = load_study(parse_project(folder + "project.toml"));
  const LoadedProposals loaded = load_proposals(proposals_layer(folder + "proposals.geojson"), study);
  BOOST_REQUIRE_EQUAL(loaded.proposals.size(), 2U);
  const Proposal& school = loaded.proposals[0];
  BOOST_TEST(school.id() == "P1");
  BOOST_CHECK(school.kind == Proposal::Kind::development);
  BOOST_CHECK(school.target.target_class == TargetClass::high_sensitivity);
  const Proposal& store = loaded.proposals[1];
  BOOST_CHECK(store.kind == Proposal::Kind::unit);
  BOOST_TEST(store.unit.is_new);
  BOOST_TEST(store.unit.substance == "nitroguanidine");
  BOOST_TEST(store.unit.inventory_kg.value() == 2000.0);
  BOOST_TEST(!store.geometry().polygons.empty());
}

BOOST_AUTO_TEST_CASE(the_layers_order_is_kept_and_units_have_a_kind_of_their_own) {
  const LittleProject p;
  LayerConfig config =
      config_for(p.folder.write("p.csv",
                                "id,x,y,kind,unit_kind,class\nA,500000,3541000,unit,explosives_store,\n"
                                "B,500000,3541000,development,,important\nC,500000,3541000,unit,仓库,\n"));
  config.crs = "EPSG:4549";
  const auto proposals = load_proposals(config, p.load()).proposals;
  BOOST_REQUIRE_EQUAL(proposals.size(), 3U);
  BOOST_TEST(proposals[0].id() == "A");
  BOOST_CHECK(proposals[0].unit.kind == UnitKind::explosives_store);
  BOOST_TEST(proposals[1].id() == "B");
  BOOST_CHECK(proposals[2].unit.kind == UnitKind::warehouse);
}

BOOST_AUTO_TEST_CASE(a_layer_of_which_nothing_can_be_judged_is_refused) {
  BOOST_TEST(has_code(refused("id,x,y,kind\nA,500000,3541000,school\n"), "unknown_proposal"));
  BOOST_TEST(has_code(refused("id,x,y\nA,500000,3541000\n"), "missing_field"));
  BOOST_TEST(has_code(refused("id,x,y,kind,class\nA,500000,3541000,development,\n"), "missing_class"));
  BOOST_TEST(has_code(refused("id,x,y,kind\nA,500000,3541000,development\n"), "missing_field"));
  BOOST_TEST(has_code(refused("id,x,y,kind\nU1,500000,3541000,unit\n"), "duplicate_id"));
  const auto twice = refused("id,x,y,kind\nA,500000,3541000,unit\nA,500000,3541000,unit\n");
  BOOST_TEST(twice.size() == 1U, all_of(twice));  // told once, with both rows
  BOOST_TEST(all_of(twice).find("1 more") != std::string::npos, all_of(twice));
  BOOST_TEST(has_code(refused("id,x,y,kind,class\nA,119.9,31.9,development,important\n"), "degrees_for_metres"));
}

BOOST_AUTO_TEST_CASE(one_word_does_not_stop_the_others) {
  const LittleProject p;
  LayerConfig config = config_for(p.folder.write(
      "p.csv",
      "id,x,y,kind,class,use,people\nA,500000,3541000,development,important,,\n"
      "B,500000,3541000,development,,火星基地,\nC,500000,3541000,development,四类,,\n"
      "D,500000,3541000,school,,,\nE,500000,3541000,development,,,\nF,500000,3541000,development,important,,many\n"
      "G,500000,3541000,development,important,,\nG,500000,3541000,development,important,,\n"
      ",500000,3541000,development,important,,\nH,500000,3541000,development,,住宅,\n"));
  config.crs = "EPSG:4549";
  const auto proposals = load_proposals(config, p.load()).proposals;
  BOOST_REQUIRE_EQUAL(proposals.size(), 10U);
  BOOST_TEST(proposals[0].faults.empty());
  const auto is_named = [&](std::size_t i, const std::string& id, const std::string& code) {
    BOOST_TEST(proposals[i].id() == id);
    BOOST_REQUIRE_MESSAGE(proposals[i].faults.size() == 1U, id + " " + all_of(proposals[i].faults));
    BOOST_TEST(proposals[i].faults.front().code == code, id);
  };
  is_named(1, "B", "unknown_use");
  is_named(2, "C", "unknown_class");
  is_named(3, "D", "unknown_proposal");
  is_named(4, "E", "missing_class");
  is_named(5, "F", "not_a_number");
  is_named(6, "G", "duplicate_id");
  is_named(7, "G", "duplicate_id");
  BOOST_TEST(!proposals[8].faults.empty());
  BOOST_TEST(proposals[9].faults.empty());  // judged as the strictest class of dwellings
  BOOST_TEST(proposals[9].target.class_assumed);
  BOOST_CHECK(proposals[9].target.target_class == TargetClass::general_1);
}

// decision example: self-crossing red line
BOOST_AUTO_TEST_CASE(a_parcel_that_crosses_itself_is_named_and_the_others_stand) {
  const LittleProject p;
  const auto file = p.folder.write("p.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "bow", "kind": "development", "class": "important"}, "geometry": {"type":
"Polygon", "coordinates": [[[120.0, 32.0], [120.001, 32.001], [120.001, 32.0], [120.0, 32.001], [120.0, 32.0]]]}},
{"type": "Feature", "properties": {"id": "sound", "kind": "development", "class": "important"}, "geometry": {"type":
"Point", "coordinates": [120.0, 32.0]}}]})");
  const auto proposals = load_proposals(proposals_layer(file.string()), p.load()).proposals;
  BOOST_REQUIRE_EQUAL(proposals.size(), 2U);
  BOOST_TEST(proposals[0].id() == "bow");
  BOOST_REQUIRE(!proposals[0].faults.empty());
  BOOST_TEST(proposals[0].faults.front().code == "invalid_geometry");
  BOOST_TEST(proposals[1].faults.empty());
  BOOST_TEST(!proposals[1].geometry().empty());
}

BOOST_AUTO_TEST_CASE(a_layer_after_a_colon) {
  BOOST_TEST(proposals_layer("plans.gpkg:west").layer == "west");
  BOOST_TEST(proposals_layer("plans.gpkg:west").source_text == "plans.gpkg");
  BOOST_TEST(proposals_layer("plans.gpkg").layer.empty());
  BOOST_TEST(proposals_layer("PG:dbname=plans").source_text == "PG:dbname=plans");
  const TempFolder folder;
  const auto odd = folder.write("a:b.csv", "");
  BOOST_TEST(proposals_layer(odd.string()).layer.empty());
}

BOOST_AUTO_TEST_CASE(the_project_says_how_the_layer_is_to_be_read) {
  const LittleProject p;
  const std::string file =
      p.folder
          .write("p.csv",
                 "编号,东,北,类型,装置\nA,500000,3541000,unit,explosives_store\nB,500000,3541000,development,\n")
          .string();
  LayerConfig how;
  how.crs = "EPSG:4549";
  how.x = "东";
  how.y = "北";
  how.fields = {{"id", "编号"}, {"kind", "类型"}, {"unit_kind", "装置"}};
  how.constants = {{"class", "important"}};
  const auto proposals = load_proposals(proposals_layer(file, how), p.load()).proposals;
  BOOST_REQUIRE_EQUAL(proposals.size(), 2U);
  BOOST_CHECK(proposals[0].unit.kind == UnitKind::explosives_store);
  BOOST_CHECK(proposals[1].target.target_class == TargetClass::important);
}

BOOST_AUTO_TEST_SUITE_END()
