#include "benchmarks/field/fire_trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include "benchmarks/field/plain_csv.hpp"
#include "models/base/error.hpp"
#include "models/fire/fireball.hpp"
#include "models/fire/pool_fire.hpp"

namespace sise::field {
namespace {

constexpr double kMethaneHeat_J_kg = 50.0e6;
constexpr double kFireballFraction = 0.3;  // radiated share, the middle of what CCPS gives
constexpr double kPoolFraction = 0.35;     // of large methane fires
constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;
constexpr std::array<int, 8> kBearings_deg{0, 33, 61, 90, 120, 225, 270, 315};

/// The number that follows these words in a note.
double number_after(const std::string& note, const std::string& words) {
  const std::size_t at = note.find(words);
  double value = std::nan("");
  if (at != std::string::npos) std::from_chars(note.data() + at + words.size(), note.data() + note.size(), value);
  if (!std::isnan(value)) return value;
  throw InputError("field_data", {fmt::format("no '{}' with a number in the note '{}'", words, note),
                                  fmt::format("备注 '{}' 中没有 '{}' 及其数值", note, words)});
}

class Conditions {
 public:
  explicit Conditions(const PlainCsv& table) : table_(table) {}

  [[nodiscard]] std::size_t row(const std::string& series, const std::string& quantity, const std::string& trial,
                                const std::string& period) const {
    for (std::size_t i = 0; i < table_.rows(); ++i) {
      const bool same = table_.text(i, "series") == series && table_.text(i, "quantity") == quantity;
      if (same && table_.text(i, "trial") == trial && (period.empty() || table_.text(i, "period") == period)) return i;
    }
    throw InputError("field_data", {fmt::format("no {} of {} {} in the conditions", quantity, series, trial),
                                    fmt::format("试验条件中没有 {} {} 的 {}", series, trial, quantity)});
  }
  [[nodiscard]] double value(std::size_t row) const { return table_.number(row, "value"); }
  [[nodiscard]] const std::string& note(std::size_t row) const { return table_.text(row, "note"); }

 private:
  const PlainCsv& table_;
};

PoolFireTrial montoir(const Conditions& conditions, const PlainCsv& flux, const std::string& period) {
  PoolFireTrial trial;
  trial.name = "Montoir period " + period;
  trial.diameter_m = conditions.value(conditions.row("Montoir", "pool_diameter", "1", ""));
  const std::size_t wind = conditions.row("Montoir", "wind_speed_9m", "1", period);
  trial.wind_speed_m_s = conditions.value(wind);
  trial.burning_rate_kg_m2_s = number_after(conditions.note(wind), "burning rate ");
  const double downwind_deg = number_after(conditions.note(wind), "from ") + 180.0;
  for (const int bearing : kBearings_deg) {
    const double turned = kRadiansPerDegree * (bearing - downwind_deg);
    for (std::size_t i = 0; i < flux.rows(); ++i) {
      const double r = flux.number(i, fmt::format("r_{}", bearing));
      const double kw = flux.number(i, fmt::format("HF_p{}_{}", period, bearing));
      if (std::isnan(r) || std::isnan(kw)) continue;
      trial.radiometers.push_back({r * std::cos(turned), r * std::sin(turned), 1000.0 * kw});
    }
  }
  return trial;
}

FireballTrial shell(const Conditions& conditions, const std::filesystem::path& folder, const std::string& number,
                    const std::vector<int>& distances) {
  FireballTrial trial;
  trial.name = "Shell fireball " + number;
  trial.mass_kg = conditions.value(conditions.row("Shell fireball", "mass", number, ""));
  const PlainCsv history(folder / ("shell_fireball_" + number + ".csv"), PlainCsv::Units::below_header);
  for (const int distance : distances) {
    double highest = 0.0;
    for (std::size_t i = 0; i < history.rows(); ++i) {
      highest = std::max(highest, history.number(i, fmt::format("HF{}", distance)));
    }
    trial.radiometers.push_back({static_cast<double>(distance), 0.0, 1000.0 * highest});
  }
  return trial;
}

Quantity radiation() { return {.name = "radiation", .unit = "W/m2", .floor = 0.0, .comparisons = {}}; }

ModelResult pools(const std::string& name, const FireTrials& trials, PoolEmissivePower power) {
  Quantity quantity = radiation();
  for (const PoolFireTrial& trial : trials.pools) {
    PoolFireSource source{.diameter_m = trial.diameter_m,
                          .burning_rate_kg_m2_s = trial.burning_rate_kg_m2_s,
                          .heat_of_combustion_J_kg = kMethaneHeat_J_kg,
                          .radiative_fraction = kPoolFraction,
                          .soot_fraction = 0.0,                // the flames were bright
                          .bright = BrightFlame{265e3, 0.3}};  // of the table, which rests on these very fires
    const PoolFire fire(source, {.wind_speed_m_s = trial.wind_speed_m_s}, {.emissive_power = power});
    for (const Radiometer& one : trial.radiometers) {
      double predicted = 0.0;
      fire.radiations_around_w_m2({&one.downwind_m, 1}, {&one.across_m, 1}, Receiver::facing, {&predicted, 1});
      quantity.comparisons.push_back({.pair = {one.radiation_w_m2, predicted},
                                      .distance_m = std::hypot(one.downwind_m, one.across_m),
                                      .stable = false,
                                      .trial = trial.name});
    }
  }
  return {name, {quantity}};
}

ModelResult fireballs(const std::string& name, const FireTrials& trials, FireballCorrelation correlation) {
  Quantity quantity = radiation();
  for (const FireballTrial& trial : trials.fireballs) {
    const Fireball ball({.mass_kg = trial.mass_kg,
                         .heat_of_combustion_J_kg = kMethaneHeat_J_kg,
                         .radiative_fraction = kFireballFraction},
                        correlation);
    for (const Radiometer& one : trial.radiometers) {
      quantity.comparisons.push_back(
          {.pair = {one.radiation_w_m2, ball.radiation_w_m2(one.downwind_m, Receiver::vertical)},
           .distance_m = one.downwind_m,
           .stable = false,
           .trial = trial.name});
    }
  }
  return {name, {quantity}};
}

}  // namespace

bool has_fire_trials(const std::filesystem::path& folder) { return std::filesystem::exists(folder / "Montoir01.csv"); }

FireTrials read_fire_trials(const std::filesystem::path& folder) {
  const PlainCsv table(folder / "conditions.csv");
  const Conditions conditions(table);
  const PlainCsv flux(folder / "Montoir01.csv", PlainCsv::Units::above_header);
  FireTrials trials;
  for (const char* period : {"1", "2"}) trials.pools.push_back(montoir(conditions, flux, period));
  trials.fireballs.push_back(shell(conditions, folder, "2", {100}));
  trials.fireballs.push_back(shell(conditions, folder, "4", {40, 70, 100}));
  return trials;
}

std::vector<ModelResult> compare_fires(const FireTrials& trials) {
  return {pools("pool_fire mudan", trials, PoolEmissivePower::mudan),
          pools("pool_fire yellow_book", trials, PoolEmissivePower::yellow_book),
          pools("pool_fire shokri_beyler", trials, PoolEmissivePower::shokri_beyler),
          pools("pool_fire bright", trials, PoolEmissivePower::bright),
          fireballs("fireball ccps", trials, FireballCorrelation::ccps),
          fireballs("fireball tno", trials, FireballCorrelation::tno)};
}

}  // namespace sise::field
