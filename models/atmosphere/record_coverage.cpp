#include "models/atmosphere/record_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sise {
namespace {

constexpr std::int64_t kHour_min = 60;
constexpr double kDay_min = 1440.0;

std::int64_t commonest_step(std::span<const ClockMinute> times) {
  std::map<std::int64_t, std::int64_t> count;
  for (std::size_t i = 1; i < times.size(); ++i) ++count[times[i] - times[i - 1]];
  const auto most =
      std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? kHour_min : most->first;
}

}  // namespace

double RecordCoverage::share() const { return static_cast<double>(present) / static_cast<double>(expected); }

const RecordGap* RecordCoverage::longest_gap() const {
  const auto longest =
      std::max_element(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.missing < b.missing; });
  return longest == gaps.end() ? nullptr : &*longest;
}

bool RecordCoverage::whole_years() const {
  constexpr double kYear_d = 365.25;
  constexpr double kTolerance_d = 2.0;
  const double days = static_cast<double>(last - first + step_min) / kDay_min;
  const double years = std::round(days / kYear_d);
  return years >= 1.0 && std::abs(days - years * kYear_d) <= kTolerance_d;
}

RecordCoverage coverage_of(std::span<const ClockMinute> times) {
  RecordCoverage coverage;
  coverage.first = times.front();
  coverage.last = times.back();
  coverage.step_min = commonest_step(times);
  coverage.expected = (coverage.last - coverage.first) / coverage.step_min + 1;
  coverage.present = static_cast<std::int64_t>(times.size());
  for (const ClockMinute time : times) ++coverage.months.at(static_cast<std::size_t>(clock_date(time).month - 1));
  for (std::size_t i = 1; i < times.size(); ++i) {
    const std::int64_t missing = (times[i] - times[i - 1]) / coverage.step_min - 1;
    if (missing > 0) coverage.gaps.push_back({times[i - 1] + coverage.step_min, missing});
  }
  return coverage;
}

}  // namespace sise
