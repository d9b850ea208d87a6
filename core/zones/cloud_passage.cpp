#include "core/zones/cloud_passage.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "core/zones/cloud_sums.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
constexpr double kRowsApart = 1.0 / 128.0;  // of the window
constexpr int kSettled = 3;                 // moments without anything until nothing is left in the last three

/// Share of the step at which a concentration that goes from `from` to `to` crosses the threshold.
double crossing(double from, double to, double threshold) {
  if (from > 0.0 && to > 0.0) return std::log(threshold / from) / std::log(to / from);
  return (threshold - from) / (to - from);
}

}  // namespace

CloudPassage::CloudPassage(const CloudQuestion& question, std::size_t places)
    : threshold_kg_m3_(question.threshold_kg_m3),
      window_s_(question.window_s),
      exponent_(question.toxic_exponent),
      quiet_(kSettled) {
  const std::size_t size = padded(places);
  for (auto* all : {&latest_, &before_, &peak_, &sums_.dose, &worst_dose_}) all->assign(size, 0.0);
  for (auto* all : {&arrival_s_, &end_s_}) all->assign(size, kNever);
  if (exponent_ == 1.0) return;
  for (auto* all : {&power_, &sums_.load, &worst_load_}) all->assign(size, 0.0);
}

void CloudPassage::step(const CloudCells& kg_m3, double time_s, bool change, bool touched) {
  const bool settled = quiet_ >= kSettled;
  if (touched && settled) remember(time_s_);  // the sums did not change until then
  quiet_ = touched ? 0 : std::min(quiet_ + 1, kSettled);
  if (quiet_ < kSettled) update(kg_m3, time_s);
  step_s_ = time_s - time_s_;
  time_s_ = time_s;
  bend_ = change;
}

std::vector<double> CloudPassage::window_ends_s(double changed_s, double until_s) const {
  constexpr double kPartsOfWindow = 32.0;
  constexpr double kMostParts = 16.0;
  const double going_by_s = time_s_ - changed_s;
  const auto parts = static_cast<int>(std::clamp(std::ceil(kPartsOfWindow * going_by_s / window_s_), 1.0, kMostParts));
  std::vector<double> ends;
  for (int i = 0; i <= parts; ++i) {
    const double end = changed_s + going_by_s * i / parts + window_s_;
    if (end > time_s_ && end < until_s) ends.push_back(end);
  }
  return ends;
}

void CloudPassage::update(const CloudCells& kg_m3, double time_s) {
  const std::size_t size = latest_.size();
  const double step = time_s - time_s_;
  const std::span<const double> now = std::span(kg_m3).first(size);
  raise_peaks(before_, latest_, now, {bend_ ? 0.0 : step_s_, step}, peak_);
  for (std::size_t i = 0; i < size; ++i) {
    const bool was = latest_[i] >= threshold_kg_m3_;
    if (was == (now[i] >= threshold_kg_m3_)) continue;
    const double at = time_s_ + step * crossing(latest_[i], now[i], threshold_kg_m3_);
    if (was) end_s_[i] = at;
    if (!was && std::isnan(arrival_s_[i])) arrival_s_[i] = at;
  }
  add_trapezoid(latest_, now, step, sums_.dose);
  if (exponent_ != 1.0) {
    std::vector<double> power(size);
    power_of(now, exponent_, power);
    add_trapezoid(power_, power, step, sums_.load);
    power_.swap(power);
  }
  compare_windows(time_s);
  if (time_s - history_.back().time_s >= kRowsApart * window_s_) remember(time_s);
  before_.swap(latest_);
  std::copy(now.begin(), now.end(), latest_.begin());
}

// A row older than the window's beginning, but for one, has nothing to say any more and lends its memory.
void CloudPassage::remember(double time_s) {
  if (!history_.empty() && history_.back().time_s == time_s) return;
  Sums row;
  while (history_.size() > 2 && history_[1].time_s <= time_s - window_s_) {
    row = std::move(history_.front());
    history_.pop_front();
  }
  row.time_s = time_s;
  row.dose = sums_.dose;
  row.load = sums_.load;
  history_.push_back(std::move(row));
}

void CloudPassage::compare_windows(double time_s) {
  const double begin = time_s - window_s_;
  const auto later =
      std::find_if(std::next(history_.begin()), history_.end(), [=](const Sums& row) { return row.time_s > begin; });
  const Sums& first = *std::prev(later);
  const bool kept = later != history_.end();
  const Sums& second = kept ? *later : sums_;
  const double second_s = kept ? second.time_s : time_s;
  if (!(second_s > first.time_s)) return;  // nothing has come by yet
  const double share = std::clamp((begin - first.time_s) / (second_s - first.time_s), 0.0, 1.0);
  raise_window(sums_.dose, first.dose, second.dose, share, worst_dose_);
  if (exponent_ != 1.0) raise_window(sums_.load, first.load, second.load, share, worst_load_);
}

CloudValues CloudPassage::values(std::size_t place) const {
  CloudValues values{.peak_kg_m3 = peak_[place],
                     .arrival_s = arrival_s_[place],
                     .end_s = latest_[place] >= threshold_kg_m3_ ? time_s_ : end_s_[place],
                     .mean_kg_m3 = worst_dose_[place] / window_s_,
                     .dose_kg_s_m3 = sums_.dose[place]};
  values.toxic_load = exponent_ == 1.0 ? values.dose_kg_s_m3 : sums_.load[place];
  values.window_load = exponent_ == 1.0 ? worst_dose_[place] : worst_load_[place];
  return values;
}

}  // namespace sise
