#include <nlohmann/json.hpp>

#include "gis_io/read/packs/packs_json.hpp"
#include "gis_io/read/text/text_json.hpp"
#include "models/substances/property_groups.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

Json key_supervised_json(const Substance& s) {
  if (!s.key_supervised_batch || !s.key_supervised_number) return nullptr;
  return {{"batch", *s.key_supervised_batch}, {"number", *s.key_supervised_number}};
}

Json json_of(const Substance& s) {
  Json properties = Json::object();
  for (const auto& [name, value] : s.properties) {
    properties[name] = {{"value", value.value},
                        {"unit", value.unit},
                        {"source", {{"en", value.source}, {"zh", value.source_zh}}},
                        {"confidence", name_of(value.confidence)}};
  }
  Json unknown = Json::array();
  for (const PropertyGroup* group : unknown_groups(s)) unknown.push_back(group->id);
  Json needless = Json::array();
  for (const PropertyGroup* group : needless_groups(s)) needless.push_back(group->id);
  Json notes = Json::array();
  for (const Text& note : s.notes) notes.push_back(text_json<Json>(note));
  return {
      {"id", s.id},
      {"name", text_json<Json>(s.name())},
      {"cas", s.cas},
      {"un_number", s.un_number},
      {"formula", s.formula},
      {"aliases", s.aliases},
      {"hazard_flags", s.hazard_flags},
      {"surrogates", s.surrogates},
      {"key_supervised", key_supervised_json(s)},
      {"identity", {{"source", text_json<Json>(s.identity_source)}, {"confidence", name_of(s.identity_confidence)}}},
      {"properties", properties},
      {"unknown", unknown},
      {"needless", needless},
      {"notes", notes}};
}

}  // namespace

std::string substances_json(const std::vector<const Substance*>& substances) {
  Json list = Json::array();
  for (const Substance* substance : substances) list.push_back(json_of(*substance));
  return list.dump(2) + "\n";
}

std::string substance_json(const Substance& substance) { return json_of(substance).dump(2) + "\n"; }

}  // namespace sise
