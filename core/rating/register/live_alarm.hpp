// Detectors and what their readings do to a live colour (动态): alarms that are confirmed, held, cleared, acknowledged, and lost.
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

/// Too little of it and too much: per cent by volume.
struct OxygenLimits {
  std::vector<std::string> words;
  double low_percent = 0.0;
  double high_percent = 0.0;
  double air_percent = 0.0;  ///< from where both are counted
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
  double dead_zone_share = 0.0;  ///< of a process limit: an alarm ends only so far inside it
  double acknowledge_min = 0.0;  ///< an alarm that nobody acknowledges for so long is one level worse
  double override_h = 0.0;       ///< the longest that a person may set an alarm aside
  OxygenLimits oxygen;
  std::vector<GasLimit> gases;

  [[nodiscard]] const GasLimit* gas_named(std::string_view word) const;
};

struct SetPoints {
  double low = 0.0;
  double high = 0.0;
};

/// An alarm is on at `at` or beyond it, and off when the reading is back on the other side of `clear`.
struct AlarmLimit {
  double at = 0.0;
  double clear = 0.0;
  bool falling = false;  ///< beyond is below
  int level = 0;         ///< 1 or 2; 0: a process value out of its range
};
/// Of a gas: rising, level 1 and level 2.
[[nodiscard]] std::vector<AlarmLimit> gas_limits(const SetPoints& at, const LiveRules& rules);
/// Of oxygen: too little and too much are both level 1.
[[nodiscard]] std::vector<AlarmLimit> oxygen_limits(const SetPoints& at, const LiveRules& rules);
/// Process values: L and H are out of range; LL and HH as well while their trip is in service, else level 2.
struct ProcessPoints {
  std::optional<double> low_low;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> high_high;
  bool trip_in_service = false;

  [[nodiscard]] bool any() const { return low_low || low || high || high_high; }
};
[[nodiscard]] std::vector<AlarmLimit> process_limits(const ProcessPoints& at, const LiveRules& rules);

/// What holds after a reading.
struct HeldAlarm {
  int level = 0;
  bool out_of_range = false;

  [[nodiscard]] bool any() const { return level > 0 || out_of_range; }
  bool operator==(const HeldAlarm&) const = default;
};

/// 0: below both, 1: at or above the low one, 2: at or above the high one.
[[nodiscard]] int alarm_of(double value, const SetPoints& at);

/// Per reading, the alarm that holds after it: on after so many in a row, off after so many back from the limit.
[[nodiscard]] std::vector<HeldAlarm> confirmed_alarms(std::span<const double> values,
                                                      std::span<const AlarmLimit> limits, const LiveRules& rules);

/// The temperatures that a volume in ppm may be told at: 24.04 and 24.45 litres a mole.
enum class PpmAt : std::uint8_t { at_20_C, at_25_C };
[[nodiscard]] double mg_m3_from_ppm(double ppm, double molar_mass_g, PpmAt at);
[[nodiscard]] double ppm_from_mg_m3(double mg_m3, double molar_mass_g, PpmAt at);

/// Nobody has heard of a detector for too long. Without a known interval the least time alone counts.
[[nodiscard]] bool is_stale(double age_s, const std::optional<double>& interval_s, const LiveRules& rules);

struct LiveReading {
  Instant time{};
  double value = 0.0;  ///< in the detector's unit
};

/// A person sets an alarm aside for some hours, with name and reason.
struct AlarmOverride {
  Instant from{};
  Instant until{};
  std::string reason;
  bool operator==(const AlarmOverride&) const = default;
};

struct LiveDetector {
  std::string id;
  std::string point_id;
  std::string uscc;
  std::string enterprise_name;
  std::string gas;                 ///< as written
  std::string unit;                ///< "%LEL", "mg/m3", "ppm"
  std::vector<AlarmLimit> limits;  ///< in `unit`; none: nobody knows what is too much
  std::optional<double> low;       ///< as told: level 1, or the lower end
  std::optional<double> high;      ///< level 2, or the upper end
  std::optional<double> interval_s;
  std::vector<LiveReading> readings;
  bool acknowledgements_kept = false;  ///< the file has a column for them: a blank one says that nobody has
  std::vector<Instant> acknowledged;
  std::vector<AlarmOverride> overrides;
  Whereabouts where;
  Findings findings;                             ///< of what its first row says of it
  std::vector<std::string_view> reading_faults;  ///< codes of what is wrong with any of its readings, each once
  RowRef row;                                    ///< its first reading
};

/// A row of a file of readings.
struct ReadingRow {
  RowRef row;
  std::string detector;
  Findings findings;
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
  bool out_of_range = false;                 ///< a process value beyond L or H
  bool unacknowledged = false;               ///< for too long
  const AlarmOverride* set_aside = nullptr;  ///< of the detector: its alarm lifts nothing until then
  LiveState state = LiveState::fresh;
  double age_s = 0.0;
  std::optional<LiveReading> last;

  /// Says something about now: fresh, or an alarm that is held.
  [[nodiscard]] bool speaks() const { return state == LiveState::fresh || alarms(); }
  [[nodiscard]] bool alarms() const { return alarm > 0 || out_of_range; }
};

/// Readings are brought into the order of their times; those after `now` are not known yet.
[[nodiscard]] DetectorState state_of(LiveDetector& detector, Instant now, const LiveRules& rules);

/// The colour that an alarm asks for by itself: it lifts others and never lowers them. Unrated where there is none.
[[nodiscard]] Grade alarm_grade(const DetectorState& state, int alarm);

}  // namespace sise
