#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <utility>

#include "gis_io/read/config/parsers.hpp"
#include "gis_io/read/config/toml_words.hpp"

namespace sise {
namespace {

Location location_of(const toml::source_region& region, const std::string& name, std::string field) {
  return {.file = name,
          .field = std::move(field),
          .line = static_cast<int>(region.begin.line),
          .column = static_cast<int>(region.begin.column)};
}

ConfigDate date_of(const toml::date& date) { return {.year = date.year, .month = date.month, .day = date.day}; }

ConfigNode convert(const toml::node& node, const std::string& name, const std::string& field);

void convert_array(const toml::array& array, const std::string& name, const std::string& field, ConfigNode& out) {
  out.kind = ConfigNode::Kind::array;
  for (std::size_t i = 0; i < array.size(); ++i) {
    out.items.push_back(convert(array[i], name, field + "[" + std::to_string(i) + "]"));
  }
}

/// toml++ sorts keys by name; messages and manifests want the order of the file.
void convert_table(const toml::table& table, const std::string& name, const std::string& field, ConfigNode& out) {
  out.kind = ConfigNode::Kind::table;
  for (const auto& [key, value] : table) {
    const std::string path = dotted(field, key.str());
    out.entries.push_back({std::string(key.str()), location_of(key.source(), name, path), convert(value, name, path)});
  }
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const ConfigEntry& a, const ConfigEntry& b) {
    return std::pair(a.key_where.line, a.key_where.column) < std::pair(b.key_where.line, b.key_where.column);
  });
}

ConfigNode convert(const toml::node& node, const std::string& name, const std::string& field) {
  ConfigNode out;
  out.where = location_of(node.source(), name, field);
  if (const toml::table* table = node.as_table()) {
    convert_table(*table, name, field, out);
  } else if (const toml::array* array = node.as_array()) {
    convert_array(*array, name, field, out);
  } else if (const auto* text = node.as_string()) {
    out.kind = ConfigNode::Kind::text;
    out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = ConfigNode::Kind::integer;
    out.integer = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    out.kind = ConfigNode::Kind::number;
    out.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.kind = ConfigNode::Kind::boolean;
    out.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    out.kind = ConfigNode::Kind::date;
    out.date = date_of(date->get());
  } else {
    throw ConfigError("unsupported_value", {"times of day are not used here", "此处不使用时刻"}, out.where,
                      {"Give a date such as 2026-11-21", "请写日期, 例如 2026-11-21"});
  }
  return out;
}

/// The name that toml++ puts between the last two quotes of "cannot redefine existing table 'grid'".
std::string quoted_name(const std::string& detail) {
  const std::size_t end = detail.rfind('\'');
  const std::size_t start = end == std::string::npos || end == 0 ? std::string::npos : detail.rfind('\'', end - 1);
  return start == std::string::npos ? std::string() : detail.substr(start + 1, end - start - 1);
}

std::string_view line_of(std::string_view text, int line) {
  for (; line > 1 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

/// The first sign of a line that an input method or a word processor puts in the place of one that TOML knows.
std::string_view foreign_sign(std::string_view line) {
  constexpr std::array<std::string_view, 14> kSigns{"，", "＝", "“",  "”",  "‘",  "’",  "［",
                                                    "］", "｛", "｝", "＂", "＇", "．", "＃"};
  std::size_t first = line.size();
  std::string_view found;
  for (const std::string_view sign : kSigns) {
    const std::size_t at = line.find(sign);
    if (at < first) {
      first = at;
      found = sign;
    }
  }
  return found;
}

[[noreturn]] void throw_syntax_error(const toml::parse_error& error, const std::string& name, std::string_view text) {
  const std::string detail(error.description());
  const Location where = location_of(error.source(), name, "");
  if (detail.find("redefine") != std::string::npos) {
    const std::string key = quoted_name(detail);
    throw ConfigError("doubled_key", {"key '" + key + "' stands twice", "键 '" + key + "' 重复"}, where,
                      {"Keep one of the two", "请只保留一处"});
  }
  const bool about_escape = detail.find("escape") != std::string::npos || detail.find("hex") != std::string::npos;
  if (about_escape && where.line > 0 && line_of(text, where.line).find('\\') != std::string_view::npos) {
    throw ConfigError("backslash",
                      {"a backslash in double quotes begins an escape: " + detail,
                       "双引号中的反斜杠是转义符的开头: " + toml_error_zh(detail)},
                      where,
                      {R"(Write paths with /, or in single quotes: 'data\units.csv')",
                       R"(路径请用 /, 或写在单引号中: 'data\units.csv')"});
  }
  const std::string_view foreign = where.line > 0 ? foreign_sign(line_of(text, where.line)) : std::string_view();
  if (!foreign.empty()) {
    const std::string sign(foreign);
    throw ConfigError("foreign_sign",
                      {"the line has a full-width or typographic '" + sign + "', which TOML does not know: " + detail,
                       "该行有全角或排版符号 '" + sign + "', TOML 不识别: " + detail},
                      where, {"Write signs in ASCII: , = \" ' [ ] { } .", "请使用半角符号: , = \" ' [ ] { } ."});
  }
  throw ConfigError("toml_syntax", {"not valid TOML: " + detail, "TOML 语法错误: " + toml_error_zh(detail)}, where);
}

}  // namespace

ConfigNode parse_toml(std::string_view text, const std::string& name) {
  try {
    const toml::table root = toml::parse(text, name);
    return convert(root, name, "");
  } catch (const toml::parse_error& error) {
    throw_syntax_error(error, name, text);
  }
}

}  // namespace sise
