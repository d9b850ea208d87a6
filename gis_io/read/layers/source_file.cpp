#include "gis_io/read/layers/source_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension;
}

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool is_connection(const std::string& source_text) {
  if (source_text.starts_with("/vsi")) return true;
  // A prefix of capitals and a colon; a drive letter is too short to be one.
  const std::size_t colon = source_text.find(':');
  return colon != std::string::npos && colon >= 2 &&
         std::all_of(source_text.begin(), source_text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

void require_source(const LayerConfig& config) {
  if (is_connection(config.source_text) || fs::exists(config.source)) return;
  Location where;
  where.file = config.source_text;
  const auto near = nearest_names(config.source.filename().string(), files_in(config.source.parent_path()), 3);
  throw InputError("missing_file", {"there is no such file", "文件不存在"}, where,
                   near.empty() ? Text{} : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"});
}

bool is_shapefile(const fs::path& path) {
  const std::string extension = lower_extension(path);
  return extension == ".shp" || extension == ".dbf" || extension == ".shx";
}

bool is_delimited_text(const fs::path& path) {
  const std::string extension = lower_extension(path);
  return extension == ".csv" || extension == ".txt" || extension == ".tsv";
}

bool is_json(const fs::path& path) {
  const std::string extension = lower_extension(path);
  return extension == ".geojson" || extension == ".json";
}

std::string read_bytes(const fs::path& path, const Location& where) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.is_open() || in.bad() || fs::is_directory(path)) {
    throw InputError("unreadable", {"the file cannot be read", "无法读取文件"}, where);
  }
  return bytes;
}

DecodedText read_text_file(const LayerConfig& config, Problems& problems) {
  Location where;
  where.file = config.source_text;
  DecodedText decoded = decode_text(read_bytes(config.source, where), config.encoding, where);
  if (decoded.guessed) {
    problems.add(note("guessed_encoding",
                      {"the text is not UTF-8 and was read as " + decoded.encoding,
                       "文字不是 UTF-8 编码,已按 " + decoded.encoding + " 读取"},
                      where, {"State it with the key 'encoding'", "请用 encoding 键写明"}));
  }
  return decoded;
}

std::vector<fs::path> files_of(const LayerConfig& config) {
  if (is_connection(config.source_text)) return {};
  std::vector<fs::path> files{config.source};
  if (!is_shapefile(config.source)) return files;
  constexpr std::array<std::string_view, 12> kSidecars{".shp", ".dbf", ".shx", ".prj", ".cpg", ".cst",
                                                       ".SHP", ".DBF", ".SHX", ".PRJ", ".CPG", ".CST"};
  for (const std::string_view extension : kSidecars) {
    fs::path sidecar = config.source;
    sidecar.replace_extension(extension);
    if (sidecar != config.source && fs::exists(sidecar)) files.push_back(std::move(sidecar));
  }
  return files;
}

Diagnostic note(std::string code, Text message, Location where, Text remedy) {
  return {Diagnostic::Severity::note, std::move(code), std::move(where), std::move(message), std::move(remedy)};
}

}  // namespace sise
