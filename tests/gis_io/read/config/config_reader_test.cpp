#include "gis_io/read/config/config_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/gis_io/read/config/support.hpp"

using namespace sise;

namespace {

using Lines = std::vector<std::string>;

/// The problems of reading `text` with `read`.
std::vector<Diagnostic> reading(const std::string& text, const std::function<void(ConfigReader&)>& read) {
  const ConfigNode root = toml(text);
  Problems problems;
  ConfigReader reader(root, problems);
  read(reader);
  return problems.all();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(config_reader)

BOOST_AUTO_TEST_CASE(values_come_out_typed) {
  const auto none = reading("t = 'x'\nn = 2\nf = 2.5\nb = false\nd = 2026-02-28\ns = '2026-02-28'\nl = [1, 2.5]\n",
                            [](ConfigReader& r) {
                              BOOST_TEST(r.text("t").value() == "x");
                              BOOST_TEST(r.number("n").value() == 2.0);
                              BOOST_TEST(r.integer("n").value() == 2);
                              BOOST_TEST(r.number("f").value() == 2.5);
                              BOOST_TEST(r.boolean("b").value() == false);
                              BOOST_TEST((r.date("d").value() == ConfigDate{2026, 2, 28}));
                              BOOST_TEST((r.date("s").value() == ConfigDate{2026, 2, 28}));
                              BOOST_TEST((r.numbers("l") == std::vector<double>{1.0, 2.5}));
                              BOOST_TEST(!r.text("absent").has_value());
                              r.finish();
                            });
  BOOST_TEST(none.empty());
}

BOOST_AUTO_TEST_CASE(all_problems_are_collected_each_with_its_place) {
  const auto found = reading("a = 'x'\nw = -1.0\nc = nan\nd = 'rd'\ne = ' '\n", [](ConfigReader& r) {
    BOOST_TEST(!r.number("a").has_value());
    BOOST_TEST(!r.number("w", number_rule::kPositive).has_value());
    BOOST_TEST(!r.number("c").has_value());
    BOOST_TEST(!r.choice("d", {"red", "blue"}).has_value());
    BOOST_TEST(!r.text("e").has_value());
    BOOST_TEST(!r.number("f", number_rule::kAny, Need::required).has_value());
  });
  BOOST_TEST((summary(found) == Lines{"wrong_type 1:5", "out_of_range 2:5", "out_of_range 3:5", "unknown_choice 4:5",
                                      "blank_text 5:5", "missing_key 1:1"}));
  BOOST_TEST(found.at(3).remedy.en == "Did you mean 'red'?");
  BOOST_TEST(found.at(1).message.en == "-1 is outside what is allowed: above 0");
}

BOOST_AUTO_TEST_CASE(unknown_keys_get_the_nearest_right_name) {
  const auto found = reading("cel_m = 1\nwhatever = 2\n", [](ConfigReader& r) {
    (void)r.number("cell_m");
    (void)r.text("crs");
    r.finish();
  });
  BOOST_TEST((summary(found) == Lines{"unknown_key 1:1", "unknown_key 2:1"}));
  BOOST_TEST(found.at(0).remedy.en == "Did you mean 'cell_m'?");
  BOOST_TEST(found.at(0).remedy.zh == "是否应为 'cell_m'?");
  BOOST_TEST(found.at(1).remedy.en == "Allowed: cell_m, crs");
}

BOOST_AUTO_TEST_CASE(ranges_include_or_exclude_their_ends_as_said) {
  const auto found = reading("zero = 0\none = 1\n", [](ConfigReader& r) {
    BOOST_TEST(r.number("zero", number_rule::kNotNegative).value() == 0.0);
    BOOST_TEST(r.number("zero", number_rule::kFraction).value() == 0.0);
    BOOST_TEST(r.number("one", number_rule::kFraction).value() == 1.0);
    BOOST_TEST(!r.number("zero", number_rule::kPositive).has_value());
  });
  BOOST_TEST(found.size() == 1U);
}

BOOST_AUTO_TEST_CASE(days_that_no_calendar_has_are_refused) {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "21.11.2026", "2026-11-2x"}) {
    BOOST_TEST(!date_from(text).has_value(), text);
  }
  BOOST_TEST(date_from("2024-02-29").has_value());
}

BOOST_AUTO_TEST_CASE(exactly_one_of_several_keys) {
  const auto both = reading("a = 1\nb = 2\n", [](ConfigReader& r) {
    BOOST_TEST(r.exactly_one({"a", "b"}, Need::required).empty());
  });
  BOOST_TEST((summary(both) == Lines{"too_many_keys 2:5"}));
  const auto none = reading("c = 1\n", [](ConfigReader& r) {
    BOOST_TEST(r.exactly_one({"a", "b"}, Need::required).empty());
  });
  BOOST_TEST((summary(none) == Lines{"missing_key 1:1"}));
  BOOST_TEST(reading("a = 1\n", [](ConfigReader& r) {
               BOOST_TEST(r.exactly_one({"a", "b"}, Need::required) == "a");
             }).empty());
}

BOOST_AUTO_TEST_CASE(a_section_that_is_no_table_is_told_once) {
  const ConfigNode root = toml("grid = 5\n");
  Problems problems;
  ConfigReader reader(root, problems);
  BOOST_TEST(reader.table("grid") == nullptr);
  reader.finish();
  BOOST_TEST((summary(problems.all()) == Lines{"wrong_type 1:8"}));
}

BOOST_AUTO_TEST_CASE(a_key_can_be_refused_with_its_own_reason) {
  const auto found = reading("pressure = 5\n", [](ConfigReader& r) {
    r.refuse("pressure", "bare_pressure", {"say gauge or absolute", "请说明表压或绝压"}, {});
    r.finish();
  });
  BOOST_TEST((summary(found) == Lines{"bare_pressure 1:12"}));
}

BOOST_AUTO_TEST_CASE(messages_are_in_both_languages) {
  const auto found = reading("a = 'x'\n", [](ConfigReader& r) { (void)r.number("a"); });
  BOOST_TEST(render(found.at(0), Language::en) == "test.toml:1:5: field 'a': this must be a number, not a text ('x')");
  BOOST_TEST(render(found.at(0), Language::zh) == "test.toml:1:5: 字段 'a': 此处应为数值, 而不是文本 ('x')");
}

BOOST_AUTO_TEST_SUITE_END()
