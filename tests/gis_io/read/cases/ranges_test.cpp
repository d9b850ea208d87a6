// Every numeric parameter has a physical range, from one table that the documentation prints.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/catalogue/physical_range.hpp"

using namespace sise;

namespace {

bool out_of_range(const std::vector<Diagnostic>& diagnostics, const std::string& name) {
  for (const Diagnostic& d : diagnostics) {
    const bool here = d.where.field == name || d.where.field.ends_with("." + name);
    if (here && d.code == "out_of_range") return true;
  }
  return false;
}

/// What is said of a case that states one number.
std::vector<Diagnostic> problems_of(const ModelDescriptor& model, const ModelParameter& p, const std::string& number) {
  const std::string group(name_of(p.group));
  const std::string part = p.group == ParameterGroup::at ? fmt::format(R"("at": [{{"{}": {}}}])", p.name, number)
                                                         : fmt::format(R"("{}": {{"{}": {}}})", group, p.name, number);
  const CaseTables tables{substances(), [](std::string_view id) { return harm_pack(std::string(id)); }};
  const ConfigNode root =
      parse_config(fmt::format(R"({{"model": "{}", {}}})", model.id, part), "case.json", ConfigFormat::json);
  return read_cases(root, {}, tables).front().problems;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ranges)

BOOST_AUTO_TEST_CASE(every_number_of_every_model_has_a_range_and_keeps_it) {
  for (const Model& model : model_catalogue()) {
    for (const ModelParameter& p : model.descriptor.parameters) {
      if (p.type != ParameterType::number) continue;
      const std::string what = model.descriptor.id + "." + p.name;
      BOOST_TEST(physical_range(p.name) != nullptr, what);
      BOOST_TEST((p.at_most && std::isfinite(*p.at_most)), what);
      BOOST_TEST((p.at_least || p.above), what);
      if (p.default_number && p.at_most) BOOST_TEST(*p.default_number <= *p.at_most, what);
      for (const char* number : {"1e300", "-1e300"}) {
        BOOST_TEST(out_of_range(problems_of(model.descriptor, p, number), p.name), what << " = " << number);
      }
      if (p.at_least && *p.at_least > 0.0) {
        BOOST_TEST(out_of_range(problems_of(model.descriptor, p, "1e-300"), p.name), what);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_key_of_a_file_keeps_the_range_of_its_name) {
  for (const PhysicalRange& range : physical_ranges()) {
    const std::string name(range.name);
    for (const char* number : {"1e300", "-1e300", "inf", "nan"}) {
      const ConfigNode root = parse_config(name + " = " + number, "a.toml", ConfigFormat::toml);
      Problems problems;
      ConfigReader reader(root, problems);
      BOOST_TEST(!reader.number(name).has_value(), name << " = " << number);
      BOOST_TEST(problems.has_errors());
    }
    if (range.least <= 0.0) continue;
    const ConfigNode root = parse_config(name + " = 1e-300", "a.toml", ConfigFormat::toml);
    Problems problems;
    ConfigReader reader(root, problems);
    BOOST_TEST(!reader.number(name, number_rule::kPositive).has_value(), name);
  }
}

BOOST_AUTO_TEST_CASE(the_table_is_sound_and_printed) {
  std::ifstream file(std::string(SISE_SOURCE_DIR) + "/docs/ranges.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::set<std::string_view> names;
  for (const PhysicalRange& range : physical_ranges()) {
    BOOST_TEST(names.insert(range.name).second, range.name);
    BOOST_TEST((range.low <= range.least && range.least < range.high), range.name);
    const std::string row =
        fmt::format("| `{}` | {:g} | {:g} | {:g} |", range.name, range.low, range.least, range.high);
    BOOST_TEST(page.find(row) != std::string::npos, row);
  }
}

BOOST_AUTO_TEST_SUITE_END()
