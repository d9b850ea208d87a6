// Every parameter of every model changes something: nothing is offered that does not count.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/models/catalogue/walk.hpp"

using namespace sise;
using namespace sise::test;

namespace {

/// Extreme values cost a cloud that is followed step by step too much time.
constexpr std::string_view kWalkedByItsOwnTests = "dense_gas";
/// Said in the catalogue: a steady plume is the same at any time.
const std::set<std::string> kSaidNotToCount{"gaussian_plume.t_s",
                                            // where the code above_pure_gas begins, which these cases are far from
                                            "gaussian_plume.pressure_Pa", "gaussian_puff.pressure_Pa",
                                            "similarity_plume.pressure_Pa"};
/// These only bound what is accepted.
const std::set<std::string> kLimits{"vessel_liquid.melting_point_K", "vessel_two_phase.melting_point_K",
                                    "pool_evaporation.melting_point_K", "pool_fire.bund_m2"};

bool allows(const ModelParameter& p, double value) {
  return (!p.above || value > *p.above) && (!p.at_least || value >= *p.at_least) && (!p.at_most || value <= *p.at_most);
}

bool changes_the_answer(const SubstanceCase& each, const WalkCase& changed, const std::string& key) {
  const std::string text = answer_text(changed, &each.substance);
  const bool refused = text.starts_with("refused");
  return refused ? kLimits.contains(key) : text != answer_text(each.wanted, &each.substance);
}

bool counts(const SubstanceCase& each, const ModelParameter& p) {
  const std::string key = each.wanted.model + "." + p.name;
  if (p.type == ParameterType::choice) {
    for (const std::string& choice : p.choices) {
      WalkCase changed = each.wanted;
      changed.texts[p.key()] = choice;
      if (changes_the_answer(each, changed, key)) return true;
    }
    return false;
  }
  for (const double value : {1e-5,  1e-3,  0.02,  0.3, 0.9,   1.3, 2.0, 5.0, 12.0, 45.0, 250.0,
                             290.0, 340.0, 500.0, 1e3, 2.5e3, 1e4, 5e4, 1e5, 8e5,  1e6,  3.5e7}) {
    if (!allows(p, value)) continue;
    WalkCase changed = each.wanted;
    (p.group == ParameterGroup::at ? changed.at : changed.numbers)[p.key()] = value;
    if (changes_the_answer(each, changed, key)) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(every_parameter)

BOOST_AUTO_TEST_CASE(of_every_model_changes_the_answer_of_some_case) {
  const std::vector<SubstanceCase> cases = parameter_cases();
  std::size_t walked = 0;
  for (const Model& model : model_catalogue()) {
    if (model.descriptor.id == kWalkedByItsOwnTests) continue;
    for (const ModelParameter& p : model.descriptor.parameters) {
      if (p.type == ParameterType::name || kSaidNotToCount.contains(model.descriptor.id + "." + p.name)) continue;
      bool used = false;
      for (const SubstanceCase& each : cases)
        used = used || (each.wanted.model == model.descriptor.id && counts(each, p));
      BOOST_TEST(used, model.descriptor.id << "." << p.name << " changes nothing");
      ++walked;
    }
  }
  BOOST_TEST(walked > 250U);
}

BOOST_AUTO_TEST_SUITE_END()
