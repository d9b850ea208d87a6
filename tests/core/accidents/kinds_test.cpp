// The table of kinds: every row whole, and the pages true to it.
#include "core/accidents/kinds.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "core/accidents/scenario_fields.hpp"

namespace sise {
namespace {

std::string page(const std::string& name) {
  std::ifstream file(std::string(SISE_SOURCE_DIR) + "/docs/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The row of a page's table that begins with this name.
std::string row_of(const std::string& text, std::string_view name) {
  const std::string start = "\n| `" + std::string(name) + "` |";
  const std::size_t at = text.find(start, text.find("## Scenarios, kind by kind"));
  if (at == std::string::npos) return {};
  return text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

bool names(const std::string& row, std::string_view word) {
  return row.find("`" + std::string(word) + "`") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kinds_suite)

BOOST_AUTO_TEST_CASE(every_row_is_whole) {
  std::set<std::string_view> kinds;
  std::set<std::string_view> incident_names;
  for (const AccidentKind& row : accident_kinds()) {
    BOOST_TEST_INFO(row.kind.name());
    BOOST_TEST(kinds.insert(row.kind.name()).second);
    BOOST_TEST(incident_names.insert(row.incident_name).second);
    BOOST_TEST(!row.label.en.empty());
    BOOST_TEST(!row.label.zh.empty());
    BOOST_TEST(!row.endpoints.empty());
    BOOST_TEST(!(row.needs.empty() && row.needs_one.empty()));
    BOOST_TEST((row.has_plume != nullptr && row.goes_with_the_wind != nullptr));
    BOOST_TEST((row.event == nullptr) == (row.substance == SubstanceNeed::poison));
    BOOST_TEST(!(row.properties.empty() && row.substance == SubstanceNeed::flammable));
    for (const FieldNames* fields : {&row.needs, &row.needs_one, &row.allows}) {
      for (const std::string_view field : *fields) BOOST_CHECK_NO_THROW((void)scenario_field(field));
    }
    BOOST_TEST((*scenario_kind_from(row.kind.name()) == row.kind));
    BOOST_TEST((*incident_kind_from(row.incident_name) == row.kind));
  }
  BOOST_TEST(!scenario_kind_from("meteor").has_value());
  BOOST_CHECK_THROW((void)kind_row(ScenarioKind("meteor")), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(every_number_is_used_by_a_kind_and_keeps_its_value) {
  for (const ScenarioField& field : scenario_fields()) {
    BOOST_TEST_INFO(field.name);
    bool used = false;
    for (const AccidentKind& row : accident_kinds()) used = used || takes(row, field.name);
    BOOST_TEST(used);
    Scenario scenario;
    BOOST_TEST(field.get(scenario).has_value() == field.has_default);
    field.set(scenario, 7.0);
    BOOST_TEST(*field.get(scenario) == 7.0);
  }
}

BOOST_AUTO_TEST_CASE(the_page_says_what_the_table_says) {
  const std::string project = page("project.md");
  for (const AccidentKind& row : accident_kinds()) {
    const std::string told = row_of(project, row.kind.name());
    BOOST_TEST_INFO(row.kind.name());
    BOOST_TEST(!told.empty());
    for (const ScenarioField& field : scenario_fields()) {
      BOOST_TEST_INFO(field.name);
      BOOST_TEST(names(told, field.name) == takes(row, field.name));
    }
    BOOST_TEST(names(project, row.incident_name));
  }
}

BOOST_AUTO_TEST_CASE(a_pack_is_asked_for_the_rule_that_a_kind_needs) {
  HarmPack pack;
  pack.toxic_basis = ToxicBasis::none;
  BOOST_TEST(!rule_for(Harm::poison, pack).known);
  BOOST_TEST(!rule_for(Harm::blast, pack).known);
  BOOST_TEST(!rule_for(Harm::heat, pack).known);
  BOOST_TEST(rule_for(Harm::flame, pack).known);
  pack.lethal_overpressure_pa = 30e3;
  BOOST_TEST(rule_for(Harm::blast, pack).known);
  BOOST_TEST(rule_for(Harm::blast_pressure, pack).known);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
