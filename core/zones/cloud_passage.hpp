// What a place keeps of a cloud that passes over it, moment by moment, for many places at once.
#pragma once
#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "core/zones/cloud_field.hpp"
#include "core/zones/cloud_stamp.hpp"

namespace sise {

/// The numbers of CloudValues for the places of one tile or lot at one height, for all questions that are asked there.
///
/// Between two moments the concentration is linear and its integrals are trapezoids. A peak between two moments is the
/// vertex of the bell through three, except at a change of wind or rate, where the concentration bends, and beside
/// a step that is cut short. The crossing
/// of the threshold is interpolated in the logarithm. A window ends at one of the moments; what had come by at its
/// beginning is linear between sums kept a hundred-and-twenty-eighth of a window apart.
class CloudPassage {
 public:
  /// Questions with one threshold, at least one.
  CloudPassage(std::span<const CloudQuestion> questions, std::size_t places);

  /// Concentrations at a moment; times rise. `touched`: some of them may differ from zero.
  void step(const CloudCells& kg_m3, double time_s, bool change, bool touched);
  /// While nothing changes after the last moment, until until_s: ends of the windows that begin while what happened at
  /// changed_s went by, of which one may be the worst. Rising.
  [[nodiscard]] std::vector<double> window_ends_s(double changed_s, double until_s) const;
  [[nodiscard]] CloudValues values(std::size_t question, std::size_t place) const;

 private:
  /// What came by until a moment.
  struct Row {
    double time_s = 0.0;
    std::vector<double> sum;
  };
  /// The integral of C^n dt over the worst window.
  struct Stretch {
    double exponent = 1.0;
    double window_s = 0.0;
    std::vector<double> power{};  ///< the last concentrations^n; empty where n is 1, as the next
    std::vector<double> sum{};    ///< until the last moment
    std::vector<double> worst{};
    std::deque<Row> history{};  ///< as far back as the window reaches
  };
  /// The stretches that answer a question.
  struct Answer {
    std::size_t load = 0;
    std::size_t mean = 0;
    bool with_mean = false;
  };
  [[nodiscard]] std::size_t stretch(double exponent, double window_s);
  [[nodiscard]] const std::vector<double>& sum(const Stretch& one) const;
  void update(std::span<const double> now, double time_s);
  void note_crossings(std::span<const double> now, double step_s);
  void remember(Stretch& one, double time_s) const;
  void compare_windows(Stretch& one, double time_s) const;

  std::size_t size_;  ///< places, in whole registers
  double threshold_kg_m3_;
  double time_s_ = 0.0;
  double step_s_ = 0.0;  ///< between the last two moments
  bool bend_ = true;     ///< at the last moment
  int quiet_;            ///< moments since something was there

  std::vector<double> latest_;
  std::vector<double> before_;
  std::vector<double> peak_;
  std::vector<double> arrival_s_;
  std::vector<double> end_s_;
  std::vector<double> dose_;  ///< until the last moment
  std::vector<Stretch> stretches_{};
  std::vector<Answer> answers_{};
};

}  // namespace sise
