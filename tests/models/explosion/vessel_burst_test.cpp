#include "models/explosion/vessel_burst.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"

using sise::expansion_energy_J;
using sise::ExpansionEnergy;
using sise::GasVessel;

namespace {

/// 1 m3 at 500 bar.
const GasVessel kCpqra{500e5, 1.0, 1.4, 101325.0};

sise::ModelInput burst_input(double gamma = 1.4) {
  sise::ModelInput input;
  input.settings.set("burst_pressure_pa", 500e5);
  input.settings.set("volume_m3", 1.0);
  input.settings.set("gamma", gamma);
  for (const auto group : {sise::ParameterGroup::weather, sise::ParameterGroup::options}) {
    fill_defaults(input.settings, sise::find_model("vessel_burst")->descriptor, group);
  }
  return input;
}

double derived(const sise::ModelAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.derived) {
    if (key == name) return value;
  }
  return std::nan("");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vessel_burst)

// CPQRA example 2.22, 500 bar and 1 m3: 124.7 MJ by Brode.
BOOST_AUTO_TEST_CASE(cpqra_2_22_brode_energy) {
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::brode, kCpqra) == 124.7e6, boost::test_tools::tolerance(0.01));
}

// CPQRA example 2.22: 26.6 kg of TNT.
BOOST_AUTO_TEST_CASE(cpqra_2_22_brode_tnt) {
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::brode, kCpqra) / sise::kTntEnergy_J_kg == 26.6,
             boost::test_tools::tolerance(0.01));
}

// CPQRA example 2.22: 260.3 MJ by availability.
BOOST_AUTO_TEST_CASE(cpqra_2_22_availability_energy) {
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::availability, kCpqra) == 260.3e6, boost::test_tools::tolerance(0.01));
}

// CPQRA example 2.22: 55.5 kg of TNT.
BOOST_AUTO_TEST_CASE(cpqra_2_22_availability_tnt) {
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::availability, kCpqra) / sise::kTntEnergy_J_kg == 55.5,
             boost::test_tools::tolerance(0.01));
}

// The closed form for the same vessel: 310 MJ (the 342 MJ printed there come from an older expression).
BOOST_AUTO_TEST_CASE(cpqra_2_22_isothermal_energy) {
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::isothermal, kCpqra) == 310e6, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(isentropic_energy_is_the_integral_of_p_dv) {
  double work = 0.0;
  const double v_end = std::pow(500e5 / 101325.0, 1.0 / 1.4);
  constexpr int kSteps = 200000;
  for (int i = 0; i < kSteps; ++i) {
    const double v = std::exp(std::log(v_end) * (i + 0.5) / kSteps);
    work += 500e5 * std::pow(v, -1.4) * v * std::log(v_end) / kSteps;
  }
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::isentropic, kCpqra) == work, boost::test_tools::tolerance(1e-7));
}

BOOST_AUTO_TEST_CASE(energies_are_ordered_and_vanish_at_the_air_pressure) {
  for (const double bar : {2.0, 10.0, 100.0}) {
    const GasVessel vessel{bar * 1e5, 3.0, 1.3, 101325.0};
    const double isentropic = expansion_energy_J(ExpansionEnergy::isentropic, vessel);
    const double isothermal = expansion_energy_J(ExpansionEnergy::isothermal, vessel);
    BOOST_TEST(expansion_energy_J(ExpansionEnergy::availability, vessel) < isothermal);
    BOOST_TEST(isentropic < isothermal);
    BOOST_TEST(isentropic < expansion_energy_J(ExpansionEnergy::brode, vessel));
  }
  const GasVessel nearly{101325.0 * 1.000001, 1.0, 1.4, 101325.0};
  BOOST_TEST(expansion_energy_J(ExpansionEnergy::isentropic, nearly) < 1.0);
}

BOOST_AUTO_TEST_CASE(impossible_vessels_are_refused) {
  const auto energy = [](const GasVessel& v) { return expansion_energy_J(ExpansionEnergy::brode, v); };
  BOOST_CHECK_THROW(static_cast<void>(energy({101325.0, 1.0, 1.4, 101325.0})), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(energy({5e5, 0.0, 1.4, 101325.0})), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(energy({5e5, -1.0, 1.4, 101325.0})), sise::ModelError);
  BOOST_CHECK_THROW(static_cast<void>(energy({5e5, 1.0, 1.0, 101325.0})), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(near_field_is_told) {
  const sise::Model& model = *sise::find_model("vessel_burst");
  sise::ModelInput input = burst_input();
  input.at.emplace_back();
  const double edge_m =
      2.0 / sise::vessel_scaled_distance(derived(model.evaluate(burst_input()), "energy_J"), 1.0, 101325.0);
  input.at.front().set("r_m", edge_m * 0.99);
  const std::vector<std::string> near = model.evaluate(input).warnings;
  BOOST_TEST((std::find(near.begin(), near.end(), "near_field") != near.end()));
  input.at.front().set("r_m", edge_m * 1.01);
  const std::vector<std::string> far = model.evaluate(input).warnings;
  BOOST_TEST((std::find(far.begin(), far.end(), "near_field") == far.end()));
}

BOOST_AUTO_TEST_CASE(find_gives_the_overpressure_back) {
  const sise::Model& model = *sise::find_model("vessel_burst");
  const sise::FindAnswer found = model.find(burst_input(), {"overpressure_pa", 9000.0, {}});
  sise::ModelInput input = burst_input();
  input.at.emplace_back();
  input.at.front().set("r_m", found.distance_m.value());
  BOOST_TEST(*model.evaluate(input).points.front().values.front().second == 9000.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(blast_share_multiplies_the_energy) {
  const sise::Model& model = *sise::find_model("vessel_burst");
  sise::ModelInput input = burst_input();
  const double whole = derived(model.evaluate(input), "tnt_kg");
  input.settings.set("blast_share", 0.4);
  BOOST_TEST(derived(model.evaluate(input), "tnt_kg") == 0.4 * whole, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
