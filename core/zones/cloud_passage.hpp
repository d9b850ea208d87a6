// What a place keeps of a cloud that passes over it, moment by moment, for many places at once.
#pragma once
#include <cstddef>
#include <deque>
#include <vector>

#include "core/zones/cloud_field.hpp"
#include "core/zones/cloud_stamp.hpp"

namespace sise {

/// The numbers of CloudValues for the places of one tile or lot at one height.
///
/// Between two moments the concentration is linear and its integrals are trapezoids. A peak between two moments is the
/// vertex of the parabola through three, except at a change of wind or rate, where the concentration bends. The crossing
/// of the threshold is interpolated in the logarithm. A window ends at one of the moments; what had come by at its
/// beginning is linear between sums kept a hundred-and-twenty-eighth of a window apart.
class CloudPassage {
 public:
  CloudPassage(const CloudQuestion& question, std::size_t places);

  /// Concentrations at a moment; times rise. `touched`: some of them may differ from zero.
  void step(const CloudCells& kg_m3, double time_s, bool change, bool touched);
  /// While nothing changes after the last moment, until until_s: ends of the windows that begin while what happened at
  /// changed_s went by, of which one may be the worst.
  [[nodiscard]] std::vector<double> window_ends_s(double changed_s, double until_s) const;
  [[nodiscard]] CloudValues values(std::size_t place) const;

 private:
  /// What came by until a moment.
  struct Sums {
    double time_s = 0.0;
    std::vector<double> dose;
    std::vector<double> load;  ///< empty where the toxic exponent is 1
  };
  void update(const CloudCells& kg_m3, double time_s);
  void remember(double time_s);
  void compare_windows(double time_s);

  double threshold_kg_m3_;
  double window_s_;
  double exponent_;
  double time_s_ = 0.0;
  double step_s_ = 0.0;  ///< between the last two moments
  bool bend_ = true;     ///< at the last moment
  int quiet_;            ///< moments since something was there

  std::vector<double> latest_;
  std::vector<double> before_;
  std::vector<double> power_;  ///< latest_^n
  std::vector<double> peak_;
  std::vector<double> arrival_s_;
  std::vector<double> end_s_;
  Sums sums_;  ///< until the last moment
  std::vector<double> worst_dose_;
  std::vector<double> worst_load_;
  std::deque<Sums> history_;  ///< as far back as the window reaches
};

}  // namespace sise
