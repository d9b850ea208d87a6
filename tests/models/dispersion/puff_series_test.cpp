// A row of puffs against the steady plume, the finite release, and itself.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numeric>
#include <optional>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_puff.hpp"
#include "models/dispersion/puff_series.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kWest = 270.0;  // a wind from the west blows along x

Emission steady_for(double seconds, double rate_kg_s, double height_m = 0.0) {
  return {{{0.0, rate_kg_s}, {seconds, 0.0}}, 0.0, height_m};
}

double mass(const std::vector<Puff>& puffs) {
  return std::accumulate(puffs.begin(), puffs.end(), 0.0, [](double sum, const Puff& p) { return sum + p.mass_kg; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(puff_series)

// Within 1 % on the axis at the ground in every class. Off the axis the wide puffs of classes A to C fill the plume's edge
// less than the formula does, because a puff's sigma is that at its own centre.
BOOST_AUTO_TEST_CASE(a_long_release_in_a_constant_wind_is_the_steady_plume) {
  for (const Stability stability :
       {Stability::A, Stability::B, Stability::C, Stability::D, Stability::E, Stability::F}) {
    for (const TransportWind wind : {TransportWind::as_given, TransportWind::profile}) {
      const PlumeOptions options{SigmaSet::briggs_rural, wind, std::nullopt};
      const Weather weather{.wind_speed_m_s = 3.0, .stability = stability};
      const PuffSeries series(steady_for(7200.0, 1.0), {{0.0, kWest, 3.0, stability}}, weather, options);
      const GaussianPlume plume({1.0, 0.0}, weather, options);
      for (const double x : {5.0, 20.0, 100.0, 1000.0, 5000.0}) {
        const double y = plume.sigma_y_m(x);
        BOOST_TEST_CONTEXT(name_of(stability) << " " << name_of(wind) << " x " << x) {
          BOOST_TEST(series.concentration_kg_m3(x, 0.0, 0.0, 7000.0) == plume.concentration_kg_m3(x, 0.0, 0.0),
                     tolerance(0.01));
          BOOST_TEST(series.concentration_kg_m3(x, y, 0.0, 7000.0) == plume.concentration_kg_m3(x, y, 0.0),
                     tolerance(stability < Stability::D ? 0.06 : 0.01));
        }
      }
    }
  }
}

// Palazzi's sigma is that at the receptor, the puffs' that at the puff: alike where sigma is small beside the distance.
BOOST_AUTO_TEST_CASE(a_finite_release_is_palazzi_s) {
  const Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::D};
  const PuffSeries series(steady_for(120.0, 1.0), {{0.0, kWest, 3.0, Stability::D}}, weather);
  const FiniteRelease release(1.0, 120.0, 0.0, weather);
  const double x = 500.0;
  const double peak = release.peak_kg_m3(x, 0.0, 1.0);
  for (double t = 100.0; t < 500.0; t += 10.0) {
    const double difference = series.concentration_kg_m3(x, 0.0, 1.0, t) - release.concentration_kg_m3(x, 0.0, 1.0, t);
    BOOST_TEST_CONTEXT("t " << t) { BOOST_TEST(std::abs(difference) < 0.03 * peak); }
  }
}

BOOST_AUTO_TEST_CASE(an_instantaneous_release_is_the_puff) {
  const Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::E, .mixing_height_m = 200.0};
  const PuffSeries series({{}, 5.0, 4.0}, {{0.0, kWest, 3.0, Stability::E}}, weather);
  const GaussianPuff puff(5.0, 4.0, weather);
  for (const double t : {0.0, 30.0, 400.0}) {
    const double x = puff.at(t).east_m;
    BOOST_TEST(series.concentration_kg_m3(x, 2.0, 1.0, t) == puff.concentration_kg_m3(x, 2.0, 1.0, t),
               tolerance(1e-10));
  }
}

BOOST_AUTO_TEST_CASE(no_mass_is_lost_or_made) {
  const Emission emission{{{10.0, 2.0}, {100.0, 0.0}, {150.0, 7.0}, {400.0, 0.5}, {1000.0, 0.0}}, 30.0, 1.0};
  const std::vector<WindStep> wind{{0.0, 200.0, 2.0, Stability::D},
                                   {130.0, 250.0, 0.2, Stability::E},
                                   {160.0, 255.0, 5.0, Stability::C},
                                   {700.0, 300.0, 1.0, Stability::F}};
  const PuffSeries series(emission, wind, {});
  BOOST_TEST(series.total_kg() == 30.0 + 180.0 + 1750.0 + 300.0, tolerance(1e-15));
  BOOST_TEST(mass(series.puffs(5.0)) == 30.0, tolerance(1e-9));
  BOOST_TEST(mass(series.puffs(60.0)) == 30.0 + 100.0, tolerance(1e-9));
  BOOST_TEST(mass(series.puffs(200.0)) == 30.0 + 180.0 + 350.0, tolerance(1e-9));
  BOOST_TEST(mass(series.puffs(1000.0)) == series.total_kg(), tolerance(1e-9));
  BOOST_TEST(mass(series.puffs(50000.0)) == series.total_kg(), tolerance(1e-9));
  BOOST_TEST(series.puffs(-1.0).empty());
}

// What is far from every place asked about is lumped: fewer puffs, the same mass, and the same cloud nearer.
BOOST_AUTO_TEST_CASE(puffs_far_off_are_lumped_and_nothing_changes_nearer) {
  const std::vector<WindStep> wind{{0.0, 200.0, 2.0, Stability::D}, {1500.0, 290.0, 4.0, Stability::F}};
  const PuffSeries series(steady_for(7200.0, 1.0), wind, {});
  const std::vector<Puff> every = series.puffs(6000.0);
  const std::vector<Puff> lumped = series.puffs(6000.0, 100.0);
  BOOST_TEST(lumped.size() * 2 < every.size());
  BOOST_TEST(mass(lumped) == mass(every), tolerance(1e-9));
  const auto at = [](const std::vector<Puff>& puffs, double east_m, double north_m) {
    double sum = 0.0;
    for (const Puff& puff : puffs) sum += puff_kg_m3(puff, {}, east_m, north_m, 0.0);
    return sum;
  };
  for (const double r : {6.0, 30.0, 99.0}) {
    const double east_m = r * std::sin(110.0 / 57.2957795);
    const double north_m = r * std::cos(110.0 / 57.2957795);
    BOOST_TEST(at(lumped, east_m, north_m) == at(every, east_m, north_m), tolerance(1e-3));
  }
}

BOOST_AUTO_TEST_CASE(neighbours_are_at_most_a_quarter_of_a_sigma_apart) {
  const std::vector<WindStep> wind{{0.0, 200.0, 2.0, Stability::D}, {400.0, 290.0, 4.0, Stability::C}};
  const PuffSeries series(steady_for(1000.0, 1.0), wind, {}, {}, 10.0);
  const double nearest = SigmaCurves(SigmaSet::briggs_rural, Stability::C).sigma_y_m(10.0);
  const std::vector<Puff> puffs = series.puffs(900.0);
  BOOST_REQUIRE(puffs.size() > 50);
  for (std::size_t i = 1; i < puffs.size(); ++i) {
    const double gap = std::hypot(puffs[i].east_m - puffs[i - 1].east_m, puffs[i].north_m - puffs[i - 1].north_m);
    BOOST_TEST(gap <= 0.26 * std::fmax(puffs[i].sigma_m, nearest));
  }
}

// Twice as far apart they are still the same plume; behind the source, where the youngest puff alone is seen, too.
BOOST_AUTO_TEST_CASE(puffs_half_a_sigma_apart_are_the_same_plume) {
  const std::vector<WindStep> wind{{0.0, kWest, 3.0, Stability::D}};
  const PuffSeries fine(steady_for(7200.0, 1.0), wind, {}, {}, 10.0, {.gap = 0.1});
  const PuffSeries coarse(steady_for(7200.0, 1.0), wind, {}, {}, 10.0, {.gap = 0.5});
  BOOST_TEST(coarse.puffs(3000.0).size() * 4 < fine.puffs(3000.0).size());
  for (const double x : {20.0, 100.0, 1000.0, 4000.0}) {
    BOOST_TEST(coarse.concentration_kg_m3(x, 0.0, 1.0, 3000.0) == fine.concentration_kg_m3(x, 0.0, 1.0, 3000.0),
               tolerance(2e-3));
  }
  BOOST_TEST(coarse.concentration_kg_m3(-1.0, 0.0, 1.0, 3000.0) == fine.concentration_kg_m3(-1.0, 0.0, 1.0, 3000.0),
             tolerance(0.05));
}

// A wind that turns carries every puff alike from then on; with a profile that needs no height, by the wind as given.
BOOST_AUTO_TEST_CASE(a_turning_wind_carries_the_puffs_with_it) {
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt};
  const PuffSeries series({{}, 1.0, 0.0}, {{0.0, kWest, 3.0, Stability::D}, {100.0, 180.0, 2.0, Stability::D}}, {},
                          options);
  const Puff puff = series.puffs(250.0).at(0);
  BOOST_TEST(puff.east_m == 300.0, tolerance(1e-12));
  BOOST_TEST(puff.north_m == 300.0, tolerance(1e-12));
  BOOST_TEST(puff.sigma_m == SigmaCurves(SigmaSet::briggs_rural, Stability::D).sigma_y_m(600.0), tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(sigma_goes_on_from_where_it_is_when_the_stability_changes) {
  const SigmaCurves d(SigmaSet::briggs_rural, Stability::D);
  const SigmaCurves f(SigmaSet::briggs_rural, Stability::F);
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt};
  const PuffSeries series({{}, 1.0, 0.0}, {{0.0, kWest, 3.0, Stability::D}, {100.0, kWest, 2.0, Stability::F}}, {},
                          options);
  const Puff before = series.puffs(99.999).at(0);
  const Puff after = series.puffs(100.001).at(0);
  BOOST_TEST(before.sigma_m == d.sigma_y_m(300.0), tolerance(1e-4));
  BOOST_TEST(after.sigma_m == before.sigma_m, tolerance(1e-4));
  BOOST_TEST(after.sigma_z_m == before.sigma_z_m, tolerance(1e-4));
  const Puff later = series.puffs(200.0).at(0);
  // 23.65 m across is what F has at 608 m; 200 m farther it has what the puff must have.
  double virtual_m = 300.0;
  while (f.sigma_y_m(virtual_m) < d.sigma_y_m(300.0)) virtual_m += 0.01;
  BOOST_TEST(later.sigma_m == f.sigma_y_m(virtual_m + 200.0), tolerance(1e-4));
}

// F's sigma_z never exceeds 53 m; a puff that is higher already stays as high.
BOOST_AUTO_TEST_CASE(a_puff_never_shrinks) {
  const PuffSeries series({{}, 1.0, 0.0}, {{0.0, kWest, 5.0, Stability::A}, {300.0, kWest, 2.0, Stability::F}}, {});
  const double reached = series.puffs(300.0).at(0).sigma_z_m;
  BOOST_TEST(reached > 200.0);
  BOOST_TEST(series.puffs(10000.0).at(0).sigma_z_m == reached, tolerance(1e-9));
}

// Below 0.5 m/s the small-wind form; each sigma goes on from its value there too, and back again.
BOOST_AUTO_TEST_CASE(calm_wind_is_a_stated_rule) {
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt};
  const PuffSeries series({{}, 1.0, 0.0},
                          {{0.0, kWest, 3.0, Stability::D}, {100.0, kWest, 0.0, Stability::D}, {200.0, kWest, 3.0}}, {},
                          options);
  const double entering = SigmaCurves(SigmaSet::briggs_rural, Stability::D).sigma_y_m(300.0);
  const Puff calm = series.puffs(150.0).at(0);
  BOOST_TEST(calm.east_m == 300.0, tolerance(1e-12));
  BOOST_TEST(calm.sigma_m == entering + 0.47 * 50.0, tolerance(1e-9));
  BOOST_TEST(series.puffs(200.1).at(0).sigma_m == entering + 47.0, tolerance(1e-2));
  BOOST_TEST(series.warnings() == std::vector<std::string>{"calm_small_wind"});

  const PuffSeries still(steady_for(600.0, 1.0), {{0.0, 0.0, 0.0, Stability::F}}, {});
  const GaussianPlume plume({1.0, 0.0}, {.wind_speed_m_s = 0.0, .stability = Stability::F});
  const FiniteRelease release(1.0, 600.0, 0.0, {.wind_speed_m_s = 0.0, .stability = Stability::F});
  BOOST_TEST(still.concentration_kg_m3(60.0, 0.0, 0.0, 600.0) == release.concentration_kg_m3(60.0, 0.0, 0.0, 600.0),
             tolerance(0.01));
  BOOST_TEST(still.concentration_kg_m3(0.0, -60.0, 0.0, 1500.0) == release.concentration_kg_m3(60.0, 0.0, 0.0, 1500.0),
             tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(three_hundred_and_sixty_degrees_are_none) {
  const PuffSeries none(steady_for(100.0, 1.0), {{0.0, 0.0, 3.0, Stability::D}}, {});
  const PuffSeries full(steady_for(100.0, 1.0), {{0.0, 360.0, 3.0, Stability::D}}, {});
  BOOST_TEST(none.concentration_kg_m3(1.0, -100.0, 1.0, 60.0) > 0.0);  // from the north is to the south
  BOOST_TEST(none.concentration_kg_m3(1.0, -100.0, 1.0, 60.0) == full.concentration_kg_m3(1.0, -100.0, 1.0, 60.0),
             tolerance(1e-10));
  BOOST_TEST(none.concentration_kg_m3(1.0, 100.0, 1.0, 60.0) < 1e-50);
}

BOOST_AUTO_TEST_CASE(time_steps_follow_the_youngest_edge_and_stop_at_changes) {
  const PuffSeries series(steady_for(600.0, 1.0), {{0.0, kWest, 3.0, Stability::D}, {300.0, 0.0, 3.0, Stability::D}},
                          {});
  const double early = series.next_time_s(10.0) - 10.0;
  const double late = series.next_time_s(250.0) - 250.0;
  BOOST_TEST(early < late);
  BOOST_TEST(series.next_time_s(300.0) - 300.0 < early);
  BOOST_TEST(series.next_time_s(299.9) == 300.0);
  BOOST_TEST(series.changes_s() == (std::vector<double>{0.0, 300.0, 600.0}));
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_all_at_once) {
  const Emission bad{{{0.0, -1.0}, {0.0, 2.0}}, -5.0, 1.0};
  try {
    const PuffSeries series(bad, {{5.0, 0.0, -2.0, Stability::D}}, {});
    BOOST_FAIL("an impossible series was accepted");
  } catch (const ModelError& error) {
    BOOST_TEST(error.diagnostics().size() == 6U);
  }
  BOOST_CHECK_THROW(PuffSeries({{}, 1.0, 0.0}, {}, {}), ModelError);
  BOOST_CHECK_THROW(PuffSeries({{}, 1.0, 300.0}, {{0.0, 0.0, 1.0, Stability::D}}, {.mixing_height_m = 200.0}),
                    ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
