// How much of its time a record covers.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/atmosphere/calendar.hpp"

namespace sise {

/// Hours that should be there between two that are.
struct RecordGap {
  ClockMinute first_missing = 0;
  std::int64_t missing = 0;
};

struct RecordCoverage {
  ClockMinute first = 0;
  ClockMinute last = 0;
  std::int64_t step_min = 60;             ///< the commonest distance of two observations
  std::int64_t expected = 0;              ///< observations from first to last at that step
  std::int64_t present = 0;               ///< different times
  std::vector<RecordGap> gaps;            ///< in order of time
  std::array<std::int64_t, 12> months{};  ///< observations in January ... December

  [[nodiscard]] double share() const;
  /// nullptr without gaps.
  [[nodiscard]] const RecordGap* longest_gap() const;
  /// Whole years of 365 or 366 days, to within two days: a rose of anything else leans towards some seasons.
  [[nodiscard]] bool whole_years() const;
};

/// `times` in ascending order, none twice, at least one.
[[nodiscard]] RecordCoverage coverage_of(std::span<const ClockMinute> times);

}  // namespace sise
