#include "core/criteria/class_scheme.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

using namespace sise;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

ClassScheme small_scheme() {
  ClassScheme scheme;
  scheme.classes = {{.lower = 10.0, .upper = kInfinity, .code = 1, .id = "red"},
                    {.lower = 3.0, .upper = 10.0, .code = 2, .id = "orange"},
                    {.lower = -kInfinity, .upper = 3.0, .code = 4, .id = "blue"}};
  return scheme;
}

std::string class_of(double value) {
  const ClassScheme scheme = small_scheme();
  const SchemeClass* c = scheme.of(value);
  return c == nullptr ? "" : c->id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(class_scheme)

BOOST_AUTO_TEST_CASE(a_bound_belongs_to_the_milder_class) {
  BOOST_TEST(class_of(10.0) == "orange");
  BOOST_TEST(class_of(10.0 * (1.0 + 1e-10)) == "orange");
  BOOST_TEST(class_of(10.0 * (1.0 + 1e-8)) == "red");
  BOOST_TEST(class_of(3.0) == "blue");
  BOOST_TEST(class_of(3.1) == "orange");
}

BOOST_AUTO_TEST_CASE(every_number_has_a_class_and_nan_has_none) {
  BOOST_TEST(class_of(0.0) == "blue");
  BOOST_TEST(class_of(-5.0) == "blue");
  BOOST_TEST(class_of(kInfinity) == "red");
  BOOST_TEST(class_of(std::numeric_limits<double>::quiet_NaN()).empty());
}

BOOST_AUTO_TEST_CASE(classes_by_code_and_id) {
  const ClassScheme scheme = small_scheme();
  BOOST_TEST(scheme.by_code(2)->id == "orange");
  BOOST_TEST(scheme.by_code(0) == nullptr);
  BOOST_TEST(scheme.by_code(3) == nullptr);
  BOOST_TEST(scheme.by_id("blue")->code == 4);
}

BOOST_AUTO_TEST_CASE(colours_as_text) { BOOST_TEST(hex_colour({227, 38, 3}) == "#e32603"); }

BOOST_AUTO_TEST_SUITE_END()
