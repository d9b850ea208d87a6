// How much of a cloud counts indoors, for many clouds in one kind of room.
#pragma once
#include <vector>

#include "core/zones/load_rule.hpp"

namespace sise {

/// indoor_equivalent() over the cloud's concentration. It depends on the duration alone, so it is computed once for durations of
/// a second to a month, 64 to a decade, and is straight in the logarithms between them (2e-4; tests/core/zones). One of the
/// durations is when people leave, where it bends.
class IndoorShare {
 public:
  IndoorShare(const LoadRule& rule, const Room& room);

  [[nodiscard]] const LoadRule& rule() const { return rule_; }
  [[nodiscard]] double of(double duration_s) const;

 private:
  [[nodiscard]] double computed(double duration_s) const;

  LoadRule rule_;
  Room room_;
  double ln_first_s_ = 0.0;
  std::vector<double> ln_share_{};
};

/// The steady concentration that a cloud counts as indoors: one of its highest concentration that brings its highest dose, and
/// never more than it counts as outdoors: a room evens a cloud out, and for n of 1 and above what is even harms no more.
/// Where no level is met outdoors there is nothing to ask.
struct CloudAtHouse {
  double peak_kg_m3 = 0.0;
  double dose_kg_s_m3 = 0.0;
  double outdoors_kg_m3 = 0.0;  ///< the steady concentration that it counts as there
};
[[nodiscard]] double indoors(const CloudAtHouse& cloud, double threshold_kg_m3, const IndoorShare& share);

}  // namespace sise
