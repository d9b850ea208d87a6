#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/accidents/generate/outcome.hpp"
#include "gis_io/read/packs/each_table.hpp"
#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

constexpr double kKelvin = 273.15;

template <std::size_t N>
std::array<double, N> numbers(ConfigReader& reader, std::string_view key, double at_most) {
  std::array<double, N> out{};
  const std::vector<double> read = reader.numbers(key, Need::required);
  const bool fits = read.size() == N && std::all_of(read.begin(), read.end(), [at_most](double value) {
                      return value >= 0.0 && value <= at_most;
                    });
  if (!read.empty() && !fits) {
    reader.problems().error("bad_pack",
                            {fmt::format("{} numbers from 0 to {} are wanted", N, at_most),
                             fmt::format("须给出 {} 个 0 至 {} 的数", N, at_most)},
                            reader.where(key));
  }
  if (fits) std::copy(read.begin(), read.end(), out.begin());
  return out;
}

constexpr double kAnySize = 1e12;

/// What every pack must say the ignition of.
std::vector<std::string> every_fluid() {
  return {"gas", "gas_low_reactivity", "gas_on_road", "gas_by_rail", "liquid_k1", "liquid_k2", "liquid_k3"};
}

IgnitionRow read_ignition(ConfigReader& row) {
  IgnitionRow ignition;
  std::vector<std::string> fluids = every_fluid();
  fluids.insert(fluids.end(), {"station_hydrogen", "station_gas"});
  ignition.of = row.choice("of", fluids, Need::required).value_or("gas");
  ignition.continuous_kg_s = numbers<2>(row, "continuous_kg_s", kAnySize);
  ignition.direct = numbers<3>(row, "direct", 1.0);
  ignition.delayed = numbers<3>(row, "delayed", 1.0);
  ignition.explosion = numbers<3>(row, "explosion", 1.0);
  if (row.exactly_one({"instantaneous_kg", "at_once"}, Need::required) == "at_once") {
    if (const ConfigNode* node = row.table("at_once")) {
      ConfigReader once(*node, row.problems());
      ignition.at_once = {required_number(once, "direct", number_rule::kFraction),
                          required_number(once, "delayed", number_rule::kFraction),
                          required_number(once, "explosion", number_rule::kFraction)};
      once.finish();
    }
  } else if (row.has("instantaneous_kg")) {
    ignition.instantaneous_kg = numbers<2>(row, "instantaneous_kg", kAnySize);
  }
  ignition.source = required_text(row, "source");
  ignition.confidence = read_confidence(row);
  return ignition;
}

FixedBranch read_branch(ConfigReader& row) {
  return {required_text(row, "id"), required_number(row, "probability", number_rule::kFraction),
          read_label(row, "text"), required_text(row, "source"), read_confidence(row)};
}

struct PlacedTree {
  EventTree tree;
  Location where;
};

/// Replaces what has the same name, or adds it.
template <class T, class Same>
void put(std::vector<T>& list, T one, const Same& same) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& other) { return same(other, one); });
  if (found == list.end()) {
    list.push_back(std::move(one));
  } else {
    *found = std::move(one);
  }
}

void check_branch_names(const EventTrees& trees, const PlacedTree& placed, Problems& problems) {
  std::vector<std::string> known{"direct", "delayed", "explosion"};
  for (const FixedBranch& branch : trees.branches) known.push_back(branch.id);
  for (const EventLeaf& leaf : placed.tree.leaves) {
    for (const std::string& written : leaf.when) {
      const std::string name = written.starts_with("not ") ? written.substr(4) : written;
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      problems.error("unknown_branch", {"there is no branch '" + name + "'", "没有名为 '" + name + "' 的分支"},
                     placed.where, did_you_mean(name, known));
    }
  }
}

