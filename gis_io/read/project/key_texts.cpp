#include "gis_io/read/project/key_texts.hpp"

#include <fmt/format.h>

#include <map>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/register_words.hpp"

namespace sise {
namespace {

using Texts = std::map<std::string, Text, std::less<>>;

/// "path" = ["English", "Chinese"].
Texts read_part(ConfigReader& reader, const char* part) {
  Texts texts;
  const ConfigNode* node = reader.table(part, Need::required);
  if (node == nullptr) return texts;
  ConfigReader keys(*node, reader.problems());
  for (const ConfigEntry& entry : node->entries) {
    const std::vector<std::string> both = keys.texts(entry.key);
    if (both.size() == 2) {
      texts[entry.key] = {both[0], both[1]};
    } else {
      reader.problems().error("bad_text", {"a key is told in English and Chinese", "键的说明须有英文和中文"},
                              entry.value.where);
    }
  }
  return texts;
}

struct KeyTexts {
  Texts project;
  Texts incident;
  Texts both;    ///< of either file
  Texts layer;   ///< of every section that names a layer, by its key
  Texts fields;  ///< our names for the fields of layers
};

KeyTexts read_key_texts() {
  Problems problems;
  const ConfigNode root = read_pack("keys", "keys", {});
  ConfigReader reader(root, problems);
  KeyTexts texts{read_part(reader, "project"), read_part(reader, "incident"), read_part(reader, "both"),
                 read_part(reader, "layer"), read_part(reader, "fields")};
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return texts;
}

const KeyTexts& key_texts() {
  static const KeyTexts kTexts = read_key_texts();
  return kTexts;
}

Text found(const Texts& texts, std::string_view key) {
  const auto text = texts.find(key);
  return text == texts.end() ? Text{} : text->second;
}

std::optional<RegisterRecord> record_of(const std::string& path) {
  if (path.starts_with("register.points")) return RegisterRecord::point;
  if (path.starts_with("register.enterprises")) return RegisterRecord::enterprise;
  if (path.starts_with("register.hidden_danger_steps")) return RegisterRecord::step;
  return path.starts_with("register.hidden_dangers") ? std::optional(RegisterRecord::danger) : std::nullopt;
}

/// A register's column is told by the headings under which offices know it.
Text register_column(RegisterRecord record, std::string_view name) {
  for (const RegisterField& field : register_fields()) {
    if (field.record != record || field.name != name) continue;
    if (field.headings.empty()) return {"a column of the register", "清单的列"};
    constexpr std::size_t kShown = 3;
    std::string some;
    for (std::size_t i = 0; i < field.headings.size() && i < kShown; ++i) {
      some += (i > 0 ? ", " : "") + field.headings[i];
    }
    return {"a column of the register, such as " + some, "清单的列, 例如 " + some};
  }
  return {};
}

Text field_of_section(const std::string& path, std::string_view name) {
  const std::optional<RegisterRecord> record = record_of(path);
  return record ? register_column(*record, name) : found(key_texts().fields, name);
}

}  // namespace

Text key_text(KeyedFile file, const std::string& path) {
  const KeyTexts& texts = key_texts();
  for (const Texts* part : {file == KeyedFile::project ? &texts.project : &texts.incident, &texts.both}) {
    if (Text text = found(*part, path); !text.en.empty()) return text;
  }
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos) return {};
  const std::string name = path.substr(dot + 1);
  if (path.substr(0, dot).ends_with(".fields")) {
    const Text field = field_of_section(path, name);
    if (field.en.empty()) return {};
    return {"the layer's name for: " + field.en, "图层中对应的字段名: " + field.zh};
  }
  if (Text text = found(texts.layer, name); !text.en.empty()) return text;
  const Text constant = field_of_section(path, name);
  if (constant.en.empty()) return {};
  return {"for the whole layer: " + constant.en, "整个图层统一取值: " + constant.zh};
}

Text field_text(const std::string& name) { return found(key_texts().fields, name); }

}  // namespace sise
