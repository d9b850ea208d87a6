#include "core/rating/register/live_alarm.hpp"

#include <algorithm>
#include <array>

namespace sise {
namespace {

constexpr double kLitres_20_C = 24.04;  // of a mole of gas, as GB/T 50493 is used with
constexpr double kLitres_25_C = 24.45;
constexpr double kSecondsPerHour = 3600.0;

double litres(PpmAt at) { return at == PpmAt::at_20_C ? kLitres_20_C : kLitres_25_C; }

/// One set point: on and off by readings in a row.
class Latch {
 public:
  Latch(double limit, const LiveRules& rules) : limit_(limit), rules_(rules) {}

  bool after(double value) {
    if (!on_) {
      row_ = value >= limit_ ? row_ + 1 : 0;
      if (row_ >= rules_.confirm) change(true);
    } else {
      row_ = value < rules_.clear_share * limit_ ? row_ + 1 : 0;
      if (row_ >= rules_.clear) change(false);
    }
    return on_;
  }

 private:
  void change(bool on) {
    on_ = on;
    row_ = 0;
  }

  double limit_;
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

std::vector<int> confirmed_alarms(std::span<const double> values, const SetPoints& at, const LiveRules& rules) {
  Latch low(at.low, rules);
  Latch high(at.high, rules);
  std::vector<int> alarms;
  for (const double value : values) {
    const bool first = low.after(value);
    const bool second = high.after(value);
    alarms.push_back(second ? 2 : static_cast<int>(first));
  }
  return alarms;
}

double mg_m3_from_ppm(double ppm, double molar_mass_g, PpmAt at) { return ppm * molar_mass_g / litres(at); }
double ppm_from_mg_m3(double mg_m3, double molar_mass_g, PpmAt at) { return mg_m3 * litres(at) / molar_mass_g; }

bool is_stale(double age_s, const std::optional<double>& interval_s, const LiveRules& rules) {
  return age_s > std::max(rules.stale_intervals * interval_s.value_or(0.0), rules.stale_least_s);
}

Grade live_grade(Grade current, int alarm) {
  if (alarm <= 0) return current;
  return worst(current, alarm == 1 ? Grade::orange : Grade::red);
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
  if (detector.at) {
    std::vector<double> values;
    for (const LiveReading& reading : known) values.push_back(reading.value);
    result.alarm = confirmed_alarms(values, *detector.at, rules).back();
  }
  if (is_stale(result.age_s, detector.interval_s, rules)) {
    result.state = LiveState::stale;
  } else if (!detector.at || never_moves(known, rules.suspect_h)) {
    result.state = LiveState::suspect;
  }
  return result;
}

}  // namespace sise
