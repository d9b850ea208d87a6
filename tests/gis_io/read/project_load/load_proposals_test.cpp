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

BOOST_AUTO_TEST_CASE(proposals_that_cannot_be_judged) {
  BOOST_TEST(has_code(refused("id,x,y,kind\nA,500000,3541000,school\n"), "unknown_proposal"));
  BOOST_TEST(has_code(refused("id,x,y\nA,500000,3541000\n"), "missing_field"));
  BOOST_TEST(has_code(refused("id,x,y,kind,class\nA,500000,3541000,development,\n"), "missing_class"));
  BOOST_TEST(has_code(refused("id,x,y,kind\nU1,500000,3541000,unit\n"), "duplicate_id"));
  const auto twice = refused("id,x,y,kind\nA,500000,3541000,unit\nA,500000,3541000,unit\n");
  BOOST_TEST(twice.size() == 1U, all_of(twice));
  BOOST_TEST(has_code(refused("id,x,y,kind,class\nA,119.9,31.9,development,important\n"), "degrees_for_metres"));
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

BOOST_AUTO_TEST_SUITE_END()
