// Gas detectors and what their readings do to a live colour (动态): alarms that are confirmed, held, cleared, and lost.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/rating/register/risk_point.hpp"

namespace sise {

/// To the second, in the register's own civil time.
using Instant = std::chrono::sys_seconds;

struct GasLimit {
  std::string id;  ///< "H2S"
  std::vector<std::string> words;
  double low_mg_m3 = 0.0;
  double high_mg_m3 = 0.0;
  double molar_mass_g = 0.0;
};

struct LiveRules {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::own;
  double combustible_low_percent = 0.0;  ///< of the lower explosive limit
  double combustible_high_percent = 0.0;
  int confirm = 0;  ///< readings in a row at or above a set point
  int clear = 0;    ///< readings in a row below `clear_share` of it
  double clear_share = 0.0;
  double stale_intervals = 0.0;
  double stale_least_s = 0.0;
  double near_m = 0.0;  ///< two detectors of level 1 so near are as one of level 2
  double suspect_h = 0.0;
  std::vector<GasLimit> gases;

  [[nodiscard]] const GasLimit* gas_named(std::string_view word) const;
};

struct SetPoints {
  double low = 0.0;
  double high = 0.0;
};

/// 0: below both, 1: at or above the low one, 2: at or above the high one.
[[nodiscard]] int alarm_of(double value, const SetPoints& at);

/// Per reading, the alarm that holds after it: on after so many in a row, off after so many below a share of the set point.
[[nodiscard]] std::vector<int> confirmed_alarms(std::span<const double> values, const SetPoints& at,
                                                const LiveRules& rules);

/// The temperatures that a volume in ppm may be told at: 24.04 and 24.45 litres a mole.
enum class PpmAt : std::uint8_t { at_20_C, at_25_C };
[[nodiscard]] double mg_m3_from_ppm(double ppm, double molar_mass_g, PpmAt at);
[[nodiscard]] double ppm_from_mg_m3(double mg_m3, double molar_mass_g, PpmAt at);

/// Nobody has heard of a detector for too long. Without a known interval the least time alone counts.
[[nodiscard]] bool is_stale(double age_s, const std::optional<double>& interval_s, const LiveRules& rules);

/// What an alarm makes of a colour: it lifts, and never lowers.
[[nodiscard]] Grade live_grade(Grade current, int alarm);

struct LiveReading {
  Instant time{};
  double value = 0.0;  ///< in the detector's unit
};

struct LiveDetector {
  std::string id;
  std::string point_id;
  std::string uscc;
  std::string enterprise_name;
  std::string gas;              ///< as written
  std::string unit;             ///< "%LEL", "mg/m3", "ppm"
  std::optional<SetPoints> at;  ///< in `unit`; none: nobody knows what is too much
  std::optional<double> interval_s;
  std::vector<LiveReading> readings;
  Whereabouts where;
  Findings findings;
  RowRef row;  ///< its first reading
};

enum class LiveState : std::uint8_t {
  fresh,
  stale,    ///< an alarm is held, "normal" is no live data
  suspect,  ///< the value never moved, or nobody knows what is too much: no live data
};
/// "fresh", "stale", "suspect".
[[nodiscard]] std::string_view name_of(LiveState state);

struct DetectorState {
  int alarm = 0;
  LiveState state = LiveState::fresh;
  double age_s = 0.0;
  std::optional<LiveReading> last;

  /// Says something about now: fresh, or an alarm that is held.
  [[nodiscard]] bool speaks() const { return state == LiveState::fresh || alarm > 0; }
};

/// Readings are brought into the order of their times; those after `now` are not known yet.
[[nodiscard]] DetectorState state_of(LiveDetector& detector, Instant now, const LiveRules& rules);

}  // namespace sise
