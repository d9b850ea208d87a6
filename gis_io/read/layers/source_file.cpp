#include "gis_io/read/layers/source_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "gis_io/environment.hpp"
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

bool in_archive(const fs::path& located) { return located.string().starts_with("/vsizip/"); }

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// What else there is where a file was looked for.
std::vector<std::string> siblings_of(const fs::path& located) {
  if (!in_archive(located)) return files_in(located.parent_path());
  const auto archive = file_behind(located);
  return archive ? members_of(*archive) : std::vector<std::string>();
}

/// The system's own reason where it has another than that there is no such file.
Text why_missing(const fs::path& located) {
  std::error_code failure;
  if (!in_archive(located)) (void)fs::exists(fs::status(located, failure));
  if (failure == std::errc::too_many_symbolic_link_levels) {
    return {"its symbolic links lead round in a circle", "符号链接构成循环"};
  }
  if (failure == std::errc::filename_too_long) return {"the file name is too long", "文件名过长"};
  if (failure == std::errc::permission_denied) {
    return {"its folder may not be looked into", "没有访问该文件夹的权限"};
  }
  if (located.string().find_first_of("\t\n\b\f\r") != std::string::npos) {
    return {
        "there is no such file: its name holds a tab or another control character, as \"\\t\" gives in double quotes; "
        "write / between folders, or use single quotes",
        "文件不存在: 文件名中含有制表符等控制字符 (双引号中的 \"\\t\" 会变成制表符); 文件夹之间请写 /, 或改用单引号"};
  }
  return {"there is no such file", "文件不存在"};
}

/// A zip archive is opened by naming what is in it.
void refuse_plain_archive(const LayerConfig& config, const Location& where) {
  if (lower_extension(config.source) != ".zip") return;
  const std::vector<std::string> members = members_of(config.source);
  const auto layer = std::find_if(members.begin(), members.end(), [](const std::string& name) {
    const std::string extension = lower_extension(name);
    return extension == ".shp" || extension == ".gpkg" || extension == ".geojson" || extension == ".csv" ||
           extension == ".xlsx" || extension == ".tif";
  });
  const std::string inner = layer == members.end() ? "units.shp" : *layer;
  throw InputError("plain_archive", {"this is an archive; name the file inside it", "这是压缩包, 请指明其中的文件"},
                   where,
                   {"Write \"/vsizip/" + config.source_text + "/" + inner + "\". It holds: " + listed(members),
                    "请写 \"/vsizip/" + config.source_text + "/" + inner + "\"。压缩包内有: " + listed(members)});
}

std::string read_member(const fs::path& path, const Location& where) {
  initialise_gis();
  GByte* data = nullptr;
  vsi_l_offset size = 0;
  if (VSIIngestFile(nullptr, path.c_str(), &data, &size, -1) == 0) {
    throw InputError("unreadable", {"the file cannot be read", "无法读取文件"}, where,
                     {"Check the archive", "请检查压缩包"});
  }
  std::string bytes(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  CPLFree(data);
  return bytes;
}

/// By its file code (ESRI 1998): 9994, big-endian.
bool has_shapefile_code(const fs::path& shp) {
  std::ifstream file(shp, std::ios::binary);
  std::array<char, 4> code{};
  return file.read(code.data(), code.size()) && code == std::array<char, 4>{'\0', '\0', '\x27', '\x0a'};
}

/// A Shapefile is three files; without the .dbf its features would have no fields, without the .shx no places.
void require_parts(const fs::path& shp, const Location& where) {
  if (!has_shapefile_code(shp)) return;  // whoever opens it says what it is
  std::vector<std::string> missing;
  const std::vector<std::string> there = files_in(shp.parent_path());
  for (const std::string extension : {".dbf", ".shx"}) {
    const bool found = std::any_of(there.begin(), there.end(), [&](const std::string& name) {
      return fs::path(name).stem() == shp.stem() && lower_extension(name) == extension;
    });
    if (!found) missing.push_back(shp.stem().string() + extension);
  }
  if (missing.empty()) return;
  throw InputError("missing_file",
                   {listed(missing) + " is missing: a Shapefile needs .shp, .shx and .dbf",
                    "缺少 " + listed(missing) + ":Shapefile 须有 .shp、.shx 和 .dbf"},
                   where, {"Copy all files of that name together", "请把同名的所有文件一并复制"});
}

}  // namespace

bool file_exists(const fs::path& located) {
  std::error_code failure;
  if (!in_archive(located)) return fs::exists(located, failure);
  initialise_gis();
  VSIStatBufL status;
  return VSIStatL(located.c_str(), &status) == 0;
}

void require_source(const LayerConfig& config) {
  Location where;
  where.file = config.source_text;
  if (auto refusal = refusal_of(config.source_text, config.trusted, config.may_connect, where)) {
    throw InputError(refusal->code, refusal->message, where, refusal->remedy);
  }
  if (is_connection(config.source_text)) return;
  if (file_exists(config.source)) {
    if (lower_extension(config.source) == ".shp" && !in_archive(config.source)) require_parts(config.source, where);
    return refuse_plain_archive(config, where);
  }
  const Text cause = why_missing(config.source);
  const auto near = nearest_names(config.source.filename().string(), siblings_of(config.source), 3);
  throw InputError("missing_file", cause, where,
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
  if (in_archive(path)) return read_member(path, where);
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::error_code ignored;
  if (!in.is_open() || in.bad() || fs::is_directory(path, ignored)) {
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
  const auto file = file_behind(config.source);
  if (is_connection(config.source_text) || !file) return {};
  std::vector<fs::path> files{*file};
  if (in_archive(config.source)) return files;
  constexpr std::array<std::string_view, 12> kShapefile{".shp", ".dbf", ".shx", ".prj", ".cpg", ".cst",
                                                        ".SHP", ".DBF", ".SHX", ".PRJ", ".CPG", ".CST"};
  constexpr std::array<std::string_view, 8> kOthers{".dat", ".map", ".id", ".ind", ".hdr", ".prj", ".tfw", ".wld"};
  const auto add = [&](const fs::path& sidecar) {
    if (sidecar != config.source && file_exists(sidecar)) files.push_back(sidecar);
  };
  const auto beside = [&](std::string_view extension) {
    fs::path sidecar = config.source;
    add(sidecar.replace_extension(extension));
  };
  if (is_shapefile(config.source)) {
    for (const std::string_view extension : kShapefile) beside(extension);
  } else if (!is_delimited_text(config.source) && !is_json(config.source)) {
    for (const std::string_view extension : kOthers) beside(extension);
    add(config.source.string() + ".aux.xml");
  }
  return files;
}

Diagnostic note(std::string code, Text message, Location where, Text remedy) {
  return {Diagnostic::Severity::note, std::move(code), std::move(where), std::move(message), std::move(remedy)};
}

}  // namespace sise
