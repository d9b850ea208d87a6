// When to look at a cloud: how fast it can change anywhere.
#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "models/dispersion/puff_growth.hpp"

namespace sise {

/// Something that happens to the release or to the wind.
struct CloudChange {
  double time_s = 0.0;
  double jump_m_s =
      0.0;  ///< how fast the edge between the air before and after it moves over a place, at most the wind
};

/// Between changes a plume is steady, but for the air on both sides of every earlier change. The edge between them has the
/// sigma of what was released at the change. It passes a place at the wind's speed after a full change (the release begins
/// or ends, the stability changes); after a small one the plume before is only slowly displaced, at the difference of
/// the two winds, or differs only in the rate.
class PuffMoments {
 public:
  /// `wind` outlives this object. The changes rise in time, the first at 0; nothing is released after release_end_s.
  /// edge_step: of sigma, that an edge may move from one moment to the next.
  PuffMoments(const std::vector<PuffWind>& wind, std::vector<CloudChange> changes, double release_end_s,
              double edge_step);

  /// When to look again after t_s, so that no edge moves more than that; never beyond the next change.
  [[nodiscard]] double next_s(double t_s) const;

 private:
  [[nodiscard]] double run_m(double t_s) const;
  /// How long the edge of a change takes, at least, to move over a place by one sigma of what was released at released_s.
  [[nodiscard]] double passing_s(double released_s, double jump_m_s, double t_s) const;

  const std::vector<PuffWind>& wind_;
  std::vector<CloudChange> changes_;
  double release_end_s_;
  double edge_step_;
  std::vector<double> run_m_;               ///< wind's way from the first step to each
  std::vector<const PuffGrowth*> growths_;  ///< each once
};

/// The step of a history that holds at a time: the last whose from_s is not later, or the first.
template <class Step>
std::size_t step_at(const std::vector<Step>& steps, double time_s) {
  const auto after = std::upper_bound(steps.begin(), steps.end(), time_s,
                                      [](double time, const Step& step) { return time < step.from_s; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(std::distance(steps.begin(), after) - 1, 0));
}

}  // namespace sise
