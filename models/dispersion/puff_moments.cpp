#include "models/dispersion/puff_moments.hpp"

#include <limits>
#include <utility>

namespace sise {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

PuffMoments::PuffMoments(const std::vector<PuffWind>& wind, std::vector<CloudChange> changes, double release_end_s,
                         double edge_step)
    : wind_(wind), changes_(std::move(changes)), release_end_s_(release_end_s), edge_step_(edge_step) {
  double run = 0.0;
  for (std::size_t i = 0; i < wind.size(); ++i) {
    if (i > 0) run += wind[i - 1].speed_m_s * (wind[i].from_s - wind[i - 1].from_s);
    run_m_.push_back(run);
    const PuffGrowth* growth = wind[i].growth;
    const bool known = std::find(growths_.begin(), growths_.end(), growth) != growths_.end();
    if (growth != nullptr && !known) growths_.push_back(growth);
  }
}

double PuffMoments::run_m(double t_s) const {
  const std::size_t i = step_at(wind_, t_s);
  return run_m_[i] + wind_[i].speed_m_s * (t_s - wind_[i].from_s);
}

// In whichever of the series' airs the gas has widened the least.
double PuffMoments::passing_s(double released_s, double jump_m_s, double t_s) const {
  const PuffWind& now = wind_[step_at(wind_, t_s)];
  if (now.calm) {
    const double grown = now.calm->horizontal_m_s * (t_s - std::max(released_s, now.from_s));
    return std::max(grown, now.nearest_sigma_m) / now.calm_pace_m_s();
  }
  if (!(jump_m_s > 0.0)) return kNever;
  const double run = run_m(t_s) - run_m(released_s);
  double least = kNever;
  for (const PuffGrowth* growth : growths_) {
    const double travelled = growth->travel.distance_m(run);
    const double sigma = std::max(growth->sigma_y.sigma_m(travelled), now.nearest_sigma_m);
    least = std::min(least, sigma / (jump_m_s * growth->travel.speed_m_s(travelled)));
  }
  return least;
}

// The older a change, the wider its edge: once even a full change of that age leaves more time, no older one matters.
double PuffMoments::next_s(double t_s) const {
  const auto next = std::upper_bound(changes_.begin(), changes_.end(), t_s,
                                     [](double time, const CloudChange& change) { return time < change.time_s; });
  const double full_m_s = wind_[step_at(wind_, t_s)].speed_m_s;
  double passing = kNever;
  for (auto change = next; change != changes_.begin();) {
    --change;
    const double released = std::min(change->time_s, release_end_s_);
    passing = std::min(passing, passing_s(released, std::min(change->jump_m_s, full_m_s), t_s));
    if (passing <= passing_s(released, full_m_s, t_s)) break;
  }
  const double edge = t_s + edge_step_ * passing;
  return next == changes_.end() ? edge : std::min(edge, next->time_s);
}

}  // namespace sise
