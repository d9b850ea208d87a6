// Rule packs, harm packs, packs of the generator and of the register, each from its own file.
#include "gis_io/read/packs/natural_hazard_pack.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/packs/societal_packs.hpp"
#include "gis_io/read/packs/substances_pack.hpp"
#include "gis_io/read/packs/warning_pack.hpp"
#include "tests/fuzz/parser_kit.hpp"

namespace sise::testing {
namespace {

using Folder = std::filesystem::path;

/// A reader that takes a pack's name and the folder in which it lies.
template <class Read>
Parser pack(const std::string& name, const std::string& sample, Read read) {
  return parser_of_file(name, ".toml", {built_in(sample)}, [read](const std::filesystem::path& path) {
    const std::string file = path.filename().string();
    static_cast<void>(read(file, path.parent_path()));
  });
}

/// Whole lines, of about so many bytes.
std::string first_lines(const std::string& text, std::size_t bytes) {
  return text.substr(0, text.find('\n', bytes) + 1);
}

Parser substance_tables() {
  return {"substances", {first_lines(built_in("substances/names.csv"), 2000)}, [](std::string_view bytes) {
            return found_by([&](Problems&) {
              static_cast<void>(parse_substances({.names = bytes,
                                                  .properties = "id,property,value,unit,source,confidence\n",
                                                  .sources = embedded_file("substances/sources.csv").value(),
                                                  .notes = "id,en,zh\n"}));
            });
          }};
}

}  // namespace

std::vector<Parser> parsers_of_packs() {
  return {pack("rule_pack", "rules/gb36894-2018.toml",
               [](const std::string& name, const Folder& folder) { return rule_pack(name, folder); }),
          pack("harm_pack", "harm/aqt3046-2013.toml",
               [](const std::string& name, const Folder& folder) { return harm_pack(name, folder); }),
          pack("frequency_pack", "frequencies/iogp_434_01.toml",
               [](const std::string& name, const Folder& folder) { return frequency_packs(name, folder); }),
          pack("event_trees", "trees/purple_book.toml",
               [](const std::string& name, const Folder& folder) { return event_trees(name, folder); }),
          pack("generator_pack", "generator/generator.toml",
               [](const std::string& name, const Folder& folder) { return generator_rules(name, folder); }),
          pack("hazard_pack", "hazards/gb18218-2018.toml",
               [](const std::string& name, const Folder& folder) { return major_hazard_pack(name, folder); }),
          pack("scheme", "schemes/four-colours.toml",
               [](const std::string& name, const Folder& folder) { return class_scheme(name, folder); }),
          pack("law_pack", "law/siting.toml",
               [](const std::string& name, const Folder& folder) { return law_pack(name, folder); }),
          pack("advice_pack", "advice/padhi.toml",
               [](const std::string& name, const Folder& folder) { return advice_pack(name, folder); }),
          pack("pipeline_pack", "pipelines/gb32167-2015.toml",
               [](const std::string& name, const Folder& folder) { return pipeline_pack(name, folder); }),
          pack("fn_lines", "fn_lines/hk.toml",
               [](const std::string& name, const Folder& folder) { return fn_lines(name, folder); }),
          pack("point_method", "point_methods/mes_classic.toml",
               [](const std::string& name, const Folder& folder) { return point_method(name, folder); }),
          pack("direct_rules", "direct_rules/dr_mh.toml",
               [](const std::string& name, const Folder& folder) { return direct_rule_pack(name, folder); }),
          pack("score_sheet", "enterprise_sheets/five_input.toml",
               [](const std::string& name, const Folder& folder) { return score_sheet(name, folder); }),
          pack("area_rules", "area_rules/area-statistics.toml",
               [](const std::string& name, const Folder& folder) { return area_rules(name, folder); }),
          pack("live_rules", "live_rules/gb50493.toml",
               [](const std::string& name, const Folder& folder) { return live_rules(name, folder); }),
          pack("natural_hazards", "natural_hazards/census.toml",
               [](const std::string& name, const Folder& folder) { return natural_hazard_rules(name, folder); }),
          substance_tables()};
}

}  // namespace sise::testing
