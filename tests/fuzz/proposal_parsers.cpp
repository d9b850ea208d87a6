// Proposals and land-use plans.
#include "gis_io/read/packs/land_use_pack.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_plan.hpp"
#include "gis_io/read/project/load_proposals.hpp"
#include "tests/fuzz/parser_kit.hpp"

namespace sise::testing {
namespace {

Study ground() {
  Study study;
  study.grid = {
      .x_min = 490000.0, .y_max = 3550000.0, .cell_m = 100.0, .columns = 200, .rows = 200, .crs = "EPSG:4549"};
  study.criteria.rules = rule_pack("gb36894-2018");
  return study;
}

/// What a row is told stands with its proposal.
void add_faults(const std::vector<Proposal>& proposals, Problems& problems) {
  for (const Proposal& one : proposals) {
    for (const Diagnostic& fault : one.faults) problems.add(fault);
  }
}

}  // namespace

std::vector<Parser> parsers_of_proposals() {
  return {{"proposals",
           {"id,kind,use,people,unit_kind,substance,inventory_t,wkt\n"
            "A,development,居住,300,,,,\"POLYGON((500000 3541000,500100 3541000,500100 3541100,500000 3541000))\"\n"
            "B,unit,,,pressurised_vessel,液氯,50,POINT(501000 3541000)\n"},
           [](std::string_view bytes) {
             return found_by([&](Problems& problems) {
               const LayerConfig how;
               LayerConfig layer = proposals_layer((fuzz_folder().write("p.csv", std::string(bytes))).string(), how);
               layer.crs = "EPSG:4549";
               add_faults(load_proposals(layer, ground()).proposals, problems);
             });
           }},
          {"plan",
           {"id,地类代码,地类名称,people,wkt\n"
            "A,070102,二类城镇住宅用地,300,\"POLYGON((500000 3541000,500100 3541000,500100 3541100,500000 3541000))\"\n"
            "B,0803,教育用地,,\"POLYGON((501000 3541000,501100 3541000,501100 3541100,501000 3541000))\"\n"},
           [](std::string_view bytes) {
             return found_by([&](Problems& problems) {
               static const LandUsePack kPack = land_use_pack();
               LayerConfig layer = plan_layer((fuzz_folder().write("l.csv", std::string(bytes))).string());
               layer.crs = "EPSG:4549";
               add_faults(load_plan(layer, "ydyh-2023", ground(), kPack).proposals, problems);
             });
           }}};
}

}  // namespace sise::testing
