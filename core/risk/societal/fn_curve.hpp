// How often accidents kill N people or more.
#pragma once
#include <cstddef>
#include <vector>

namespace sise {

/// A step of a curve: all outcomes of about so many deaths.
struct FnStep {
  double deaths = 0.0;              ///< mean of the outcomes, weighted by their frequencies
  double frequency_per_year = 0.0;  ///< of these outcomes
  double at_least_per_year = 0.0;   ///< F: of outcomes with so many deaths or more
};

/// Outcomes gathered by the number of deaths in bins 1.2 % wide (12 % below one death). A bin keeps the sums of f and of f N:
/// F is exact at the edges of bins, and the area under the curve is exactly the sum of f N, the expected deaths a year. The same
/// outcomes give the same bytes when they are added in the same order.
class FnCurve {
 public:
  FnCurve();

  /// Nobody is added for deaths of 0 or less. A negative frequency takes an outcome away that was added before.
  void add(double deaths, double frequency_per_year);
  void add(const FnCurve& other);
  /// Outcomes that do not happen any more.
  void take_away(const FnCurve& other);

  /// Σ f N = ∫ F dN.
  [[nodiscard]] double expected_deaths_per_year() const;
  /// By rising number of deaths; what was taken away again leaves no step.
  [[nodiscard]] std::vector<FnStep> steps() const;
  /// Σ f N^exponent: 1 is neutral, more counts many deaths at once for more.
  [[nodiscard]] double weighted_deaths_per_year(double exponent) const;

  /// About what one takes in memory.
  [[nodiscard]] static std::size_t bytes();

 private:
  struct Bin {
    double frequency = 0.0;
    double deaths = 0.0;  ///< Σ f N
    double added = 0.0;   ///< Σ |f|: below a trillionth of it nothing is left but rounding
  };
  std::vector<Bin> bins_;
};

/// F(N) of steps: how often N or more die.
[[nodiscard]] double frequency_of_at_least(const std::vector<FnStep>& steps, double deaths);

}  // namespace sise
