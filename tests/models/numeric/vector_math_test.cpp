// The library's elementary functions against long double, and their independence of the batch.
#include "models/numeric/vector_math.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace sise;

namespace {

double ulps(double got, long double expected) {
  const double rounded = static_cast<double>(expected);
  const double unit = std::nextafter(std::abs(rounded), INFINITY) - std::abs(rounded);
  return static_cast<double>(std::abs(static_cast<long double>(got) - expected)) / unit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vector_math)

BOOST_AUTO_TEST_CASE(exp_within_two_ulps) {
  std::vector<double> x;
  for (double v = -708.0; v < 706.0; v += 0.00731) x.push_back(v);
  std::vector<double> out(x.size());
  exp_of(x, out);
  double worst = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    worst = std::max(worst, ulps(out[i], std::exp(static_cast<long double>(x[i]))));
  BOOST_TEST(worst < 2.0);
}

BOOST_AUTO_TEST_CASE(exp_far_below_is_zero) {
  const std::vector<double> x{-1000.5, -1e5, -1e300, -INFINITY, 0.0};
  std::vector<double> out(x.size());
  exp_of(x, out);
  BOOST_TEST(out == (std::vector<double>{0.0, 0.0, 0.0, 0.0, 1.0}));
}

BOOST_AUTO_TEST_CASE(log_within_four_ulps) {
  std::vector<double> x;
  for (double v = 1e-300; v < 1e300; v *= 1.0137) x.push_back(v);
  for (double v = 0.5; v < 2.0; v += 1.03e-4) x.push_back(v);
  std::vector<double> out(x.size());
  log_of(x, out);
  double worst = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != 1.0) worst = std::max(worst, ulps(out[i], std::log(static_cast<long double>(x[i]))));
  }
  BOOST_TEST(worst < 4.0);
}

BOOST_AUTO_TEST_CASE(erfc_within_a_billionth_of_its_value) {
  std::vector<double> x;
  for (double v = 0.0; v < 26.0; v += 0.00317) x.push_back(v);
  std::vector<double> out(x.size());
  erfc_of(x, out);
  double worst = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) worst = std::max(worst, std::abs(out[i] / std::erfc(x[i]) - 1.0));
  BOOST_TEST(worst < 1e-9);
  const std::vector<double> far{26.0, 40.0, 1e300};
  std::vector<double> there(far.size());
  erfc_of(far, there);
  BOOST_TEST((there[0] == there[1] && there[1] == there[2] && there[0] > 0.0));
}

BOOST_AUTO_TEST_CASE(any_split_gives_the_same_bytes) {
  std::vector<double> x;
  for (int i = 0; i < 101; ++i) x.push_back(0.01 + 0.37 * i);
  std::vector<double> log_whole(x.size());
  std::vector<double> exp_whole(x.size());
  log_of(x, log_whole);
  exp_of(x, exp_whole);
  std::vector<double> erfc_whole(x.size());
  erfc_of(x, erfc_whole);
  for (std::size_t i = 0; i < x.size(); ++i) {
    double one = 0.0;
    log_of({&x[i], 1}, {&one, 1});
    BOOST_TEST(std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(log_whole[i]));
    exp_of({&x[i], 1}, {&one, 1});
    BOOST_TEST(std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(exp_whole[i]));
    erfc_of({&x[i], 1}, {&one, 1});
    BOOST_TEST(std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(erfc_whole[i]));
  }
}

BOOST_AUTO_TEST_SUITE_END()
