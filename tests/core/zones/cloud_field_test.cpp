// One pass over a grid against the plain sum over every puff, every cell and every moment, and against closed forms.
#include "core/zones/cloud_field.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstring>
#include <vector>

#include "core/grid/parallel.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/gaussian_puff.hpp"
#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kWest = 270.0;  // a wind from the west blows along x
const Weather kAir{.wind_speed_m_s = 3.0, .stability = Stability::D};

PuffSeries turning_release() {
  const Emission emission{{{0.0, 0.5}, {60.0, 1.5}, {200.0, 0.0}}, 3.0, 2.0};
  return {emission, {{0.0, kWest, 3.0, Stability::D}, {100.0, 230.0, 2.0, Stability::E}}, {}};
}

PuffSeries one_puff(double mass_kg) { return {{{}, mass_kg, 1.0}, {{0.0, kWest, 3.0, Stability::D}}, {}}; }

/// What the pass computes, written down plainly for one place.
CloudValues plainly(const PuffSeries& series, Point place, double height, const CloudQuestion& question, double end_s) {
  std::vector<double> times;
  std::vector<double> values;
  for (double t = 0.0; t < end_s; t = series.next_time_s(t)) {
    times.push_back(t);
    values.push_back(series.concentration_kg_m3(place.x, place.y, height, t));
  }
  CloudValues sum{.arrival_s = NAN, .end_s = NAN};
  std::vector<double> dose{0.0};
  for (std::size_t i = 0; i < times.size(); ++i) {
    sum.peak_kg_m3 = std::max(sum.peak_kg_m3, values[i]);
    if (values[i] >= question.threshold_kg_m3) {
      if (std::isnan(sum.arrival_s)) sum.arrival_s = times[i];
      sum.end_s = times[i];
    }
    if (i == 0) continue;
    const double step = times[i] - times[i - 1];
    const double n = question.toxic_exponent;
    sum.toxic_load += 0.5 * step * (std::pow(values[i], n) + std::pow(values[i - 1], n));
    dose.push_back(dose.back() + 0.5 * step * (values[i] + values[i - 1]));
    const double begin = std::max(times[i] - question.window_s, 0.0);
    std::size_t j = 0;
    while (times[j + 1] <= begin) ++j;
    const double share = (begin - times[j]) / (times[j + 1] - times[j]);
    const double since = dose[j] + share * (dose[j + 1] - dose[j]);
    sum.mean_kg_m3 = std::max(sum.mean_kg_m3, (dose[i] - since) / question.window_s);
  }
  sum.dose_kg_s_m3 = dose.back();
  return sum;
}

bool same_bytes(const Raster<float>& a, const Raster<float>& b) {
  return a.data().size() == b.data().size() &&
         std::memcmp(a.data().data(), b.data().data(), a.data().size_bytes()) == 0;
}

bool same_bytes(const CloudField& a, const CloudField& b) {
  bool same = a.heights.size() == b.heights.size();
  for (std::size_t h = 0; same && h < a.heights.size(); ++h) {
    for (const auto member :
         {&CloudRasters::peak_kg_m3, &CloudRasters::arrival_s, &CloudRasters::end_s, &CloudRasters::mean_kg_m3,
          &CloudRasters::dose_kg_s_m3, &CloudRasters::toxic_load, &CloudRasters::window_load}) {
      same = same && same_bytes(a.heights[h].*member, b.heights[h].*member);
    }
  }
  return same;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cloud_field_suite)

