#include "gis_io/read/packs/pack_source.hpp"

#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {
constexpr std::string_view kEnding = ".toml";
}

bool is_pack_file(std::string_view name) { return name.ends_with(kEnding); }

std::vector<std::string> pack_ids(const std::string& family) {
  std::vector<std::string> ids;
  for (const std::string& name : embedded_names(family + "/")) {
    const std::size_t start = family.size() + 1;
    if (is_pack_file(name)) ids.push_back(name.substr(start, name.size() - start - kEnding.size()));
  }
  return ids;
}

ConfigNode read_pack(const std::string& family, const std::string& name, const std::filesystem::path& folder) {
  if (is_pack_file(name)) return read_config(folder / name, name);
  const std::string file = family + "/" + name + std::string(kEnding);
  if (const std::optional<std::string_view> text = embedded_file(file)) {
    return parse_config(*text, file, ConfigFormat::toml);
  }
  throw ConfigError("unknown_pack", {"there is no pack '" + name + "'", "没有名为 '" + name + "' 的规则包"}, {},
                    did_you_mean(name, pack_ids(family)));
}

Text read_label(ConfigReader& reader, std::string_view key) {
  const ConfigNode* node = reader.table(key, Need::required);
  if (node == nullptr) return {};
  ConfigReader both(*node, reader.problems());
  Text label{required_text(both, "en"), required_text(both, "zh")};
  both.finish();
  return label;
}

Confidence read_confidence(ConfigReader& reader, std::string_view key) {
  return reader.choice<Confidence>(key, {"seen", "corroborated", "recalled"}, confidence_from, Need::required)
      .value_or(Confidence::recalled);
}

std::vector<std::string> read_texts(ConfigReader& reader, std::string_view key, Need need) {
  const ConfigNode* list = reader.array(key, need);
  std::vector<std::string> texts;
  if (list == nullptr) return texts;
  for (const ConfigNode& item : list->items) {
    if (item.kind == ConfigNode::Kind::text) {
      texts.push_back(item.text);
    } else {
      reader.problems().error("wrong_type", {"this must be a text", "此处应为文本"}, item.where);
    }
  }
  return texts;
}

std::string required_text(ConfigReader& reader, std::string_view key) {
  return reader.text(key, Need::required).value_or(std::string());
}

double required_number(ConfigReader& reader, std::string_view key, NumberRule rule) {
  return reader.number(key, rule, Need::required).value_or(0.0);
}

double required_positive(ConfigReader& reader, std::string_view key) {
  return required_number(reader, key, number_rule::kPositive);
}

}  // namespace sise
