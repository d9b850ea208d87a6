#include <fmt/format.h>

#include <utility>

#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/config/parsers.hpp"

namespace sise {
namespace {

const std::string kFile = "--set";

/// The value of an override: TOML where it is TOML, else text.
ConfigNode parse_value(std::string_view text) {
  try {
    ConfigNode root = parse_toml("v = " + std::string(text), kFile);
    if (root.entries.size() == 1) return std::move(root.entries.front().value);
  } catch (const ConfigError&) {
    const bool meant_as_toml = !text.empty() && std::string_view("\"'[{").find(text.front()) != std::string_view::npos;
    if (meant_as_toml) throw;
  }
  ConfigNode node;
  node.kind = ConfigNode::Kind::text;
  node.text = std::string(text);
  return node;
}

void place_under(ConfigNode& node, const std::string& field) {
  node.where = {.file = kFile, .field = field};
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    place_under(node.items[i], field + "[" + std::to_string(i) + "]");
  }
  for (ConfigEntry& entry : node.entries) {
    const std::string inner = dotted(field, entry.key);
    entry.key_where = {.file = kFile, .field = inner};
    place_under(entry.value, inner);
  }
}

/// The entry for `key`, made when absent.
ConfigNode& entry_of(ConfigNode& table, std::string_view key, const std::string& field) {
  if (ConfigNode* known = table.find(key)) return *known;
  const Location where{.file = kFile, .field = field};
  ConfigNode value;
  value.where = where;
  table.entries.push_back({std::string(key), where, std::move(value)});
  return table.entries.back().value;
}

/// "grid.cell_m" -> {"grid", "cell_m"}; empty when a part is empty.
std::vector<std::string> keys_of(std::string_view path) {
  std::vector<std::string> keys;
  while (true) {
    const std::size_t dot = path.find('.');
    keys.emplace_back(path.substr(0, dot));
    if (keys.back().empty()) return {};
    if (dot == std::string_view::npos) return keys;
    path.remove_prefix(dot + 1);
  }
}

void apply_one(ConfigNode& root, const std::string& text, Problems& problems) {
  const std::size_t equals = text.find('=');
  const std::vector<std::string> keys = keys_of(std::string_view(text).substr(0, equals));
  if (equals == std::string::npos || keys.empty()) {
    problems.error("bad_override", {"'" + text + "' is no key=value", "'" + text + "' 不是 键=值"}, {.file = kFile},
                   {"Write for example --set grid.cell_m=20", "例如 --set grid.cell_m=20"});
    return;
  }
  ConfigNode value = parse_value(std::string_view(text).substr(equals + 1));
  ConfigNode* node = &root;
  std::string field;
  for (const std::string& key : keys) {
    if (node->kind == ConfigNode::Kind::null) node->kind = ConfigNode::Kind::table;
    if (node->kind != ConfigNode::Kind::table) {
      const Text kind = kind_label(node->kind);
      problems.error("bad_override",
                     {fmt::format("'{}' is {}, so it has no key '{}'", field, kind.en, key),
                      fmt::format("'{}' 是{}, 没有键 '{}'", field, kind.zh, key)},
                     {.file = kFile, .field = dotted(field, key)});
      return;
    }
    field = dotted(field, key);
    node = &entry_of(*node, key, field);
  }
  place_under(value, field);
  *node = std::move(value);
}

}  // namespace

void apply_overrides(ConfigNode& root, const std::vector<std::string>& overrides, Problems& problems) {
  for (const std::string& text : overrides) {
    try {
      apply_one(root, text, problems);
    } catch (const ConfigError& error) {
      for (Diagnostic diagnostic : error.diagnostics()) {
        diagnostic.where = {.file = kFile, .field = text.substr(0, text.find('='))};
        problems.add(std::move(diagnostic));
      }
    }
  }
}

}  // namespace sise
