// Frequency packs and event trees as data: the printed numbers, and what is refused.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/accidents/generate/outcome.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "tests/gis_io/read/packs/own_file.hpp"

using namespace sise;
using sise::test::built_in;
using sise::test::OwnFile;
using sise::test::replaced;

namespace {

double total(const FrequencyPacks& packs, const char* part, double bore_m) {
  const FrequencyPacks::Found found = packs.find(part, bore_m);
  BOOST_REQUIRE(found.of != nullptr);
  double sum = 0.0;
  for (const FrequencyCase& one : found.of->cases) sum += one.frequency;
  return sum;
}

template <class Read>
std::string refusal(const Read& read) {
  try {
    (void)read();
  } catch (const ConfigError& error) {
    return render(error.diagnostics().front(), Language::en);
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(frequency_packs_suite)

BOOST_AUTO_TEST_CASE(every_pack_answers_for_every_part_of_the_default) {
  const FrequencyPacks base = frequency_packs("bevi");
  BOOST_TEST(frequency_pack_ids().size() == 7U);
  for (const std::string& id : frequency_pack_ids()) {
    const FrequencyPacks packs = frequency_packs(id);
    BOOST_TEST(packs.chain.front().id == id);
    for (const FrequencyPack& pack : base.chain) {
      for (const FrequencyClass& of : pack.classes) {
        for (const std::string& part : of.parts) BOOST_TEST((packs.find(part, 0.1).of != nullptr), id + " " + part);
      }
    }
  }
}

// The printed totals: a pressurised tank of the Dutch manual, a vessel of both editions of API 581, metres of pipe.
BOOST_AUTO_TEST_CASE(totals_as_printed) {
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(total(frequency_packs("bevi"), "pressurised_vessel", 0.1) == 1.1e-5, near);
  BOOST_TEST(total(frequency_packs("api581_2nd"), "pressurised_vessel", 0.1) == 1.56e-4, near);
  BOOST_TEST(total(frequency_packs("api581_3rd"), "pressurised_vessel", 0.1) == 3.06e-5, near);
  BOOST_TEST(total(frequency_packs("hj169"), "reactor", 0.1) == 1.1e-4, near);
  BOOST_TEST(total(frequency_packs("bevi"), "loading_hose", 0.1) == 4.4e-5, near);
}

// 75 and 150 mm both belong to the middle row of pipes.
BOOST_AUTO_TEST_CASE(a_pipe_takes_the_row_of_its_bore) {
  const FrequencyPacks packs = frequency_packs("bevi");
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(total(packs, "pipe", 0.0749) == 6e-6, near);
  BOOST_TEST(total(packs, "pipe", 0.075) == 2.3e-6, near);
  BOOST_TEST(total(packs, "pipe", 0.150) == 2.3e-6, near);
  BOOST_TEST(total(packs, "pipe", 0.151) == 6e-7, near);
}

BOOST_AUTO_TEST_CASE(a_part_that_a_pack_lacks_falls_back_and_says_so) {
  const FrequencyPacks packs = frequency_packs("api581_3rd");
  BOOST_TEST(packs.find("reactor", 0.1).pack->id == "api581_3rd");
  BOOST_TEST(packs.find("loading_hose", 0.1).pack->id == "bevi");
  BOOST_TEST(packs.find("dust_plant", 0.0).pack->id == "special");
  BOOST_TEST((packs.find("perpetual_motion", 0.1).of == nullptr));
}

BOOST_AUTO_TEST_CASE(a_class_whose_cases_miss_its_total_is_refused_with_the_line) {
  const OwnFile own("own.toml", replaced(built_in("frequencies/bevi.toml"), "total = 1.1e-05", "total = 1.2e-05"));
  const std::string told = refusal([&] { return frequency_packs("own.toml", own.folder()); });
  BOOST_TEST(told.find("own.toml:15:") != std::string::npos, told);
  BOOST_TEST(told.find("sum to 1.1e-05, its total says 1.2e-05") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(an_unknown_unit_is_refused_with_the_nearest) {
  const OwnFile own("own.toml", replaced(built_in("frequencies/bevi.toml"), "\"per_year\"", "\"per_yaer\""));
  const std::string told = refusal([&] { return frequency_packs("own.toml", own.folder()); });
  BOOST_TEST(told.find("per_year") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(a_continuous_case_without_a_hole_is_refused) {
  const OwnFile own("own.toml", replaced(built_in("frequencies/bevi.toml"), "hole_mm = 10.0, ", ""));
  BOOST_TEST(!refusal([&] { return frequency_packs("own.toml", own.folder()); }).empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(event_trees_suite)

BOOST_AUTO_TEST_CASE(every_tree_sums_to_one_whatever_the_ignition) {
  for (const std::string& id : event_trees_ids()) {
    const EventTrees trees = event_trees(id);
    for (const IgnitionRow& row : trees.ignition) {
      for (const ReleaseSize& size : {ReleaseSize{0.1, {}}, ReleaseSize{50.0, {}}, ReleaseSize{500.0, {}},
                                      ReleaseSize{0.0, 500.0}, ReleaseSize{0.0, 1e6}}) {
        const BranchValues values = trees.ignition_of(row.of, size);
        for (const EventTree& tree : trees.trees) {
          BOOST_TEST(std::abs(leaf_sum(trees, tree, values) - 1.0) <= 1e-12, id + " " + tree.id + " " + row.of);
        }
      }
    }
  }
}

// CPR 18E table 4.5: both edges belong to the middle band.
BOOST_AUTO_TEST_CASE(edges_of_the_table_of_direct_ignition) {
  const EventTrees trees = event_trees("purple_book");
  const auto continuous = [&](double rate) { return trees.ignition_of("gas", {rate, {}}).direct; };
  const auto at_once = [&](double mass) { return trees.ignition_of("gas", {0.0, mass}).direct; };
  BOOST_TEST(continuous(9.99) == 0.2);
  BOOST_TEST(continuous(10.0) == 0.5);
  BOOST_TEST(continuous(100.0) == 0.5);
  BOOST_TEST(continuous(100.01) == 0.7);
  BOOST_TEST(at_once(999.0) == 0.2);
  BOOST_TEST(at_once(1000.0) == 0.5);
  BOOST_TEST(at_once(10000.0) == 0.5);
  BOOST_TEST(at_once(10001.0) == 0.7);
}

// Purple Book: f 1e-3, immediate 0.2, delayed 0.5.
BOOST_AUTO_TEST_CASE(purple_book_tree_of_a_continuous_gas) {
  const EventTrees trees = event_trees("purple_book");
  const EventTree& tree = *trees.tree("gas_continuous");
  const BranchValues values{0.2, 0.5, 0.4};
  const std::array<double, 4> expected{2e-4, 2.4e-4, 1.6e-4, 4e-4};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    BOOST_TEST(1e-3 * trees.probability(tree.leaves.at(i), values) == expected.at(i),
               boost::test_tools::tolerance(1e-12));
  }
}

// MChS order 404, gas 11 kg/s, f 7e-6: fire, explosion, flash fire, nothing.
BOOST_AUTO_TEST_CASE(order_404_gas_of_11_kg_s) {
  const EventTrees trees = event_trees("order404");
  const BranchValues values = trees.ignition_of("gas", {11.0, {}});
  const EventTree& tree = *trees.tree("gas_continuous");
  const std::array<double, 4> expected{1.05e-6, 4.19e-7, 6.28e-7, 4.9e-6};  // in our order: jet, flash, explosion, none
  for (std::size_t i = 0; i < expected.size(); ++i) {
    BOOST_TEST(7e-6 * trees.probability(tree.leaves.at(i), values) == expected.at(i),
               boost::test_tools::tolerance(0.01));
  }
}

// MChS order 404, liquid with flash point 10 C, then 30 C, f 7e-6: rupture, 1 kg/s, 0.3 kg/s.
BOOST_AUTO_TEST_CASE(order_404_liquid) {
  const EventTrees trees = event_trees("order404");
  const EventTree& tree = *trees.tree("liquid_pool");
  struct Row {
    const char* liquid;
    ReleaseSize size;
    std::array<double, 4> expected;  // pool, flash, explosion, none
  };
  for (const Row& row : {Row{"liquid_k1", {0.0, 1e4}, {1.4e-6, 5.38e-7, 8.06e-7, 4.26e-6}},
                         Row{"liquid_k1", {1.0, {}}, {2.45e-7, 1.85e-7, 5.84e-8, 6.51e-6}},
                         Row{"liquid_k1", {0.3, {}}, {3.5e-8, 3.2e-8, 2.79e-9, 6.93e-6}},
                         Row{"liquid_k2", {0.0, 1e4}, {3.5e-7, 3.65e-7, 4.06e-8, 6.24e-6}},
                         Row{"liquid_k2", {1.0, {}}, {1.05e-7, 9.83e-8, 5.17e-9, 6.79e-6}},
                         Row{"liquid_k2", {0.3, {}}, {3.5e-8, 3.31e-8, 1.74e-9, 6.93e-6}}}) {
    const BranchValues values = trees.ignition_of(row.liquid, row.size);
    for (std::size_t i = 0; i < row.expected.size(); ++i) {
      BOOST_TEST(7e-6 * trees.probability(tree.leaves.at(i), values) == row.expected.at(i),
                 boost::test_tools::tolerance(0.01));
    }
  }
}

// Rostechnadzor order 144, f 7e-6: 2 kg/s, 52 kg/s, a vessel.
BOOST_AUTO_TEST_CASE(order_144_by_rate_and_of_a_vessel) {
  const EventTrees trees = event_trees("rtn144");
  struct Row {
    ReleaseSize size;
    const char* tree;
    std::array<double, 4> expected;  // jet, flash, explosion, none
  };
  for (const Row& row : {Row{{2.0, {}}, "gas_continuous", {2.8e-7, 2.26e-7, 5.64e-8, 6.44e-6}},
                         Row{{52.0, {}}, "gas_continuous", {1.05e-6, 4.19e-7, 6.28e-7, 4.9e-6}},
                         Row{{0.0, 1e4}, "liquid_pool", {3.5e-7, 2.66e-7, 6.65e-8, 6.32e-6}}}) {
    const bool liquid = std::string(row.tree) == "liquid_pool";
    const BranchValues values = trees.ignition_of(liquid ? "liquid_k1" : "gas", row.size);
    const EventTree& tree = *trees.tree(row.tree);
    for (std::size_t i = 0; i < row.expected.size(); ++i) {
      BOOST_TEST(7e-6 * trees.probability(tree.leaves.at(i), values) == row.expected.at(i),
                 boost::test_tools::tolerance(0.01));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_tree_that_does_not_sum_to_one_is_refused_with_its_line) {
  const std::string text = replaced(built_in("trees/purple_book.toml"),
                                    R"(  {outcome = "none", when = ["not direct", "not delayed"]},)", "");
  const OwnFile own("own.toml", text);
  const std::string told = refusal([&] { return event_trees("own.toml", own.folder()); });
  BOOST_TEST(told.find("gas_continuous") != std::string::npos, told);
  BOOST_TEST(told.find("own.toml:") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(a_branch_that_nobody_knows_is_refused_with_the_nearest) {
  const OwnFile own("own.toml",
                    replaced(built_in("trees/purple_book.toml"), R"("direct", "bleve")", R"("direct", "blevee")"));
  const std::string told = refusal([&] { return event_trees("own.toml", own.folder()); });
  BOOST_TEST(told.find("Did you mean 'bleve'?") != std::string::npos, told);
}

BOOST_AUTO_TEST_SUITE_END()
