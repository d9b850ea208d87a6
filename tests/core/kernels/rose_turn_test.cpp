// The exact turn against numerical integration of the same footprint over the same density.
#include "core/kernels/rose_turn.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/kernels/rose_cumulative.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;

namespace {

constexpr double kTurnDegree = std::numbers::pi / 180.0;

DirectionDensity rose_with(const std::vector<double>& totals, double uniform = 0.0) {
  return {{10.0, static_cast<int>(totals.size())}, totals, uniform};
}

const std::vector<double> full{0.02, 0.05, 0.11, 0.2, 0.13, 0.08, 0.03, 0.02, 0.02, 0.04, 0.06, 0.1};
const std::vector<double> with_gaps{0.0, 0.3, 0.0, 0.0, 0.5, 0.1, 0.0, 0.0, 0.0, 0.1, 0.0, 0.0};

/// Panels of exp(−φ²/2s²).
std::vector<double> bell(double sigma_rad, std::size_t panels, double panel_rad) {
  std::vector<double> means;
  for (std::size_t k = 0; k < panels; ++k) {
    const double from = static_cast<double>(k) * panel_rad / (sigma_rad * std::numbers::sqrt2);
    const double to = static_cast<double>(k + 1) * panel_rad / (sigma_rad * std::numbers::sqrt2);
    means.push_back(0.5 * std::sqrt(std::numbers::pi) * (std::erf(to) - std::erf(from)) / (to - from));
  }
  return means;
}

std::vector<double> turned(const RoseTurn& turn, const std::vector<double>& means, std::size_t panels_per_step) {
  FootprintMoments moments;
  moments.of_panels(means, panels_per_step, turn.nodes().step_rad());
  std::vector<double> ring(turn.nodes().ring_size());
  turn.add(moments, ring);
  return ring;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rose_turn)

BOOST_AUTO_TEST_CASE(equals_the_integral_at_every_bearing_for_narrow_and_wide_footprints) {
  for (const std::vector<double>& totals : {full, with_gaps}) {
    const DirectionDensity density = rose_with(totals, 0.05);
    const BearingNodes nodes{density.layout(), 16};
    const RoseTurn turn(density, nodes);
    constexpr std::size_t kPanelsPerStep = 4;
    const double panel = nodes.step_rad() / kPanelsPerStep;
    for (const double sigma : {0.03, 0.2, 1.0}) {
      const std::vector<double> ring = turned(turn, bell(sigma, 96 * kPanelsPerStep, panel), kPanelsPerStep);
      for (std::size_t j = 0; j < nodes.count(); j += 5) {
        const auto integrand = [&](double phi) {
          const double bearing = nodes.bearing_deg(j);
          const double p = density.per_rad(bearing - phi / kTurnDegree - 180.0) +
                           density.per_rad(bearing + phi / kTurnDegree - 180.0);
          return p * std::exp(-0.5 * phi * phi / (sigma * sigma));
        };
        const double expected = integrate(integrand, 0.0, std::numbers::pi, {.relative = 1e-9, .parts = 96});
        BOOST_TEST(std::abs(ring[nodes.place(j)] - expected) < 3e-3 * expected + 1e-7,
                   "node " << j << ", sigma " << sigma << ": " << ring[nodes.place(j)] << " instead of " << expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_footprint_all_around_hears_every_wind) {
  const DirectionDensity density = rose_with(full, 0.14);
  const BearingNodes nodes{density.layout(), 16};
  const RoseTurn turn(density, nodes);
  const std::vector<double> ring = turned(turn, std::vector<double>(2 * nodes.half_turn(), 1.0), 2);
  for (std::size_t j = 0; j < nodes.count(); ++j) {
    BOOST_TEST(ring[nodes.place(j)] == density.total(), boost::test_tools::tolerance(1e-5));
  }
}

BOOST_AUTO_TEST_CASE(the_mean_over_bearings_is_that_of_an_even_wind) {
  const DirectionDensity density = rose_with(with_gaps);
  const BearingNodes nodes{density.layout(), 32};
  const double panel = nodes.step_rad() / 2.0;
  const std::vector<double> means = bell(0.15, 2 * nodes.half_turn(), panel);
  const std::vector<double> ring = turned(RoseTurn(density, nodes), means, 2);
  double mean = 0.0;
  for (std::size_t j = 0; j < nodes.count(); ++j) mean += ring[nodes.place(j)] / static_cast<double>(nodes.count());
  double all = 0.0;
  for (const double s : means) all += 2.0 * s * panel;
  BOOST_TEST(mean == density.total() * all / (2.0 * std::numbers::pi), boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(cumulative_density_is_the_integral_and_ends_at_the_total) {
  const DirectionDensity density = rose_with(with_gaps, 0.1);
  const RoseCumulative cumulative(density);
  const std::array<double, 3> xi{0.0, 0.4, 1.0};
  for (std::size_t s = 0; s < 12; ++s) {
    for (const double x : xi) {
      const auto c = [&](std::size_t power) { return cumulative.terms[power * cumulative.stride + s]; };
      const double value = c(0) + x * (c(1) + x * (c(2) + x * c(3)));
      const double to_deg = density.layout().first_edge_deg() + (static_cast<double>(s) + x) * 30.0;
      const double expected = integrate([&](double deg) { return density.per_rad(deg) * kTurnDegree; },
                                        density.layout().first_edge_deg(), to_deg, {.relative = 1e-8, .parts = 48});
      BOOST_TEST(std::abs(value - expected) < 1e-7, "sector " << s << ", " << x);
    }
  }
  BOOST_TEST(cumulative.total == density.total());
}

BOOST_AUTO_TEST_SUITE_END()
