#include "gis_io/environment.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sise {
namespace {

constexpr GIntBig kBlockCache_bytes = 32LL << 20;

// Variables that say who and where the user is, how many threads to take, and how to reach a database that the project
// names. GDAL takes every other one for a setting of its own, whatever it is called.
constexpr std::array<std::string_view, 10> kKept{"PATH", "HOME",   "USER", "LOGNAME", "LANG",
                                                 "TERM", "TMPDIR", "TZ",   "COLUMNS", "LANGUAGE"};
constexpr std::array<std::string_view, 5> kKeptPrefixes{"LC_", "OMP_", "PG", "LD_", "SISE_"};

bool is_kept(std::string_view name) {
  return std::find(kKept.begin(), kKept.end(), name) != kKept.end() ||
         std::any_of(kKeptPrefixes.begin(), kKeptPrefixes.end(), [&](auto prefix) { return name.starts_with(prefix); });
}

std::vector<std::string> names_of_variables() {
  std::vector<std::string> names;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    names.emplace_back(text.substr(0, text.find('=')));
  }
  return names;
}

constexpr const char* kNowhere = "/dev/null/none";  // no file can lie below a device

/// What GDAL would otherwise take from files of the user's or the machine's.
void set_configuration() {
  CPLSetConfigOption("GDAL_CONFIG_FILE", kNowhere);      // instead of gdalrc in /etc and in the home folder
  CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");     // no plugins
  CPLSetConfigOption("GDAL_PAM_ENABLED", "YES");         // attribute tables and category names stand in .aux.xml
  CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");    // no code out of data
  CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", "");  // "NONE" would be a library to load
  CPLSetConfigOption("CPL_DEBUG", "OFF");
}

}  // namespace

void isolate_from_environment() {
  // NOLINTBEGIN(concurrency-mt-unsafe): before any thread starts
  for (const std::string& name : names_of_variables()) {
    if (!is_kept(name)) unsetenv(name.c_str());
  }
  setenv("PANGO_LANGUAGE", "zh-cn:en", 1);  // else LANGUAGE chooses the forms of letters in pictures
  setenv("FC_LANG", "zh-cn", 1);            // and the locale the fonts of rare signs
  setenv("PROJ_NETWORK", "OFF", 1);
  setenv("PROJ_USER_WRITABLE_DIRECTORY", kNowhere, 1);
  // NOLINTEND(concurrency-mt-unsafe)
}

void initialise_gis() {
  static std::once_flag once;
  std::call_once(once, [] {
    set_configuration();
    GDALAllRegister();
    // GDAL would take a twentieth of the machine's memory for its block cache; plans of memory count on this much.
    GDALSetCacheMax64(kBlockCache_bytes);
    // Errors are read where they arise (CPLGetLastErrorMsg) and told in our own words; nothing may reach stderr unasked.
    CPLSetErrorHandler(CPLQuietErrorHandler);
  });
}

}  // namespace sise
