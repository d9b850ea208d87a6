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
/// four digits and comes first. nullopt for anything else; whether the date exists is not asked here.
[[nodiscard]] std::optional<WrittenTime> written_time(std::string_view text);

}  // namespace sise
