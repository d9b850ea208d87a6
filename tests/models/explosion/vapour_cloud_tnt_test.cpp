#include "models/explosion/vapour_cloud_tnt.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"

namespace {

sise::ModelInput propane(double mass_kg, const std::string& method) {
  sise::ModelInput input;
  input.settings.set("flammable_mass_kg", mass_kg);
  input.settings.set("heat_of_combustion_J_kg", 46.35e6);
  input.settings.set("method", method);
  return input;
}

double derived(const sise::ModelInput& input, const std::string& name) {
  for (const auto& [key, value] : sise::find_model("vapour_cloud_tnt")->evaluate(input).derived) {
    if (key == name) return value;
  }
  return std::nan("");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vapour_cloud_tnt)

// CPQRA example 2.20: 10 t of propane, 5 %, 5 psi at 97 m.
BOOST_AUTO_TEST_CASE(cpqra_2_20_distance_to_five_psi) {
  sise::ModelInput input = propane(1e4, "european");
  input.settings.set("efficiency", 0.05);
  const auto found = sise::find_model("vapour_cloud_tnt")->find(input, {"overpressure_pa", 34474.0, {}});
  BOOST_TEST(found.distance_m.value() == 97.0, boost::test_tools::tolerance(0.01));
}

// Chinese practice: W = 1.8 x 0.04 m Q / 4520, Q in kJ/kg.
BOOST_AUTO_TEST_CASE(chinese_equivalent) {
  const double expected = 1.8 * 0.04 * 1e4 * 46350.0 / 4520.0;
  BOOST_TEST(derived(propane(1e4, "chinese"), "effective_tnt_kg") == expected, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(the_ground_factor_is_never_applied_twice) {
  sise::ModelInput input = propane(1e4, "chinese");
  input.settings.set("curve", std::string("gb6722"));
  BOOST_CHECK_EXCEPTION(
      static_cast<void>(sise::find_model("vapour_cloud_tnt")->evaluate(input)), sise::ModelError,
      [](const sise::ModelError& e) { return e.diagnostics().front().code == "ground_factor_twice"; });
  BOOST_TEST(derived(propane(1e4, "european"), "effective_tnt_kg") == derived(propane(1e4, "european"), "tnt_kg"));
}

BOOST_AUTO_TEST_CASE(an_efficiency_never_seen_is_told) {
  sise::ModelInput input = propane(1e4, "european");
  input.settings.set("efficiency", 0.5);
  input.at.emplace_back();
  input.at.front().set("r_m", 300.0);
  BOOST_TEST(sise::find_model("vapour_cloud_tnt")->evaluate(input).warnings.front() == "efficiency_not_observed");
}

BOOST_AUTO_TEST_CASE(impossible_clouds_are_refused) {
  BOOST_CHECK_THROW(static_cast<void>(sise::cloud_tnt_kg(0.0, 46e6, 0.03, 4.5e6)), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(sise::cloud_tnt_kg(-1.0, 46e6, 0.03, 4.5e6)), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(sise::cloud_tnt_kg(1.0, 0.0, 0.03, 4.5e6)), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(sise::cloud_tnt_kg(1.0, 46e6, 1.5, 4.5e6)), sise::ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
