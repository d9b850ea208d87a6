#include "gis_io/read/layers/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/layers/shapefile_text.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "gis_io/read/text/garbled.hpp"

namespace sise {
namespace {

std::vector<std::string_view> texts_of(const FeatureTable& table) {
  std::vector<std::string_view> texts(table.columns.begin(), table.columns.end());
  for (const FeatureRow& row : table.rows) {
    for (const Cell& cell : row.cells) {
      if (const auto* text = std::get_if<std::string>(&cell)) texts.push_back(*text);
    }
  }
  return texts;
}

std::string printable(std::string_view bytes) {
  std::string out;
  for (const char c : bytes.substr(0, 24)) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte >= 0x20 && byte < 0x7F ? std::string(1, c) : fmt::format("\\x{:02x}", byte);
  }
  return out;
}

[[noreturn]] void refuse(std::string_view bytes, const std::string& encoding, const std::string& basis,
                         const Location& where) {
  const std::string said = basis.empty() ? std::string() : " (" + basis + ")";
  throw InputError("wrong_encoding",
                   {"'" + printable(bytes) + "' is not " + encoding + " text" + said,
                    "'" + printable(bytes) + "' 不是 " + encoding + " 编码的文字" + said},
                   where,
                   {"Name the right encoding with the key 'encoding', for example \"GB18030\"",
                    "请用 encoding 键写明正确的编码,例如 \"GB18030\""});
}

void recode(FeatureTable& table, const ShapefileEncoding& encoding) {
  const auto one = [&](std::string& text, const Location& where) {
    auto decoded = to_utf8(text, encoding.encoding);
    if (!decoded) refuse(text, encoding.encoding, encoding.basis, where);
    text = std::move(*decoded);
  };
  for (std::string& name : table.columns) one(name, table.where);
  for (FeatureRow& row : table.rows) {
    for (Cell& cell : row.cells) {
      if (auto* text = std::get_if<std::string>(&cell)) one(*text, table.at(row));
    }
  }
}

ShapefileEncoding detected(const FeatureTable& table, Problems& problems) {
  const auto found = detect_encoding(texts_of(table));
  if (!found) {
    throw InputError("unknown_encoding",
                     {"the text is neither UTF-8 nor GB18030", "文字既不是 UTF-8 也不是 GB18030 编码"}, table.where,
                     {"Name its encoding with the key 'encoding'; accepted are " + accepted_encodings(),
                      "请用 encoding 键写明编码,可用的有 " + accepted_encodings()});
  }
  if (*found != "UTF-8") {
    problems.add(note("guessed_encoding",
                      {"nothing names the text's encoding; it was read as " + *found,
                       "文件没有写明文字编码,已按 " + *found + " 读取"},
                      table.where,
                      {"State it with the key 'encoding' or a .cpg file", "请用 encoding 键或 .cpg 文件写明"}));
  }
  return {*found, "detected"};
}

bool all_utf8(const FeatureTable& table) {
  const auto texts = texts_of(table);
  return std::all_of(texts.begin(), texts.end(), [](std::string_view t) { return utf8_state(t) == Utf8State::valid; });
}

/// What the source says of its text; GDAL hands out UTF-8 for every format but a few that do not know their own encoding.
std::optional<ShapefileEncoding> stated_encoding(const FeatureTable& table, const LayerConfig& config) {
  if (is_shapefile(config.source)) return shapefile_encoding(config.source, config.encoding, table.where);
  if (config.encoding.empty()) return std::nullopt;
  return ShapefileEncoding{require_encoding(config.encoding, config.where), "encoding"};
}

void warn_of_spoilt_text(const FeatureTable& table, Problems& problems) {
  for (const std::string_view text : texts_of(table)) {
    if (!looks_garbled(text)) continue;
    const std::string shown(text);
    problems.warning("garbled_text",
                     {"the text '" + shown + "' looks as if it had been read in a wrong encoding",
                      "文字 '" + shown + "' 像是用错误的编码读取过的"},
                     table.where,
                     {"Check the key 'encoding', or export the layer again", "请核对 encoding 键,或重新导出图层"});
    return;
  }
}

}  // namespace

void settle_text(FeatureTable& table, const LayerConfig& config, Problems& problems) {
  const auto encoding = stated_encoding(table, config);
  if (is_shapefile(config.source) || !all_utf8(table)) recode(table, encoding ? *encoding : detected(table, problems));
  warn_of_spoilt_text(table, problems);
}

}  // namespace sise
