#include "gis_io/read/project/context_section.hpp"

#include <utility>

namespace sise {
namespace {

const std::vector<std::string>& tile_keys() {
  static const std::vector<std::string> kKeys{"tiles", "tiles_credit"};
  return kKeys;
}

ContextLayerConfig read_context_layer(const ConfigEntry& entry, const ConfigOrigin& origin, Problems& problems) {
  static const std::vector<std::string> kNames{"name"};
  ConfigReader reader(entry.value, problems);
  ContextLayerConfig config;
  config.key = entry.key;
  config.title = {entry.key, entry.key};
  read_layer_keys(reader, {.our_names = kNames}, "source", origin, config.layer);
  config.kind = reader.choice<ContextKind>("kind", context_kinds(), context_kind_from, Need::required)
                    .value_or(ContextKind::boundaries);
  if (const auto name = reader.text("name")) config.layer.fields["name"] = *name;
  if (const auto title = reader.text("title")) config.title = {*title, *title};
  reader.finish();
  return config;
}

ContextTiles read_tiles(ConfigReader& reader) {
  ContextTiles tiles;
  tiles.address = reader.text("tiles").value_or("");
  tiles.credit = reader.text("tiles_credit").value_or("");
  if (!tiles.address.empty()) {
    if (auto refusal = refusal_of_tiles(tiles.address, reader.where("tiles"))) reader.problems().add(*refusal);
  } else if (!tiles.credit.empty()) {
    reader.problems().error("unused_key", {"tiles_credit without tiles", "给出了 tiles_credit 而没有 tiles"},
                            reader.where("tiles_credit"), {"Add tiles, or leave it out", "请给出 tiles, 或去掉它"});
  }
  return tiles;
}

}  // namespace

ContextConfig read_context_section(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems) {
  ConfigReader reader(node, problems);
  ContextConfig config;
  config.tiles = read_tiles(reader);
  for (const ConfigEntry& entry : node.entries) {
    if (entry.key == "tiles" || entry.key == "tiles_credit") continue;
    reader.allow(entry.key);
    if (entry.value.kind == ConfigNode::Kind::table) {
      config.layers.push_back(read_context_layer(entry, origin, problems));
      continue;
    }
    const Text near = did_you_mean(entry.key, tile_keys());
    problems.error("no_context_layer",
                   {"'" + entry.key + "' is no layer: a layer of [context] is a table with source and kind",
                    "'" + entry.key + "' 不是图层: [context] 的图层须为含 source 与 kind 的表"},
                   entry.value.where,
                   {near.en + "; or write [context." + entry.key + "] with source and kind",
                    near.zh + "; 或写成 [context." + entry.key + "], 给出 source 与 kind"});
  }
  reader.finish();
  return config;
}

}  // namespace sise
