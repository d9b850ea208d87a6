// One report of NOAA's hourly archive, whatever file it comes in. Not for use outside tables.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/tables/noaa_record.hpp"
#include "models/base/error.hpp"

namespace sise {

/// One report, in the archive's own units.
struct NoaaReport {
  int line = 0;
  std::int64_t minute_utc = 0;  ///< since 1970
  std::optional<int> direction_deg;
  bool calm = false;
  bool variable = false;
  std::optional<int> speed_dm_s;  ///< tenths of a metre per second
  std::optional<int> total_oktas;
  std::optional<int> low_oktas;
};

struct NoaaReports {
  std::vector<NoaaReport> all;
  std::optional<StationPlace> place;
  std::string format;
};

inline constexpr int kMostNoaaOktas =
    9;  ///< 9: the sky cannot be seen; codes above are older words for parts of the sky

/// Blanks around it and a plus before it are allowed; nullopt for anything else than a whole number.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);
/// Minutes since 1970 in UTC; nullopt for a date or a time that does not exist.
[[nodiscard]] std::optional<std::int64_t> noaa_minute(int year, int month, int day, int hour, int minute);
/// A cloud amount with its quality; nullopt where it is missing, no amount, or marked suspect or erroneous.
[[nodiscard]] std::optional<int> noaa_oktas(std::string_view code, char quality);
/// The wind of the mandatory section: direction, its quality, the type of observation, speed, its quality. False: no numbers.
[[nodiscard]] bool read_noaa_wind(std::string_view direction, char direction_quality, char type, std::string_view speed,
                                  char speed_quality, NoaaReport& report);

/// ISD and ISD-Lite, told by the first line; nullopt: neither. Throws InputError at a line that is not of the format.
[[nodiscard]] std::optional<NoaaReports> noaa_reports_of_lines(std::string_view text, const Location& where);
/// The global-hourly CSV, told by its header; nullopt: it is none. Throws InputError as parse_csv().
[[nodiscard]] std::optional<NoaaReports> noaa_reports_of_csv(std::string_view text, const Location& where);

}  // namespace sise