BOOST_AUTO_TEST_CASE(is_the_plain_sum_over_puffs_cells_and_moments) {
  const PuffSeries series = turning_release();
  const CloudQuestion question{
      .threshold_kg_m3 = 1e-5, .heights_m = {1.0, 12.0}, .window_s = 60.0, .toxic_exponent = 2.0};
  const GridSpec grid{-100.0, 500.0, 20.0, 70, 40, "EPSG:4549"};
  const CloudField field = cloud_field(series, {0.0, 0.0}, grid, question);
  for (std::size_t h = 0; h < 2; ++h) {
    const CloudRasters& rasters = field.heights[h];
    for (std::int64_t row = 3; row < grid.rows; row += 9) {
      for (std::int64_t column = 1; column < grid.columns; column += 11) {
        const Point place = grid.centre({column, row});
        const CloudValues plain = plainly(series, place, question.heights_m[h], question, 1500.0);
        BOOST_TEST_CONTEXT("height " << h << " at " << place.x << ", " << place.y) {
          // What is left out is weaker than 1e-9 of the threshold for each of some hundred puffs.
          const auto near = [](double left_out) { return 1e-6 * 1e-5 * left_out; };
          const double peak = rasters.peak_kg_m3.at(column, row);
          BOOST_TEST(peak >= plain.peak_kg_m3 * (1.0 - 1e-6) - near(1.0));
          BOOST_TEST(peak <= plain.peak_kg_m3 * 1.02 + near(1.0));
          BOOST_TEST(std::abs(rasters.dose_kg_s_m3.at(column, row) - plain.dose_kg_s_m3) <=
                     2e-6 * plain.dose_kg_s_m3 + near(1500.0));
          BOOST_TEST(std::abs(rasters.mean_kg_m3.at(column, row) - plain.mean_kg_m3) <=
                     2e-6 * plain.mean_kg_m3 + near(1.0));
          BOOST_TEST(std::abs(rasters.toxic_load.at(column, row) - plain.toxic_load) <=
                     2e-6 * plain.toxic_load + 1e-12);
          BOOST_TEST(std::isnan(rasters.arrival_s.at(column, row)) == std::isnan(plain.arrival_s));
          if (std::isnan(plain.arrival_s)) continue;
          BOOST_TEST(rasters.arrival_s.at(column, row) <= plain.arrival_s * (1.0 + 1e-6));
          BOOST_TEST(rasters.end_s.at(column, row) >= plain.end_s * (1.0 - 1e-6));
        }
      }
    }
  }
}

// "Cells outside a puff cost nothing": and they change nothing either.
BOOST_AUTO_TEST_CASE(what_is_left_out_does_not_matter) {
  const PuffSeries series = turning_release();
  const GridSpec grid{-100.0, 500.0, 20.0, 70, 40, "EPSG:4549"};
  const CloudQuestion usual{.threshold_kg_m3 = 1e-5};
  const CloudQuestion all{.threshold_kg_m3 = 1e-60};
  const CloudField skipped = cloud_field(series, {0.0, 0.0}, grid, usual);
  const CloudField visited = cloud_field(series, {0.0, 0.0}, grid, all);
  BOOST_TEST(skipped.work.visited_kernels < visited.work.visited_kernels / 3);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const double with = skipped.heights[0].peak_kg_m3.at(column, row);
      const double without = visited.heights[0].peak_kg_m3.at(column, row);
      BOOST_TEST(std::abs(with - without) <= 1e-6 * 1e-5 + 1e-6 * without);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_for_any_number_of_threads) {
  const PuffSeries series = turning_release();
  const GridSpec grid{-150.0, 300.0, 7.0, 150, 80, "EPSG:4549"};
  const CloudQuestion question{
      .threshold_kg_m3 = 1e-6, .heights_m = {1.0, 5.0}, .window_s = 60.0, .toxic_exponent = 2.75};
  set_threads(1);
  const CloudField one = cloud_field(series, {3.0, 4.0}, grid, question);
  for (const int count : {2, 7}) {
    set_threads(count);
    BOOST_TEST(same_bytes(one, cloud_field(series, {3.0, 4.0}, grid, question)));
  }
}

BOOST_AUTO_TEST_CASE(single_places_agree_with_the_grid) {
  const PuffSeries series = turning_release();
  const GridSpec grid{-100.0, 400.0, 50.0, 24, 16, "EPSG:4549"};
  const CloudQuestion question{
      .threshold_kg_m3 = 1e-5, .heights_m = {1.0, 5.0}, .window_s = 60.0, .toxic_exponent = 2.0};
  std::vector<Point> places;
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) places.push_back(grid.centre({column, row}));
  }
  const CloudField field = cloud_field(series, {0.0, 0.0}, grid, question);
  const std::vector<std::vector<CloudValues>> single = cloud_at(series, {0.0, 0.0}, places, question);
  BOOST_REQUIRE(single.size() == 2U);
  for (std::size_t h = 0; h < 2; ++h) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const double raster = field.heights[h].dose_kg_s_m3.data()[i];
      BOOST_TEST(std::abs(raster - single[h][i].dose_kg_s_m3) <= 1e-6 * raster + 1e-9);
      const double load = field.heights[h].window_load.data()[i];
      BOOST_TEST(std::abs(load - single[h][i].window_load) <= 1e-6 * load + 1e-12);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_puff_s_peak_arrival_end_and_load_are_those_of_the_formula) {
  const PuffSeries series = one_puff(20.0);
  const GaussianPuff puff(20.0, 1.0, kAir);
  const CloudQuestion question{.threshold_kg_m3 = 1e-4, .heights_m = {1.5}, .window_s = 30.0, .toxic_exponent = 2.5};
  const Point place{400.0, 10.0};
  const CloudValues values = cloud_at(series, {0.0, 0.0}, std::span(&place, 1), question)[0][0];
  const auto at = [&](double t) { return puff.concentration_kg_m3(place.x, place.y, 1.5, t); };
  const double peak = puff.peak_kg_m3(place.x, place.y, 1.5);
  BOOST_TEST(values.peak_kg_m3 == peak, tolerance(1e-3));
  const double highest_s = golden_maximum(at, 50.0, 300.0);
  const auto above = [&](double t) { return at(t) - 1e-4; };
  BOOST_TEST(values.arrival_s == brent(above, 50.0, highest_s), tolerance(1e-3));
  BOOST_TEST(values.end_s == brent(above, highest_s, 400.0), tolerance(1e-3));
  const Accuracy fine{.relative = 1e-9, .parts = 200};
  BOOST_TEST(values.dose_kg_s_m3 == integrate(at, 0.0, 1000.0, fine), tolerance(1e-4));
  const auto power = [&](double t) { return std::pow(at(t), 2.5); };
  BOOST_TEST(values.toxic_load == integrate(power, 0.0, 1000.0, fine), tolerance(1e-4));
  const auto window = [&](double begin) { return integrate(at, begin, begin + 30.0, fine); };
  const double begin = golden_maximum(window, highest_s - 40.0, highest_s + 10.0);
  BOOST_TEST(values.mean_kg_m3 == window(begin) / 30.0, tolerance(1e-2));  // windows end at the pass's own moments
}

