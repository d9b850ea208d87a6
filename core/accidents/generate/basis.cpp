#include "core/accidents/generate/basis.hpp"

#include <algorithm>
#include <utility>

namespace sise {
namespace {

/// A recalled value is told and confirmed by itself; the surer ones of a pack are one link, whose mark is the weaker.
Link own_or(const Link& own, const Link& of_the_pack) {
  return own.confidence == Confidence::recalled ? own : of_the_pack;
}

Link of_trees(const EventTrees& trees, const Link& own) {
  return own_or(own, {trees.id + ".trees",
                      {"the event trees (" + trees.id + ")", "事件树 (" + trees.id + ")"},
                      trees.source,
                      Confidence::corroborated});
}

}  // namespace

std::string id_of(const FrequencyPack& pack, const FrequencyClass& of) { return pack.id + "." + of.id; }
std::string longest_id(const FrequencyPack& pack) { return pack.id + ".longest_s"; }
std::string id_of(const EventTrees& trees, const EventTree& tree) { return trees.id + "." + tree.id; }
std::string id_of(const EventTrees& trees, const IgnitionRow& row) { return trees.id + ".ignition." + row.of; }
std::string id_of(const EventTrees& trees, const FixedBranch& branch) { return trees.id + ".branch." + branch.id; }
std::string id_of(const GeneratorRules& rules, const GeneratorDefault& one) { return rules.id + "." + one.id; }
std::string id_of(const GeneratorRules& rules, const IsolationClass& row) { return rules.id + ".isolation." + row.id; }
std::string id_of(const GeneratorRules& rules, const BlockingSystem& row) { return rules.id + ".blocking." + row.id; }
std::string id_of(const GeneratorRules& rules, const StandIn& row) {
  return rules.id + ".stand_in." + row.hazard_class;
}

Link link_of(const FrequencyPack& pack, const FrequencyClass& of, const FrequencyCase& one) {
  return own_or(
      {id_of(pack, of),
       {"the failure frequency '" + of.id + "' (" + pack.id + ")", "失效频率“" + of.id + "”(" + pack.id + ")"},
       of.source,
       one.confidence},
      {pack.id + ".frequencies",
       {"the failure frequencies (" + pack.id + ")", "失效频率 (" + pack.id + ")"},
       pack.source,
       Confidence::corroborated});
}

Link longest_link(const FrequencyPack& pack) {
  return {longest_id(pack),
          {"the longest time of a release (" + pack.id + ")", "泄漏最长持续时间 (" + pack.id + ")"},
          pack.source,
          pack.longest_confidence};
}

Link link_of(const EventTrees& trees, const EventTree& tree) {
  return of_trees(trees,
                  {id_of(trees, tree),
                   {"the event tree '" + tree.id + "' (" + trees.id + ")", "事件树“" + tree.id + "”(" + trees.id + ")"},
                   tree.source,
                   tree.confidence});
}

Link link_of(const EventTrees& trees, const IgnitionRow& row) {
  return of_trees(
      trees, {id_of(trees, row),
              {"the ignition of '" + row.of + "' (" + trees.id + ")", "“" + row.of + "”的点燃概率 (" + trees.id + ")"},
              row.source,
              row.confidence});
}

Link link_of(const EventTrees& trees, const FixedBranch& branch) {
  return of_trees(trees, {id_of(trees, branch),
                          {"the probability that " + branch.text.en, "概率: " + branch.text.zh},
                          branch.source,
                          branch.confidence});
}

Link link_of(const GeneratorRules& rules, const GeneratorDefault& one) {
  return {id_of(rules, one), {"assumed: " + one.text.en, "假定的" + one.text.zh}, one.source, one.confidence};
}

Link link_of(const GeneratorRules& rules, const IsolationClass& row) {
  return {id_of(rules, row),
          {"the time until isolation class " + row.id + " acts", "隔离等级 " + row.id + " 的动作时间"},
          row.source,
          row.confidence};
}

Link link_of(const GeneratorRules& rules, const BlockingSystem& row) {
  return {id_of(rules, row),
          {"how fast and how often '" + row.id + "' isolation closes", "隔离方式“" + row.id + "”的动作时间和失效概率"},
          row.source,
          row.confidence};
}

Link link_of(const GeneratorRules& rules, const StandIn& row, Confidence mark) {
  return {id_of(rules, row),
          {row.substance + " as stand-in for class " + row.hazard_class,
           "类别 " + row.hazard_class + " 以 " + row.substance + " 代替"},
          row.source,
          mark};
}

Chain links_of(const EventTrees& trees, const EventTree& tree, std::string_view fluid) {
  Chain chain;
  add_link(chain, link_of(trees, tree));
  for (const IgnitionRow& row : trees.ignition) {
    if (row.of == fluid) add_link(chain, link_of(trees, row));
  }
  for (const FixedBranch& branch : trees.branches) {
    const bool on_the_way = std::any_of(tree.leaves.begin(), tree.leaves.end(), [&](const EventLeaf& leaf) {
      return std::any_of(leaf.when.begin(), leaf.when.end(),
                         [&](const std::string& step) { return step == branch.id || step == "not " + branch.id; });
    });
    if (on_the_way) add_link(chain, link_of(trees, branch));
  }
  return chain;
}

void add_link(Chain& chain, Link link) {
  const auto known =
      std::find_if(chain.begin(), chain.end(), [&](const Link& one) { return one.id == link.id && !link.id.empty(); });
  if (known == chain.end()) {
    chain.push_back(std::move(link));
  } else if (weakest(known->confidence, link.confidence) != known->confidence) {
    *known = std::move(link);
  }
}

}  // namespace sise
