// docs/values.md lists every allowed value, and nothing else.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/criteria/value_names.hpp"
#include "core/study/scenario.hpp"
#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

/// Per value the words of its row's second column, of the table below a heading.
using Rows = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + by.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string page() {
  std::ifstream file(std::string(SISE_SOURCE_DIR) + "/docs/values.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Rows rows_below(const std::string& heading) {
  Rows rows;
  bool inside = false;
  for (const std::string& line : split(page(), "\n")) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("| `")) continue;
    const std::vector<std::string> cells = split(line.substr(2), " | ");
    std::string also = cells.at(1);
    if (also.ends_with(" |")) also.resize(also.size() - 2);
    rows[cells.at(0).substr(1, cells.at(0).size() - 2)] = split(also, ", ");
  }
  return rows;
}

void check_row(const Rows& rows, std::vector<std::string> names) {
  const auto row = rows.find(names.front());
  BOOST_REQUIRE_MESSAGE(row != rows.end(), names.front() + " is not in docs/values.md");
  names.erase(names.begin());
  BOOST_TEST(row->second == names, names.front());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(values_page)

BOOST_AUTO_TEST_CASE(kinds_of_units) {
  const Rows rows = rows_below("`kind` of a unit");
  BOOST_TEST(rows.size() == unit_kinds().size());
  for (const UnitKind kind : unit_kinds()) {
    check_row(rows, names_of(kind));
    for (const std::string& name : names_of(kind)) BOOST_TEST((unit_kind_from(name) == kind), name);
  }
}

BOOST_AUTO_TEST_CASE(classes_of_targets) {
  const Rows rows = rows_below("`class` of a target");
  BOOST_TEST(rows.size() == target_classes().size());
  for (const TargetClass target_class : target_classes()) {
    check_row(rows, names_of(target_class));
    for (const std::string& name : names_of(target_class)) BOOST_TEST((target_class_from(name) == target_class), name);
  }
}

BOOST_AUTO_TEST_CASE(uses_of_targets) {
  const Rows rows = rows_below("`use` of a target");
  const OccupancyTable table = rule_pack("gb36894-2018").occupancy;
  BOOST_TEST(rows.size() == table.uses.size());
  for (const OccupancyUse& use : table.uses) {
    const auto row = rows.find(use.id);
    BOOST_REQUIRE_MESSAGE(row != rows.end(), use.id);
    for (const std::string& name : use.names)
      BOOST_TEST((std::find(row->second.begin(), row->second.end(), name) != row->second.end()), use.id + " " + name);
    for (const std::string& word : split(use.title.zh, ", "))
      BOOST_TEST((std::find(row->second.begin(), row->second.end(), word) != row->second.end()), use.id + " " + word);
  }
}

BOOST_AUTO_TEST_CASE(kinds_of_scenarios) {
  const std::string text = page();
  for (const ScenarioKind kind :
       {ScenarioKind::toxic, ScenarioKind::explosion, ScenarioKind::fireball, ScenarioKind::jet_fire,
        ScenarioKind::pool_fire, ScenarioKind::flash_fire, ScenarioKind::vce})
    BOOST_TEST((text.find("`" + std::string(name_of(kind)) + "`") != std::string::npos), name_of(kind));
}

BOOST_AUTO_TEST_SUITE_END()