BOOST_AUTO_TEST_CASE(a_long_release_keeps_the_steady_plume_as_its_worst_mean) {
  const Emission emission{{{0.0, 1.0}, {3600.0, 0.0}}, 0.0, 1.0};
  const PuffSeries series(emission, {{0.0, kWest, 3.0, Stability::D}}, {});
  const GaussianPlume plume({1.0, 1.0}, kAir);
  const CloudQuestion question{.threshold_kg_m3 = 1e-6};
  const std::vector<Point> places{{200.0, 0.0}, {1500.0, 60.0}};
  const std::vector<CloudValues> values = cloud_at(series, {0.0, 0.0}, places, question)[0];
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double steady = plume.concentration_kg_m3(places[i].x, places[i].y, 1.0);
    BOOST_TEST(values[i].mean_kg_m3 == steady, tolerance(0.01));
    BOOST_TEST(values[i].peak_kg_m3 == steady, tolerance(0.01));
    BOOST_TEST(values[i].dose_kg_s_m3 == 3600.0 * steady, tolerance(0.01));
    BOOST_TEST(values[i].toxic_load == values[i].dose_kg_s_m3);
  }
}

// Small changes of the wind are followed in longer steps than large ones; against moments half a second apart.
BOOST_AUTO_TEST_CASE(a_wind_that_turns_little_by_little_is_followed_well_enough) {
  std::vector<WindStep> wind;
  wind.reserve(12);
  for (int i = 0; i < 12; ++i) {
    wind.push_back({30.0 * i, kWest + 4.0 * std::sin(0.9 * i), 3.0 + 0.5 * std::cos(1.7 * i), Stability::D});
  }
  const PuffSeries series({{{0.0, 1.0}, {360.0, 0.0}}, 0.0, 1.0}, wind, {});
  const std::vector<Point> places{{60.0, 2.0}, {150.0, -8.0}, {500.0, 20.0}};
  const CloudQuestion question{.threshold_kg_m3 = 1e-5, .heights_m = {1.0}, .window_s = 60.0, .toxic_exponent = 2.0};
  const std::vector<CloudValues> values = cloud_at(series, {0.0, 0.0}, places, question)[0];
  for (std::size_t i = 0; i < places.size(); ++i) {
    double peak = 0.0;
    double dose = 0.0;
    double load = 0.0;
    for (double t = 0.25; t < 900.0; t += 0.5) {
      const double c = series.concentration_kg_m3(places[i].x, places[i].y, 1.0, t);
      peak = std::max(peak, c);
      dose += 0.5 * c;
      load += 0.5 * c * c;
    }
    BOOST_TEST_CONTEXT("place " << i) {
      BOOST_TEST(values[i].peak_kg_m3 == peak, tolerance(0.02));
      BOOST_TEST(values[i].dose_kg_s_m3 == dose, tolerance(0.005));
      BOOST_TEST(values[i].toxic_load == load, tolerance(0.01));
    }
  }
}

