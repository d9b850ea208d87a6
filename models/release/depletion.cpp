#include "models/release/depletion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr int kDepletionSteps = 200;

class Course {
 public:
  explicit Course(const Depletion& depletion)
      : depletion_(depletion), stop_s_(depletion.stop_after_s.value_or(std::numeric_limits<double>::infinity())) {}

  ReleaseHistory run() {
    const double start = std::sqrt(depletion_.from_kg - depletion_.to_kg);
    add_step(0.0, depletion_.from_kg - depletion_.to_kg);
    auto wanted = depletion_.also_at_s.begin();
    double time_s = 0.0;
    for (int i = kDepletionSteps; i > 0 && time_s < stop_s_; --i) {
      const double from = start * i / kDepletionSteps;
      const double to = start * (i - 1) / kDepletionSteps;
      const double next_s = time_s + duration_s(from, to);
      for (; wanted != depletion_.also_at_s.end() && *wanted < std::min(next_s, stop_s_); ++wanted) {
        if (*wanted > time_s) add_step(*wanted, square(root_at(from, to, *wanted - time_s)));
      }
      if (next_s > stop_s_) {
        add_step(stop_s_, square(root_at(from, to, stop_s_ - time_s)));
      } else {
        add_step(next_s, square(to));
      }
      time_s = next_s;
    }
    finish();
    return history_;
  }

 private:
  /// Time from one root of the mass above the end to a smaller one.
  [[nodiscard]] double duration_s(double from, double to) const {
    const auto slowness = [this](double s) { return 2.0 * s / depletion_.state(square(s)).rate_kg_s; };
    return integrate(slowness, to, from, Accuracy{.relative = 1e-10, .parts = 1});
  }

  [[nodiscard]] double root_at(double from, double to, double elapsed_s) const {
    return brent([&](double s) { return duration_s(from, s) - elapsed_s; }, to, from);
  }

  [[nodiscard]] static double square(double root) { return root * root; }

  void add_step(double time_s, double above_kg) {
    const VesselState state = depletion_.state(above_kg);
    history_.steps.push_back({time_s, state.rate_kg_s, state.pressure_Pa, state.temperature_K, state.vapour_fraction,
                              depletion_.from_kg - depletion_.to_kg - above_kg});
  }

  void finish() {
    history_.total_kg = history_.steps.back().released_kg;
    history_.duration_s = history_.steps.back().time_s;
    history_.initial_kg = depletion_.from_kg;
    history_.remaining_kg = depletion_.from_kg - history_.total_kg;
  }

  const Depletion& depletion_;
  double stop_s_;
  ReleaseHistory history_;
};

}  // namespace

ReleaseHistory deplete(const Depletion& depletion) { return Course(depletion).run(); }

}  // namespace sise
