#define BOOST_TEST_MODULE sise
#include <boost/test/unit_test.hpp>
