#include "gis_io/read/layers/shapefile_text.hpp"

#include <fmt/format.h>

#include <array>

#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> beside(const fs::path& path, std::initializer_list<const char*> extensions) {
  for (const char* extension : extensions) {
    fs::path candidate = path;
    candidate.replace_extension(extension);
    if (file_exists(candidate)) return candidate;
  }
  return std::nullopt;
}

std::optional<std::string> cpg_text(const fs::path& path) {
  const auto cpg = beside(path, {".cpg", ".CPG", ".cst", ".CST"});
  if (!cpg) return std::nullopt;
  std::string text = read_bytes(*cpg, {.file = cpg->filename().string()});
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  text = text.substr(0, text.find_first_of("\r\n"));
  if (utf8_state(text) != Utf8State::valid) return "?";
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  return text;
}

constexpr std::size_t kLdidOffset = 29;  ///< dBASE header

int language_driver_id(const fs::path& path) {
  const auto dbf = beside(path, {".dbf", ".DBF"});
  if (!dbf) return 0;
  const std::string header = read_bytes(*dbf, {.file = dbf->filename().string()}).substr(0, kLdidOffset + 1);
  return header.size() > kLdidOffset ? static_cast<unsigned char>(header[kLdidOffset]) : 0;
}

struct DriverId {
  int id;
  const char* encoding;
};
constexpr std::array<DriverId, 4> kEvidence{{{0x4d, "GB18030"}, {0x7a, "GB18030"}, {0x4f, "BIG5"}, {0x78, "BIG5"}}};

}  // namespace

std::optional<ShapefileEncoding> shapefile_encoding(const fs::path& path, const std::string& stated,
                                                    const Location& where) {
  if (!stated.empty()) return ShapefileEncoding{require_encoding(stated, where), "encoding"};
  if (const auto text = cpg_text(path)) {
    if (const auto known = known_encoding(*text)) return ShapefileEncoding{*known, ".cpg"};
    throw InputError(
        "unknown_encoding",
        {"the .cpg file names an unknown encoding '" + *text + "'", ".cpg 文件写的编码 '" + *text + "' 无法识别"},
        where,
        {"Give the key 'encoding', which goes before it; accepted are " + accepted_encodings(),
         "请用优先级更高的 encoding 键写明编码,可用的有 " + accepted_encodings()});
  }
  const int id = language_driver_id(path);
  for (const DriverId& driver : kEvidence) {
    if (driver.id == id) return ShapefileEncoding{driver.encoding, fmt::format("LDID 0x{:02x}", id)};
  }
  return std::nullopt;
}

}  // namespace sise
