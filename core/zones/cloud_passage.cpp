#include "core/zones/cloud_passage.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "core/zones/cloud_sums.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
constexpr double kRowsApart = 1.0 / 128.0;  // of the window
// Steps that differ by more than this factor: a parabola through them makes a peak of what a row of puffs differs by from one
// moment to the next.
constexpr double kMostUneven = 3.0;
constexpr int kSettled = 3;  // moments without anything until nothing is left in the last three

/// Share of the step at which a concentration that goes from `from` to `to` crosses the threshold.
double crossing(double from, double to, double threshold) {
  if (from > 0.0 && to > 0.0) return std::log(threshold / from) / std::log(to / from);
  return (threshold - from) / (to - from);
}

}  // namespace

CloudPassage::CloudPassage(std::span<const CloudQuestion> questions, std::size_t places)
    : size_(padded(places)), threshold_kg_m3_(questions.front().threshold_kg_m3), quiet_(kSettled) {
  for (auto* all : {&latest_, &before_, &peak_, &dose_}) all->assign(size_, 0.0);
  for (auto* all : {&arrival_s_, &end_s_}) all->assign(size_, kNever);
  for (const CloudQuestion& question : questions) {
    Answer answer{.load = stretch(question.toxic_exponent, question.window_s), .with_mean = question.mean};
    if (answer.with_mean) answer.mean = stretch(1.0, question.window_s);
    answers_.push_back(answer);
  }
}

std::size_t CloudPassage::stretch(double exponent, double window_s) {
  const auto known = std::find_if(stretches_.begin(), stretches_.end(), [&](const Stretch& one) {
    return one.exponent == exponent && one.window_s == window_s;
  });
  if (known != stretches_.end()) return static_cast<std::size_t>(std::distance(stretches_.begin(), known));
  Stretch next{.exponent = exponent, .window_s = window_s, .worst = std::vector<double>(size_)};
  if (exponent != 1.0) next.power = next.sum = next.worst;
  stretches_.push_back(std::move(next));
  return stretches_.size() - 1;
}

const std::vector<double>& CloudPassage::sum(const Stretch& one) const { return one.exponent == 1.0 ? dose_ : one.sum; }

void CloudPassage::step(const CloudCells& kg_m3, double time_s, bool change, bool touched) {
  const bool settled = quiet_ >= kSettled;
  if (touched && settled) {
    for (Stretch& one : stretches_) remember(one, time_s_);  // the sums did not change until then
  }
  quiet_ = touched ? 0 : std::min(quiet_ + 1, kSettled);
  if (quiet_ < kSettled) update(std::span(kg_m3).first(size_), time_s);
  step_s_ = time_s - time_s_;
  time_s_ = time_s;
  bend_ = change;
}

std::vector<double> CloudPassage::window_ends_s(double changed_s, double until_s) const {
  constexpr double kPartsOfWindow = 32.0;
  constexpr double kMostParts = 16.0;
  const double going_by_s = time_s_ - changed_s;
  std::vector<double> ends;
  for (const Stretch& one : stretches_) {
    const auto parts =
        static_cast<int>(std::clamp(std::ceil(kPartsOfWindow * going_by_s / one.window_s), 1.0, kMostParts));
    for (int i = 0; i <= parts; ++i) {
      const double end = changed_s + going_by_s * i / parts + one.window_s;
      if (end > time_s_ && end < until_s) ends.push_back(end);
    }
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

void CloudPassage::note_crossings(std::span<const double> now, double step_s) {
  for (std::size_t i = next_crossing(latest_, now, threshold_kg_m3_, 0); i < size_;
       i = next_crossing(latest_, now, threshold_kg_m3_, i + 1)) {
    const double at = time_s_ + step_s * crossing(latest_[i], now[i], threshold_kg_m3_);
    if (latest_[i] >= threshold_kg_m3_) {
      end_s_[i] = at;
    } else if (std::isnan(arrival_s_[i])) {
      arrival_s_[i] = at;
    }
  }
}

void CloudPassage::update(std::span<const double> now, double time_s) {
  const double step = time_s - time_s_;
  const bool between = !bend_ && step < kMostUneven * step_s_ && step_s_ < kMostUneven * step;
  raise_peaks(before_, latest_, now, {between ? step_s_ : 0.0, step}, peak_);
  note_crossings(now, step);
  add_trapezoid(latest_, now, step, dose_);
  for (Stretch& one : stretches_) {
    if (one.exponent != 1.0) add_power(now, one.exponent, step, one.power, one.sum);
    compare_windows(one, time_s);
    if (time_s - one.history.back().time_s >= kRowsApart * one.window_s) remember(one, time_s);
  }
  before_.swap(latest_);
  std::copy(now.begin(), now.end(), latest_.begin());
}

// A row older than the window's beginning, but for one, has nothing to say any more and lends its memory.
void CloudPassage::remember(Stretch& one, double time_s) const {
  std::deque<Row>& history = one.history;
  if (!history.empty() && history.back().time_s == time_s) return;
  Row row;
  while (history.size() > 2 && history[1].time_s <= time_s - one.window_s) {
    row = std::move(history.front());
    history.pop_front();
  }
  row.time_s = time_s;
  row.sum = sum(one);
  history.push_back(std::move(row));
}

void CloudPassage::compare_windows(Stretch& one, double time_s) const {
  const double begin = time_s - one.window_s;
  const auto later = std::find_if(std::next(one.history.begin()), one.history.end(),
                                  [=](const Row& row) { return row.time_s > begin; });
  const Row& first = *std::prev(later);
  const bool kept = later != one.history.end();
  const double second_s = kept ? later->time_s : time_s;
  if (!(second_s > first.time_s)) return;  // nothing has come by yet
  const double share = std::clamp((begin - first.time_s) / (second_s - first.time_s), 0.0, 1.0);
  raise_window(sum(one), first.sum, kept ? later->sum : sum(one), share, one.worst);
}

CloudValues CloudPassage::values(std::size_t question, std::size_t place) const {
  const Answer& answer = answers_[question];
  const Stretch& load = stretches_[answer.load];
  const Stretch& mean = stretches_[answer.mean];
  return {.peak_kg_m3 = peak_[place],
          .arrival_s = arrival_s_[place],
          .end_s = latest_[place] >= threshold_kg_m3_ ? time_s_ : end_s_[place],
          .mean_kg_m3 = answer.with_mean ? mean.worst[place] / mean.window_s : 0.0,
          .dose_kg_s_m3 = dose_[place],
          .toxic_load = sum(load)[place],
          .window_load = load.worst[place]};
}

}  // namespace sise
