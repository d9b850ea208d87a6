// What every entry of the catalogue must say about its model.
#include "models/catalogue/descriptor.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "models/catalogue/catalogue.hpp"

namespace {

bool in_both_languages(const sise::Text& text) { return !text.en.empty() && !text.zh.empty(); }

bool within(const sise::ModelParameter& p, double value) {
  return (!p.above || value > *p.above) && (!p.at_least || value >= *p.at_least) && (!p.at_most || value <= *p.at_most);
}

bool default_is_allowed(const sise::ModelParameter& p) {
  if (p.default_number) return within(p, *p.default_number);
  if (p.default_name.empty() || p.choices.empty()) return true;
  return std::find(p.choices.begin(), p.choices.end(), p.default_name) != p.choices.end();
}

}  // namespace

BOOST_AUTO_TEST_CASE(ids_are_unique_and_found) {
  std::set<std::string> ids;
  for (const sise::Model& model : sise::model_catalogue()) {
    BOOST_TEST(ids.insert(model.descriptor.id).second);
    BOOST_TEST(sise::find_model(model.descriptor.id) == &model);
  }
  BOOST_TEST(sise::find_model("no_such_model") == nullptr);
}

BOOST_AUTO_TEST_CASE(every_model_says_what_it_is) {
  for (const sise::Model& model : sise::model_catalogue()) {
    const sise::ModelDescriptor& d = model.descriptor;
    BOOST_TEST_CONTEXT(d.id) {
      BOOST_TEST(in_both_languages(d.title));
      BOOST_TEST(!d.source.empty());
      BOOST_TEST(!d.validity.empty());
      BOOST_TEST(d.doc_page == "models/" + d.id + ".md");
      BOOST_TEST((model.evaluate != nullptr));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_parameter_is_complete_and_its_default_allowed) {
  for (const sise::Model& model : sise::model_catalogue()) {
    std::set<std::string> names;
    for (const sise::ModelParameter& p : model.descriptor.parameters) {
      BOOST_TEST_CONTEXT(model.descriptor.id << "." << p.name) {
        BOOST_TEST(names.insert(p.key()).second);
        BOOST_TEST(in_both_languages(p.text));
        BOOST_TEST(default_is_allowed(p));
        BOOST_TEST(!(p.required && (p.default_number.has_value() || !p.default_name.empty())));
        BOOST_TEST((p.type == sise::ParameterType::choice) == !p.choices.empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_output_is_complete_and_findable_only_with_a_finder) {
  for (const sise::Model& model : sise::model_catalogue()) {
    std::set<std::string> names;
    for (const sise::ModelOutput& output : model.descriptor.outputs) {
      BOOST_TEST(names.insert(output.name).second);
      BOOST_TEST(in_both_languages(output.text));
      BOOST_TEST(!(output.findable && model.find == nullptr));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_validity_speaks_both_languages) {
  for (const sise::Model& model : sise::model_catalogue()) {
    for (const sise::ModelValidity& validity : model.descriptor.validity) BOOST_TEST(in_both_languages(validity.text));
  }
}

BOOST_AUTO_TEST_CASE(allowed_values_read_well) {
  sise::ModelParameter p;
  BOOST_TEST(sise::allowed_values(p).en.empty());
  p.above = 0.0;
  BOOST_TEST(sise::allowed_values(p).en == "above 0");
  BOOST_TEST(sise::allowed_values(p).zh == "大于 0");
  p.at_most = 5.0;
  BOOST_TEST(sise::allowed_values(p).en == "above 0, up to 5");
  p.above.reset();
  p.at_least = 1.0;
  BOOST_TEST(sise::allowed_values(p).en == "from 1 to 5");
  p.choices = {"a", "b"};
  BOOST_TEST(sise::allowed_values(p).en == "one of a, b");
}
