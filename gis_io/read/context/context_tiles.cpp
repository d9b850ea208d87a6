// Whether an address of map tiles can lie under our maps.

#include <fmt/format.h>

#include <array>
#include <regex>

#include "gis_io/read/context/context_layer.hpp"

namespace sise {
namespace {

/// Part of an address by which a source is known, and what it shifts its maps by.
struct ShiftedSource {
  std::string_view part;
  std::string_view whose;
  std::string_view system;
};

// Web maps of the mainland are published in GCJ-02, Baidu's in BD-09 (GB 20263-2006 demands the shift of maps shown to the
// public); the map that 天地图 publishes is in CGCS2000. Only names that are these services' own.
constexpr std::array<ShiftedSource, 17> kShifted{{{"autonavi.com", "Amap (高德)", "GCJ-02"},
                                                  {"amap.com", "Amap (高德)", "GCJ-02"},
                                                  {"gaode.com", "Amap (高德)", "GCJ-02"},
                                                  {"mapabc.com", "Amap (高德)", "GCJ-02"},
                                                  {"ditu.aliyun.com", "Amap (高德)", "GCJ-02"},
                                                  {"map.qq.com", "Tencent (腾讯)", "GCJ-02"},
                                                  {"gtimg.com", "Tencent (腾讯)", "GCJ-02"},
                                                  {"gtimg.cn", "Tencent (腾讯)", "GCJ-02"},
                                                  {"soso.com", "Tencent (腾讯)", "GCJ-02"},
                                                  {"google.", "Google (谷歌)", "GCJ-02"},
                                                  {"googleapis.", "Google (谷歌)", "GCJ-02"},
                                                  {"gstatic.", "Google (谷歌)", "GCJ-02"},
                                                  {"geoq.cn", "GeoQ (智图)", "GCJ-02"},
                                                  {"baidu.com", "Baidu (百度)", "BD-09"},
                                                  {"bdimg.com", "Baidu (百度)", "BD-09"},
                                                  {"bdstatic.com", "Baidu (百度)", "BD-09"},
                                                  {"bcebos.com", "Baidu (百度)", "BD-09"}}};

std::string in_lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Braces other than those of z, x and y stand for something that we would not fill in.
bool has_other_braces(const std::string& address) {
  static const std::regex kKnown(R"(\{[zxy]\})");
  return std::regex_replace(address, kKnown, "").find_first_of("{}") != std::string::npos;
}

bool is_address(const std::string& address) {
  static const std::regex kAddress(R"(https?://[A-Za-z0-9.-]+(:[0-9]+)?/[!-~]*)");
  return std::regex_match(address, kAddress) && address.find_first_of("\"'<>\\`") == std::string::npos;
}

Diagnostic refusal(const char* code, const Location& where, Text message, Text remedy) {
  return {Diagnostic::Severity::error, code, where, std::move(message), std::move(remedy)};
}

}  // namespace

std::optional<Diagnostic> refusal_of_tiles(const std::string& address, const Location& where) {
  const std::string plain = in_lower_case(address);
  for (const ShiftedSource& source : kShifted) {
    if (plain.find(source.part) == std::string::npos) continue;
    return refusal(
        "shifted_tiles", where,
        {fmt::format("tiles of {} are in {}: they lie some hundred metres beside the map", source.whose, source.system),
         fmt::format("{} 的瓦片采用 {} 坐标, 与本图相差数百米", source.whose, source.system)},
        {"Use tiles in CGCS2000 or WGS 84, such as those of Tianditu with a key of your own",
         "请使用 CGCS2000 或 WGS 84 的瓦片, 例如使用自己密钥的天地图"});
  }
  if (has_other_braces(address)) {
    return refusal(
        "bad_tiles", where,
        {"the address of tiles has braces other than {z}, {x} and {y}", "瓦片地址含有 {z}、{x}、{y} 以外的占位符"},
        {"Write out what stands in them: one server, your own key", "请直接写出其内容: 指定一个服务器和自己的密钥"});
  }
  if (!is_address(address)) {
    const std::string shown = address.substr(0, address.find('?'));  // a user's own key stays out of logs
    return refusal("bad_tiles", where, {"'" + shown + "' is no address of tiles", "'" + shown + "' 不是瓦片地址"},
                   {"Write https://host/path with {z}, {x} and {y}", "请写成 https://主机/路径, 并含 {z}、{x}、{y}"});
  }
  for (const char* part : {"{z}", "{x}", "{y}"}) {
    if (address.find(part) != std::string::npos) continue;
    return refusal("bad_tiles", where,
                   {"the address of tiles has no " + std::string(part), "瓦片地址缺少 " + std::string(part)},
                   {"It needs {z}, {x} and {y}", "须含 {z}、{x}、{y}"});
  }
  return std::nullopt;
}

}  // namespace sise