/// Whatever the ignition is, and at values that no two wrong leaves can mend by chance.
void check_sum(const EventTrees& trees, const PlacedTree& placed, Problems& problems) {
  constexpr double kSum = 1e-12;
  constexpr std::array<BranchValues, 3> kProbes{BranchValues{0.2, 1.0, 0.4}, BranchValues{0.377, 0.619, 0.281},
                                                BranchValues{0.0, 0.3, 0.9}};
  for (const BranchValues& values : kProbes) {
    const double sum = leaf_sum(trees, placed.tree, values);
    if (std::abs(sum - 1.0) <= kSum) continue;
    problems.error(
        "tree_sum",
        {fmt::format("the leaves of '{}' sum to {:.12g}, not to 1", placed.tree.id, sum),
         fmt::format("事件树 '{}' 各分支之和为 {:.12g}, 应为 1", placed.tree.id, sum)},
        placed.where,
        {R"(Every branch needs its counterpart: "x" and "not x")", "每个分支须成对出现: \"x\" 与 \"not x\""});
    return;
  }
}

void read_low_reactivity(ConfigReader& reader, EventTrees& trees, Need need) {
  const ConfigNode* node = reader.table("low_reactivity", need);
  if (node == nullptr) return;
  ConfigReader low(*node, reader.problems());
  trees.low_reactivity = read_texts(low, "substances", Need::required);
  (void)required_text(low, "source");
  (void)read_confidence(low);
  low.finish();
}

void read_liquid_bands(ConfigReader& reader, EventTrees& trees, Need need) {
  const ConfigNode* node = reader.table("liquid_bands_C", need);
  if (node == nullptr) return;
  ConfigReader bands(*node, reader.problems());
  trees.k1_below_K = required_number(bands, "k1_below") + kKelvin;
  trees.k2_below_K = required_number(bands, "k2_below") + kKelvin;
  (void)required_text(bands, "source");
  (void)read_confidence(bands);
  bands.finish();
}

PlacedTree read_tree(ConfigReader& row) {
  PlacedTree placed;
  placed.where = row.where("id");
  placed.tree.id = required_text(row, "id");
  placed.tree.source = required_text(row, "source");
  placed.tree.confidence = read_confidence(row);
  each_table(row, "leaves", Need::required, [&](ConfigReader& leaf) {
    placed.tree.leaves.push_back({leaf.choice("outcome", known_outcomes(), Need::required).value_or("none"),
                                  read_texts(leaf, "when", Need::required)});
  });
  return placed;
}

}  // namespace

EventTrees event_trees(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("trees", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  EventTrees trees;
  const auto base = reader.text("extends");
  if (base) trees = event_trees(*base, folder);
  const Need need = base ? Need::optional : Need::required;
  trees.id = required_text(reader, "id");
  trees.title = read_label(reader, "title");
  trees.source = required_text(reader, "source");
  trees.confidence = read_confidence(reader);
  read_low_reactivity(reader, trees, need);
  read_liquid_bands(reader, trees, need);
  each_table(reader, "ignition", need, [&](ConfigReader& row) {
    put(trees.ignition, read_ignition(row), [](const IgnitionRow& a, const IgnitionRow& b) { return a.of == b.of; });
  });
  each_table(reader, "branch", Need::optional, [&](ConfigReader& row) {
    put(trees.branches, read_branch(row), [](const FixedBranch& a, const FixedBranch& b) { return a.id == b.id; });
  });
  std::vector<PlacedTree> placed;
  each_table(reader, "tree", need, [&](ConfigReader& row) {
    placed.push_back(read_tree(row));
    put(trees.trees, placed.back().tree, [](const EventTree& a, const EventTree& b) { return a.id == b.id; });
  });
  reader.finish();
  for (const std::string& fluid : every_fluid()) {
    if (trees.has_ignition(fluid)) continue;
    problems.error("bad_pack", {"no [[ignition]] of '" + fluid + "'", "缺少 '" + fluid + "' 的 [[ignition]]"},
                   reader.where("ignition"),
                   {"State it, or write extends = \"purple_book\"", "请给出, 或写 extends = \"purple_book\""});
  }
  for (const PlacedTree& one : placed) check_branch_names(trees, one, problems);
  problems.throw_if_errors<ConfigError>();
  for (const PlacedTree& one : placed) check_sum(trees, one, problems);
  problems.throw_if_errors<ConfigError>();
  return trees;
}

std::vector<std::string> event_trees_ids() { return pack_ids("trees"); }

}  // namespace sise
