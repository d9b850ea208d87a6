#include "models/harm/indoor.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "models/numeric/quadrature.hpp"

namespace {

using boost::test_tools::tolerance;

constexpr sise::SteadyCloud kCloud{100.0, 1800.0};
constexpr sise::Room kHouse{.air_changes_per_h = 0.5};

/// The load by quadrature over the concentration: the tail is cut where nothing is left of it.
double load_by_quadrature(const sise::SteadyCloud& cloud, double n, const sise::Room& room) {
  const auto to_the_n = [&](double t_s) { return std::pow(sise::indoor_concentration(cloud, room, t_s), n); };
  const double end_s = cloud.duration_s + 60.0 * 3600.0 / room.air_changes_per_h;
  const double stay_s = room.leave_after_s.value_or(end_s);
  double load = sise::integrate(to_the_n, 0.0, std::min(stay_s, cloud.duration_s), 1e-11);
  if (stay_s > cloud.duration_s) load += sise::integrate(to_the_n, cloud.duration_s, stay_s, 1e-11);
  return load / 60.0;
}

std::vector<sise::CloudSample> bell(double step_s) {
  std::vector<sise::CloudSample> samples;
  for (double t = 0.0; t <= 3600.0; t += step_s) {
    samples.push_back({t, 80.0 * std::pow(std::sin(t / 3600.0 * 3.14159265358979), 2)});
  }
  return samples;
}

}  // namespace

// Half an air change an hour for half an hour: 1 - exp(-0.25) of the concentration outdoors, then exp(-0.5 t).
BOOST_AUTO_TEST_CASE(a_room_fills_and_empties_exponentially) {
  BOOST_TEST(sise::indoor_concentration(kCloud, kHouse, 1800.0) == 100.0 * (1.0 - std::exp(-0.25)), tolerance(1e-14));
  BOOST_TEST(sise::indoor_concentration(kCloud, kHouse, 5400.0) == 100.0 * (1.0 - std::exp(-0.25)) * std::exp(-0.5),
             tolerance(1e-14));
  BOOST_TEST(sise::indoor_concentration(kCloud, kHouse, -1.0) == 0.0);
}

// What comes in goes out again: with n = 1 the dose indoors is the dose outdoors, whatever the air change.
BOOST_AUTO_TEST_CASE(with_n_of_one_the_whole_dose_comes_indoors) {
  for (const double air_changes : {0.01, 0.5, 3.0, 1000.0}) {
    BOOST_TEST(sise::indoor_toxic_load(kCloud, 1.0, {.air_changes_per_h = air_changes}) ==
                   sise::outdoor_toxic_load(kCloud, 1.0),
               tolerance(1e-9));
  }
}

// n = 2: C^2 (T - (1 - exp(-lambda T)) / lambda) when the tail is waited for.
BOOST_AUTO_TEST_CASE(closed_form_for_n_of_two) {
  const double hours = 0.5 - (1.0 - std::exp(-0.25)) / 0.5;
  BOOST_TEST(sise::indoor_toxic_load(kCloud, 2.0, kHouse) == 1e4 * hours * 60.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(loads_agree_with_quadrature_for_every_exponent) {
  for (const double n : {0.653, 1.0, 1.43, 2.0, 2.75, 3.7}) {
    for (const double air_changes : {0.1, 0.5, 10.0}) {
      for (const std::optional<double> leave : {std::optional<double>(), {900.0}, {3600.0}}) {
        const sise::Room room{air_changes, leave};
        BOOST_TEST(sise::indoor_toxic_load(kCloud, n, room) == load_by_quadrature(kCloud, n, room), tolerance(1e-7));
      }
    }
  }
}

// The tail is not negligible: leaving it out loses most of the load of a cloud short against the air change.
BOOST_AUTO_TEST_CASE(the_tail_counts) {
  const sise::Room aired_at_once{.air_changes_per_h = 0.5, .leave_after_s = 1800.0};
  const double rise = sise::indoor_toxic_load(kCloud, 2.0, aired_at_once);
  BOOST_TEST(sise::indoor_toxic_load(kCloud, 2.0, kHouse) > 5.0 * rise);
}

BOOST_AUTO_TEST_CASE(limits_of_the_air_change) {
  for (const double n : {1.0, 2.0, 2.75}) {
    BOOST_TEST(sise::indoor_toxic_load(kCloud, n, {.air_changes_per_h = 1e7}) == sise::outdoor_toxic_load(kCloud, n),
               tolerance(1e-3));
  }
  BOOST_TEST(sise::indoor_toxic_load(kCloud, 2.75, {.air_changes_per_h = 1e-6}) <
             1e-9 * sise::outdoor_toxic_load(kCloud, 2.75));
}

BOOST_AUTO_TEST_CASE(a_steady_cloud_sampled_is_the_steady_cloud) {
  const std::vector<sise::CloudSample> samples{{60.0, 100.0}, {400.0, 100.0}, {1860.0, 100.0}};
  for (const double n : {0.653, 1.0, 2.0, 2.75, 3.7}) {
    for (const std::optional<double> leave : {std::optional<double>(), {900.0}, {3600.0}}) {
      const sise::Room room{0.7, leave};
      BOOST_TEST(sise::indoor_toxic_load(samples, n, room) == sise::indoor_toxic_load(kCloud, n, room),
                 tolerance(1e-6));
    }
  }
  const std::vector<double> indoors = sise::indoor_concentrations(samples, kHouse);
  BOOST_TEST(indoors.front() == 0.0);
  BOOST_TEST(indoors.back() == sise::indoor_concentration(kCloud, kHouse, 1800.0), tolerance(1e-12));
}

// Cutting the time finer changes only how well the straight lines follow the bell; n = 1 keeps the dose exactly.
BOOST_AUTO_TEST_CASE(a_passing_cloud_keeps_its_dose) {
  double dose_min = 0.0;
  const std::vector<sise::CloudSample> samples = bell(30.0);
  for (std::size_t i = 0; i + 1 < samples.size(); ++i) {
    dose_min += 0.5 * (samples[i].concentration + samples[i + 1].concentration) * 30.0 / 60.0;
  }
  BOOST_TEST(sise::indoor_toxic_load(samples, 1.0, kHouse) == dose_min, tolerance(1e-10));
  BOOST_TEST(sise::indoor_toxic_load(samples, 2.75, kHouse) == sise::indoor_toxic_load(bell(5.0), 2.75, kHouse),
             tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(no_cloud_no_load) {
  BOOST_TEST(sise::indoor_toxic_load(std::vector<sise::CloudSample>{}, 2.0, kHouse) == 0.0);
  BOOST_TEST(sise::indoor_toxic_load({0.0, 1800.0}, 2.0, kHouse) == 0.0);
  BOOST_TEST(sise::indoor_toxic_load({100.0, 0.0}, 2.0, kHouse) == 0.0);
}
