// Rows of the metric table printed in Swisdak 1994 (scaled distance, arrival, incident and reflected pressure, duration,
// incident and reflected impulse, shock speed), for 1 kg.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "models/explosion/tnt.hpp"

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Row {
  double z;
  double arrival_ms;
  double incident_kPa;
  double reflected_kPa;
  double duration_ms;
  double impulse_kPa_ms;
  double reflected_impulse_kPa_ms;
  double speed_km_s;
};

constexpr std::array<Row, 26> kRows{{
    {0.2, 0.037, 17310.36, 185301, 0.243, 369.5, 10520, 3.962}, {0.3, 0.066, 10180, 97546, 0.222, 215.7, 5285, 3.098},
    {0.5, 0.143, 4888, 39422, 0.281, 166.2, 2371, 2.178},       {0.7, 0.250, 2744, 19624, 0.548, 183.4, 1449, 1.658},
    {0.9, 0.387, 1684, 10746, 1.211, 223.9, 1021, 1.322},       {1, 0.467, 1354, 8152, 1.720, 236.3, 884.7, 1.196},
    {1.5, 0.989, 551.4, 2511, 2.148, 177.4, 520.7, 0.808},      {2, 1.693, 283.7, 1058, 2.053, 134.6, 363.8, 0.623},
    {2.5, 2.557, 171.3, 547.3, 2.305, 107.5, 278, 0.532},       {3, 3.546, 115.7, 330.7, 2.819, 92.70, 224.3, 0.480},
    {4, 5.785, 64.89, 162.6, 3.436, 72.42, 161.2, 0.425},       {5, 8.242, 43.23, 100.9, 3.793, 59.31, 125.6, 0.398},
    {6, 10.82, 31.81, 71.37, 4.048, 50.19, 102.7, 0.383},       {8, 16.18, 20.42, 44.05, 4.445, 38.35, 75.25, 0.368},
    {10, 21.66, 14.89, 31.54, 4.779, 31.04, 59.33, 0.361},      {12, 27.21, 11.67, 24.43, 5.074, 26.07, 48.93, 0.357},
    {15, 35.64, 8.758, 18.11, 5.452, 21.02, 38.72, 0.353},      {20, 49.93, 6.102, 12.44, 5.940, 15.89, 28.67, 0.349},
    {24, 61.54, 4.871, 9.802, 6.238, 13.29, 23.70, 0.347},      {30, 79.07, 3.559, 7.261, 6.601, 10.65, 18.76, 0.345},
    {36, 96.44, 2.754, 5.602, 6.932, 8.818, 15.49, 0.344},      {40, 107.8, 2.375, 4.775, 7.162, 7.885, 13.85, 0.344},
    {50, kNone, 1.735, kNone, kNone, 6.221, kNone, kNone},      {80, kNone, 0.896, kNone, kNone, 3.776, kNone, kNone},
    {120, kNone, 0.506, kNone, kNone, 2.455, kNone, kNone},     {160, kNone, 0.338, kNone, kNone, kNone, kNone, kNone},
}};

/// Half a unit of the last digit printed: three decimals below 10, else four figures.
double half_digit(double printed) {
  if (printed < 10.0) return 0.0005;
  if (printed < 100.0) return 0.005;
  return printed < 1000.0 ? 0.05 : 0.5;
}

void check(double computed, double printed) {
  if (std::isnan(printed)) {
    BOOST_TEST(std::isnan(computed));
    return;
  }
  BOOST_TEST(std::abs(computed - printed) <= std::max(0.002 * printed, half_digit(printed)),
             computed << " differs from the printed " << printed);
}

}  // namespace

BOOST_AUTO_TEST_CASE(swisdak_1994_metric_table) {
  for (const Row& row : kRows) {
    BOOST_TEST_CONTEXT("Z = " << row.z) {
      const sise::BlastValue v = sise::blast_value(sise::BlastCurve::swisdak_hemispherical, 1.0, row.z);
      check(v.arrival_s * 1e3, row.arrival_ms);
      check(v.overpressure_pa / 1e3, row.incident_kPa);
      check(v.reflected_overpressure_pa / 1e3, row.reflected_kPa);
      check(v.duration_s * 1e3, row.duration_ms);
      check(v.impulse_pa_s, row.impulse_kPa_ms);
      check(v.reflected_impulse_pa_s, row.reflected_impulse_kPa_ms);
      check(v.shock_speed_m_s / 1e3, row.speed_km_s);
    }
  }
}

BOOST_AUTO_TEST_CASE(swisdak_scales_with_the_cube_root_of_the_charge) {
  const auto curve = sise::BlastCurve::swisdak_hemispherical;
  const sise::BlastValue one = sise::blast_value(curve, 1.0, 5.0);
  const sise::BlastValue thousand = sise::blast_value(curve, 1000.0, 50.0);
  BOOST_TEST(thousand.overpressure_pa == one.overpressure_pa, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(thousand.shock_speed_m_s == one.shock_speed_m_s, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(thousand.arrival_s == 10.0 * one.arrival_s, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(thousand.impulse_pa_s == 10.0 * one.impulse_pa_s, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(swisdak_ends_at_its_published_edges) {
  const auto at = [](double z) { return sise::overpressure_pa(sise::BlastCurve::swisdak_hemispherical, 1.0, z); };
  BOOST_TEST(std::isnan(at(0.199)));
  BOOST_TEST(!std::isnan(at(0.2)));
  BOOST_TEST(!std::isnan(at(198.5)));
  BOOST_TEST(std::isnan(at(198.6)));
}
