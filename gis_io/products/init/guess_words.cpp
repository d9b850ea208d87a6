#include "gis_io/products/init/guess_words.hpp"

#include <algorithm>
#include <cctype>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

struct Words {
  std::vector<RoleWords> roles;
  std::vector<FieldWords> fields;
};

Words read_words() {
  Problems problems;
  const ConfigNode root = read_pack("keys", "guesses", {});
  ConfigReader reader(root, problems);
  Words words;
  static const std::vector<ConfigNode> kNone;
  const ConfigNode* roles = reader.array("role", Need::required);
  for (const ConfigNode& node : roles == nullptr ? kNone : roles->items) {
    ConfigReader one(node, problems);
    words.roles.push_back({required_text(one, "id"), one.texts("words", Need::required)});
    one.finish();
  }
  const ConfigNode* fields = reader.array("field", Need::required);
  for (const ConfigNode& node : fields == nullptr ? kNone : fields->items) {
    ConfigReader one(node, problems);
    FieldWords field{required_text(one, "name"), one.texts("roles", Need::required), one.texts("words", Need::required),
                     one.text("check").value_or(""), one.boolean("telling").value_or(false)};
    words.fields.push_back(std::move(field));
    one.finish();
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return words;
}

const Words& guess_words() {
  static const Words kWords = read_words();
  return kWords;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return text;
}

/// "quantity_kg": the part behind the last '_' where it is a unit.
std::string unit_behind(const std::string& name) {
  const std::size_t mark = name.rfind('_');
  if (mark == std::string::npos || mark == 0) return {};
  const std::string unit = name.substr(mark + 1);
  return unit_symbol(unit) ? unit : std::string();
}

}  // namespace

const std::vector<RoleWords>& role_words() { return guess_words().roles; }

const std::vector<FieldWords>& field_words_of_guesses() { return guess_words().fields; }

ColumnWord column_word(const std::string& column) {
  std::string name = normalised(column);
  ColumnWord word;
  const std::size_t open = name.find_first_of("([");
  if (open != std::string::npos && open > 0) {
    const std::size_t close = name.find_first_of(")]", open);
    const std::string inside = name.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    if (unit_symbol(inside)) word.unit = inside;
    name.erase(open);
  } else {
    word.unit = unit_behind(name);
    if (!word.unit.empty()) name.erase(name.rfind('_'));
  }
  word.word = without_blanks(lower(name));
  return word;
}

WordMatch match(const ColumnWord& column, const FieldWords& field) {
  // Two Chinese characters or four letters; shorter words are parts of too many others.
  constexpr std::size_t kShortest = 4;
  WordMatch best = WordMatch::none;
  for (const std::string& word : field.words) {
    const std::string plain = without_blanks(lower(word));
    if (column.word == plain) return WordMatch::whole;
    if (plain.size() >= kShortest && column.word.find(plain) != std::string::npos) best = WordMatch::part;
  }
  return best;
}

bool is_asked_by(const FieldWords& field, const std::string& role) {
  return std::find(field.roles.begin(), field.roles.end(), role) != field.roles.end();
}

}  // namespace sise
