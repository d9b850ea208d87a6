#include <nlohmann/json.hpp>

#include "gis_io/config/config_node.hpp"

namespace sise {
namespace {

nlohmann::ordered_json json_of(const ConfigNode& node) {
  switch (node.kind) {
    case ConfigNode::Kind::null:
      return nullptr;
    case ConfigNode::Kind::boolean:
      return node.boolean;
    case ConfigNode::Kind::integer:
      return node.integer;
    case ConfigNode::Kind::number:
      return node.number;
    case ConfigNode::Kind::text:
      return node.text;
    case ConfigNode::Kind::date:
      return to_string(node.date);
    case ConfigNode::Kind::array: {
      nlohmann::ordered_json list = nlohmann::ordered_json::array();
      for (const ConfigNode& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case ConfigNode::Kind::table: {
      nlohmann::ordered_json object = nlohmann::ordered_json::object();
      for (const ConfigEntry& entry : node.entries) object[entry.key] = json_of(entry.value);
      return object;
    }
  }
  return nullptr;
}

}  // namespace

std::string to_json(const ConfigNode& node) { return json_of(node).dump(2); }

}  // namespace sise
