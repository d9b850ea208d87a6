// What generated scenarios rest on beside the unit's record, link by link, each with the id by which the office confirms it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/generate/event_trees.hpp"
#include "core/accidents/generate/frequency_pack.hpp"
#include "core/accidents/generate/generator_rules.hpp"
#include "core/criteria/evidence.hpp"

namespace sise {

/// "bevi.pipe_below_75mm", "purple_book.ignition.gas", "generator.connection_mm".
[[nodiscard]] std::string id_of(const FrequencyPack& pack, const FrequencyClass& of);
[[nodiscard]] std::string longest_id(const FrequencyPack& pack);
[[nodiscard]] std::string id_of(const EventTrees& trees, const EventTree& tree);
[[nodiscard]] std::string id_of(const EventTrees& trees, const IgnitionRow& row);
[[nodiscard]] std::string id_of(const EventTrees& trees, const FixedBranch& branch);
[[nodiscard]] std::string id_of(const GeneratorRules& rules, const GeneratorDefault& one);
[[nodiscard]] std::string id_of(const GeneratorRules& rules, const IsolationClass& row);
[[nodiscard]] std::string id_of(const GeneratorRules& rules, const BlockingSystem& row);
[[nodiscard]] std::string id_of(const GeneratorRules& rules, const StandIn& row);

/// Of a frequency, a tree, an ignition or a branch. What is recalled is a link of its own; all that is surer of one pack is
/// one link, "bevi.frequencies" or "purple_book.trees".
[[nodiscard]] Link link_of(const FrequencyPack& pack, const FrequencyClass& of, const FrequencyCase& one);
[[nodiscard]] Link longest_link(const FrequencyPack& pack);
[[nodiscard]] Link link_of(const EventTrees& trees, const EventTree& tree);
[[nodiscard]] Link link_of(const EventTrees& trees, const IgnitionRow& row);
[[nodiscard]] Link link_of(const EventTrees& trees, const FixedBranch& branch);
[[nodiscard]] Link link_of(const GeneratorRules& rules, const GeneratorDefault& one);
[[nodiscard]] Link link_of(const GeneratorRules& rules, const IsolationClass& row);
[[nodiscard]] Link link_of(const GeneratorRules& rules, const BlockingSystem& row);
/// `mark`: the weaker of the stand-in's own and of how the name came to its class.
[[nodiscard]] Link link_of(const GeneratorRules& rules, const StandIn& row, Confidence mark);

/// The tree with the ignition row that it asks ("" for none) and the fixed branches on the way to its leaves.
[[nodiscard]] Chain links_of(const EventTrees& trees, const EventTree& tree, std::string_view fluid);

/// As extend(), but of two links of one id the weaker mark stays.
void add_link(Chain& chain, Link link);

}  // namespace sise
