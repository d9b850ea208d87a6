#include "gis_io/read/config/config_node.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "gis_io/read/config/parsers.hpp"

namespace sise {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

/// '{' opens a JSON object; '[' opens a JSON array unless it is a TOML header such as [grid] or [[case]].
bool looks_like_json(std::string_view text) {
  text = without_mark(text);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  if (text[first] == '{') return true;
  if (text[first] != '[') return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", first + 1);
  return next != std::string_view::npos && (text[next] == '{' || text[next] == ']');
}

}  // namespace

std::string to_string(ConfigDate date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

const ConfigNode* ConfigNode::find(std::string_view key) const {
  for (const ConfigEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

ConfigNode* ConfigNode::find(std::string_view key) {
  for (ConfigEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Text kind_label(ConfigNode::Kind kind) {
  switch (kind) {
    case ConfigNode::Kind::null:
      return {"null", "空值"};
    case ConfigNode::Kind::boolean:
      return {"true or false", "布尔值"};
    case ConfigNode::Kind::integer:
      return {"a whole number", "整数"};
    case ConfigNode::Kind::number:
      return {"a number", "数值"};
    case ConfigNode::Kind::text:
      return {"a text", "文本"};
    case ConfigNode::Kind::date:
      return {"a date", "日期"};
    case ConfigNode::Kind::array:
      return {"a list", "列表"};
    case ConfigNode::Kind::table:
      return {"a table", "表"};
  }
  return {};
}

std::string dotted(std::string_view parent, std::string_view key) {
  return parent.empty() ? std::string(key) : fmt::format("{}.{}", parent, key);
}

ConfigNode parse_config(std::string_view text, const std::string& name, ConfigFormat format) {
  text = without_mark(text);
  require_utf8(text, name);
  return format == ConfigFormat::json ? parse_json(text, name) : parse_toml(text, name);
}

std::string read_text_file(const std::filesystem::path& path, const std::string& name) {
  std::error_code unused;
  if (std::filesystem::is_directory(path, unused)) {
    throw InputError("not_a_file", {"this is a folder, not a file", "这是文件夹, 不是文件"}, {.file = name});
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream)
    throw InputError("cannot_open", {"the file cannot be opened", "文件无法打开"}, {.file = name},
                     {"Check the name and the folder", "请检查文件名和所在文件夹"});
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) throw InputError("cannot_read", {"the file cannot be read", "文件无法读取"}, {.file = name});
  return bytes;
}

ConfigNode read_config(const std::filesystem::path& path, const std::string& name) {
  const std::string text = read_text_file(path, name);
  const std::string extension = path.extension().string();
  const bool json = extension == ".json" || extension == ".geojson" || (extension != ".toml" && looks_like_json(text));
  return parse_config(text, name, json ? ConfigFormat::json : ConfigFormat::toml);
}

}  // namespace sise
