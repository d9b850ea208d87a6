#include "gis_io/read/packs/sector_pack.hpp"

#include <set>

#include "gis_io/read/packs/pack_source.hpp"

namespace sise {
namespace {

Sector read_sector(const ConfigNode& node, std::set<std::string>& words, Problems& problems) {
  ConfigReader reader(node, problems);
  Sector sector;
  sector.id = required_text(reader, "id");
  sector.label = read_label(reader, "label");
  sector.words = read_texts(reader, "words", Need::required);
  for (const std::string& word : sector.words) {
    if (words.insert(word).second) continue;
    problems.error("doubled_word", {"'" + word + "' stands for two sectors", "'" + word + "' 对应了两个行业"},
                   reader.where("words"), {"Keep it in one of them", "请只保留一处"});
  }
  for (const std::string& name : read_texts(reader, "kinds", Need::optional)) {
    if (const auto kind = unit_kind_from(name)) {
      sector.kinds.push_back(*kind);
    } else {
      problems.error("unknown_choice", {"'" + name + "' is no kind of unit", "'" + name + "' 不是装置设施类别"},
                     reader.where("kinds"));
    }
  }
  reader.finish();
  return sector;
}

}  // namespace

SectorPack sector_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("sectors", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  SectorPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  std::set<std::string> words;
  if (const ConfigNode* sectors = reader.array("sectors", Need::required)) {
    for (const ConfigNode& item : sectors->items) pack.sectors.push_back(read_sector(item, words, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

}  // namespace sise
