#include "gis_io/write/vectors/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "gis_io/read/text/utf8.hpp"

namespace sise {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  } else {
    out += c;
  }
}

/// Stands for itself in a JSON text.
bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

struct Appender {
  std::string& out;

  void operator()(std::monostate /*null*/) const { out += "null"; }
  void operator()(bool flag) const { out += flag ? "true" : "false"; }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(out), "{}", number); }
  void operator()(double number) const { append_json(out, number); }
  void operator()(const std::string& text) const { append_json(out, std::string_view(text)); }
  void operator()(const PropertyObject& object) const { append_json(out, object); }
  void operator()(const PropertyList& list) const {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out += ", ";
      append_json(out, list[i]);
    }
    out += ']';
  }
};

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    if (plain > at) {
      out += text.substr(at, plain - at);
      at = plain;
      continue;
    }
    const auto length = static_cast<std::size_t>(std::max(0, utf8_at(text, at).length));
    if (length == 0) {
      out += kReplacement;
    } else if (length == 1) {
      append_ascii(out, text[at]);
    } else {
      out += text.substr(at, length);
    }
    at += length == 0 ? 1 : length;
  }
  out += '"';
}

void append_json(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  // -0 would be a difference without a meaning; a whole number keeps a ".0", so that readers type the column as real.
  const std::size_t before = out.size();
  fmt::format_to(std::back_inserter(out), "{}", number == 0.0 ? 0.0 : number);
  if (out.find_first_of(".e", before) == std::string::npos) out += ".0";
}

void append_json(std::string& out, const PropertyObject& object) {
  out += '{';
  for (std::size_t i = 0; i < object.size(); ++i) {
    if (i > 0) out += ", ";
    append_json(out, std::string_view(object[i].name));
    out += ": ";
    append_json(out, object[i].value);
  }
  out += '}';
}

void append_json(std::string& out, const PropertyValue& value) { std::visit(Appender{out}, value.value); }

std::string to_json(const PropertyValue& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace sise
