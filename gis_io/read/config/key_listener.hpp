// Hears which keys a reader of configurations asks for: the only list of keys is the code that reads them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/config_reader.hpp"

namespace sise {

/// What a key may hold.
enum class KeyHolds { text, number, integer, boolean, date, numbers, texts, cell, table, list };

class KeyListener {
 public:
  KeyListener() = default;
  virtual ~KeyListener() = default;
  KeyListener(const KeyListener&) = delete;
  KeyListener& operator=(const KeyListener&) = delete;
  KeyListener(KeyListener&&) = delete;
  KeyListener& operator=(KeyListener&&) = delete;

  /// A reader looks at the table of this dotted path.
  virtual void opened(const std::string& path) = 0;
  virtual void asked(const std::string& path, std::string_view key) = 0;
  virtual void required(const std::string& path) = 0;
  virtual void holds(const std::string& path, KeyHolds what) = 0;
  virtual void bounded(const std::string& path, const NumberRule& rule) = 0;
  virtual void one_of(const std::string& path, const std::vector<std::string>& allowed) = 0;
  /// At most one of `keys` of a table may be there, or exactly one.
  virtual void grouped(const std::string& path, const std::vector<std::string>& keys, Need need) = 0;
};

/// While it lives, every ConfigReader of this thread tells `listener` what it asks of tables of the file `file`; packs that
/// are read on the way are other files.
class Listening {
 public:
  Listening(KeyListener& listener, std::string file);
  ~Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  Listening(Listening&&) = delete;
  Listening& operator=(Listening&&) = delete;

  /// Who listens to readers of this table; null: nobody.
  [[nodiscard]] static KeyListener* to(const ConfigNode& table);

 private:
  KeyListener& listener_;
  std::string file_;
  Listening* before_;
};

}  // namespace sise
