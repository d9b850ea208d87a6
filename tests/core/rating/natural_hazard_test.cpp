// Classes of natural hazards: worked cases of a census's methods.
#include <array>
#include <boost/test/unit_test.hpp>
#include <map>
#include <numeric>

#include "core/rating/natural_hazard.hpp"

using namespace sise;

namespace {

NaturalHazardRules census() {
  NaturalHazardRules rules;
  rules.sigmas = {1.0, 0.5, -0.5};
  rules.percentiles = {60.0, 80.0, 90.0, 95.0};
  return rules;
}

}  // namespace

BOOST_AUTO_TEST_CASE(mu_sigma) {
  const std::vector<double> values{10, 20, 30, 40, 100};
  const auto limits = spread_limits(values, census());
  BOOST_REQUIRE(limits.has_value());
  BOOST_TEST(limits->mean == 40.0);
  BOOST_TEST(limits->deviation == 31.6228, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(limits->at_least[0] == 71.62, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(limits->at_least[1] == 55.81, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(limits->at_least[2] == 24.19, boost::test_tools::tolerance(1e-4));
  using H = NaturalClass;
  const std::vector<H> expected{H::low, H::low, H::rather_low, H::rather_low, H::high};
  for (std::size_t i = 0; i < values.size(); ++i) BOOST_TEST((class_by_spread(values[i], *limits) == expected[i]));
  BOOST_TEST(!spread_limits(std::vector<double>{7, 7, 7}, census()).has_value());
}

BOOST_AUTO_TEST_CASE(percentile) {
  std::vector<double> values(20);
  std::iota(values.rbegin(), values.rend(), 1.0);
  const auto cuts = percentile_cuts(values, census().percentiles);
  const std::array<double, 4> expected{12.4, 16.2, 18.1, 19.05};
  for (std::size_t i = 0; i < cuts.size(); ++i) BOOST_TEST(cuts[i] == expected[i], boost::test_tools::tolerance(1e-12));
  std::map<NaturalClass, int> counts;
  for (const double value : values) ++counts[class_by_cuts(value, cuts)];
  using H = NaturalClass;
  BOOST_TEST((counts ==
              std::map<H, int>{{H::low, 12}, {H::rather_low, 4}, {H::medium, 2}, {H::rather_high, 1}, {H::high, 1}}));
  BOOST_TEST(percentile_cuts(std::vector<double>{3.0}, census().percentiles)[3] == 3.0);
}

BOOST_AUTO_TEST_CASE(several_hazards_by_the_worst_and_by_weights) {
  using H = NaturalClass;
  const std::vector<H> classes{H::rather_low, H::rather_high, H::medium};  // 2, 4, 3
  BOOST_TEST((worst(worst(classes[0], classes[1]), classes[2]) == H::rather_high));
  BOOST_TEST((weighted_class(classes, std::vector<double>{0.3, 0.4, 0.3}) == H::medium));       // 3.1
  BOOST_TEST((weighted_class(classes, std::vector<double>{0.1, 0.6, 0.3}) == H::rather_high));  // 3.5, half up
  BOOST_TEST((weighted_class(std::vector<H>{H::high, H::unknown}, std::vector<double>{0.5, 0.5}) == H::unknown));
}

BOOST_AUTO_TEST_CASE(classes_in_words_and_no_codes) {
  using H = NaturalClass;
  const std::map<std::string, H> words{{"高", H::high},         {"高风险", H::high},  {"较高风险等级", H::rather_high},
                                       {"中", H::medium},       {"中等", H::medium},  {"中等危险区", H::medium},
                                       {"较低", H::rather_low}, {"低风险区", H::low}, {"rather low", H::rather_low}};
  for (const auto& [word, hazard] : words) BOOST_TEST((natural_class_in_words(word) == std::optional(hazard)), word);
  for (const char* code : {"1", "5", "I", "A", "", "红"}) BOOST_TEST(!natural_class_in_words(code).has_value(), code);
}
