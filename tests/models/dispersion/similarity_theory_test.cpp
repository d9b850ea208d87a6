// The similarity solution beside a second method: the equation u dC/dx = d/dz (K dC/dz) solved in small steps.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "similarity_cases.hpp"

using namespace sise;
using namespace sise::test;

namespace {

constexpr std::size_t kLayers = 160;
constexpr double kTop_m = 1000.0;

// Layers of equal ratio from just above the roughness length; implicit steps along x; C in s/m2 per unit rate.
class Marching {
 public:
  Marching(const SurfaceLayer& air, double source_height_m, double surface_resistance_s_m) {
    const double bottom = 1.02 * air.state().roughness_m;
    const double ratio = std::pow(kTop_m / bottom, 1.0 / kLayers);
    for (std::size_t i = 0; i < kLayers; ++i) {
      const double lower = bottom * std::pow(ratio, static_cast<double>(i));
      centre_.push_back(lower * std::sqrt(ratio));
      flow_.push_back(air.wind_speed_m_s(centre_.back()) * lower * (ratio - 1.0));
      const double upper = lower * ratio;
      exchange_.push_back(i + 1 == kLayers ? 0.0 : air.diffusivity_m2_s(upper) / (centre_.back() * (ratio - 1.0)));
    }
    sink_ = surface_resistance_s_m > 0.0 ? 1.0 / (surface_resistance_s_m + air.resistance_s_m(centre_.front())) : 0.0;
    value_.assign(kLayers, 0.0);
    const auto nearest = std::min_element(centre_.begin(), centre_.end(), [=](double a, double b) {
      return std::abs(std::log(a / source_height_m)) < std::abs(std::log(b / source_height_m));
    });
    const auto at = static_cast<std::size_t>(nearest - centre_.begin());
    value_[at] = 1.0 / flow_[at];
  }

  void march_to(double x_m) {
    while (x_ < x_m * (1.0 - 1e-12)) {
      const double next = std::min(x_m, std::max(0.01, x_ * 1.012));
      step(next - x_);
      x_ = next;
    }
  }

  [[nodiscard]] double at(double z) const {
    const auto i = static_cast<std::size_t>(std::upper_bound(centre_.begin(), centre_.end(), z) - centre_.begin());
    const double t = std::log(z / centre_[i - 1]) / std::log(centre_[i] / centre_[i - 1]);
    return value_[i - 1] * (1.0 - t) + value_[i] * t;
  }

  [[nodiscard]] double airborne() const {
    double sum = 0.0;
    for (std::size_t i = 0; i < kLayers; ++i) sum += flow_[i] * value_[i];
    return sum;
  }

 private:
  // Thomas's algorithm.
  void step(double dx) {
    std::vector<double> diagonal(kLayers);
    std::vector<double> right(kLayers);
    for (std::size_t i = 0; i < kLayers; ++i) {
      const double below = i == 0 ? 0.0 : exchange_[i - 1];
      diagonal[i] = flow_[i] / dx + exchange_[i] + (i == 0 ? sink_ : below);
      right[i] = flow_[i] / dx * value_[i];
      if (i == 0) continue;
      const double factor = below / diagonal[i - 1];
      diagonal[i] -= factor * below;
      right[i] += factor * right[i - 1];
    }
    value_[kLayers - 1] = right[kLayers - 1] / diagonal[kLayers - 1];
    for (std::size_t i = kLayers - 1; i-- > 0;) value_[i] = (right[i] + exchange_[i] * value_[i + 1]) / diagonal[i];
  }

  std::vector<double> centre_;
  std::vector<double> flow_;
  std::vector<double> exchange_;
  std::vector<double> value_;
  double sink_ = 0.0;
  double x_ = 0.0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(similarity_theory)

// Local power laws stand in for the logarithmic profiles, and the measured flattening for the equation's own shape.
BOOST_AUTO_TEST_CASE(neutral_and_stable_plumes_agree_with_the_diffusion_equation) {
  for (const double length : {kNeutral, 200.0, 40.0, 10.0}) {
    const SimilarityPlume plume({1.0, 0.46}, over_grass(length));
    Marching march(plume.air(), 0.46, 0.0);
    for (const double x : {50.0, 100.0, 200.0, 400.0, 800.0}) {
      march.march_to(x);
      BOOST_TEST(plume.crosswind_integral_kg_m2(x, 1.5) / march.at(1.5) == 1.0, boost::test_tools::tolerance(0.14));
    }
  }
}

// Far away in unstable air the profile is kept flatter than the equation's, as measured.
BOOST_AUTO_TEST_CASE(unstable_plumes_lie_below_the_diffusion_equation_far_away) {
  const SimilarityPlume plume({1.0, 0.46}, over_grass(-20.0));
  Marching march(plume.air(), 0.46, 0.0);
  march.march_to(50.0);
  BOOST_TEST(plume.crosswind_integral_kg_m2(50.0, 1.5) / march.at(1.5) == 1.0, boost::test_tools::tolerance(0.08));
  march.march_to(800.0);
  const double far = plume.crosswind_integral_kg_m2(800.0, 1.5) / march.at(1.5);
  BOOST_TEST(far < 0.85);
  BOOST_TEST(far > 0.5);
}

// What deposition takes away, at the place and in all, beside the same equation with a surface that takes up gas.
BOOST_AUTO_TEST_CASE(deposition_thins_the_plume_as_the_diffusion_equation_says) {
  constexpr double kVelocity_m_s = 0.005;
  for (const double length : {-30.0, kNeutral, 40.0, 11.0}) {
    const SimilarityPlume clean({1.0, 0.46}, over_grass(length));
    const SimilarityPlume plume({1.0, 0.46}, over_grass(length), {kVelocity_m_s, std::nullopt});
    Marching without(plume.air(), 0.46, 0.0);
    Marching with(plume.air(), 0.46, 1.0 / kVelocity_m_s - plume.air().resistance_s_m(1.0));
    for (const double x : {100.0, 800.0}) {
      without.march_to(x);
      with.march_to(x);
      const double similarity = plume.crosswind_integral_kg_m2(x, 1.5) / clean.crosswind_integral_kg_m2(x, 1.5);
      BOOST_TEST(similarity / (with.at(1.5) / without.at(1.5)) == 1.0, boost::test_tools::tolerance(0.05));
      BOOST_TEST(plume.airborne_share(x) / (with.airborne() / without.airborne()) == 1.0,
                 boost::test_tools::tolerance(0.03));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
