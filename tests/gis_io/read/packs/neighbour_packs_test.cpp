// Sanitary distances, pipelines, lists of admission: what the data files say, and how a wrong one is refused.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "gis_io/read/packs/siting_packs.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;

namespace {

FugitiveEmission emission(double rate_kg_h, double limit_mg_m3, double area_m2, EmissionType type) {
  return {rate_kg_h, limit_mg_m3, area_m2, type};
}

/// The text of the refusal; empty where there is none.
template <class Run>
std::string told_by(Run run) {
  try {
    run();
  } catch (const Error& error) {
    std::string all;
    for (const Diagnostic& d : error.diagnostics()) all += render(d, Language::en) + "\n";
    return all;
  }
  return {};
}

bool tells(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// The equation put back: Qc/Cm = (1/A)(B L^C + 0.25 r²)^0.5 L^D with the coefficients for 2 to 4 m/s, type II, L up to 1 km.
BOOST_AUTO_TEST_CASE(the_sanitary_distance_solves_its_equation) {
  const SanitaryPack pack = sanitary_pack();
  for (const double initial : {20.0, 80.0, 137.0, 400.0, 950.0}) {
    const double area = 2500.0;
    const double r2 = area / std::numbers::pi;
    const double ratio = std::sqrt(0.021 * std::pow(initial, 1.85) + 0.25 * r2) * std::pow(initial, 0.84) / 470.0;
    const SanitaryDistance found = sanitary_distance(pack, emission(ratio, 1.0, area, EmissionType::two), 3.0);
    BOOST_TEST(found.initial_m == initial, boost::test_tools::tolerance(1e-4));
    BOOST_TEST(found.required_m >= initial);
  }
}

BOOST_AUTO_TEST_CASE(sanitary_distances_go_up_to_the_steps_of_the_standard) {
  const SanitaryPack pack = sanitary_pack();
  double last = 0.0;
  for (double rate = 1e-3; rate < 500.0; rate *= 1.05) {
    const SanitaryDistance found = sanitary_distance(pack, emission(rate, 0.2, 1000.0, EmissionType::three), 2.5);
    const double step = found.required_m <= 100.0 ? 50.0 : (found.required_m <= 1000.0 ? 100.0 : 200.0);
    const double beyond = found.required_m > 1000.0 ? found.required_m - 1000.0 : found.required_m;
    BOOST_TEST(std::abs(beyond / step - std::round(beyond / step)) < 1e-9);
    BOOST_TEST(found.required_m >= found.initial_m * (1.0 - 1e-6));
    BOOST_TEST(found.required_m >= 50.0);
    BOOST_TEST(found.initial_m >= last);  // more is let out, farther it reaches, over the columns' bounds too
    last = found.initial_m;
  }
  BOOST_TEST(last > 2000.0);
  BOOST_CHECK_THROW((void)sanitary_distance(pack, emission(0.0, 1.0, 1.0, EmissionType::one), 3.0), ModelError);
}

BOOST_AUTO_TEST_CASE(a_neighbour_makes_a_high_consequence_area) {
  const PipelinePack pack = pipeline_pack();
  const auto level = [&](const PipelineFacts& pipeline, const NeighbourFacts& neighbour) {
    const PipelineFindings found = find_high_consequence(pack, pipeline, neighbour);
    return found.rule == nullptr ? 0 : found.rule->level;
  };
  const PipelineFacts oil{PipelineMedium::oil, 500.0, 8.0};
  BOOST_TEST(level(oil, {.distance_m = 200.0, .households = 50.0}) == 2);
  BOOST_TEST(level(oil, {.distance_m = 201.0, .households = 50.0}) == 0);
  BOOST_TEST(level(oil, {.distance_m = 100.0, .households = 49.0}) == 0);
  // r = 0.099 √(1016² · 10) = 318 m
  const PipelineFacts large{PipelineMedium::gas, 1016.0, 10.0};
  BOOST_TEST(*pack.impact_radius_m(large) == 318.07, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(level(large, {.distance_m = 310.0, .households = 0.0, .hard_to_evacuate = true}) == 1);
  BOOST_TEST(level(large, {.distance_m = 330.0, .households = 0.0, .hard_to_evacuate = true}) == 0);
  // r = 0.099 √(219² · 1.0) = 21.7 m
  const PipelineFacts small{PipelineMedium::gas, 219.0, 1.0};
  BOOST_TEST(level(small, {.distance_m = 20.0, .people = 30.0}) == 1);
  BOOST_TEST(level(small, {.distance_m = 30.0, .people = 30.0}) == 0);
  BOOST_TEST(level({PipelineMedium::gas, 508.0, 6.3}, {.distance_m = 190.0, .people = 30.0}) == 1);
  BOOST_TEST(level({PipelineMedium::gas, 1016.0, 6.3}, {.distance_m = 190.0, .people = 30.0}) == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_of_a_pipeline_is_asked_for) {
  const PipelinePack pack = pipeline_pack();
  const auto open = [&](const PipelineFacts& pipeline, const NeighbourFacts& neighbour) {
    return find_high_consequence(pack, pipeline, neighbour).not_stated;
  };
  BOOST_TEST(!open({}, {.distance_m = 10.0, .people = 10.0}).empty());
  const auto no_size = open({PipelineMedium::gas, {}, {}}, {.distance_m = 10.0, .households = 1.0, .people = 40.0});
  BOOST_TEST(no_size == (std::vector<std::string>{"diameter_mm", "pressure"}), boost::test_tools::per_element());
  // 40 people are no 50 households.
  BOOST_TEST(open({PipelineMedium::oil, 500.0, 8.0}, {.distance_m = 10.0, .people = 40.0}).empty());
}

BOOST_AUTO_TEST_CASE(lists_are_read_with_their_items_and_a_wrong_one_is_refused_with_its_line) {
  const testing::TempFolder folder;
  const std::string head =
      "[[lists]]\nid = \"cq\"\ntitle = {en = \"list\", zh = \"清单\"}\nclause = {en = \"c\", zh = \"c\"}\n"
      "source = \"s\"\nconfidence = \"seen\"\n";
  folder.write("items.csv",
               "id,name,names,cas,catalogue_no,industry,process,activities,allowed_in,exempt,at_most_t\n"
               "1,氯,,,,,,production|storage,园区,,\n2,光气,光气|碳酰氯,,,,,,,,0.5\n");
  folder.write("good.toml", head + "mode = \"restrict\"\nitem_file = \"items.csv\"\n");
  const AdmissionLists lists = admission_lists("good.toml", folder.path());
  BOOST_REQUIRE(lists.lists.size() == 1U);
  BOOST_REQUIRE(lists.lists[0].items.size() == 2U);
  BOOST_TEST(lists.lists[0].items[0].cas == "7782-50-5");  // by the substance table
  BOOST_TEST(lists.lists[0].items[0].activities.size() == 2U);
  BOOST_TEST(*lists.lists[0].items[1].at_most_t == 0.5);
  BOOST_TEST(lists.zones().size() == 1U);

  folder.write("mode.toml", head + "mode = \"forbid\"\nitem_file = \"items.csv\"\n");
  BOOST_TEST(tells(told_by([&] { (void)admission_lists("mode.toml", folder.path()); }), "mode.toml:7"));
  folder.write("key.toml",
               head + "mode = \"prohibit\"\n[[lists.items]]\nid = \"1\"\nname = \"氯\"\ncass = \"7782-50-5\"\n");
  const std::string key = told_by([&] { (void)admission_lists("key.toml", folder.path()); });
  BOOST_TEST(tells(key, "key.toml:11"));
  BOOST_TEST(tells(key, "cas"));
  folder.write("bad.csv",
               "id,name,names,cas,catalogue_no,industry,process,activities,allowed_in,exempt,at_most_t\n"
               "1,氯,,,,,,brewing,,,\n1,溴,,,,,,,,,\n");
  folder.write("csv.toml", head + "mode = \"prohibit\"\nitem_file = \"bad.csv\"\n");
  const std::string csv = told_by([&] { (void)admission_lists("csv.toml", folder.path()); });
  BOOST_TEST(tells(csv, "bad.csv:2"));
  BOOST_TEST(tells(csv, "brewing"));
  BOOST_TEST(tells(csv, "lines 2 and 3"));
}
