#include "models/release/pool_evaporation.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;
using sise::PoolAir;
using sise::PoolHistory;
using sise::PoolMethod;
using sise::PoolSource;
using sise::PoolSpreading;
using sise::Stability;
using sise::test::warns;

namespace {

constexpr double kGas = 8.31446261815324;
const auto kPoolEvaporationTight = boost::test_tools::tolerance(1e-9);

PoolAir air(Stability stability = Stability::F) { return {1.5, stability, 298.15, 101325.0}; }

/// Toluene at ambient temperature in a bund of 100 m2.
PoolSource toluene_pool() {
  return {.mass_kg = 5000.0,
          .temperature_K = 298.15,
          .basin = {.min_thickness_m = 0.005, .bund_m2 = 100.0},
          .ground = *sise::ground_from("concrete"),
          .ground_temperature_K = 298.15,
          .stop_after_s = 1e7};
}

/// Refrigerated chlorine on concrete.
PoolSource chlorine_pool() {
  PoolSource source = toluene_pool();
  source.temperature_K = 239.0;
  return source;
}

PoolHistory toluene(const PoolSource& source, const PoolAir& where = air()) {
  return pool_evaporation(source, where, Fluid(sise::test::toluene()));
}
PoolHistory chlorine(const PoolSource& source, const PoolAir& where = air()) {
  return pool_evaporation(source, where, Fluid(sise::test::chlorine()));
}

std::string error_of(const PoolSource& source, const PoolAir& where = air()) {
  return sise::test::error_of([&] { return toluene(source, where); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pool_evaporation)

// HJ 169-2018 F.12 written out for class F: n = 0.3, alpha = 5.285e-3.
BOOST_AUTO_TEST_CASE(hj169_f12_wind_evaporation) {
  const PoolHistory history = toluene(toluene_pool());
  const double p = std::pow(10.0, 9.05043 - 1327.62 / (298.15 - 55.525));
  const double r = std::sqrt(100.0 / std::numbers::pi);
  const double expected = 5.285e-3 * p * 0.092141 / (kGas * 298.15) * std::pow(1.5, 1.7 / 2.3) * std::pow(r, 4.3 / 2.3);
  BOOST_TEST(history.release.steps.front().rate_kg_s == expected, kPoolEvaporationTight);
  BOOST_TEST(history.release.duration_s == 5000.0 / expected, kPoolEvaporationTight);
  BOOST_TEST(!history.boiling);
}

// HJ 169-2018 F.11 written out: Q = lambda S dT / (H sqrt(pi alpha t)), and its integral.
BOOST_AUTO_TEST_CASE(hj169_f11_ground_heat) {
  PoolSource source = chlorine_pool();
  source.also_at_s = {10.0, 100.0};
  const PoolHistory history = chlorine(source);
  const Fluid fluid(sise::test::chlorine());
  const double boiling_K = fluid.boiling_temperature_K(101325.0);
  const double heat = fluid.heat_of_vaporization_J_kg(boiling_K);
  for (const double t : source.also_at_s) {
    const double expected = 1.1 * 100.0 * (298.15 - boiling_K) / (heat * std::sqrt(std::numbers::pi * 1.29e-7 * t));
    BOOST_TEST(state_at(history.release, t).rate_kg_s == expected, kPoolEvaporationTight);
    BOOST_TEST(state_at(history.release, t).released_kg == 2.0 * expected * t, kPoolEvaporationTight);
  }
  BOOST_TEST(history.boiling);
}

// Standard's classes; C has none of its own.
BOOST_AUTO_TEST_CASE(class_c_borrows_from_d_and_says_so) {
  const PoolHistory c = toluene(toluene_pool(), air(Stability::C));
  const PoolHistory d = toluene(toluene_pool(), air(Stability::D));
  BOOST_TEST(c.release.steps.front().rate_kg_s == d.release.steps.front().rate_kg_s);
  BOOST_TEST(warns(c.release, "no_class_c"));
  BOOST_TEST(!warns(d.release, "no_class_c"));
  PoolSource mackay = toluene_pool();
  mackay.method = PoolMethod::mackay_matsugu;
  BOOST_TEST(!warns(toluene(mackay, air(Stability::C)).release, "no_class_c"));
}

// MacKay and Matsugu 1973 in their own units: 0.0292 u^0.78 X^-0.11 Sc^-0.67, all in metres and hours.
BOOST_AUTO_TEST_CASE(mackay_matsugu_in_the_original_units) {
  const double hourly = 0.0292 * std::pow(3.0 * 3600.0, 0.78) * std::pow(20.0, -0.11) * std::pow(0.8, -0.67);
  BOOST_TEST(sise::mackay_matsugu_m_s(3.0, 10.0) == hourly / 3600.0, boost::test_tools::tolerance(0.01));
}

// Sutton's wind (HJ 169) and MacKay and Matsugu's correlation: the latter gives more, by less than a factor of five.
BOOST_AUTO_TEST_CASE(the_two_methods_agree_in_size) {
  PoolSource source = toluene_pool();
  const double hj = toluene(source, air(Stability::D)).release.steps.front().rate_kg_s;
  source.method = PoolMethod::mackay_matsugu;
  const double mackay = toluene(source, air(Stability::D)).release.steps.front().rate_kg_s;
  BOOST_TEST(mackay > hj);
  BOOST_TEST(mackay < 5.0 * hj);
}

BOOST_AUTO_TEST_CASE(an_unbounded_pool_thins_to_its_least_layer) {
  for (const PoolSpreading spreading : {PoolSpreading::instant, PoolSpreading::gravity}) {
    PoolSource source = toluene_pool();
    source.basin.bund_m2.reset();
    source.basin.spreading = spreading;
    source.stop_after_s = 600.0;
    const PoolHistory history = toluene(source);
    const double thinnest_m2 = 5000.0 / Fluid(sise::test::toluene()).liquid_density_kg_m3(298.15) / 0.005;
    BOOST_TEST(history.area_m2.back() == thinnest_m2, boost::test_tools::tolerance(0.03));
    BOOST_TEST(history.area_m2.back() <= thinnest_m2 * (1.0 + 1e-12));
    for (std::size_t i = 1; i < history.area_m2.size(); ++i) BOOST_TEST(history.area_m2[i] >= history.area_m2[i - 1]);
  }
}

// Shaw and Briscoe 1978 without a thinnest layer and without evaporation: r^2 = r0^2 + t sqrt(8 g V/pi).
BOOST_AUTO_TEST_CASE(gravity_spreading_in_closed_form) {
  const sise::PoolBasin basin{.spreading = PoolSpreading::gravity, .min_thickness_m = 1e-12};
  const double volume_m3 = 10.0;
  const double start_m = first_radius_m(basin, volume_m3);
  double r = start_m;
  for (int i = 0; i < 400; ++i) r = later_radius_m(basin, r, volume_m3, volume_m3, 0.05);
  const double closed = std::sqrt(start_m * start_m + 20.0 * std::sqrt(8.0 * 9.80665 * volume_m3 / std::numbers::pi));
  BOOST_TEST(r == closed, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_bund_holds_the_pool) {
  PoolSource source = toluene_pool();
  source.basin.spreading = PoolSpreading::gravity;
  source.stop_after_s = 300.0;
  const PoolHistory history = toluene(source);
  BOOST_TEST(history.area_m2.back() == 100.0, kPoolEvaporationTight);
  PoolSource open = source;
  open.basin.bund_m2.reset();
  BOOST_TEST(toluene(open).release.total_kg > history.release.total_kg);
}

// Integrated rate and what the pool still has: by Simpson over steps that grow by 2 %, without the first second of a
// boiling pool, where the rate is infinite.
BOOST_AUTO_TEST_CASE(mass_balance) {
  PoolSource spilling = chlorine_pool();
  spilling.spill_duration_s = 600.0;
  for (const bool boiling : {false, true}) {
    PoolSource source = boiling ? chlorine_pool() : toluene_pool();
    source.stop_after_s = boiling ? 1000.0 : 20000.0;
    const auto run = [&](const std::vector<double>& moments) {
      PoolSource asked = source;
      asked.also_at_s = moments;
      return (boiling ? chlorine(asked) : toluene(asked)).release;
    };
    const sise::ReleaseHistory coarse = run({});
    const sise::ReleaseHistory fine = run(sise::test::middles(coarse));
    double sum = released_kg(coarse, 1.0);
    for (std::size_t i = 1; i < coarse.steps.size(); ++i) {
      const sise::ReleaseStep& a = coarse.steps[i - 1];
      const sise::ReleaseStep& b = coarse.steps[i];
      if (a.time_s < 1.0) continue;
      const double middle = state_at(fine, 0.5 * (a.time_s + b.time_s)).rate_kg_s;
      sum += (b.time_s - a.time_s) / 6.0 * (a.rate_kg_s + 4.0 * middle + b.rate_kg_s);
    }
    BOOST_TEST(sum + coarse.remaining_kg == 5000.0, boost::test_tools::tolerance(1e-6));
  }
  const sise::ReleaseHistory fed = chlorine(spilling).release;
  BOOST_TEST(fed.total_kg + fed.remaining_kg == 5000.0, kPoolEvaporationTight);
}

// A pool that is fed for long grows until it gives off what it is fed.
BOOST_AUTO_TEST_CASE(a_slow_spill_evaporates_as_it_comes) {
  PoolSource source = chlorine_pool();
  source.spill_duration_s = 7200.0;
  source.basin.bund_m2.reset();
  const PoolHistory history = chlorine(source);
  BOOST_TEST(state_at(history.release, 7000.0).rate_kg_s == 5000.0 / 7200.0, boost::test_tools::tolerance(0.15));
  BOOST_TEST(state_at(history.release, 7000.0).rate_kg_s <= 5000.0 / 7200.0);
  BOOST_TEST(history.release.total_kg == 5000.0, kPoolEvaporationTight);
  BOOST_TEST(history.release.duration_s >= 7200.0);
}

BOOST_AUTO_TEST_CASE(the_wind_takes_over_when_the_ground_has_cooled) {
  PoolSource source = chlorine_pool();
  source.mass_kg = 2e5;
  source.also_at_s = {20000.0};
  const PoolHistory history = chlorine(source);
  const double r = std::sqrt(100.0 / std::numbers::pi);
  BOOST_TEST(state_at(history.release, 20000.0).rate_kg_s == sise::hj169_evaporation_kg_s(air(), 0.0709, 101325.0, r),
             kPoolEvaporationTight);
}

BOOST_AUTO_TEST_CASE(more_wind_heat_and_area_evaporate_more) {
  PoolSource source = toluene_pool();
  source.stop_after_s = 600.0;
  PoolAir windy = air();
  windy.wind_speed_m_s = 6.0;
  BOOST_TEST(toluene(source, windy).release.total_kg > toluene(source).release.total_kg);
  PoolSource wider = source;
  wider.basin.bund_m2 = 200.0;
  BOOST_TEST(toluene(wider).release.total_kg > toluene(source).release.total_kg);
  PoolSource warmer = source;
  warmer.temperature_K = 320.0;
  BOOST_TEST(toluene(warmer).release.total_kg > toluene(source).release.total_kg);
  PoolSource mackay = chlorine_pool();
  mackay.stop_after_s = 600.0;
  mackay.method = PoolMethod::mackay_matsugu;
  PoolSource ground_only = mackay;
  ground_only.method = PoolMethod::hj169;
  BOOST_TEST(chlorine(mackay).release.total_kg > chlorine(ground_only).release.total_kg);
}

BOOST_AUTO_TEST_CASE(what_is_left_is_told) {
  PoolSource source = toluene_pool();
  source.stop_after_s = 60.0;
  BOOST_TEST(warns(toluene(source).release, "pool_remains"));
  BOOST_TEST(!warns(toluene(toluene_pool()).release, "pool_remains"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused) {
  PoolSource source = toluene_pool();
  source.temperature_K = 170.0;
  BOOST_TEST(error_of(source) == "below_melting");
  source = toluene_pool();
  source.basin.bund_m2 = 0.0;
  BOOST_TEST(error_of(source) == "parameter_out_of_range");
  PoolAir calm = air();
  calm.wind_speed_m_s = 0.0;
  BOOST_TEST(error_of(toluene_pool(), calm) == "parameter_out_of_range");
  const sise::Substance unknown = sise::test::substance("sludge", {{"boiling_point_K", 400.0}});
  BOOST_TEST(sise::test::error_of([&] { return sise::pool_evaporation(toluene_pool(), air(), Fluid(unknown)); }) ==
             "missing_property");
}

// A blend without a vapour pressure in the table: the case states it, and the boiling point.
BOOST_AUTO_TEST_CASE(a_stated_vapour_pressure_serves_a_blend) {
  const sise::Substance blend = sise::test::substance(
      "blend", {{"molar_mass_kg_mol", 0.1}, {"liquid_density_kg_m3", 740.0}, {"boiling_point_K", 320.0}});
  PoolSource source = toluene_pool();
  source.vapour_pressure_Pa = 40000.0;
  const PoolHistory history = sise::pool_evaporation(source, air(), Fluid(blend));
  const double r = std::sqrt(100.0 / std::numbers::pi);
  BOOST_TEST(history.release.steps.front().rate_kg_s == sise::hj169_evaporation_kg_s(air(), 0.1, 40000.0, r),
             kPoolEvaporationTight);
}

BOOST_AUTO_TEST_CASE(grounds_are_found_by_name) {
  BOOST_TEST(sise::ground_kinds().size() == 5U);
  for (const sise::GroundKind& kind : sise::ground_kinds()) BOOST_TEST(sise::ground_from(kind.id).has_value());
  BOOST_TEST(!sise::ground_from("water").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
