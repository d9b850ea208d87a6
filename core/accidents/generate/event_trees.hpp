// What follows a release: ignition probabilities and event trees, as data.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// One end of a tree: the branches on the way to it, each the id of a branch or "not " and the id.
struct EventLeaf {
  std::string outcome;
  std::vector<std::string> when;
};

struct EventTree {
  std::string id;
  std::vector<EventLeaf> leaves;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// How readily a kind of fluid burns, by size of release.
struct IgnitionRow {
  std::string of;  ///< "gas", "gas_low_reactivity", "liquid_k1" ...
  std::array<double, 2> continuous_kg_s{};
  std::optional<std::array<double, 2>> instantaneous_kg;
  std::array<double, 3> direct{};  ///< below the first bound, between both, above the second
  std::array<double, 3> delayed{};
  std::array<double, 3> explosion{};
  std::optional<std::array<double, 3>> at_once;  ///< direct, delayed, explosion whatever the mass
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// A branch with one probability whatever the size.
struct FixedBranch {
  std::string id;
  double probability = 0.0;
  Text text;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// The branch that a person at a transfer decides.
inline constexpr std::string_view kOperatorStops = "operator_stops";

/// Probabilities of the branches for one release.
struct BranchValues {
  double direct = 0.0;
  double delayed = 0.0;
  double explosion = 0.0;
  Confidence confidence = Confidence::recalled;
};

/// How large a release is: a rate, or a mass that leaves at once.
struct ReleaseSize {
  double rate_kg_s = 0.0;
  std::optional<double> at_once_kg;
};

struct EventTrees {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::vector<std::string> low_reactivity;  ///< ids of substances
  double k1_below_K = 0.0;                  ///< flash points
  double k2_below_K = 0.0;
  std::vector<IgnitionRow> ignition;
  std::vector<FixedBranch> branches;
  std::vector<EventTree> trees;
  std::optional<double> delayed;  ///< of every ignition row that has one above 0, as a project says

  [[nodiscard]] const EventTree* tree(std::string_view name) const;
  [[nodiscard]] bool has_ignition(std::string_view fluid) const;
  /// Throws std::out_of_range for a row that the pack does not have: reading a pack demands them all.
  [[nodiscard]] BranchValues ignition_of(std::string_view fluid, const ReleaseSize& size) const;
  /// Of one leaf. Throws std::out_of_range for an unknown branch, which reading a pack refuses.
  [[nodiscard]] double probability(const EventLeaf& leaf, const BranchValues& values) const;
};

/// Which of the three bands: both bounds belong to the middle one.
[[nodiscard]] std::size_t size_band(double size, const std::array<double, 2>& bounds);

/// What the leaves of a tree sum to; 1 for a sound tree, whatever the branches are.
[[nodiscard]] double leaf_sum(const EventTrees& trees, const EventTree& tree, const BranchValues& values);

}  // namespace sise
