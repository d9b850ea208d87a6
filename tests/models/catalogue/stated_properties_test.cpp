// What a case states about its substance wins over the table: every such parameter of every model, walked.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "tests/models/catalogue/walk.hpp"

using namespace sise;
using namespace sise::test;

namespace {

/// Parameters that stand in for what the table knows.
std::vector<std::string> property_names_of(const ModelDescriptor& descriptor) {
  std::vector<std::string> names;
  for (const ModelParameter& p : descriptor.parameters) {
    if (p.text.en.find("substance") != std::string::npos && p.type == ParameterType::number) names.push_back(p.name);
  }
  return names;
}

/// Some other value of the property changes the answer, or is refused.
bool counts(const SubstanceCase& each, const std::string& name, const std::string& untouched) {
  std::vector<double> trials;
  const auto known = each.substance.properties.find(name == "gamma" ? "gas_gamma" : name);
  if (known != each.substance.properties.end()) {
    for (const double factor : {1.05, 0.95, 2.0}) trials.push_back(factor * known->second.value);
  }
  for (const double value : {0.05, 8000.0, 1.3e4, 350.0, 3.5e7}) trials.push_back(value);
  for (const double value : trials) {
    SubstanceCase changed = each;
    changed.wanted.numbers[name] = value;
    if (answer_text(changed.wanted, &changed.substance) != untouched) return true;
  }
  return false;
}

double number_in(const std::string& text, const std::string& name) {
  const std::size_t at = text.find(name + "=");
  BOOST_REQUIRE(at != std::string::npos);
  return std::stod(text.substr(at + name.size() + 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stated_properties)

BOOST_AUTO_TEST_CASE(every_case_of_the_walk_has_an_answer) {
  for (const SubstanceCase& each : property_cases()) {
    const std::string text = answer_text(each.wanted, &each.substance);
    BOOST_TEST(text.find("refused") == std::string::npos, each.wanted.model << " " << text);
    BOOST_TEST(text.find("null") == std::string::npos, each.wanted.model << " " << text);
  }
}

BOOST_AUTO_TEST_CASE(every_stated_property_of_every_model_counts) {
  std::set<std::string> walked;
  for (const Model& model : model_catalogue()) {
    if (model.descriptor.id == "dense_gas") continue;  // its own tests walk its properties
    for (const std::string& name : property_names_of(model.descriptor)) {
      bool used = false;
      for (const SubstanceCase& each : property_cases()) {
        if (each.wanted.model != model.descriptor.id) continue;
        used = used || counts(each, name, answer_text(each.wanted, &each.substance));
      }
      BOOST_TEST(used, model.descriptor.id << " does not use the stated " << name);
      walked.insert(model.descriptor.id + "." + name);
    }
  }
  BOOST_TEST(walked.size() >= 40U);
}

// HJ 169-2018 F.12: 4.685e-3 x 8000 x 0.092141/(8.314 x 293.15) x 2^(1.75/2.25) x (10/pi)^(0.5 x 4.25/2.25) kg/s.
BOOST_AUTO_TEST_CASE(toluene_of_8000_pa_evaporates_by_the_stated_pressure) {
  const Substance toluene = rich_toluene();
  WalkCase pool{"pool_evaporation",
                {{"mass_kg", 100.0}, {"bund_m2", 10.0}, {"wind_speed_m_s", 2.0}, {"vapour_pressure_pa", 8000.0}},
                {},
                {{"t_s", 1.0}}};
  const double by_hand = 4.685e-3 * 8000.0 * 0.092141 / (8.31446261815324 * 293.15) * std::pow(2.0, 1.75 / 2.25) *
                         std::pow(10.0 / 3.14159265358979, 0.5 * 4.25 / 2.25);
  BOOST_TEST(by_hand == 0.00725, boost::test_tools::tolerance(0.01));
  BOOST_TEST(number_in(answer_text(pool, &toluene), "rate_kg_s") == by_hand, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(chlorine_with_a_stated_boiling_point_of_300_k_does_not_flash_at_298_k) {
  const Substance chlorine = rich_chlorine();
  WalkCase vessel{"vessel_liquid",
                  {{"hole_diameter_m", 0.02},
                   {"pressure_pa", 1e6},
                   {"temperature_K", 298.15},
                   {"mass_kg", 1000.0},
                   {"liquid_head_m", 1.0}},
                  {},
                  {{"t_s", 1.0}}};
  BOOST_TEST(number_in(answer_text(vessel, &chlorine), "flash_fraction") == 0.19, boost::test_tools::tolerance(0.01));
  vessel.numbers["boiling_point_K"] = 300.0;
  BOOST_TEST(number_in(answer_text(vessel, &chlorine), "flash_fraction") == 0.0);
}

BOOST_AUTO_TEST_CASE(a_stated_boiling_point_moves_the_vapour_pressure_with_it) {
  const Substance chlorine = rich_chlorine();
  WalkCase vessel{"vessel_two_phase",
                  {{"hole_diameter_m", 0.02}, {"temperature_K", 320.0}, {"mass_kg", 1000.0}, {"volume_m3", 2.0}},
                  {},
                  {{"t_s", 1.0}}};
  const double before = number_in(answer_text(vessel, &chlorine), "vapour_pressure_pa");
  vessel.numbers["boiling_point_K"] = 300.0;
  const double after = number_in(answer_text(vessel, &chlorine), "vapour_pressure_pa");
  BOOST_TEST(after < 0.3 * before);
  BOOST_TEST(after > 101325.0);
}

BOOST_AUTO_TEST_CASE(a_boiling_point_and_a_vapour_pressure_that_contradict_each_other_are_refused) {
  const Substance toluene = rich_toluene();
  const WalkCase pool{
      "pool_evaporation",
      {{"mass_kg", 100.0}, {"wind_speed_m_s", 2.0}, {"vapour_pressure_pa", 2e5}, {"boiling_point_K", 380.0}},
      {},
      {{"t_s", 1.0}}};
  BOOST_TEST(answer_text(pool, &toluene) == "refused: contradictory_vapour_pressure");
}

BOOST_AUTO_TEST_SUITE_END()
