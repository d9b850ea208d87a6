// Sources beyond a bare point, and what is lost on the way: limits, balances, closed forms.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "models/base/error.hpp"
#include "models/dispersion/source_plume.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

const Weather kSourceWeather{.wind_speed_m_s = 3.0, .stability = Stability::D};
const PlumeSource kLow{0.1, 2.0};

SourcePlume plume_of_source(const SourceShape& shape, const ColumnDetails& details = {},
                            const PlumeSource& source = kLow, const Weather& weather = kSourceWeather,
                            const PlumeOptions& options = {}) {
  return {source, weather, options, details, shape};
}

double at(const SourcePlume& p, double x, double y = 0.0, double z = 1.0) { return p.concentration_kg_m3(x, y, z); }

/// What lies on the ground between the source and x, from the concentrations themselves.
double deposited_kg_s(const SourcePlume& p, double velocity_m_s, double x_m) {
  const auto strip = [&](double x) {
    const double reach = 9.0 * p.column().sigma_y_m(x);
    const auto across = [&](double y) { return p.concentration_kg_m3(x, y, 0.0); };
    return integrate(across, -reach, reach, {.relative = 1e-9, .parts = 8});
  };
  double sum = 0.0;
  double from = 0.0;
  for (double to = 1.0; from < x_m; to *= 2.0) {
    const double end = std::min(to, x_m);
    sum += integrate(strip, from, end, {.relative = 1e-8, .parts = 2});
    from = end;
  }
  return velocity_m_s * sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source_plume)

