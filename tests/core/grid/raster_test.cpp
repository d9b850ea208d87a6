#include "core/grid/raster.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>

namespace {
using sise::Raster;
using sise::RasterView;

Raster<int> counted(std::int64_t columns, std::int64_t rows) {
  Raster<int> raster(columns, rows);
  std::iota(raster.data().begin(), raster.data().end(), 0);
  return raster;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(raster)

BOOST_AUTO_TEST_CASE(rows_are_stored_one_after_the_other) {
  const Raster<int> raster = counted(4, 3);
  BOOST_TEST(raster.at(0, 0) == 0);
  BOOST_TEST(raster.at(3, 0) == 3);
  BOOST_TEST(raster.at(0, 1) == 4);
  BOOST_TEST(raster.row(2)[1] == 9);
  BOOST_TEST(raster.row(2).size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_window_sees_and_changes_the_owner) {
  Raster<int> raster = counted(4, 3);
  const RasterView<int> window = raster.view().window(1, 1, 2, 2);
  BOOST_TEST(window.at(0, 0) == 5);
  BOOST_TEST(window.at(1, 1) == 10);
  window.at(1, 1) = -1;
  BOOST_TEST(raster.at(2, 2) == -1);
  const RasterView<const int> reading = window;
  BOOST_TEST(reading.at(1, 1) == -1);
  BOOST_TEST(reading.stride() == 4);
}

BOOST_AUTO_TEST_CASE(a_window_of_a_window_is_relative_to_it) {
  Raster<int> raster = counted(5, 5);
  BOOST_TEST(raster.view().window(1, 1, 4, 4).window(2, 1, 2, 2).at(0, 0) == raster.at(3, 2));
}

BOOST_AUTO_TEST_CASE(windows_beyond_the_raster_are_refused) {
  Raster<int> raster(4, 3);
  BOOST_CHECK_THROW((void)raster.view().window(2, 0, 3, 1), std::out_of_range);
  BOOST_CHECK_THROW((void)raster.view().window(-1, 0, 1, 1), std::out_of_range);
  BOOST_CHECK_NO_THROW((void)raster.view().window(4, 3, 0, 0));
}

BOOST_AUTO_TEST_CASE(impossible_shapes_are_refused) {
  BOOST_CHECK_THROW(Raster<double>(-1, 3), std::invalid_argument);
  BOOST_CHECK_THROW(RasterView<double>(nullptr, 4, 1, 3), std::invalid_argument);
}

// In a release build the checks are compiled out on purpose; there is then nothing to observe.
BOOST_AUTO_TEST_CASE(debug_builds_check_every_index, *boost::unit_test::enable_if<sise::raster_bounds_checked>()) {
  Raster<int> raster(4, 3);
  BOOST_CHECK_THROW((void)raster.at(4, 0), std::out_of_range);
  BOOST_CHECK_THROW((void)raster.at(0, 3), std::out_of_range);
  BOOST_CHECK_THROW((void)raster.at(-1, 0), std::out_of_range);
  BOOST_CHECK_THROW((void)raster.row(3), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
