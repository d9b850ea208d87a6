#include "core/accidents/generate/event_trees.hpp"

#include <algorithm>
#include <stdexcept>

namespace sise {
namespace {

constexpr std::string_view kNot = "not ";

double value_of(const EventTrees& trees, std::string_view branch, const BranchValues& values) {
  if (branch == "direct") return values.direct;
  if (branch == "delayed") return values.delayed;
  if (branch == "explosion") return values.explosion;
  const auto found = std::find_if(trees.branches.begin(), trees.branches.end(),
                                  [branch](const FixedBranch& one) { return one.id == branch; });
  if (found == trees.branches.end()) throw std::out_of_range("no branch '" + std::string(branch) + "'");
  return found->probability;
}

}  // namespace

std::size_t size_band(double size, const std::array<double, 2>& bounds) {
  if (size < bounds[0]) return 0;
  return size <= bounds[1] ? 1 : 2;
}

const EventTree* EventTrees::tree(std::string_view name) const {
  const auto found = std::find_if(trees.begin(), trees.end(), [name](const EventTree& one) { return one.id == name; });
  return found == trees.end() ? nullptr : &*found;
}

bool EventTrees::has_ignition(std::string_view fluid) const {
  return std::any_of(ignition.begin(), ignition.end(), [fluid](const IgnitionRow& one) { return one.of == fluid; });
}

BranchValues EventTrees::ignition_of(std::string_view fluid, const ReleaseSize& size) const {
  const auto row =
      std::find_if(ignition.begin(), ignition.end(), [fluid](const IgnitionRow& one) { return one.of == fluid; });
  if (row == ignition.end()) throw std::out_of_range("no ignition of '" + std::string(fluid) + "'");
  BranchValues values;
  if (size.at_once_kg && row->at_once) {
    values = {(*row->at_once)[0], (*row->at_once)[1], (*row->at_once)[2], row->confidence};
  } else {
    const std::size_t band = size.at_once_kg && row->instantaneous_kg
                                 ? size_band(*size.at_once_kg, *row->instantaneous_kg)
                                 : size_band(size.rate_kg_s, row->continuous_kg_s);
    values = {row->direct.at(band), row->delayed.at(band), row->explosion.at(band), row->confidence};
  }
  if (delayed && values.delayed > 0.0) values.delayed = *delayed;
  return values;
}

double EventTrees::probability(const EventLeaf& leaf, const BranchValues& values) const {
  double product = 1.0;
  for (const std::string_view branch : leaf.when) {
    const bool negated = branch.starts_with(kNot);
    const double p = value_of(*this, negated ? branch.substr(kNot.size()) : branch, values);
    product *= negated ? 1.0 - p : p;
  }
  return product;
}

double leaf_sum(const EventTrees& trees, const EventTree& tree, const BranchValues& values) {
  double sum = 0.0;
  for (const EventLeaf& leaf : tree.leaves) sum += trees.probability(leaf, values);
  return sum;
}

}  // namespace sise
