#include <boost/test/unit_test.hpp>

#include "gis_io/read/config/config_node.hpp"
#include "tests/gis_io/read/config/support.hpp"

using namespace sise;

namespace {

struct Overridden {
  ConfigNode root;
  std::vector<Diagnostic> problems;
};

Overridden with(const std::string& text, const std::vector<std::string>& overrides) {
  Overridden result{.root = toml(text)};
  Problems problems;
  apply_overrides(result.root, overrides, problems);
  result.problems = problems.all();
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overrides)

BOOST_AUTO_TEST_CASE(a_value_is_replaced_and_says_where_it_came_from) {
  const Overridden r = with("[grid]\ncell_m = 10.0\n", {"grid.cell_m=20"});
  BOOST_TEST(r.problems.empty());
  const ConfigNode& cell = *r.root.find("grid")->find("cell_m");
  BOOST_TEST(cell.integer == 20);
  BOOST_TEST(cell.where.file == "--set");
  BOOST_TEST(cell.where.field == "grid.cell_m");
}

BOOST_AUTO_TEST_CASE(tables_are_made_on_the_way) {
  const Overridden r = with("", {"model.sigma=\"briggs_urban\"", "grid.bounds=[0, 0, 1, 1]"});
  BOOST_TEST(r.root.find("model")->find("sigma")->text == "briggs_urban");
  BOOST_TEST(r.root.find("grid")->find("bounds")->items.size() == 4U);
}

BOOST_AUTO_TEST_CASE(text_needs_no_inner_quotes) {
  const Overridden r = with("", {"model.sigma=briggs_urban", "title=滨江区 2026", "day=2026-11-21"});
  BOOST_TEST(r.root.find("model")->find("sigma")->text == "briggs_urban");
  BOOST_TEST(r.root.find("title")->text == "滨江区 2026");
  BOOST_TEST((r.root.find("day")->date == ConfigDate{2026, 11, 21}));
}

BOOST_AUTO_TEST_CASE(later_overrides_win) { BOOST_TEST(with("", {"a=1", "a=2"}).root.find("a")->integer == 2); }

BOOST_AUTO_TEST_CASE(what_is_no_override_is_told) {
  for (const char* text : {"grid", "=5", "a..b=1", ".a=1", "a.=1", "a=[1", "a=\"x", "t.x.y=1"}) {
    const Overridden r = with("[t]\nx = 1\n", {text});
    BOOST_TEST(r.problems.size() == 1U, text);
    if (!r.problems.empty()) BOOST_TEST(r.problems.front().where.file == "--set");
  }
}

BOOST_AUTO_TEST_SUITE_END()
