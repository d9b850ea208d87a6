#include "gis_io/read/project/made_up_config.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

namespace sise {
namespace {

/// As good as independent for every (number, path, question): a finaliser of SplitMix64 over a text's hash (FNV-1a).
std::uint64_t drawn(std::uint64_t number, std::string_view path, std::uint64_t question) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::uint64_t z = hash + number * 0x9e3779b97f4a7c15U + question * 0xd1b54a32d192ed03U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

/// Nothing that a text may name. PROJ refuses it at sight; other unknown names it looks for in all its tables.
constexpr const char* kAnyText = "+proj=none";

enum Question : std::uint64_t { kPresent = 1, kKind, kChoice, kGroup };

/// A number that the rule allows.
double allowed_by(const NumberRule& rule) {
  if (rule.at_least) return *rule.at_least;
  if (rule.above && rule.at_most) return 0.5 * (*rule.above + *rule.at_most);
  if (rule.above) return *rule.above + 1.0;
  return rule.at_most ? std::min(1.0, *rule.at_most) : 1.0;
}

class Maker {
 public:
  Maker(const KeyMap& map, const std::map<std::string, std::vector<KeyGroup>>& groups, std::uint64_t number,
        std::vector<MadeUpValue>& untyped)
      : map_(map), groups_(groups), number_(number), untyped_(untyped) {}

  [[nodiscard]] ConfigNode table(const std::string& path) {
    ConfigNode node = empty(ConfigNode::Kind::table, path);
    const auto found = map_.tables.find(path);
    constexpr std::uint64_t kOfThree = 3;
    if (drawn(number_, path, kPresent) % kOfThree == 0) add(node, path, "*");
    if (found == map_.tables.end()) return node;
    const std::set<std::string> left_out = outside_groups(path);
    for (const std::string& key : found->second.keys) {
      constexpr std::uint64_t kOfEight = 8;
      const bool absent = drawn(number_, dotted(path, key), kPresent) % kOfEight == 0;
      if (!absent && !left_out.contains(key)) add(node, path, key);
    }
    return node;
  }

 private:
  [[nodiscard]] static ConfigNode empty(ConfigNode::Kind kind, const std::string& path) {
    ConfigNode node{.kind = kind};
    node.where.file = std::string(kMadeUpFile);
    node.where.field = path;
    return node;
  }

  void add(ConfigNode& table, const std::string& path, const std::string& key) {
    const std::string place = dotted(path, key);
    ConfigEntry entry{.key = key, .key_where = {}, .value = value(place)};
    entry.key_where = entry.value.where;
    table.entries.push_back(std::move(entry));
  }

  /// Keys of groups of which another key was drawn.
  [[nodiscard]] std::set<std::string> outside_groups(const std::string& path) const {
    std::set<std::string> out;
    const auto found = groups_.find(path);
    if (found == groups_.end()) return out;
    for (const KeyGroup& group : found->second) {
      std::string name = path;
      for (const std::string& key : group.keys) name += " " + key;
      const std::size_t taken = drawn(number_, name, kGroup) % group.keys.size();
      for (std::size_t i = 0; i < group.keys.size(); ++i) {
        if (i != taken) out.insert(group.keys[i]);
      }
    }
    return out;
  }

  [[nodiscard]] ConfigNode value(const std::string& path) {
    const auto found = map_.entries.find(path);
    const bool typed = found != map_.entries.end() && found->second.typed;
    std::vector<KeyHolds> kinds{KeyHolds::table, KeyHolds::list, KeyHolds::text};
    if (typed) kinds.assign(found->second.holds.begin(), found->second.holds.end());
    const KeyHolds kind = kinds[drawn(number_, path, kKind) % kinds.size()];
    if (!typed) untyped_.push_back({path, kind});
    static const KeyEntry kUnknown;
    return value(path, kind, typed ? found->second : kUnknown);
  }

  [[nodiscard]] ConfigNode value(const std::string& path, KeyHolds kind, const KeyEntry& entry) {
    switch (kind) {
      case KeyHolds::table:
        return table(path);
      case KeyHolds::list:
        return list(path, value(path + "[]"));
      case KeyHolds::texts:
        return list(path, text(path, entry));
      case KeyHolds::numbers:
        return list(path, number(path, entry));
      case KeyHolds::number:
        return number(path, entry);
      case KeyHolds::integer: {
        ConfigNode node = empty(ConfigNode::Kind::integer, path);
        node.integer = static_cast<std::int64_t>(allowed_by(entry.rule.value_or(NumberRule{})));
        return node;
      }
      case KeyHolds::boolean:
        return empty(ConfigNode::Kind::boolean, path);
      case KeyHolds::date: {
        ConfigNode node = empty(ConfigNode::Kind::date, path);
        node.date = {2026, 1, 1};
        return node;
      }
      case KeyHolds::text:
      case KeyHolds::cell:
        break;
    }
    return text(path, entry);
  }

  [[nodiscard]] static ConfigNode list(const std::string& path, ConfigNode item) {
    ConfigNode node = empty(ConfigNode::Kind::array, path);
    node.items.push_back(std::move(item));
    return node;
  }

  [[nodiscard]] static ConfigNode number(const std::string& path, const KeyEntry& entry) {
    ConfigNode node = empty(ConfigNode::Kind::number, path);
    node.number = allowed_by(entry.rule.value_or(NumberRule{}));
    return node;
  }

  [[nodiscard]] ConfigNode text(const std::string& path, const KeyEntry& entry) const {
    ConfigNode node = empty(ConfigNode::Kind::text, path);
    const std::vector<std::string>& choices = entry.choices;
    node.text = choices.empty() ? kAnyText : choices[drawn(number_, path, kChoice) % choices.size()];
    return node;
  }

  const KeyMap& map_;
  const std::map<std::string, std::vector<KeyGroup>>& groups_;
  std::uint64_t number_;
  std::vector<MadeUpValue>& untyped_;
};

}  // namespace

MadeUpConfig make_up_config(const KeyMap& map, const std::map<std::string, std::vector<KeyGroup>>& groups,
                            std::uint64_t number) {
  MadeUpConfig made{.origin = {.name = std::string(kMadeUpFile), .folder = {}, .tree = {}}, .untyped = {}};
  made.origin.tree = Maker(map, groups, number, made.untyped).table("");
  return made;
}

}  // namespace sise
