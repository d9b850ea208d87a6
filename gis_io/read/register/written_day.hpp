// Days as registers write them.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sise {

/// "2026-03-10", "2026/3/10", "2026.3.10", "20260310", "2026年3月10日", each with a time of day behind it or not. nullopt for
/// anything else and for days that no calendar has.
[[nodiscard]] std::optional<std::chrono::sys_days> written_day(std::string_view text);

/// The same with a time of day, "2026-03-10 8:05" or "2026-03-10T08:05:00"; nullopt without one.
[[nodiscard]] std::optional<std::chrono::sys_seconds> written_instant(std::string_view text);

/// "2026-03-10 08:05:00".
[[nodiscard]] std::string time_text(std::chrono::sys_seconds time);

/// "2026-03-10".
[[nodiscard]] std::string day_text(std::chrono::sys_days day);

}  // namespace sise