// A raster with one layer, one row or one column gave zeros in silence elsewhere.
BOOST_AUTO_TEST_CASE(one_layer_one_row_and_one_column_are_no_exceptions) {
  const PuffSeries series = one_puff(5.0);
  const CloudQuestion two{.threshold_kg_m3 = 1e-6, .heights_m = {1.0, 4.0}};
  const CloudQuestion one{.threshold_kg_m3 = 1e-6, .heights_m = {4.0}};
  const GridSpec grid{0.0, 100.0, 10.0, 60, 20, "EPSG:4549"};
  const CloudField both = cloud_field(series, {0.0, 0.0}, grid, two);
  const CloudField single = cloud_field(series, {0.0, 0.0}, grid, one);
  const float dose = both.heights[1].dose_kg_s_m3.at(30, 9);
  BOOST_TEST(single.heights[0].dose_kg_s_m3.at(30, 9) == dose, tolerance(1e-5F));
  BOOST_TEST(dose > 0.0F);
  const GridSpec row = cropped(grid, {0, 9, 60, 1});
  const GridSpec column = cropped(grid, {30, 0, 1, 20});
  const CloudField along = cloud_field(series, {0.0, 0.0}, row, one);
  const CloudField across = cloud_field(series, {0.0, 0.0}, column, one);
  BOOST_TEST(along.heights[0].dose_kg_s_m3.at(30, 0) == dose, tolerance(1e-5F));
  BOOST_TEST(across.heights[0].dose_kg_s_m3.at(0, 9) == dose, tolerance(1e-5F));
}

BOOST_AUTO_TEST_CASE(calm_air_reaches_all_around_and_ends) {
  const PuffSeries series({{{0.0, 1.0}, {300.0, 0.0}}, 0.0, 0.5}, {{0.0, 0.0, 0.0, Stability::F}}, {});
  const std::vector<Point> places{{60.0, 0.0}, {-60.0, 0.0}, {0.0, 60.0}, {0.0, 0.0}};
  const std::vector<CloudValues> values =
      cloud_at(series, {0.0, 0.0}, places, {.threshold_kg_m3 = 1e-6, .heights_m = {1.0}})[0];
  for (const CloudValues& value : values) {
    BOOST_TEST(std::isfinite(value.peak_kg_m3));
    BOOST_TEST(value.peak_kg_m3 > 0.0);
    BOOST_TEST(value.end_s > value.arrival_s);
  }
  BOOST_TEST(values[0].dose_kg_s_m3 == values[1].dose_kg_s_m3, tolerance(1e-9));
  BOOST_TEST(values[0].dose_kg_s_m3 == values[2].dose_kg_s_m3, tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(where_the_cloud_never_comes_there_is_nothing) {
  const PuffSeries series = one_puff(5.0);
  const Point upwind{-400.0, 0.0};
  const CloudValues values = cloud_at(series, {0.0, 0.0}, std::span(&upwind, 1), {.threshold_kg_m3 = 1e-6})[0][0];
  BOOST_TEST(values.peak_kg_m3 == 0.0);
  BOOST_TEST(values.dose_kg_s_m3 == 0.0);
  BOOST_TEST(std::isnan(values.arrival_s));
  BOOST_TEST(std::isnan(values.end_s));
  BOOST_TEST(cloud_at(series, {0.0, 0.0}, {}, {.threshold_kg_m3 = 1e-6}).front().empty());
}

// A place that the wind has left sees the cloud come back when it turns.
BOOST_AUTO_TEST_CASE(a_cloud_that_comes_back_is_not_forgotten) {
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt};
  const PuffSeries series({{}, 10.0, 0.0}, {{0.0, kWest, 4.0, Stability::D}, {200.0, 90.0, 4.0, Stability::D}}, {},
                          options);
  const Point place{100.0, 0.0};
  const CloudValues values = cloud_at(series, {0.0, 0.0}, std::span(&place, 1), {.threshold_kg_m3 = 1e-7})[0][0];
  BOOST_TEST(values.arrival_s < 30.0);
  BOOST_TEST(values.end_s > 375.0);  // 800 m out, 700 m back
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_all_at_once) {
  const PuffSeries series = one_puff(5.0);
  const CloudQuestion bad{.threshold_kg_m3 = 0.0, .heights_m = {-1.0}, .window_s = -5.0, .toxic_exponent = 0.0};
  const GridSpec grid{0.0, 100.0, 10.0, 4, 4, "EPSG:4549"};
  try {
    static_cast<void>(cloud_field(series, {0.0, 0.0}, grid, bad));
    BOOST_FAIL("an impossible question was accepted");
  } catch (const ModelError& error) {
    BOOST_TEST(error.diagnostics().size() == 4U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
