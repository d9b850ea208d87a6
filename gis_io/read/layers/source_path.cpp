#include "gis_io/read/layers/source_path.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <system_error>

#include "gis_io/environment.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kZip = "/vsizip/";
constexpr std::string_view kVirtual = "/vsi";

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

/// "PG" of "PG:dbname=..."; empty where there is none. One letter is a drive.
std::string prefix_of(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon < 2) return {};
  const std::string prefix = text.substr(0, colon);
  const bool word = std::all_of(prefix.begin(), prefix.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '+' || c == '-';
  });
  return word ? prefix : std::string();
}

bool is_trusted(const std::string& name, const std::vector<std::string>& trusted) {
  return std::any_of(trusted.begin(), trusted.end(), [&](const std::string& t) { return lower(t) == lower(name); });
}

/// "/vsicurl/" of "/vsicurl/https://...".
std::string file_system_of(const std::string& text) { return text.substr(0, text.find('/', 1) + 1); }

/// The driver (or file system) that [trust] would have to name.
std::string trust_needed(const std::string& text) {
  if (text.starts_with(kVirtual)) {
    if (!text.starts_with(kZip)) return file_system_of(text);
    const std::size_t inner = text.find(kVirtual, kZip.size());
    return inner == std::string::npos ? std::string(kZip) : file_system_of(text.substr(inner));
  }
  const std::string prefix = lower(prefix_of(text));
  return prefix == "http" || prefix == "https" || prefix == "ftp" ? "HTTP" : prefix_of(text);
}

}  // namespace

SourceKind source_kind(const std::string& text) {
  if (text.starts_with(kVirtual)) {
    const bool one_archive = text.starts_with(kZip) && text.find(kVirtual, kZip.size()) == std::string::npos &&
                             text.find('{') == std::string::npos;
    return one_archive ? SourceKind::archive_member : SourceKind::other;
  }
  const std::string prefix = prefix_of(text);
  if (prefix.empty() || is_there(text)) return SourceKind::file;
  return prefix == "PG" ? SourceKind::database : SourceKind::other;
}

bool is_connection(const std::string& text) {
  const SourceKind kind = source_kind(text);
  return kind == SourceKind::database || kind == SourceKind::other;
}

fs::path located_source(const std::string& text, const fs::path& folder) {
  switch (source_kind(text)) {
    case SourceKind::archive_member:
      return std::string(kZip) + (folder / text.substr(kZip.size())).string();
    case SourceKind::file:
      break;
    default:
      return text;
  }
  fs::path path = folder / text;
  if (is_there(path) || text.find('\\') == std::string::npos) return path;
  std::string with_slashes = text;
  std::replace(with_slashes.begin(), with_slashes.end(), '\\', '/');
  return is_there(folder / with_slashes) ? folder / with_slashes : path;
}

std::optional<fs::path> file_behind(const fs::path& located) {
  const std::string text = located.string();
  if (is_connection(text)) return std::nullopt;
  if (!text.starts_with(kZip)) return located;
  std::error_code ignored;
  fs::path archive;
  for (const fs::path& part : fs::path(text.substr(kZip.size()))) {
    archive /= part;
    if (fs::is_regular_file(archive, ignored)) return archive;
  }
  return std::nullopt;
}

std::vector<std::string> members_of(const fs::path& archive) {
  initialise_gis();
  const CPLStringList all(VSIReadDirRecursive((std::string(kZip) + archive.string()).c_str()));
  std::vector<std::string> names;
  for (int i = 0; i < all.size(); ++i) {
    const std::string name = all[i];
    if (!name.ends_with('/')) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Diagnostic> refusal_of(const std::string& text, const std::vector<std::string>& trusted, bool may_connect,
                                     const Location& where) {
  const SourceKind kind = source_kind(text);
  const bool fine =
      kind == SourceKind::file || kind == SourceKind::archive_member || (kind == SourceKind::database && may_connect);
  const std::string needed = trust_needed(text);
  if (fine || (may_connect && is_trusted(needed, trusted))) return std::nullopt;
  Diagnostic d{Diagnostic::Severity::error, "untrusted_source", where, {}, {}};
  d.message = {"'" + text + "' is no file of this project: it would be read through " + needed,
               "'" + text + "' 不是本项目的文件: 需要通过 " + needed + " 读取"};
  d.remedy = may_connect ? Text{"Save the layer as a file (GeoPackage, Shapefile, GeoJSON); or, if you trust its source, "
                                "add drivers = [\"" +
                                    needed + "\"] to [trust] in the project file",
                                "请把图层保存为文件 (GeoPackage、Shapefile、GeoJSON); 如信任该来源, 请在项目文件的 "
                                "[trust] 中写 drivers = [\"" +
                                    needed + "\"]"}
                         : Text{"Give the proposals as a file: GeoPackage, Shapefile, GeoJSON, CSV or XLSX",
                                "请以文件形式提供拟建项目: GeoPackage、Shapefile、GeoJSON、CSV 或 XLSX"};
  return d;
}

}  // namespace sise
