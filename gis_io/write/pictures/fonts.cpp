#include "gis_io/write/pictures/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <cstdlib>
#include <mutex>
#include <string>
#include <vector>

namespace sise {
namespace {

constexpr const char* kFontFolder = "SISE_FONTS";

/// In a text of XML.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string configuration() {
  const char* own = std::getenv(kFontFolder);  // NOLINT(concurrency-mt-unsafe): nothing sets it
  const std::vector<std::string> folders = own != nullptr && *own != '\0'
                                               ? std::vector<std::string>{own}
                                               : std::vector<std::string>{"/usr/share/fonts", "/usr/local/share/fonts"};
  std::string xml = "<?xml version=\"1.0\"?><fontconfig>";
  for (const std::string& folder : folders) xml += "<dir>" + escaped(folder) + "</dir>";
  return xml + "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";
}

void use_own_configuration() {
  FcConfigEnableHome(FcFalse);
  FcConfig* config = FcConfigCreate();
  const std::string xml = configuration();
  if (config == nullptr) return;
  FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(xml.c_str()), FcTrue);
  FcConfigSetCurrent(config);  // reads the folders
  FcConfigDestroy(config);     // the library holds it from now on
}

}  // namespace

void pin_fonts() {
  static std::once_flag once;
  std::call_once(once, use_own_configuration);
}

}  // namespace sise
