#include "models/dispersion/puff_series.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "models/base/constants.hpp"
#include "models/dispersion/puff_moments.hpp"
#include "models/dispersion/puff_series_checks.hpp"

namespace sise {
namespace {

constexpr double kFirstSlice = 0.25;  // of a slice
constexpr double kPuffEnds = 9.0;     // of sigma: 3e-18 of the middle is left
constexpr double kEndsPace = 3.0;     // of the puffs' own
constexpr double kCalmNearest = 0.2;  // sigma over the distance of a place that a resting puff begins to reach

/// Part of the wind's speed at which the edge between two winds moves over a place: all of it where the class changes.
double jump_m_s(const PuffWind& before, const PuffWind& after) {
  if (before.growth != after.growth) return std::max(before.speed_m_s, after.speed_m_s);
  return std::hypot(after.east * after.speed_m_s - before.east * before.speed_m_s,
                    after.north * after.speed_m_s - before.north * before.speed_m_s);
}

PuffWind blowing(const WindStep& step) {
  const double towards = (step.wind_from_deg + 180.0) * kDegree;
  return {.from_s = step.from_s, .east = std::sin(towards), .north = std::cos(towards), .speed_m_s = step.speed_m_s};
}

}  // namespace

struct PuffSeries::Parts {
  PuffSteps steps;
  PuffColumn column;
  double instantaneous_kg = 0.0;
  std::vector<EmissionStep> emission;
  std::map<Stability, PuffGrowth> growth;
  std::deque<PuffGrowth> own_growth;  ///< of the steps, where they do not follow the curves
  std::vector<PuffWind> wind;
  std::vector<double> changes_s;  ///< of wind or rate, rising; the beginning is one
  std::optional<PuffMoments> moments;
  std::vector<std::string> warnings;

  void add_wind(const WindStep& step, const Weather& air, const PlumeOptions& options, double nearest_m);
  void add_wind(const WindStep& step, const PuffGrowth& growth, double nearest_m);
  void warn(const std::vector<std::string>& codes);
  void note_changes();

