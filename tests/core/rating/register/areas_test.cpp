// Areas, ledgers and placement: worked cases.
#include <boost/test/unit_test.hpp>

#include "core/rating/register/area_grade.hpp"
#include "core/rating/register/boundary_set.hpp"
#include "core/rating/register/credit_code.hpp"
#include "core/rating/register/hidden_danger.hpp"
#include "core/rating/register/link_register.hpp"
#include "core/rating/register/match_enterprises.hpp"
#include "core/rating/register/placement.hpp"

using namespace sise;

namespace {

GradeCounts one_four_twelve_eightythree() {
  GradeCounts counts;
  counts.add(Grade::red, 1);
  counts.add(Grade::orange, 4);
  counts.add(Grade::yellow, 12);
  counts.add(Grade::blue, 83);
  return counts;
}

MultiPolygon square(double x, double y, double side) {
  return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

Date day(int year, unsigned month, unsigned date) {
  return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(date)};
}

HiddenDanger danger(Date deadline, std::optional<Date> closed) {
  HiddenDanger one;
  one.found = deadline - std::chrono::days(30);
  one.first_deadline = one.deadline = deadline;
  one.closed_on = closed;
  one.major = false;
  return one;
}

}  // namespace

BOOST_AUTO_TEST_CASE(area_worst_and_unrated_share) {
  GradeCounts counts = one_four_twelve_eightythree();
  counts.add(Grade::unrated, 7);
  BOOST_TEST((counts.worst() == Grade::red));
  BOOST_TEST(*counts.rated_share() == 0.9346, boost::test_tools::tolerance(0.0005));
  BOOST_TEST((GradeCounts{}.worst() == Grade::unrated));  // an empty area is not low
  BOOST_TEST(!GradeCounts{}.rated_share().has_value());
}

BOOST_AUTO_TEST_CASE(area_weights_nemerow_share) {
  const GradeCounts counts = one_four_twelve_eightythree();
  BOOST_TEST(weighted_count(counts, {"w8421", {8, 4, 2, 1}}) == 131.0);
  BOOST_TEST(weighted_count(counts, {"w8421", {8, 4, 2, 1}}) / 20.0 == 6.55);
  BOOST_TEST(weighted_count(counts, {"w1000", {1000, 100, 10, 1}}) == 1603.0);
  BOOST_TEST(*nemerow_index(counts) == 2.9591, boost::test_tools::tolerance(0.0005));
  BOOST_TEST(*share_red_orange(counts) == 0.05);
}

BOOST_AUTO_TEST_CASE(area_layers) {
  AreaRules rules;
  rules.layers_orange = 3;
  rules.layers_yellow = 4;
  using G = Grade;
  BOOST_TEST((uplifted(std::vector{G::orange, G::orange, G::yellow}, rules) == G::orange));
  BOOST_TEST((uplifted(std::vector{G::orange, G::orange, G::orange}, rules) == G::red));
  BOOST_TEST((uplifted(std::vector{G::yellow, G::yellow, G::yellow, G::yellow}, rules) == G::orange));
  BOOST_TEST((uplifted(std::vector{G::yellow, G::yellow, G::yellow}, rules) == G::yellow));
  BOOST_TEST((uplifted(std::vector{G::unrated, G::unrated}, rules) == G::unrated));
}

BOOST_AUTO_TEST_CASE(rates) {
  const Date date = day(2026, 3, 16);
  LedgerCounts counts;
  for (int i = 0; i < 34; ++i) counts.add(danger(day(2026, 3, 1), day(2026, 3, 1)), date);
  for (int i = 0; i < 3; ++i) counts.add(danger(day(2026, 3, 1), day(2026, 3, 5)), date);
  for (int i = 0; i < 3; ++i) counts.add(danger(day(2026, 3, 10), std::nullopt), date);
  for (int i = 0; i < 10; ++i) counts.add(danger(day(2026, 4, 1), std::nullopt), date);
  BOOST_TEST(*counts.closed_rate() == 0.74);
  BOOST_TEST(*counts.due_rate() == 0.925);
  BOOST_TEST(*counts.on_time_rate() == 0.85);
  BOOST_TEST(*counts.overdue_rate() == 0.075);
  BOOST_TEST(!counts.major_due_rate().has_value());
}

BOOST_AUTO_TEST_CASE(rates_0of5) {
  LedgerCounts counts;
  for (int i = 0; i < 5; ++i) {
    HiddenDanger major = danger(day(2026, 3, 1), std::nullopt);
    major.major = true;
    counts.add(major, day(2026, 3, 16));
  }
  BOOST_TEST(*counts.major_due_rate() == 0.0);
  BOOST_TEST(!LedgerCounts{}.closed_rate().has_value());  // 0 of 0 has no value
}

