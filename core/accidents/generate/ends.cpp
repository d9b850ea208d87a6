#include "core/accidents/generate/ends.hpp"

#include <algorithm>

#include "core/accidents/generate/basis.hpp"

namespace sise {
namespace {

constexpr double kMoment_s = 1.0;  // what closes at once
constexpr double kMoment_min = kMoment_s / 60.0;

class Turner {
 public:
  Turner(DataEnd end, EitherEnd either, const std::set<std::string>& confirmed)
      : end_(end), either_(either), confirmed_(confirmed) {}

  void turn(FrequencyPack& pack) const {
    if (is_open(pack.longest_confidence, longest_id(pack)))
      pack.longest_s = end_ == DataEnd::milder ? pack.longest_low_s : pack.longest_high_s;
    if (end_ == DataEnd::stricter) return;
    for (FrequencyClass& of : pack.classes) {
      std::erase_if(of.cases, [&](const FrequencyCase& one) { return is_open(one.confidence, id_of(pack, of)); });
    }
  }

  void turn(EventTrees& trees) const {
    for (FixedBranch& branch : trees.branches) {
      if (!is_open(branch.confidence, id_of(trees, branch))) continue;
      const bool helps = branch.id == kOperatorStops;
      if (end_ == DataEnd::milder) branch.probability = helps ? 1.0 : 0.0;
    }
    if (end_ == DataEnd::stricter) return;
    for (IgnitionRow& row : trees.ignition) {
      if (!is_open(row.confidence, id_of(trees, row))) continue;
      row.direct.fill(0.0);
      row.delayed.fill(0.0);
      row.at_once.reset();
    }
    for (EventTree& tree : trees.trees) {
      if (is_open(tree.confidence, id_of(trees, tree))) tree.leaves = {{"none", {}}};
    }
  }

  void turn(GeneratorRules& rules) const {
    for (GeneratorDefault& one : rules.defaults) {
      if (!is_open(one.confidence, id_of(rules, one))) continue;
      one.value = goes_low(one.milder) ? one.low : one.high;
    }
    if (end_ == DataEnd::stricter) return;
    for (IsolationClass& row : rules.isolation) {
      if (is_open(row.confidence, id_of(rules, row))) std::fill(row.minutes.begin(), row.minutes.end(), kMoment_min);
    }
    for (BlockingSystem& row : rules.blocking) {
      if (!is_open(row.confidence, id_of(rules, row))) continue;
      row.seconds = kMoment_s;
      row.failure = 0.0;
    }
    std::erase_if(rules.stand_ins, [&](const StandIn& row) { return is_open(row.confidence, id_of(rules, row)); });
  }

 private:
  [[nodiscard]] bool is_open(Confidence confidence, const std::string& id) const {
    return confidence == Confidence::recalled && !confirmed_.contains(id);
  }
  [[nodiscard]] bool goes_low(MilderEnd milder) const {
    if (milder == MilderEnd::either) return either_ == EitherEnd::low;
    return (milder == MilderEnd::low) == (end_ == DataEnd::milder);
  }

  DataEnd end_;
  EitherEnd either_;
  const std::set<std::string>& confirmed_;
};

}  // namespace

GeneratorData at_end(const GeneratorData& data, DataEnd end, EitherEnd either, const std::set<std::string>& confirmed) {
  const Turner turner(end, either, confirmed);
  GeneratorData turned = data;
  for (FrequencyPack& pack : turned.packs.chain) turner.turn(pack);
  turner.turn(turned.trees);
  turner.turn(turned.rules);
  return turned;
}

bool depends_on_place(const UnitTrace& trace, const GeneratorRules& rules) {
  return std::any_of(trace.defaults.begin(), trace.defaults.end(),
                     [&](const UsedDefault& used) { return rules.find(used.id).milder == MilderEnd::either; });
}

std::vector<std::string> confirmable_ids(const GeneratorData& data) {
  std::vector<std::string> ids;
  for (const FrequencyPack& pack : data.packs.chain) {
    ids.push_back(pack.id + ".frequencies");
    ids.push_back(longest_id(pack));
    for (const FrequencyClass& of : pack.classes) ids.push_back(id_of(pack, of));
  }
  ids.push_back(data.trees.id + ".trees");
  for (const EventTree& tree : data.trees.trees) ids.push_back(id_of(data.trees, tree));
  for (const IgnitionRow& row : data.trees.ignition) ids.push_back(id_of(data.trees, row));
  for (const FixedBranch& branch : data.trees.branches) ids.push_back(id_of(data.trees, branch));
  for (const GeneratorDefault& one : data.rules.defaults) ids.push_back(id_of(data.rules, one));
  for (const IsolationClass& row : data.rules.isolation) ids.push_back(id_of(data.rules, row));
  for (const BlockingSystem& row : data.rules.blocking) ids.push_back(id_of(data.rules, row));
  for (const StandIn& row : data.rules.stand_ins) ids.push_back(id_of(data.rules, row));
  return ids;
}

std::vector<std::string> ids_named(const GeneratorData& data, std::string_view id) {
  const std::string below = std::string(id) + ".";
  std::vector<std::string> named = confirmable_ids(data);
  std::erase_if(named, [&](const std::string& one) { return one != id && !one.starts_with(below); });
  return named;
}

}  // namespace sise
