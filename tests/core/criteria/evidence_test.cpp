// Marks are joined in one place, and a confirmed link no longer holds a veto open.
#include "core/criteria/evidence.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

BOOST_TEST_DONT_PRINT_LOG_VALUE(Confidence)

namespace {

Link link(const std::string& id, Confidence confidence, bool confirmed = false) {
  return {id, {"what " + id, "何 " + id}, "source of " + id, confidence, confirmed};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evidence)

BOOST_AUTO_TEST_CASE(a_result_takes_the_weakest_mark) {
  BOOST_TEST(joined({}) == Confidence::seen);
  BOOST_TEST(joined({link("a", Confidence::seen), link("b", Confidence::corroborated)}) == Confidence::corroborated);
  BOOST_TEST(joined({link("a", Confidence::recalled), link("b", Confidence::seen)}) == Confidence::recalled);
}

BOOST_AUTO_TEST_CASE(confirming_keeps_the_mark_and_lets_the_chain_stand) {
  const Chain open{link("a", Confidence::recalled), link("b", Confidence::seen)};
  BOOST_TEST(!stands(open));
  BOOST_TEST(named(open_links(open)).en == "what a (source of a)");
  const Chain confirmed{link("a", Confidence::recalled, true), link("b", Confidence::corroborated)};
  BOOST_TEST(stands(confirmed));
  BOOST_TEST(joined(confirmed) == Confidence::recalled);
}

BOOST_AUTO_TEST_CASE(a_link_is_named_once) {
  Chain chain{link("a", Confidence::recalled)};
  extend(chain, {link("a", Confidence::recalled), link("b", Confidence::recalled)});
  BOOST_TEST(chain.size() == 2U);
  BOOST_TEST(named(chain).zh == "何 a(source of a)、何 b(source of b)");
}

BOOST_AUTO_TEST_SUITE_END()
