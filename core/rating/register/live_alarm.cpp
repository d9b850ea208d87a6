#include "core/rating/register/live_alarm.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sise {
namespace {

constexpr double kLitres_20_C = 24.04;  // of a mole of gas, as GB/T 50493 is used with
constexpr double kLitres_25_C = 24.45;
constexpr double kSecondsPerHour = 3600.0;

double litres(PpmAt at) { return at == PpmAt::at_20_C ? kLitres_20_C : kLitres_25_C; }

/// One limit: on and off by readings in a row.
class Latch {
 public:
  Latch(const AlarmLimit& limit, const LiveRules& rules) : limit_(limit), rules_(rules) {}

  [[nodiscard]] int level() const { return limit_.level; }

  bool after(double value) {
    if (!on_) {
      const bool beyond = limit_.falling ? value <= limit_.at : value >= limit_.at;
      row_ = beyond ? row_ + 1 : 0;
      if (row_ >= rules_.confirm) change(true);
    } else {
      const bool back = limit_.falling ? value > limit_.clear : value < limit_.clear;
      row_ = back ? row_ + 1 : 0;
      if (row_ >= rules_.clear) change(false);
    }
    return on_;
  }

 private:
  void change(bool on) {
    on_ = on;
    row_ = 0;
  }

  AlarmLimit limit_;
  const LiveRules& rules_;
  bool on_ = false;
  int row_ = 0;
};

double seconds(Instant from, Instant to) { return static_cast<double>((to - from).count()); }

/// The last readings cover the time, and all say the same.
bool never_moves(std::span<const LiveReading> readings, double hours) {
  const LiveReading& last = readings.back();
  for (std::size_t i = readings.size(); i-- > 0;) {
    if (readings[i].value != last.value) return false;
    if (seconds(readings[i].time, last.time) > hours * kSecondsPerHour) return true;
  }
  return false;
}

/// Nobody has acknowledged an alarm since it came, and it came long ago.
bool is_unacknowledged(const LiveDetector& detector, Instant since, Instant now, const LiveRules& rules) {
  constexpr double kSecondsPerMinute = 60.0;
  if (!detector.acknowledgements_kept || seconds(since, now) < rules.acknowledge_min * kSecondsPerMinute) return false;
  return std::none_of(detector.acknowledged.begin(), detector.acknowledged.end(),
                      [&](Instant at) { return at >= since && at <= now; });
}

void tell_alarm(const LiveDetector& detector, std::span<const LiveReading> known, Instant now, const LiveRules& rules,
                DetectorState& state) {
  std::vector<double> values;
  values.reserve(known.size());
  for (const LiveReading& reading : known) values.push_back(reading.value);
  const std::vector<HeldAlarm> held = confirmed_alarms(values, detector.limits, rules);
  state.alarm = held.back().level;
  state.out_of_range = held.back().out_of_range;
  if (!held.back().any()) return;
  std::size_t first = held.size();
  while (first > 0 && held[first - 1].any()) --first;
  state.unacknowledged = is_unacknowledged(detector, known[first].time, now, rules);
  for (const AlarmOverride& one : detector.overrides) {
    if (one.from <= now && now < one.until) state.set_aside = &one;
  }
}

}  // namespace

const GasLimit* LiveRules::gas_named(std::string_view word) const {
  const auto found = std::find_if(gases.begin(), gases.end(), [&](const GasLimit& gas) {
    return gas.id == word || std::find(gas.words.begin(), gas.words.end(), word) != gas.words.end();
  });
  return found == gases.end() ? nullptr : &*found;
}

int alarm_of(double value, const SetPoints& at) {
  if (value >= at.high) return 2;
  return value >= at.low ? 1 : 0;
}

std::vector<AlarmLimit> gas_limits(const SetPoints& at, const LiveRules& rules) {
  return {{at.low, rules.clear_share * at.low, false, 1}, {at.high, rules.clear_share * at.high, false, 2}};
}

std::vector<AlarmLimit> oxygen_limits(const SetPoints& at, const LiveRules& rules) {
  const double air = rules.oxygen.air_percent;
  const auto clear = [&](double limit) { return air + rules.clear_share * (limit - air); };
  return {{at.low, clear(at.low), true, 1}, {at.high, clear(at.high), false, 1}};
}

std::vector<AlarmLimit> process_limits(const ProcessPoints& at, const LiveRules& rules) {
  std::vector<AlarmLimit> limits;
  const auto add = [&](const std::optional<double>& limit, bool falling, int level) {
    if (!limit) return;
    const double zone = rules.dead_zone_share * std::abs(*limit);
    limits.push_back({*limit, falling ? *limit + zone : *limit - zone, falling, level});
  };
  const int beyond_trip = at.trip_in_service ? 0 : 2;
  add(at.low, true, 0);
  add(at.high, false, 0);
  add(at.low_low, true, beyond_trip);
  add(at.high_high, false, beyond_trip);
  return limits;
}

std::vector<HeldAlarm> confirmed_alarms(std::span<const double> values, std::span<const AlarmLimit> limits,
                                        const LiveRules& rules) {
  std::vector<Latch> latches;
  for (const AlarmLimit& limit : limits) latches.emplace_back(limit, rules);
  std::vector<HeldAlarm> alarms;
  for (const double value : values) {
    HeldAlarm& held = alarms.emplace_back();
    for (Latch& latch : latches) {
      if (!latch.after(value)) continue;
      held.level = std::max(held.level, latch.level());
      held.out_of_range = held.out_of_range || latch.level() == 0;
    }
  }
  return alarms;
}

double mg_m3_from_ppm(double ppm, double molar_mass_g, PpmAt at) { return ppm * molar_mass_g / litres(at); }
double ppm_from_mg_m3(double mg_m3, double molar_mass_g, PpmAt at) { return mg_m3 * litres(at) / molar_mass_g; }

bool is_stale(double age_s, const std::optional<double>& interval_s, const LiveRules& rules) {
  return age_s > std::max(rules.stale_intervals * interval_s.value_or(0.0), rules.stale_least_s);
}

Grade alarm_grade(const DetectorState& state, int alarm) {
  if (state.set_aside != nullptr) return Grade::unrated;
  const Grade lifted = alarm >= 2           ? Grade::red
                       : alarm == 1         ? Grade::orange
                       : state.out_of_range ? Grade::yellow
                                            : Grade::unrated;
  return state.unacknowledged ? moved(lifted, 1) : lifted;
}

std::string_view name_of(LiveState state) {
  constexpr std::array<std::string_view, 3> kNames{"fresh", "stale", "suspect"};
  return kNames.at(static_cast<std::size_t>(state));
}

DetectorState state_of(LiveDetector& detector, Instant now, const LiveRules& rules) {
  std::vector<LiveReading>& readings = detector.readings;
  std::stable_sort(readings.begin(), readings.end(),
                   [](const LiveReading& a, const LiveReading& b) { return a.time < b.time; });
  const auto later = std::find_if(readings.begin(), readings.end(), [&](const LiveReading& r) { return r.time > now; });
  const std::span<const LiveReading> known(readings.begin(), later);
  DetectorState result;
  if (known.empty()) {
    result.state = LiveState::stale;
    return result;
  }
  result.last = known.back();
  result.age_s = seconds(result.last->time, now);
  if (!detector.limits.empty()) tell_alarm(detector, known, now, rules, result);
  if (is_stale(result.age_s, detector.interval_s, rules)) {
    result.state = LiveState::stale;
  } else if (detector.limits.empty() || never_moves(known, rules.suspect_h)) {
    result.state = LiveState::suspect;
  }
  return result;
}

}  // namespace sise
