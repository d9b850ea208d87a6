#include "gis_io/read/project/key_schema.hpp"

#include <nlohmann/json.hpp>

#include "gis_io/read/project/key_texts.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

void add_rule(const NumberRule& rule, Json& json) {
  if (rule.at_least) json["minimum"] = *rule.at_least;
  if (rule.above) json["exclusiveMinimum"] = *rule.above;
  if (rule.at_most) json["maximum"] = *rule.at_most;
}

Json number_json(const char* type, const KeyEntry& entry) {
  Json json{{"type", type}};
  if (entry.rule) add_rule(*entry.rule, json);
  return json;
}

Json text_json(const KeyEntry& entry) {
  Json json{{"type", "string"}};
  if (entry.choices.empty() || entry.any_text) return json;
  json["enum"] = entry.choices;
  return json;
}

class SchemaMaker {
 public:
  explicit SchemaMaker(KeyedFile file) : file_(file), map_(key_map(file)) {}

  [[nodiscard]] Json table(const std::string& path) const {
    Json json{{"type", "object"}};
    const auto found = map_.tables.find(path);
    if (found == map_.tables.end()) return json;
    const KeyTable& known = found->second;
    Json required = Json::array();
    json["properties"] = Json::object();
    for (const std::string& key : known.keys) {
      json["properties"][key] = key_json(dotted(path, key));
      if (map_.entries.at(dotted(path, key)).required) required.push_back(key);
    }
    if (!required.empty()) json["required"] = required;
    json["additionalProperties"] = known.open;
    if (map_.tables.contains(path + ".*")) json["additionalProperties"] = key_json(path + ".*");
    add_groups(known, json);
    return json;
  }

 private:
  static void add_groups(const KeyTable& table, Json& json) {
    Json all = Json::array();
    for (const KeyGroup& group : table.groups) {
      Json alone = Json::array();
      for (const std::string& key : group.keys) alone.push_back({{"required", {key}}});
      if (group.need == Need::required) {
        all.push_back({{"oneOf", alone}});
        continue;
      }
      const Json any{{"anyOf", alone}};
      const Json none{{"not", any}};
      alone.push_back(none);
      all.push_back({{"oneOf", alone}});
    }
    if (!all.empty()) json["allOf"] = all;
  }

  [[nodiscard]] Json key_json(const std::string& path) const {
    Json json = kinds_json(path);
    const Text text = key_text(file_, path);
    if (!text.en.empty()) json["description"] = text.en + "\n" + text.zh;
    return json;
  }

  [[nodiscard]] Json kinds_json(const std::string& path) const {
    const auto found = map_.entries.find(path);
    if (found == map_.entries.end() || found->second.holds.empty()) return Json::object();
    const KeyEntry& entry = found->second;
    Json any = Json::array();
    const bool list_of_one_kind = entry.holds.contains(KeyHolds::texts) || entry.holds.contains(KeyHolds::numbers);
    for (const KeyHolds what : entry.holds) {
      const bool told_otherwise = (what == KeyHolds::list && list_of_one_kind) ||
                                  (what == KeyHolds::text && entry.holds.contains(KeyHolds::cell));
      if (!told_otherwise) any.push_back(kind_json(path, what, entry));
    }
    return any.size() == 1 ? any.front() : Json{{"anyOf", any}};
  }

  [[nodiscard]] Json kind_json(const std::string& path, KeyHolds what, const KeyEntry& entry) const {
    switch (what) {
      case KeyHolds::text:
        return text_json(entry);
      case KeyHolds::number:
        return number_json("number", entry);
      case KeyHolds::integer:
        return number_json("integer", entry);
      case KeyHolds::boolean:
        return {{"type", "boolean"}};
      case KeyHolds::date:
        return {{"type", "string"}, {"format", "date"}};
      case KeyHolds::numbers:
        return {{"type", "array"}, {"items", number_json("number", entry)}};
      case KeyHolds::texts:
        return {{"type", "array"}, {"items", {{"type", "string"}}}};
      case KeyHolds::cell:
        return {{"type", Json::array({"string", "number"})}};
      case KeyHolds::table:
        return table(path);
      case KeyHolds::list:
        break;
    }
    return {{"type", "array"}, {"items", kinds_json(path + "[]")}};
  }

  KeyedFile file_;
  const KeyMap& map_;
};

}  // namespace

std::string key_schema(KeyedFile file) {
  const bool project = file == KeyedFile::project;
  Json json{{"$schema", "http://json-schema.org/draft-07/schema#"},
            {"title", project ? "Sise project file / 四色项目文件" : "Sise incident file / 四色事故文件"}};
  json.update(SchemaMaker(file).table(""));
  return json.dump(1) + "\n";
}

}  // namespace sise
