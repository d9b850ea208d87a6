#include "models/explosion/log_log_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/base/constants.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

constexpr std::size_t kChartBlock = 256;  // the logarithms of a block stay in the first-level cache

}  // namespace

LogLogChart::LogLogChart(std::span<const double> x, std::span<const double> y)
    : x_(x.begin(), x.end()), y_(y.begin(), y.end()) {
  std::vector<double> log_x(x_.size());
  std::vector<double> log_y(y_.size());
  log_of(x_, log_x);
  log_of(y_, log_y);
  for (std::size_t i = 0; i + 1 < x_.size(); ++i) {
    const double slope = (log_y[i + 1] - log_y[i]) / (log_x[i + 1] - log_x[i]);
    lines_.push_back({log_x[i + 1], log_y[i] - slope * log_x[i], slope});
  }
  log_x_min_ = log_x.front();
  log_x_max_ = log_x.back();
}

bool LogLogChart::covers(double log_x) const {
  constexpr double kRounding = 1e-9;
  return log_x >= log_x_min_ - kRounding && log_x <= log_x_max_ + kRounding;
}

double LogLogChart::log_y(double log_x) const {
  std::size_t i = 0;
  while (i + 1 < lines_.size() && log_x > lines_[i].log_x_end) ++i;
  return lines_[i].intercept + lines_[i].slope * log_x;
}

void LogLogChart::at_block(std::span<const double> x, std::span<double> out) const {
  std::array<double, kChartBlock> buffer{};
  const std::span<double> log_x = std::span(buffer).first(x.size());
  log_of(x, log_x);
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = covers(log_x[i]) ? log_y(log_x[i]) : 0.0;
  exp_of(out, out);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!covers(log_x[i])) out[i] = kNaN;
  }
}

void LogLogChart::at(std::span<const double> x, std::span<double> out) const {
  for (std::size_t i = 0; i < x.size(); i += kChartBlock) {
    const std::size_t count = std::min(kChartBlock, x.size() - i);
    at_block(x.subspan(i, count), out.subspan(i, count));
  }
}

double LogLogChart::at(double x) const {
  double value = 0.0;
  at({&x, 1}, {&value, 1});
  return value;
}

BlastDistance LogLogChart::outermost(double y) const {
  constexpr double kRounding = 1e-12;
  using enum BlastDistance::Status;
  if (y < y_.back() * (1.0 - kRounding)) return {outside_outer_edge, x_.back()};
  for (std::size_t i = lines_.size(); i-- > 0;) {
    if (y > y_[i] * (1.0 + kRounding)) continue;
    if (lines_[i].slope == 0.0 || y <= y_[i + 1]) return {found, x_[i + 1]};
    const double log_x = (std::log(y) - lines_[i].intercept) / lines_[i].slope;
    return {found, std::clamp(std::exp(log_x), x_[i], x_[i + 1])};
  }
  return {inside_inner_edge, x_.front()};
}

}  // namespace sise