BOOST_AUTO_TEST_CASE(overdue_and_the_last_day) {
  const HiddenDanger late = danger(day(2026, 3, 10), std::nullopt);
  BOOST_TEST(late.days_overdue(day(2026, 3, 16)) == 6);
  BOOST_TEST(late.days_overdue(day(2026, 3, 10)) == 0);
}

BOOST_AUTO_TEST_CASE(an_extension_keeps_the_first_deadline_for_the_on_time_rate) {
  HiddenDanger extended = danger(day(2026, 3, 1), std::nullopt);
  extended.deadline = day(2026, 4, 1);
  LedgerCounts counts;
  counts.add(extended, day(2026, 3, 16));
  BOOST_TEST(counts.due == 1);
  BOOST_TEST(counts.overdue == 0);
  BOOST_TEST(*counts.on_time_rate() == 0.0);
}

BOOST_AUTO_TEST_CASE(a_deadline_before_the_check_counts_in_no_rate) {
  HiddenDanger wrong = danger(day(2026, 3, 1), std::nullopt);
  wrong.found = day(2026, 3, 5);
  check_danger(wrong);
  BOOST_TEST(has_finding(wrong.findings, "deadline_before_check"));
  LedgerCounts counts;
  counts.add(wrong, day(2026, 3, 16));
  BOOST_TEST(counts.all == 1);
  BOOST_TEST(counts.due == 0);
}

/// 整改完成 is no 销号: an open major danger must not fall out of the colours before somebody has accepted it.
BOOST_AUTO_TEST_CASE(what_waits_for_acceptance_is_open_whatever_its_date) {
  const DangerState waiting{.id = "acceptance", .label = {"waiting for acceptance", "待验收"}};
  const DangerState closed{.id = "closed", .label = {"closed", "已销号"}, .closed = true};
  const Date date = day(2026, 3, 16);
  HiddenDanger one = danger(day(2026, 3, 1), day(2026, 2, 20));
  one.major = true;
  one.state = &closed;
  BOOST_TEST(one.is_closed(date));
  one.state = &waiting;
  BOOST_TEST(one.is_open_major(date));
  BOOST_TEST(one.days_overdue(date) == 15);
  check_danger(one);
  BOOST_TEST(has_finding(one.findings, "dated_but_open"));
}

BOOST_AUTO_TEST_CASE(a_state_of_major_dangers_makes_one_of_no_level_major) {
  const DangerState second{.id = "second_acceptance", .label = {"second acceptance", "二次验收"}, .major_only = true};
  HiddenDanger unknown;
  unknown.state = &second;
  check_danger(unknown);
  BOOST_TEST(unknown.is_open_major(day(2026, 3, 16)));
  BOOST_TEST(has_finding(unknown.findings, "state_of_major"));
  HiddenDanger general;
  general.major = false;
  general.state = &second;
  check_danger(general);
  BOOST_TEST(!*general.major);
  BOOST_TEST(has_finding(general.findings, "state_of_major"));
}

/// Offices number their points from 1: the same id elsewhere is another point.
BOOST_AUTO_TEST_CASE(a_danger_means_the_point_of_its_own_enterprise) {
  std::vector<RiskPoint> points(3);
  points[0].id = "1";
  points[1].id = "b:1";
  points[1].written_id = "1";
  points[2].id = "2";
  const Owners point_owners{0, 1, 1};
  std::vector<HiddenDanger> dangers(5);
  for (HiddenDanger& one : dangers) one.point_id = "1";
  dangers[2].point_id = "2";
  dangers[4].point_id = "7";
  Owners owners{1, 2, std::nullopt, std::nullopt, 0};
  const NamedPoints named = link_named_points(dangers, points, point_owners, owners);
  BOOST_TEST((named[0] == std::vector<std::size_t>{1}));
  BOOST_TEST(named[1].empty());
  BOOST_TEST(has_finding(dangers[1].findings, "point_of_another"));
  BOOST_TEST((named[2] == std::vector<std::size_t>{2}));
  BOOST_TEST((owners[2] == std::optional<std::size_t>(1)));  // of its point
  BOOST_TEST((named[3] == std::vector<std::size_t>{0, 1}));
  BOOST_TEST(has_finding(dangers[3].findings, "several_points"));
  BOOST_TEST(has_finding(dangers[4].findings, "no_such_point"));
}

BOOST_AUTO_TEST_CASE(a_merged_firm_keeps_how_coarse_its_place_is) {
  std::vector<EnterpriseRecord> firms(2);
  firms[0].name = firms[1].name = "甲";
  firms[1].where.coordinates = Point{1.0, 2.0};
  firms[1].where.coarse = true;
  merge_registry(firms);
  BOOST_TEST((firms[1].state == RowState::repeated));
  BOOST_TEST(firms[0].where.coordinates.has_value());
  BOOST_TEST(firms[0].where.coarse);
}

BOOST_AUTO_TEST_CASE(place_cover) {
  const PlaceCounts counts{78, 10, 7, 5, 0};
  BOOST_TEST(*grid_share(counts) == 0.95);
  BOOST_TEST(*township_share(counts) == 1.0);
}

