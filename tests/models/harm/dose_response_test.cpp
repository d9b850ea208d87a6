#include "models/harm/dose_response.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/harm/escape.hpp"
#include "models/harm/formula.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"

namespace {

using boost::test_tools::tolerance;

constexpr sise::LungProbit kLung{5.74, 4.2, 1.3};
constexpr sise::BodyProbit kBody{2.44, 7380.0, 1.3e9};
constexpr sise::BodyProbit kHead{8.49, 2430.0, 4e8};
constexpr sise::StructureProbit kCollapse{0.22, 40000.0, 7.4, 460.0, 11.3};

const std::array<sise::ProbitForm, 7> kForms{sise::ThermalProbit{-36.38, 2.56, 0.5},
                                             sise::OverpressureProbit{-77.1, 6.91},
                                             sise::ImpulseProbit{-46.1, 4.82},
                                             kBody,
                                             kHead,
                                             kLung,
                                             kCollapse};

sise::PhysicalDose blast(double overpressure_pa, double impulse_pa_s) {
  return {.overpressure_pa = overpressure_pa, .impulse_pa_s = impulse_pa_s};
}

void set_level(sise::PhysicalDose& dose, sise::DoseKind kind, double level) {
  if (kind == sise::DoseKind::radiation) {
    dose.radiation_w_m2 = level;
  } else if (kind == sise::DoseKind::impulse) {
    dose.impulse_pa_s = level;
  } else {
    dose.overpressure_pa = level;
  }
}

}  // namespace

