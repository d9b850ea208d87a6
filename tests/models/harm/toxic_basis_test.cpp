#include "models/harm/toxic_basis.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace {

using boost::test_tools::tolerance;

constexpr double kMolarMass = 0.0709;

sise::Substance chlorine() {
  sise::Substance s;
  s.properties["molar_mass_kg_mol"] = {.value = kMolarMass};
  s.properties["probit_ppm_a"] = {.value = -8.29};
  s.properties["probit_ppm_b"] = {.value = 0.92};
  s.properties["probit_ppm_n"] = {.value = 2.0};
  s.properties["hse_toxic_load_n"] = {.value = 2.0};
  s.properties["hse_slot_ppm_n_min"] = {.value = 1.08e5};
  s.properties["hse_slod_ppm_n_min"] = {.value = 4.84e5};
  return s;
}

}  // namespace

// HSE: chlorine, SLOT 1.08e5 and SLOD 4.84e5 ppm^2 min: 60 ppm and 127 ppm for half an hour.
BOOST_AUTO_TEST_CASE(the_probit_line_runs_through_both_loads) {
  const sise::ToxicProbitPpm line = sise::probit_through({2.0, 1.08e5, 4.84e5}, 0.01, 0.5);
  BOOST_TEST(sise::toxic_probability(line, 60.0, 1800.0) == 0.01, tolerance(1e-9));
  BOOST_TEST(sise::toxic_probability(line, 127.0171, 1800.0) == 0.5, tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(ppm_and_mg_m3_say_the_same_of_the_same_air) {
  const sise::ToxicProbitPpm ppm{-8.29, 0.92, 2.0};
  const sise::ToxicProbit mg_m3 = sise::in_mg_m3(ppm, kMolarMass, 283.15, 9.5e4);
  const double c = sise::mg_m3_from_ppm(300.0, kMolarMass, 283.15, 9.5e4);
  BOOST_TEST(sise::toxic_probit(mg_m3, c, 900.0) == sise::toxic_probit(ppm, 300.0, 900.0), tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named) {
  const std::vector<std::string> expected{"probit_a", "probit_b", "probit_n"};
  BOOST_TEST(sise::missing_toxic_properties(sise::ToxicBasis::probit_mg_m3, chlorine()) == expected,
             boost::test_tools::per_element());
  BOOST_TEST(
      !sise::toxic_probit_by(sise::ToxicBasis::probit_mg_m3, chlorine(), 0.01, 0.5, 293.15, 101325.0).has_value());
  sise::Substance no_slod = chlorine();
  no_slod.properties.erase("hse_slod_ppm_n_min");
  BOOST_TEST(sise::missing_toxic_properties(sise::ToxicBasis::toxic_load, no_slod).front() == "hse_slod_ppm_n_min");
  BOOST_TEST(sise::missing_toxic_properties(sise::ToxicBasis::none, {}).empty());
}

BOOST_AUTO_TEST_CASE(bases_differ_for_one_substance) {
  const auto half = [](sise::ToxicBasis basis) {
    const auto probit = sise::toxic_probit_by(basis, chlorine(), 0.01, 0.5, 298.15, 101325.0);
    return sise::ppm_from_mg_m3(sise::concentration_mg_m3_of(probit.value(), 5.0, 1800.0), kMolarMass, 298.15,
                                101325.0);
  };
  BOOST_TEST(half(sise::ToxicBasis::probit_ppm) == 250.0, tolerance(0.01));
  BOOST_TEST(half(sise::ToxicBasis::toxic_load) == 127.0, tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(names_round_trip) {
  for (const auto basis : {sise::ToxicBasis::none, sise::ToxicBasis::probit_mg_m3, sise::ToxicBasis::probit_ppm,
                           sise::ToxicBasis::toxic_load}) {
    BOOST_CHECK(sise::toxic_basis_from(sise::name_of(basis)) == basis);
  }
  BOOST_TEST(!sise::toxic_basis_from("ppm").has_value());
}
