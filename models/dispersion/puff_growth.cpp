#include "models/dispersion/puff_growth.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "models/numeric/lanes.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kGrowthFarthest_m = 1e7;
constexpr std::size_t kNodes = 897;        // 128 to a decade, a whole number of registers and one
constexpr double kYoungestGrowth_s = 1.0;  // calm air: a puff has the size of its first second until then

Weather unit_weather(Weather air, Stability stability) {
  air.wind_speed_m_s = 1.0;
  air.stability = stability;
  return air;
}

template <class Of>
std::vector<double> of_each(const std::vector<PuffStation>& way, Of of) {
  std::vector<double> all;
  all.reserve(way.size());
  for (const PuffStation& station : way) all.push_back(of(station));
  return all;
}

std::vector<Travel::Station> in_unit_wind(const std::vector<PuffStation>& way, double wind_m_s) {
  std::vector<Travel::Station> all;
  all.reserve(way.size());
  for (const PuffStation& s : way) all.push_back({s.distance_m, s.time_s * wind_m_s, s.speed_m_s / wind_m_s});
  return all;
}

}  // namespace

SigmaAtDistance::SigmaAtDistance(const PreparedSigma& sigma)
    : sigma_(sigma), distance_m_(log_spaced(kNearestSigma_m, kGrowthFarthest_m, kNodes)) {
  double largest = 0.0;
  for (const double x : distance_m_) {
    largest = std::max(largest, sigma_m(x));
    sigma_m_.push_back(largest);
  }
}

SigmaAtDistance::SigmaAtDistance(std::vector<double> distance_m, const std::vector<double>& sigma_m)
    : distance_m_(std::move(distance_m)) {
  double largest = 0.0;
  for (const double sigma : sigma_m) {
    largest = std::max(largest, sigma);
    sigma_m_.push_back(largest);
    ln_point_.push_back(std::log(sigma));
  }
  for (const double distance : distance_m_) ln_distance_.push_back(std::log(distance));
}

double SigmaAtDistance::between_points_m(double distance_m) const {
  if (!(distance_m > distance_m_.front())) return std::exp(ln_point_.front());
  const auto above = std::upper_bound(distance_m_.begin(), distance_m_.end() - 1, distance_m);
  const auto i = static_cast<std::size_t>(std::distance(distance_m_.begin(), above)) - 1;
  const double share = (std::log(distance_m) - ln_distance_[i]) / (ln_distance_[i + 1] - ln_distance_[i]);
  return std::exp(ln_point_[i] + share * (ln_point_[i + 1] - ln_point_[i]));
}

double SigmaAtDistance::sigma_m(double distance_m) const {
  if (!sigma_) return between_points_m(distance_m);
  std::array<double, kLanes> x{};
  x.fill(distance_m);
  std::array<double, kLanes> inverse{};
  inverse_variance(*sigma_, x, inverse);
  return 1.0 / std::sqrt(inverse.front());
}

double SigmaAtDistance::distance_m(double sigma_m) const {
  if (sigma_m < sigma_m_.front()) return 0.0;
  const auto reached = std::lower_bound(sigma_m_.begin(), sigma_m_.end(), sigma_m);
  if (reached == sigma_m_.end()) return kGrowthFarthest_m;
  const auto i = static_cast<std::size_t>(std::distance(sigma_m_.begin(), reached));
  if (i == 0) return distance_m_.front();
  const double share = std::log(sigma_m / sigma_m_[i - 1]) / std::log(sigma_m_[i] / sigma_m_[i - 1]);
  return distance_m_[i - 1] * std::pow(distance_m_[i] / distance_m_[i - 1], share);
}

PuffGrowth::PuffGrowth(double height_m, const Weather& air, Stability stability, const PlumeOptions& options)
    : sigma_y(SigmaCurves(options.sigma, stability, options.averaging_time_s).y()),
      sigma_z(SigmaCurves(options.sigma, stability, options.averaging_time_s).z()),
      travel(GaussianPlume({1.0, height_m}, unit_weather(air, stability), options), options.transport_wind),
      warnings(GaussianPlume({1.0, height_m}, unit_weather(air, stability), options).warnings()) {}

PuffGrowth::PuffGrowth(const std::vector<PuffStation>& way, double wind_m_s, std::vector<std::string> codes)
    : sigma_y(of_each(way, [](const PuffStation& s) { return s.distance_m; }),
              of_each(way, [](const PuffStation& s) { return s.sigma_m; })),
      sigma_z(of_each(way, [](const PuffStation& s) { return s.distance_m; }),
              of_each(way, [](const PuffStation& s) { return s.sigma_z_m; })),
      travel(in_unit_wind(way, wind_m_s)),
      warnings(std::move(codes)) {}

// The virtual distance, or in calm air the virtual age, is where the new law has the sigma that the puff brings along.
void PuffPath::enter(const PuffWind& wind) {
  if (growth_ == nullptr) return;
  least_y_m_ = std::max(least_y_m_, growth_->sigma_y.sigma_m(virtual_y_m_));
  least_z_m_ = std::max(least_z_m_, growth_->sigma_z.sigma_m(virtual_z_m_));
  if (wind.calm) growth_ = nullptr;
}

void PuffPath::advance(const PuffWind& wind, double duration_s) {
  const PuffGrowth* own = wind.calm ? nullptr : wind.growth;
  if (own != growth_) enter(wind);
  double carried_m = wind.speed_m_s * duration_s;
  if (wind.calm) {
    least_y_m_ += wind.calm->horizontal_m_s * duration_s;
    least_z_m_ += wind.calm->vertical_m_s * duration_s;
  } else {
    if (own != growth_) {
      virtual_y_m_ = least_y_m_ > 0.0 ? own->sigma_y.distance_m(least_y_m_) : 0.0;
      virtual_z_m_ = least_z_m_ > 0.0 ? own->sigma_z.distance_m(least_z_m_) : 0.0;
      growth_ = own;
    }
    const double age_s = own->travel.time_s(virtual_z_m_) + wind.speed_m_s * duration_s;
    carried_m = own->travel.distance_m(age_s) - virtual_z_m_;
    virtual_y_m_ += carried_m;
    virtual_z_m_ += carried_m;
  }
  east_m_ += wind.east * carried_m;
  north_m_ += wind.north * carried_m;
}

double PuffPath::sigma_m(const PuffWind& wind) const {
  if (wind.calm) return std::max(least_y_m_, wind.calm->horizontal_m_s * kYoungestGrowth_s);
  return std::max(least_y_m_, wind.growth->sigma_y.sigma_m(virtual_y_m_));
}

double PuffPath::sigma_z_m(const PuffWind& wind) const {
  if (wind.calm) return std::max(least_z_m_, wind.calm->vertical_m_s * kYoungestGrowth_s);
  return std::max(least_z_m_, wind.growth->sigma_z.sigma_m(virtual_z_m_));
}

double PuffPath::pace_m_s(const PuffWind& wind) const {
  if (wind.calm) return wind.calm_pace_m_s();
  return wind.speed_m_s * wind.growth->travel.speed_m_s(virtual_z_m_);
}

}  // namespace sise