// CPR 16E: for long blasts the impulse does not count; lungs fail for half of the people at p/p0 = 4.2.
BOOST_AUTO_TEST_CASE(lungs_in_a_long_blast_depend_on_pressure_alone) {
  BOOST_TEST(sise::probit_of(kLung, blast(4.2 * 101325.0, 1e12)) == 5.0, tolerance(1e-6));
  const double impulse = 1.3 * std::sqrt(101325.0) * std::cbrt(70.0);
  BOOST_TEST(sise::probit_of(kLung, blast(1e15, impulse)) == 5.0, tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_heavier_body_stands_more) {
  sise::PhysicalDose child = blast(3e5, 500.0);
  child.body_mass_kg = 25.0;
  BOOST_TEST(sise::probit_of(kLung, child) > sise::probit_of(kLung, blast(3e5, 500.0)));
}

// Buildings collapse for one half where one of the two terms is 1 and the other nothing.
BOOST_AUTO_TEST_CASE(collapse_at_40_kpa_or_460_pa_s) {
  BOOST_TEST(sise::probit_of(kCollapse, blast(40000.0, 1e9)) == 5.0, tolerance(1e-9));
  BOOST_TEST(sise::probit_of(kCollapse, blast(1e12, 460.0)) == 5.0, tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(nothing_happens_without_a_dose) {
  for (const sise::ProbitForm& form : kForms) {
    BOOST_TEST(sise::probability_of(sise::probit_of(form, {.exposure_s = 10.0})) == 0.0, sise::formula_text(form));
  }
}

BOOST_AUTO_TEST_CASE(harm_grows_with_the_dose) {
  for (const sise::ProbitForm& form : kForms) {
    double last = -1e300;
    for (const double scale : {0.5, 1.0, 2.0, 4.0}) {
      const double probit = sise::probit_of(form, {.radiation_w_m2 = 1e4 * scale,
                                                   .exposure_s = 10.0,
                                                   .overpressure_pa = 5e4 * scale,
                                                   .impulse_pa_s = 400.0 * scale});
      BOOST_TEST(probit > last, sise::formula_text(form));
      last = probit;
    }
  }
}

BOOST_AUTO_TEST_CASE(a_level_gives_its_probit_back) {
  for (const sise::ProbitForm& form : kForms) {
    for (const double probit : {2.67, 5.0, 7.33}) {
      sise::PhysicalDose dose{.exposure_s = 10.0, .overpressure_pa = 1.0, .impulse_pa_s = 5e4};
      const auto level = sise::level_of(form, probit, dose);
      BOOST_REQUIRE(level.has_value());
      set_level(dose, sise::kind_of(form), *level);
      BOOST_TEST(sise::probit_of(form, dose) == probit, tolerance(1e-9));
    }
  }
}

// A blow too short cannot collapse a house, however hard it is.
BOOST_AUTO_TEST_CASE(no_pressure_makes_up_for_a_small_impulse) {
  BOOST_TEST(!sise::level_of(kCollapse, 5.0, blast(0.0, 100.0)).has_value());
  BOOST_TEST(!sise::level_of(kLung, 5.0, blast(0.0, 10.0)).has_value());
  BOOST_TEST(!sise::level_of(sise::ThermalProbit{-36.38, 2.56}, 5.0, {.exposure_s = 0.0}).has_value());
}

// Side-on p, standing p + 2.5 p^2/(7 p0 + p), before a wall 2 p (7 p0 + 4 p)/(7 p0 + p): at p = p0 that is 1, 1.3125, 2.75.
BOOST_AUTO_TEST_CASE(posture_changes_the_pressure_on_the_body) {
  const sise::PhysicalDose dose = blast(101325.0, 100.0);
  BOOST_TEST(sise::on_body(dose, sise::Posture::side_on).overpressure_pa == 101325.0);
  BOOST_TEST(sise::on_body(dose, sise::Posture::standing).overpressure_pa == 1.3125 * 101325.0, tolerance(1e-12));
  BOOST_TEST(sise::on_body(dose, sise::Posture::reflected).overpressure_pa == 2.75 * 101325.0, tolerance(1e-12));
  BOOST_TEST(sise::on_body(dose, sise::Posture::reflected).impulse_pa_s == 275.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(running_away_shortens_the_exposure) {
  const sise::Escape escape;
  const auto exposure = [&](double r_m, double fire_s) { return sise::effective_exposure_s(escape, 1e4, r_m, fire_s); };
  BOOST_TEST(exposure(50.0, 3.0) == 3.0);  // the fire is out before they react
  BOOST_TEST(exposure(50.0, 60.0) < 60.0);
  BOOST_TEST(exposure(50.0, 60.0) > 5.0);
  BOOST_TEST(exposure(50.0, 1e6) == exposure(50.0, 1e5));    // safe long before
  BOOST_TEST(exposure(1e6, 60.0) == 60.0, tolerance(1e-3));  // far away nobody gets away from anything
}

BOOST_AUTO_TEST_CASE(escape_by_closed_form_and_by_quadrature) {
  const sise::Escape escape{.reaction_s = 4.0, .speed_m_s = 3.0};
  for (const double fire_s : {10.0, 40.0, 1000.0}) {
    const auto radiation = [](double r_m) { return 8e3 * 60.0 * 60.0 / (r_m * r_m); };
    const double exposure = sise::effective_exposure_s(escape, 8e3, 60.0, fire_s);
    BOOST_TEST(sise::escape_dose(escape, radiation, 60.0, fire_s) == exposure * std::pow(8e3, 4.0 / 3.0),
               tolerance(1e-7));
  }
}

BOOST_AUTO_TEST_CASE(the_quantile_is_the_inverse_of_the_distribution) {
  BOOST_TEST(sise::normal_quantile(0.01) == -2.3263478740408408, tolerance(1e-13));
  BOOST_TEST(sise::normal_quantile(0.975) == 1.9599639845400545, tolerance(1e-13));
  BOOST_TEST(sise::normal_quantile(0.5) == 0.0);
  for (const double p : {1e-200, 1e-12, 0.3, 0.9999}) {
    BOOST_TEST(sise::normal_cdf(sise::normal_quantile(p)) == p, tolerance(1e-11));
  }
}
