// The words of data/keys/guesses.toml, and how columns are compared with them. Not for use outside init.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/read/layers/unit_symbols.hpp"

namespace sise {

struct RoleWords {
  std::string id;
  std::vector<std::string> words;
};

struct FieldWords {
  std::string name;
  std::vector<std::string> roles;
  std::vector<std::string> words;
  std::string check;     ///< of the values: "unit_kind", "target_class", "substance", "status"
  bool telling = false;  ///< shows what the layer is
};

[[nodiscard]] const std::vector<RoleWords>& role_words();
[[nodiscard]] const std::vector<FieldWords>& field_words_of_guesses();

/// A column's name without blanks, capitals, brackets and unit; the unit where it names one.
struct ColumnWord {
  std::string word;
  std::string unit;
};

[[nodiscard]] ColumnWord column_word(const std::string& column);

enum class WordMatch { none, part, whole };
[[nodiscard]] WordMatch match(const ColumnWord& column, const FieldWords& field);

[[nodiscard]] bool is_asked_by(const FieldWords& field, const std::string& role);

}  // namespace sise