  [[nodiscard]] double rate_kg_s(double time_s) const;
  [[nodiscard]] CloudChange change_at(double time_s) const;
  [[nodiscard]] double release_end_s() const { return emission.empty() ? 0.0 : emission.back().from_s; }
  /// A puff from its release to a later time.
  [[nodiscard]] PuffPath path(double released_s, double time_s) const;
  [[nodiscard]] Puff puff(const PuffPath& path, double mass_kg, double released_s, double time_s) const;
  /// Length of the slice of time whose emission one puff stands for, looking back from `path`, which left at released_s.
  [[nodiscard]] double slice_s(const PuffPath& path, double released_s, double time_s, double farthest_m) const;
  /// The last moment before `time_s` at which wind or rate changed.
  [[nodiscard]] double change_before(double time_s) const;
};

void PuffSeries::Parts::warn(const std::vector<std::string>& codes) {
  for (const std::string& code : codes) {
    if (std::find(warnings.begin(), warnings.end(), code) == warnings.end()) warnings.push_back(code);
  }
}

void PuffSeries::Parts::add_wind(const WindStep& step, const PuffGrowth& growth, double nearest_m) {
  PuffWind one = blowing(step);
  one.growth = &own_growth.emplace_back(growth);
  one.nearest_sigma_m = growth.sigma_y.sigma_m(nearest_m);
  warn(growth.warnings);
  wind.push_back(one);
}

void PuffSeries::Parts::add_wind(const WindStep& step, const Weather& air, const PlumeOptions& options,
                                 double nearest_m) {
  PuffWind one = blowing(step);
  if (step.speed_m_s < kCalm_m_s) {
    one.calm = small_wind_spread(step.stability, step.speed_m_s);
    one.nearest_sigma_m = kCalmNearest * nearest_m;
    warn({"calm_small_wind"});
    if (one.calm->interpolated) warn({"interpolated_class"});
  } else {
    auto known = growth.find(step.stability);
    if (known == growth.end()) {
      known = growth.emplace(step.stability, PuffGrowth(column.height_m, air, step.stability, options)).first;
    }
    one.growth = &known->second;
    one.nearest_sigma_m = one.growth->sigma_y.sigma_m(nearest_m);
    warn(one.growth->warnings);
  }
  wind.push_back(one);
}

void PuffSeries::Parts::note_changes() {
  changes_s.push_back(0.0);
  for (const PuffWind& step : wind) changes_s.push_back(step.from_s);
  for (const EmissionStep& step : emission) changes_s.push_back(step.from_s);
  std::sort(changes_s.begin(), changes_s.end());
  changes_s.erase(std::unique(changes_s.begin(), changes_s.end()), changes_s.end());
  changes_s.erase(changes_s.begin(), std::lower_bound(changes_s.begin(), changes_s.end(), 0.0));
  std::vector<CloudChange> all;
  all.reserve(changes_s.size());
  for (const double time : changes_s) all.push_back(change_at(time));
  moments.emplace(wind, std::move(all), release_end_s(), steps.edge);
}

double PuffSeries::Parts::rate_kg_s(double time_s) const {
  return emission.empty() || time_s < emission.front().from_s ? 0.0 : emission[step_at(emission, time_s)].rate_kg_s;
}

CloudChange PuffSeries::Parts::change_at(double time_s) const {
  const PuffWind& after = wind[step_at(wind, time_s)];
  if (time_s <= 0.0) return {0.0, after.speed_m_s};
  const double before_s = std::nextafter(time_s, 0.0);
  const double rate = rate_kg_s(time_s);
  const double rate_before = rate_kg_s(before_s);
  const double larger = std::max(rate, rate_before);
  const double share = larger > 0.0 ? std::abs(rate - rate_before) / larger : 0.0;
  return {time_s, std::max(jump_m_s(wind[step_at(wind, before_s)], after), share * after.speed_m_s)};
}

PuffPath PuffSeries::Parts::path(double released_s, double time_s) const {
  PuffPath path;
  double now = released_s;
  const std::size_t last = step_at(wind, time_s);
  for (std::size_t i = step_at(wind, released_s); i <= last; ++i) {
    const double until = i == last ? time_s : wind[i + 1].from_s;
    path.advance(wind[i], until - now);
    now = until;
  }
  return path;
}

Puff PuffSeries::Parts::puff(const PuffPath& path, double mass_kg, double released_s, double time_s) const {
  const PuffWind& now = wind[step_at(wind, time_s)];
  return {mass_kg, path.east_m(), path.north_m(), path.sigma_m(now), path.sigma_z_m(now), released_s};
}

// A puff that ends outside is as long as surely leaves all of its slice outside: neighbours are drawn apart at the pace, and
// together with the growth of what counts as their end at three times it at most.
double PuffSeries::Parts::slice_s(const PuffPath& path, double released_s, double time_s, double farthest_m) const {
  const std::size_t last = step_at(wind, time_s);
  double pace = 0.0;
  for (std::size_t i = step_at(wind, released_s); i <= last; ++i) pace = std::max(pace, path.pace_m_s(wind[i]));
  const double sigma_m = path.sigma_m(wind[last]);
  const double outside_m = std::hypot(path.east_m(), path.north_m()) - kPuffEnds * sigma_m - farthest_m;
  return std::max(steps.gap * std::max(sigma_m, wind[last].nearest_sigma_m), outside_m / kEndsPace) / pace;
}

double PuffSeries::Parts::change_before(double time_s) const {
  const auto after = std::lower_bound(changes_s.begin(), changes_s.end(), time_s);
  return after == changes_s.begin() ? 0.0 : *std::prev(after);
}

PuffSeries::PuffSeries(const Emission& emission, const std::vector<WindStep>& wind, const Weather& air,
                       const PlumeOptions& options, double nearest_m, const PuffSteps& steps) {
  check_puff_series(emission, wind, air, options, nearest_m);
  auto parts = std::make_unique<Parts>();
  parts->steps = steps;
  parts->column = {emission.height_m, air.mixing_height_m};
  parts->instantaneous_kg = emission.instantaneous_kg;
  parts->emission = emission.steps;
  for (const WindStep& step : wind) parts->add_wind(step, air, options, nearest_m);
  parts->note_changes();
  parts_ = std::move(parts);
}

PuffSeries::PuffSeries(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}

PuffSeries PuffSeries::of_growths(const Emission& emission, const std::vector<WindStep>& wind,
                                  const std::vector<PuffGrowth>& growths, double nearest_m, const PuffSteps& steps) {
  check_puff_series(emission, wind, {}, {}, nearest_m);
  auto parts = std::make_unique<Parts>();
  parts->steps = steps;
  parts->instantaneous_kg = emission.instantaneous_kg;
  parts->emission = emission.steps;
  for (std::size_t i = 0; i < wind.size(); ++i) parts->add_wind(wind[i], growths.at(i), nearest_m);
  parts->note_changes();
  return PuffSeries(std::move(parts));
}

PuffSeries::~PuffSeries() = default;
PuffSeries::PuffSeries(PuffSeries&&) noexcept = default;
PuffSeries& PuffSeries::operator=(PuffSeries&&) noexcept = default;

// Back in time from the youngest air: each slice of the emission as long as the gap allows at that age, none across a
// change of wind or rate, its mass in one puff from its middle. The row ends abruptly at the source, and what lies beside or
// behind it sees the youngest puff alone: the first slices begin with a quarter and double.
std::vector<Puff> PuffSeries::puffs(double t_s, double farthest_m) const {
  const Parts& parts = *parts_;
  std::vector<Puff> all;
  if (!(t_s >= 0.0)) return all;
  double released = std::min(t_s, parts.release_end_s());
  PuffPath path = parts.path(released, t_s);
  while (released > 0.0) {
    const double slice_s = parts.slice_s(path, released, t_s, farthest_m);
    const double beginning_s = std::max(kFirstSlice * slice_s, t_s - released);
    const double from = std::max(parts.change_before(released), released - std::min(slice_s, beginning_s));
    const double middle = 0.5 * (from + released);
    const double rate = parts.rate_kg_s(middle);
    path = parts.path(middle, t_s);
    if (rate > 0.0) all.push_back(parts.puff(path, rate * (released - from), middle, t_s));
    released = from;
  }
  if (parts.instantaneous_kg > 0.0) all.push_back(parts.puff(parts.path(0.0, t_s), parts.instantaneous_kg, 0.0, t_s));
  return all;
}

double PuffSeries::concentration_kg_m3(double east_m, double north_m, double z_m, double t_s) const {
  double sum = 0.0;
  for (const Puff& puff : puffs(t_s)) sum += puff_kg_m3(puff, parts_->column, east_m, north_m, z_m);
  return sum;
}

double PuffSeries::next_time_s(double t_s) const { return parts_->moments->next_s(t_s); }
const std::vector<double>& PuffSeries::changes_s() const { return parts_->changes_s; }

double PuffSeries::total_kg() const {
  double total = parts_->instantaneous_kg;
  const std::vector<EmissionStep>& steps = parts_->emission;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i)
    total += steps[i].rate_kg_s * (steps[i + 1].from_s - steps[i].from_s);
  return total;
}

PuffSeries::Drift PuffSeries::drift(double t_s) const {
  const PuffWind& now = parts_->wind[step_at(parts_->wind, t_s)];
  return {now.east, now.north, now.speed_m_s};
}

const PuffColumn& PuffSeries::column() const { return parts_->column; }
const std::vector<std::string>& PuffSeries::warnings() const { return parts_->warnings; }

}  // namespace sise
