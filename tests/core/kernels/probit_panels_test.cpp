#include "core/kernels/probit_panels.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;

namespace {

std::vector<double> means_of(const std::vector<float>& levels, double offset, double slope, const ProbitCut& cut = {}) {
  std::vector<double> sums(levels.size() - 1, 0.0);
  add_panel_means(levels, offset, slope, 1.0, cut, sums);
  return sums;
}

double integrated(double from, double to, double cut_probability = 0.0) {
  const auto death = [&](double t) {
    const double p = normal_cdf(from + t * (to - from));
    return p >= cut_probability ? p - cut_probability : 0.0;
  };
  return integrate(death, 0.0, 1.0, {.relative = 1e-11, .parts = 64});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(probit_panels)

BOOST_AUTO_TEST_CASE(means_over_flat_and_steep_panels_in_both_tails) {
  const std::vector<float> levels{9.0F, 8.99F, 8.0F, 3.0F, 2.9999F, 0.0F, -0.001F, -4.0F, -7.5F, -7.6F, -12.0F, -60.0F};
  const std::vector<double> means = means_of(levels, 0.0, 1.0);
  for (std::size_t k = 0; k < means.size(); ++k) {
    const double expected = integrated(static_cast<double>(levels[k]), static_cast<double>(levels[k + 1]));
    BOOST_TEST(means[k] == expected, boost::test_tools::tolerance(2e-7));
  }
}

BOOST_AUTO_TEST_CASE(offset_slope_and_factor) {
  const std::vector<float> levels{1.0F, 0.5F, -0.25F};
  std::vector<double> sums{1.0, 2.0};
  add_panel_means(levels, -0.7, 2.5, 3.0, {}, sums);
  BOOST_TEST(sums[0] == 1.0 + 3.0 * integrated(1.8, 0.55), boost::test_tools::tolerance(1e-8));
  BOOST_TEST(sums[1] == 2.0 + 3.0 * integrated(0.55, -1.325), boost::test_tools::tolerance(1e-8));
}

BOOST_AUTO_TEST_CASE(a_panel_is_the_same_in_every_batch) {
  std::vector<float> levels;
  for (int i = 0; i <= 150; ++i) levels.push_back(4.0F - 0.07F * static_cast<float>(i));
  const std::vector<double> whole = means_of(levels, 0.0, 1.0);
  for (std::size_t k = 0; k < whole.size(); ++k) {
    BOOST_TEST(means_of({levels[k], levels[k + 1]}, 0.0, 1.0).front() == whole[k]);
  }
}

BOOST_AUTO_TEST_CASE(a_cut_off_leaves_what_rises_above_it) {
  const ProbitCut cut = probit_cut(0.01);
  const std::vector<float> levels{3.0F, -1.0F, -2.0F, -2.6F, -5.0F};
  const std::vector<double> means = means_of(levels, 0.0, 1.0, cut);
  for (std::size_t k = 0; k < means.size(); ++k) {
    const double expected = integrated(static_cast<double>(levels[k]), static_cast<double>(levels[k + 1]), 0.01);
    BOOST_TEST(std::abs(means[k] - expected) < 1e-6, "panel " << k);
  }
  BOOST_TEST(means.back() == 0.0);
  BOOST_TEST(means_of(levels, 0.0, 1.0, probit_cut(1.0)).front() == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
