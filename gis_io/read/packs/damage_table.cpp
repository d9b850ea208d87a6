#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

DamageLevel read_damage_level(const ConfigNode& node, Confidence usual, Problems& problems) {
  ConfigReader reader(node, problems);
  DamageLevel level;
  level.value = required_number(reader, "value", number_rule::kPositive);
  level.effect = read_label(reader, "effect");
  level.confidence = reader.has("confidence") ? read_confidence(reader) : usual;
  reader.finish();
  return level;
}

}  // namespace

DamageTable damage_table(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("damage", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  DamageTable table;
  table.id = required_text(reader, "id");
  table.title = read_label(reader, "title");
  table.quantity =
      reader.choice("quantity", {"overpressure_pa", "radiation_w_m2", "thermal_dose"}, Need::required).value_or("");
  table.unit = required_text(reader, "unit");
  table.source = required_text(reader, "source");
  const Confidence confidence = read_confidence(reader);
  if (const ConfigNode* levels = reader.array("levels", Need::required)) {
    for (const ConfigNode& item : levels->items) {
      table.levels.push_back(read_damage_level(item, confidence, problems));
      if (table.levels.size() > 1 && table.levels.back().value <= table.levels[table.levels.size() - 2].value) {
        problems.error("bad_levels", {"levels must rise", "各级数值应递增"}, item.where);
      }
    }
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return table;
}

std::vector<std::string> damage_table_ids() { return pack_ids("damage"); }

}  // namespace sise
