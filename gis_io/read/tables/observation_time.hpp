// Dates and hours as station records write them.
#pragma once
#include <optional>
#include <string_view>

#include "models/atmosphere/calendar.hpp"

namespace sise {

struct WrittenTime {
  ClockDate date;
  bool has_hour = false;                 ///< "2023-07-01" alone has none
  std::optional<double> utc_offset_h{};  ///< where the text ends in Z or +08:00
};

/// "2023-07-01 08:00", "2023/7/1 8:00:00", "2023-07-01T00:00Z", "2023年7月1日8时", "2023070108", "20230701 0800". The year has
/// four digits and comes first. Twelve-hour clocks say so ("8:00 PM", "下午8:00", "午後8時"). nullopt for anything else, every
/// word that is not known among it; whether the date exists is not asked here.
[[nodiscard]] std::optional<WrittenTime> written_time(std::string_view text);

}  // namespace sise
