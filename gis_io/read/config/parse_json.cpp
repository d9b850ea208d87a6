#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include "gis_io/read/config/parsers.hpp"

namespace sise {
namespace {

using Json = nlohmann::json;

/// Far beyond any configuration; bounds the recursion of all who walk the tree.
constexpr std::size_t kDeepest = 64;

/// Walks over the text token by token beside the parser, which tells values but not where they stand.
/// The parser has checked every token before it reports it, so finding its end needs no error handling.
class TokenCursor {
 public:
  explicit TokenCursor(std::string_view text) : text_(text) {}

  /// Position of the next token (value, key or bracket; commas and colons are skipped), then steps over it.
  TextPosition next() {
    advance_to(text_.find_first_not_of(" \t\r\n,:", byte_));
    const TextPosition start = position_;
    advance_to(end_of_token());
    return start;
  }

 private:
  [[nodiscard]] std::size_t end_of_token() const {
    const char first = text_[byte_];
    if (first == '{' || first == '}' || first == '[' || first == ']') return byte_ + 1;
    if (first != '"') return text_.find_first_of(" \t\r\n,:{}[]", byte_);
    std::size_t end = byte_ + 1;
    while (text_[end] != '"') end += text_[end] == '\\' ? std::size_t{2} : std::size_t{1};
    return end + 1;
  }

  void advance_to(std::size_t byte) {
    byte = std::min(byte, text_.size());
    const TextPosition step = position_of(text_.substr(byte_, byte - byte_), byte - byte_);
    position_.column = step.line > 1 ? step.column : position_.column + step.column - 1;
    position_.line += step.line - 1;
    byte_ = byte;
  }

  std::string_view text_;
  std::size_t byte_ = 0;
  TextPosition position_;
};

/// Builds the tree from the parser's events and refuses doubled keys, which a JSON library keeps silent about.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(std::string_view text, std::string name) : text_(text), name_(std::move(name)), cursor_(text) {}

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add({.kind = ConfigNode::Kind::boolean, .boolean = value}); }
  bool number_integer(number_integer_t value) override {
    return add({.kind = ConfigNode::Kind::integer, .integer = value});
  }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kLargest = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    if (value > kLargest) return add({.kind = ConfigNode::Kind::number, .number = static_cast<double>(value)});
    return add({.kind = ConfigNode::Kind::integer, .integer = static_cast<std::int64_t>(value)});
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override {
    return add({.kind = ConfigNode::Kind::number, .number = value});
  }
  bool string(string_t& value) override { return add({.kind = ConfigNode::Kind::text, .text = value}); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open({.kind = ConfigNode::Kind::table}); }
  bool start_array(std::size_t /*size*/) override { return open({.kind = ConfigNode::Kind::array}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    ConfigNode& table = *open_.back();
    const Location where = place(cursor_.next(), dotted(table.where.field, key));
    if (table.find(key) != nullptr) {
      throw ConfigError("doubled_key", {"key '" + key + "' stands twice", "键 '" + key + "' 重复"}, where,
                        {"Keep one of the two", "请只保留一处"});
    }
    table.entries.push_back({key, where, {}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*last_token*/, const Json::exception& error) override {
    const std::string what = error.what();
    const std::size_t cut = what.rfind(": ");
    const std::string detail = cut == std::string::npos ? what : what.substr(cut + 2);
    throw ConfigError("json_syntax", {"not valid JSON: " + detail, "JSON 语法错误: " + detail},
                      place(position_of(text_, position == 0 ? 0 : position - 1), ""));
  }

  [[nodiscard]] ConfigNode take() { return std::move(root_); }

 private:
  [[nodiscard]] Location place(TextPosition at, std::string field) const {
    return {.file = name_, .field = std::move(field), .line = at.line, .column = at.column};
  }

  /// Where the next value goes: the root, the last key of a table, or a new item of a list.
  ConfigNode& slot() {
    if (open_.empty()) return root_;
    ConfigNode& parent = *open_.back();
    if (parent.kind == ConfigNode::Kind::table) return parent.entries.back().value;
    return parent.items.emplace_back();
  }

  [[nodiscard]] std::string field_of_slot() const {
    if (open_.empty()) return "";
    const ConfigNode& parent = *open_.back();
    if (parent.kind == ConfigNode::Kind::table) return parent.entries.back().key_where.field;
    return parent.where.field + "[" + std::to_string(parent.items.size()) + "]";
  }

  bool add(ConfigNode node) {
    node.where = place(cursor_.next(), field_of_slot());
    slot() = std::move(node);
    return true;
  }

  bool open(ConfigNode node) {
    node.where = place(cursor_.next(), field_of_slot());
    if (open_.size() == kDeepest) {
      throw ConfigError("too_deep", {"nested too deeply", "嵌套过深"}, node.where);
    }
    ConfigNode& kept = slot();
    kept = std::move(node);
    open_.push_back(&kept);
    return true;
  }

  bool close() {
    cursor_.next();
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  std::string name_;
  TokenCursor cursor_;
  ConfigNode root_;
  std::vector<ConfigNode*> open_;  ///< stays valid: a container grows only while nothing inside it is open
};

}  // namespace

ConfigNode parse_json(std::string_view text, const std::string& name) {
  TreeBuilder builder(text, name);
  Json::sax_parse(text, &builder);
  return builder.take();
}

}  // namespace sise
