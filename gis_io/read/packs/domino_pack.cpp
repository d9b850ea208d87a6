#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

std::vector<UnitKind> read_kinds(ConfigReader& reader) {
  std::vector<UnitKind> kinds;
  for (const std::string& name : read_texts(reader, "kinds", Need::optional)) {
    const std::optional<UnitKind> kind = name == "unspecified" ? UnitKind::unspecified : unit_kind_from(name);
    if (kind) {
      kinds.push_back(*kind);
    } else {
      reader.problems().error("unknown_choice",
                              {"'" + name + "' is no kind of unit", "'" + name + "' 不是装置设施类别"},
                              reader.where("kinds"));
    }
  }
  return kinds;
}

DominoLevel read_domino_level(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  DominoLevel level;
  const std::string quantity =
      reader.choice("quantity", {"radiation_w_m2", "overpressure_pa"}, Need::required).value_or("");
  level.quantity = quantity == "overpressure_pa" ? EffectQuantity::overpressure_pa : EffectQuantity::radiation_w_m2;
  level.value = required_number(reader, "value", number_rule::kPositive);
  level.kinds = read_kinds(reader);
  reader.finish();
  return level;
}

}  // namespace

DominoPack domino_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("domino", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  DominoPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  if (const ConfigNode* levels = reader.array("levels", Need::required)) {
    for (const ConfigNode& item : levels->items) pack.levels.push_back(read_domino_level(item, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

}  // namespace sise
