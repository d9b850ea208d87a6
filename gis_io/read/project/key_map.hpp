// Every key that a project or an incident may have, as the code that reads them asks for it.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis_io/read/config/key_listener.hpp"

namespace sise {

/// Keys of which a table has at most one, or exactly one.
struct KeyGroup {
  std::vector<std::string> keys;
  Need need = Need::optional;
  auto operator<=>(const KeyGroup&) const = default;
};

struct KeyEntry {
  std::set<KeyHolds> holds;
  std::optional<NumberRule> rule;    ///< the widest, where the rule goes with another key
  std::vector<std::string> choices;  ///< of a text; empty: any
  bool any_text = false;             ///< asked for as text without choices somewhere
  bool typed = false;                ///< a reader says what it holds; else it shows in what is refused
  bool required = false;             ///< whatever the other keys of its table are
};

struct KeyTable {
  std::vector<std::string> keys;  ///< in the order in which they are asked for
  std::vector<KeyGroup> groups;   ///< those that hold whatever the other keys are
  bool open = false;              ///< any key goes: the names are the user's
};

/// Paths are dotted; "[]" is any item of a list, "*" any key of an open table; "" is the file itself.
struct KeyMap {
  std::map<std::string, KeyEntry> entries;
  std::map<std::string, KeyTable> tables;
};

enum class KeyedFile { project, incident };

/// Learnt from the readers themselves, by giving them made-up files until they ask for nothing new.
[[nodiscard]] const KeyMap& key_map(KeyedFile file);

}  // namespace sise