BOOST_AUTO_TEST_CASE(a_township_known_by_name_is_no_place) {
  std::vector<BoundarySet> sets(2);
  sets[0].name = "townships";
  sets[0].level = BoundaryLevel::township;
  sets[0].areas = {{"T1", "东镇", square(0, 0, 100)}, {"T2", "西镇", square(100, 0, 100)}};
  sets[1].name = "grids";
  sets[1].areas = {{"G1", "G1", square(0, 0, 50)}};
  const PlaceLadder ladder(sets);
  const auto placed = [&](const Whereabouts& where, const Whereabouts* firm = nullptr) {
    Findings findings;
    const Placement placement = ladder.place(where, firm, findings);
    std::vector<std::int32_t> areas(2);
    ladder.find_areas(where, firm, placement, findings, areas);
    return std::tuple(std::string(name_of(placement.place)), areas[0], areas[1]);
  };
  Whereabouts own;
  own.coordinates = Point{10, 10};
  BOOST_TEST((placed(own) == std::tuple(std::string("P0"), 0, 0)));
  Whereabouts centre;
  centre.coordinates = Point{50, 50};  // of the first township: never a hot spot
  BOOST_TEST((placed(centre) == std::tuple(std::string("P3"), 0, kNoArea)));
  Whereabouts named;
  named.town = "西镇";
  BOOST_TEST((placed(named) == std::tuple(std::string("P3"), 1, kNoArea)));
  Whereabouts village;
  village.village = "G1";
  BOOST_TEST((placed(village) == std::tuple(std::string("P2"), 0, 0)));
  BOOST_TEST((placed({}, &own) == std::tuple(std::string("P1"), 0, 0)));
  Whereabouts firm_in_town;
  firm_in_town.town = "西镇";
  BOOST_TEST((placed({}, &firm_in_town) == std::tuple(std::string("P3"), 1, kNoArea)));
  BOOST_TEST((placed(named, &own) == std::tuple(std::string("P1"), 0, 0)));
  Whereabouts other_town;
  other_town.town = "东镇";  // the row's own word counts before its enterprise's
  BOOST_TEST((placed(other_town, &firm_in_town) == std::tuple(std::string("P3"), 0, kNoArea)));
  BOOST_TEST((placed({}) == std::tuple(std::string("P4"), kNoArea, kNoArea)));
}

BOOST_AUTO_TEST_CASE(areas_share_their_edges_and_overlaps_are_seen) {
  BoundarySet set;
  set.areas = {{"A", "A", square(0, 0, 100)}, {"B", "B", square(100, 0, 100)}, {"C", "C", square(150, 50, 100)}};
  const AreaFinder finder(set);
  BOOST_TEST(finder.find(Point{100.0, 10.0}).area == 1);  // the shared edge belongs to the eastern one
  BOOST_TEST(finder.find(Point{99.9, 10.0}).area == 0);
  BOOST_TEST(finder.find(Point{160.0, 60.0}).area == 1);
  BOOST_TEST(finder.find(Point{160.0, 60.0}).also == 2);
  BOOST_TEST(finder.find(Point{500.0, 60.0}).area == kNoArea);
  const CoverFault fault = cover_fault(set, square(0, 0, 200));
  BOOST_TEST(fault.overlap_m2 == 2500.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(fault.gap_m2 == 17500.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(firms_match_by_code_then_name_and_never_by_place) {
  std::vector<EnterpriseRecord> firms(2);
  firms[0].uscc = "91320585MA00TK9X7A";
  firms[0].valid_code = true;
  firms[0].name = "甲化工有限公司";
  firms[0].former_names = {"乙化工厂"};
  firms[0].where.coordinates = Point{0, 0};
  firms[1].name = "丙机械制造有限公司苏州分公司";
  firms[1].where.coordinates = Point{0, 0};
  const EnterpriseMatcher matcher(firms);
  const auto renamed = matcher.match({"91320585MA00TK9X7A", "丁化工有限公司", "", {}});
  BOOST_TEST((renamed.by == MatchedBy::code));
  BOOST_TEST(renamed.other_name);
  BOOST_TEST((matcher.match({"320585000123453", "乙化工厂", "", {}}).by == MatchedBy::name));
  const auto similar = matcher.match({"", "丙机械制造有限公司苏卅分公司", "", Point{100, 0}});
  BOOST_TEST((similar.by == MatchedBy::nothing));
  BOOST_REQUIRE(similar.candidate.has_value());
  BOOST_TEST(*similar.candidate == 1U);
  BOOST_TEST(!matcher.match({"", "戊公司", "", Point{0, 0}}).candidate.has_value());
  const auto other_code = matcher.match({"91110000100000247K", "甲化工有限公司", "", {}});
  BOOST_TEST((other_code.by == MatchedBy::nothing) == (check_credit_code("91110000100000247K") == CodeCheck::ok));
}