BOOST_AUTO_TEST_CASE(without_details_it_is_the_plain_plume) {
  for (const Stability stability : {Stability::A, Stability::BC, Stability::D, Stability::F}) {
    for (const auto wind : {TransportWind::profile, TransportWind::release_height, TransportWind::as_given}) {
      for (const std::optional<double> lid : {std::optional<double>(), std::optional<double>(300.0)}) {
        const Weather weather{.wind_speed_m_s = 2.0, .stability = stability, .mixing_height_m = lid};
        const PlumeOptions options{.sigma = SigmaSet::pasquill_gifford, .transport_wind = wind};
        const GaussianPlume plain(kLow, weather, options);
        const SourcePlume same = plume_of_source({}, {}, kLow, weather, options);
        for (const double x : {-10.0, 0.5, 30.0, 700.0, 20000.0}) {
          BOOST_TEST(same.concentration_kg_m3(x, 4.0, 1.5) == plain.concentration_kg_m3(x, 4.0, 1.5), tolerance(1e-11));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_endless_crosswind_line_has_a_closed_form) {
  // C = 2 q/(sqrt(2 pi) u sigma_z) per metre of line, a ground-level source and receptor.
  const PlumeOptions given{.transport_wind = TransportWind::as_given};
  const double length = 1e6;
  const SourcePlume line = plume_of_source({length, 0.0, 90.0}, {}, {0.1 * length, 0.0}, kSourceWeather, given);
  for (const double x : {10.0, 200.0, 3000.0}) {
    const double closed = 2.0 * 0.1 / (std::sqrt(2.0 * std::numbers::pi) * 3.0 * line.column().sigma_z_m(x));
    BOOST_TEST(at(line, x, 0.0, 0.0) == closed, tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(a_line_far_away_is_a_point) {
  for (const double angle : {0.0, 35.0, 90.0, 160.0}) {
    BOOST_TEST(at(plume_of_source({20.0, 0.0, angle}), 8000.0, 50.0) == at(plume_of_source({}), 8000.0, 50.0),
               tolerance(5e-3));
  }
}

BOOST_AUTO_TEST_CASE(two_half_lines_are_the_line) {
  for (const double angle : {0.0, 30.0, 75.0, 90.0, 135.0}) {
    const double radians = angle * std::numbers::pi / 180.0;
    const double dx = 50.0 * std::cos(radians);
    const double dy = 50.0 * std::sin(radians);
    const SourcePlume whole = plume_of_source({200.0, 0.0, angle});
    const SourcePlume half = plume_of_source({100.0, 0.0, angle}, {}, {0.05, 2.0});
    for (const double x : {20.0, 150.0, 900.0}) {
      const double halves = at(half, x - dx, 10.0 - dy) + at(half, x + dx, 10.0 + dy);
      BOOST_TEST(at(whole, x, 10.0) == halves, tolerance(2e-3));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_oblique_line_is_the_integral_of_points) {
  const SourcePlume point = plume_of_source({});
  for (const double angle : {10.0, 45.0, 89.0, 120.0}) {
    const SourcePlume line = plume_of_source({300.0, 0.0, angle});
    const double c = std::cos(angle * std::numbers::pi / 180.0);
    const double s = std::sin(angle * std::numbers::pi / 180.0);
    for (const double x : {60.0, 400.0}) {
      const auto f = [&](double t) { return at(point, x - t * c, 5.0 - t * s); };
      const double whole = integrate(f, -150.0, 150.0, {.relative = 1e-7, .parts = 512}) / 300.0;
      BOOST_TEST(at(line, x, 5.0) == whole, tolerance(2e-3));
    }
  }
}

BOOST_AUTO_TEST_CASE(turning_the_line_over_mirrors_the_cloud) {
  BOOST_TEST(
      at(plume_of_source({100.0, 0.0, 30.0}), 200.0, 12.0) == at(plume_of_source({100.0, 0.0, -30.0}), 200.0, -12.0),
      tolerance(1e-9));
  BOOST_TEST(
      at(plume_of_source({100.0, 0.0, 30.0}), 200.0, 12.0) == at(plume_of_source({100.0, 0.0, 210.0}), 200.0, 12.0),
      tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_narrow_area_is_a_line_and_a_small_one_a_point) {
  for (const double angle : {20.0, 90.0}) {
    BOOST_TEST(
        at(plume_of_source({80.0, 0.02, angle}), 150.0, 6.0) == at(plume_of_source({80.0, 0.0, angle}), 150.0, 6.0),
        tolerance(2e-3));
  }
  BOOST_TEST(at(plume_of_source({1.0, 1.0, 0.0}), 5000.0) == at(plume_of_source({}), 5000.0), tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(four_quarters_are_the_area) {
  const SourcePlume whole = plume_of_source({100.0, 60.0, 0.0});
  const SourcePlume quarter = plume_of_source({50.0, 30.0, 0.0}, {}, {0.025, 2.0});
  for (const double x : {-20.0, 10.0, 45.0, 120.0, 1000.0}) {  // outside, inside, beyond
    double sum = 0.0;
    for (const double sx : {-25.0, 25.0}) {
      for (const double sy : {-15.0, 15.0}) sum += at(quarter, x - sx, 7.0 - sy);
    }
    BOOST_TEST(at(whole, x, 7.0) == sum, tolerance(1e-5));
  }
}

BOOST_AUTO_TEST_CASE(an_areas_mass_flow_is_its_rate) {
  // u times the integral of C over a plane across the wind, downwind of everything.
  const PlumeOptions given{.transport_wind = TransportWind::as_given};
  const SourcePlume area = plume_of_source({100.0, 40.0, 25.0}, {}, kLow, kSourceWeather, given);
  const auto strip = [&](double z) {
    return integrate([&](double y) { return at(area, 400.0, y, z); }, -400.0, 400.0, {.relative = 1e-7, .parts = 8});
  };
  BOOST_TEST(3.0 * integrate(strip, 0.0, 300.0, {.relative = 1e-6, .parts = 8}) == 0.1, tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(a_volume_has_its_own_sigma_at_the_source) {
  const ColumnDetails details{.initial_sigma_y_m = 12.0, .initial_sigma_z_m = 5.0};
  const SourcePlume volume = plume_of_source({}, details);
  BOOST_TEST(volume.column().sigma_y_m(0.0) == 12.0, tolerance(1e-10));
  BOOST_TEST(volume.column().sigma_z_m(0.0) == 5.0, tolerance(1e-10));
  BOOST_TEST(at(volume, 50.0) < at(plume_of_source({}), 50.0));
  BOOST_TEST(at(volume, 100000.0) == at(plume_of_source({}), 100000.0), tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(what_is_missing_in_the_air_lies_on_the_ground) {
  for (const Stability stability : {Stability::B, Stability::D, Stability::F}) {
    for (const auto wind : {TransportWind::profile, TransportWind::as_given}) {
      ColumnDetails details;
      details.deposition_velocity_m_s = 0.02;
      const Weather weather{.wind_speed_m_s = 2.0, .stability = stability};
      const SourcePlume p = plume_of_source({}, details, {1.0, 5.0}, weather, {.transport_wind = wind});
      for (const double x : {100.0, 3000.0}) {
        BOOST_TEST(1.0 - p.column().remaining(x) == deposited_kg_s(p, 0.02, x), tolerance(1e-6));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(deposition_under_a_lid_and_from_a_rising_plume_balances_too) {
  ColumnDetails details;
  details.deposition_velocity_m_s = 0.05;
  details.stack = StackGas{1.0, 8.0, 350.0};
  const Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::C, .mixing_height_m = 400.0};
  const SourcePlume p = plume_of_source({}, details, {1.0, 20.0}, weather);
  BOOST_TEST(1.0 - p.column().remaining(4000.0) == deposited_kg_s(p, 0.05, 4000.0), tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(half_is_gone_after_the_half_life) {
  ColumnDetails details;
  details.half_life_s = 200.0;
  const SourcePlume p = plume_of_source({}, details, kLow, kSourceWeather, {.transport_wind = TransportWind::as_given});
  BOOST_TEST(p.column().remaining(600.0) == 0.5, tolerance(1e-8));
  BOOST_TEST(p.column().remaining(1200.0) == 0.25, tolerance(1e-8));
  BOOST_TEST(
      at(p, 600.0) ==
          0.5 * at(plume_of_source({}, {}, kLow, kSourceWeather, {.transport_wind = TransportWind::as_given}), 600.0),
      tolerance(1e-8));
}

BOOST_AUTO_TEST_CASE(losses_only_take_away_and_never_more_than_there_is) {
  ColumnDetails details;
  details.deposition_velocity_m_s = 0.1;
  details.half_life_s = 3600.0;
  const SourcePlume p = plume_of_source({}, details);
  double before = 1.0;
  for (double x = 1.0; x < 1e6; x *= 3.0) {
    const double left = p.column().remaining(x);
    BOOST_TEST(left <= before);
    BOOST_TEST(left > 0.0);
    before = left;
  }
}

BOOST_AUTO_TEST_CASE(a_rising_plume_is_the_plain_one_at_its_effective_height) {
  ColumnDetails details;
  details.stack = StackGas{2.0, 20.0, 420.0};
  const PlumeOptions given{.transport_wind = TransportWind::as_given};
  const PlumeSource stack{0.5, 60.0};
  const SourcePlume p = plume_of_source({}, details, stack, kSourceWeather, given);
  for (const double x : {50.0, 400.0, 5000.0}) {
    const double height = p.column().height_m(x);
    BOOST_TEST(height > 60.0);
    BOOST_TEST(at(p, x) == GaussianPlume({0.5, height}, kSourceWeather, given).concentration_kg_m3(x, 0.0, 1.0),
               tolerance(1e-11));
  }
}

BOOST_AUTO_TEST_CASE(the_farthest_distance_gives_the_value_back) {
  ColumnDetails details;
  details.deposition_velocity_m_s = 0.01;
  const SourcePlume p = plume_of_source({120.0, 0.0, 90.0}, details);
  const auto far = farthest_distance_m(p, 1e-7, 1.0);
  BOOST_REQUIRE(far.has_value());
  BOOST_TEST(at(p, *far) == 1e-7, tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused) {
  const Weather calm{.wind_speed_m_s = 0.3, .stability = Stability::F};
  BOOST_CHECK_THROW(plume_of_source({10.0, 0.0, 90.0}, {}, kLow, calm), ModelError);
  BOOST_CHECK_THROW(plume_of_source({0.0, 5.0, 90.0}), ModelError);
  BOOST_CHECK_THROW(plume_of_source({-1.0, 0.0, 90.0}), ModelError);
  ColumnDetails stack;
  stack.stack = StackGas{2.0, 20.0, 420.0};
  BOOST_CHECK_THROW(plume_of_source({10.0, 0.0, 90.0}, stack), ModelError);
  const Weather lid{.wind_speed_m_s = 1.0, .stability = Stability::D, .mixing_height_m = 80.0};
  BOOST_CHECK_THROW(plume_of_source({}, stack, {0.1, 60.0}, lid), ModelError);
  ColumnDetails negative;
  negative.deposition_velocity_m_s = -0.1;
  BOOST_CHECK_THROW(plume_of_source({}, negative), ModelError);
  ColumnDetails huge;
  huge.initial_sigma_z_m = 1e9;
  BOOST_CHECK_THROW(plume_of_source({}, huge), ModelError);
  BOOST_TEST(std::isnan(at(plume_of_source({}), std::nan(""))));
  BOOST_TEST(std::isnan(at(plume_of_source({}), 10.0, 0.0, -1.0)));
}

BOOST_AUTO_TEST_SUITE_END()
