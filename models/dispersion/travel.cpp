#include "models/dispersion/travel.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kTravelFarthest_m = 1e7;
constexpr std::size_t kTravelNodes = 897;  // 128 to a decade

/// The cubic through two points with given slopes (Hermite).
struct Cubic {
  double x0, x1, y0, y1, slope0, slope1;

  [[nodiscard]] double at(double x) const {
    const double width = x1 - x0;
    const double t = (x - x0) / width;
    const double back = 1.0 - t;
    return back * back * ((1.0 + 2.0 * t) * y0 + t * width * slope0) +
           t * t * ((1.0 + 2.0 * back) * y1 - back * width * slope1);
  }
};

std::size_t panel(const std::vector<double>& nodes, double at) {
  const auto above = std::upper_bound(nodes.begin(), nodes.end(), at);
  return static_cast<std::size_t>(std::distance(nodes.begin(), above)) - 1;
}

}  // namespace

Travel::Travel(const GaussianPlume& plume, TransportWind wind) : speed_m_s_(plume.transport_wind_m_s(kNearestSigma_m)) {
  if (plume.calm() || wind != TransportWind::profile) return;
  distance_m_ = log_spaced(kNearestSigma_m, kTravelFarthest_m, kTravelNodes);
  for (const double x : distance_m_) slowness_s_m_.push_back(1.0 / plume.transport_wind_m_s(x));
  time_s_.push_back(distance_m_.front() * slowness_s_m_.front());  // nearer than this sigma and wind do not change
  for (std::size_t i = 1; i < kTravelNodes; ++i) {
    const double from = distance_m_[i - 1];
    const double to = distance_m_[i];
    const double middle = 1.0 / plume.transport_wind_m_s(0.5 * (from + to));
    const double simpson = (slowness_s_m_[i - 1] + 4.0 * middle + slowness_s_m_[i]) / 6.0;
    time_s_.push_back(time_s_.back() + (to - from) * simpson);
  }
}

Travel::Travel(const std::vector<Station>& way) : speed_m_s_(way.front().distance_m / way.front().time_s) {
  for (const Station& station : way) {
    distance_m_.push_back(station.distance_m);
    time_s_.push_back(station.time_s);
    slowness_s_m_.push_back(1.0 / station.speed_m_s);
  }
}

double Travel::distance_m(double time_s) const {
  if (distance_m_.empty() || time_s <= time_s_.front()) return speed_m_s_ * time_s;
  const std::size_t i = panel(time_s_, time_s);
  if (i + 1 == distance_m_.size()) return distance_m_.back() + (time_s - time_s_.back()) / slowness_s_m_.back();
  return Cubic{time_s_[i],         time_s_[i + 1],         distance_m_[i],
               distance_m_[i + 1], 1.0 / slowness_s_m_[i], 1.0 / slowness_s_m_[i + 1]}
      .at(time_s);
}

double Travel::time_s(double distance_m) const {
  if (distance_m_.empty() || distance_m <= distance_m_.front()) return distance_m / speed_m_s_;
  const std::size_t i = panel(distance_m_, distance_m);
  if (i + 1 == distance_m_.size()) return time_s_.back() + (distance_m - distance_m_.back()) * slowness_s_m_.back();
  return Cubic{distance_m_[i], distance_m_[i + 1], time_s_[i], time_s_[i + 1], slowness_s_m_[i], slowness_s_m_[i + 1]}
      .at(distance_m);
}

double Travel::speed_m_s(double distance_m) const {
  if (distance_m_.empty() || distance_m <= distance_m_.front()) return speed_m_s_;
  const std::size_t i = panel(distance_m_, distance_m);
  if (i + 1 == distance_m_.size()) return 1.0 / slowness_s_m_.back();
  const double share = (distance_m - distance_m_[i]) / (distance_m_[i + 1] - distance_m_[i]);
  return 1.0 / (slowness_s_m_[i] + share * (slowness_s_m_[i + 1] - slowness_s_m_[i]));
}

}  // namespace sise
