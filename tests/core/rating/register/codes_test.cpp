// Credit codes, risk codes, coordinates and rings: worked cases, then properties over many.
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/rating/register/coordinates.hpp"
#include "core/rating/register/credit_code.hpp"
#include "core/rating/register/written_answer.hpp"

using namespace sise;

namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A sound code from any 16 signs: department, kind, division and organisation.
std::string sound_code(std::mt19937& random) {
  std::string code = "91";
  for (int i = 0; i < 6; ++i) code += static_cast<char>('0' + random() % 10);
  for (int i = 0; i < 8; ++i) code += kSigns[random() % kSigns.size()];
  char check = organisation_check(std::string_view(code).substr(8));
  code += check;
  return code + credit_sum(code)->check;
}

}  // namespace

BOOST_AUTO_TEST_CASE(uscc_ok) {
  const auto sum = credit_sum("91320585MA00TK9X7");
  BOOST_REQUIRE(sum.has_value());
  BOOST_TEST(sum->sum == 2966);
  BOOST_TEST(sum->check == 'A');
  BOOST_TEST(organisation_check("MA00TK9X") == '7');
  BOOST_TEST(name_of(check_credit_code("91320585MA00TK9X7A")) == "ok");
}

BOOST_AUTO_TEST_CASE(uscc_bad) {
  BOOST_TEST(name_of(check_credit_code("91320585MA00TK9X7B")) == "bad_check");
  BOOST_TEST(name_of(check_credit_code("91320585MA00TK9X8A")) == "bad_check");
  BOOST_TEST(name_of(check_credit_code("91320585MAO0TK9X7A")) == "bad_char");
  BOOST_TEST(name_of(check_credit_code("9132058")) == "bad_length");
}

BOOST_AUTO_TEST_CASE(reg15) {
  BOOST_TEST(name_of(check_credit_code("320585000123453")) == "old_reg15_ok");
  BOOST_TEST(name_of(check_credit_code("320585000123454")) == "old_reg15_bad");
}

BOOST_AUTO_TEST_CASE(a_million_random_codes_are_right_and_every_single_error_is_found) {
  std::mt19937 random(7);
  std::int64_t sound = 0;
  std::int64_t found = 0;
  constexpr std::int64_t kCodes = 1'000'000;
  for (std::int64_t i = 0; i < kCodes; ++i) {
    std::string code = sound_code(random);
    sound += static_cast<std::int64_t>(check_credit_code(code) == CodeCheck::ok);
    char& sign = code[random() % code.size()];
    const char other = kSigns[random() % kSigns.size()];
    sign = other != sign ? other : (sign == '0' ? '1' : '0');
    found += static_cast<std::int64_t>(check_credit_code(code) != CodeCheck::ok);
  }
  BOOST_TEST(sound == kCodes);
  BOOST_TEST(found == kCodes);
}

BOOST_AUTO_TEST_CASE(js_oldcode) {
  BOOST_TEST(new_risk_code("0301") == "100301");
  BOOST_TEST(new_risk_code("0707") == "100707");
  BOOST_TEST(new_risk_code("1003") == "101003");  // old tobacco 03, not the category
  BOOST_TEST(new_risk_code("1301") == "341301");
  BOOST_TEST(new_risk_code("0221") == "0221");
  BOOST_TEST(new_risk_code("100301") == "100301");
}

BOOST_AUTO_TEST_CASE(grid_15) {
  const std::vector<std::size_t> beijing{6, 3, 3, 3};
  const auto parts = split_code("110101001002003", beijing);
  BOOST_REQUIRE(parts.has_value());
  BOOST_TEST((*parts == std::vector<std::string>{"110101", "001", "002", "003"}));
  BOOST_TEST(!split_code("11010100100200", beijing).has_value());
}

BOOST_AUTO_TEST_CASE(coord_checks) {
  const LonLatBox box{120.0, 121.5, 30.7, 32.1};
  const std::vector<LonLat> known{{118.76, 33.06}};
  DefaultCentres centres(known);
  centres.settle();
  const auto state = [&](std::optional<double> lon, std::optional<double> lat) {
    return std::string(name_of(judge_coordinates(lon, lat, box, centres).state));
  };
  BOOST_TEST(state(118.76, 33.06) == "default_centre");
  BOOST_TEST(state(12.100064, 31.45) == "slipped_decimal");
  BOOST_TEST(state(31.3, 120.6) == "swapped");
  BOOST_TEST(state(120.58, 31.3) == "coarse");
  BOOST_TEST(state(120.583312, 31.302155) == "ok");
  BOOST_TEST(state(std::nullopt, 31.3) == "missing");
  BOOST_TEST(state(119.483312, 31.302155) == "outside_box");
  const auto slipped = judge_coordinates(12.100064, 31.45, box, centres);
  BOOST_REQUIRE(slipped.meant.has_value());
  BOOST_TEST(slipped.meant->lon_deg == 121.00064, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(five_firms_at_five_addresses_share_no_place_but_tenants_of_one_address_do) {
  DefaultCentres centres({});
  for (std::uint64_t firm = 1; firm <= 5; ++firm) {
    centres.add({120.5, 31.5}, firm, firm);  // five addresses
    centres.add({120.6, 31.6}, firm, 1);     // one standard factory
    centres.add({120.7, 31.7}, 1, firm);     // one firm
  }
  centres.settle();
  BOOST_TEST(centres.has({120.500004, 31.5}));
  BOOST_TEST(!centres.has({120.6, 31.6}));
  BOOST_TEST(!centres.has({120.7, 31.7}));
}

BOOST_AUTO_TEST_CASE(ring_500) {
  const auto text = [](int vertices) {
    std::string ring;
    for (int i = 0; i < vertices; ++i) {
      ring += (i > 0 ? ";" : "") + std::string("120.") + std::to_string(100000 + i) + "," + "31." +
              std::to_string(200000 + i);
    }
    return ring;
  };
  BOOST_TEST(text(23).size() == 482U);
  BOOST_TEST(text(24).size() == 503U);
  const auto whole = ring_from(text(23));
  BOOST_REQUIRE(whole.has_value());
  BOOST_TEST(!whole->cut);
  BOOST_TEST(whole->vertices.size() == 23U);
  const auto cut = ring_from(text(24).substr(0, 500));
  BOOST_REQUIRE(cut.has_value());
  BOOST_TEST(cut->cut);
  BOOST_TEST(cut->vertices.size() == 23U);
  BOOST_TEST(!ring_from("车间").has_value());
}

BOOST_AUTO_TEST_CASE(an_answer_is_a_number_only_as_a_whole_and_only_a_finite_one) {
  BOOST_TEST(plain_number("12.5").value() == 12.5);
  BOOST_TEST(plain_number("-3").value() == -3.0);
  for (const char* text : {"", "12 m", "nan", "inf", "-inf", "infinity", "1e999"})
    BOOST_TEST(!plain_number(text).has_value(), text);
}
