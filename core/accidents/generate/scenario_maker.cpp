#include "core/accidents/generate/scenario_maker.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/accidents/generate/basis.hpp"
#include "core/accidents/generate/blocking.hpp"
#include "core/accidents/generate/outcome.hpp"
#include "core/accidents/generate/release.hpp"
#include "core/accidents/resolve.hpp"

namespace sise {
namespace {

/// Makes the scenarios of one unit.
class Maker {
 public:
  Maker(const UnitRecord& record, std::size_t first, UnitGeneration& made)
      : record_(record), context_(record.context()), first_(first), made_(made) {}

  void add(const Part& part) {
    const FrequencyPacks::Found found = context_.packs.find(part.fails_as, part.bore_m);
    if (found.of == nullptr) {
      record_.lack("no_frequency",
                   {"no frequency pack has '" + part.fails_as + "'", "频率包中没有 '" + part.fails_as + "'"},
                   {"Use another frequency_pack, or give rows of [scenarios]",
                    "请改用其他 frequency_pack, 或在 [scenarios] 中给出"});
      return;
    }
    for (const FrequencyCase& one : found.of->cases) add(part, found, one);
  }

 private:
  void add(const Part& part, const FrequencyPacks::Found& found, const FrequencyCase& one) {
    TraceCase traced;
    traced.id = part.id + "." + one.id;
    traced.part = part.fails_as;
    traced.pack = found.pack->id;
    traced.frequency_class = found.of->id;
    traced.other_pack = found.pack != &context_.packs.chain.front();
    traced.base_frequency = one.frequency;
    traced.unit = found.of->unit;
    traced.count = part.count;
    traced.share = present_share();
    traced.confidence = one.confidence;
    traced.frequency_per_year = one.frequency * part.count * traced.share;
    if (part.stored) {
      traced.substance = part.stored->substance->id;
      traced.confidence = weakest(traced.confidence, part.stored->confidence);
    }
    if (traced.frequency_per_year < context_.rules.cut_off_per_year * (1.0 - 1e-12)) {
      traced.dropped = true;
      made_.trace.cases.push_back(std::move(traced));
      return;
    }
    for (const Blocking& blocking : blockings(record_, part, one)) {
      TraceCase branch = traced;
      if (!blocking.id.empty()) branch.id += "." + blocking.id;
      branch.share *= blocking.probability;
      branch.frequency_per_year *= blocking.probability;
      branch.confidence = weakest(branch.confidence, joined(blocking.rests_on));
      follow(part, found, one, blocking, std::move(branch));
    }
  }

  [[nodiscard]] double present_share() const {
    const std::optional<double>& share = record_.unit().details.present_share;
    return share ? *share : 1.0;
  }

  /// From a case to the leaves of its tree.
  void follow(const Part& part, const FrequencyPacks::Found& found, const FrequencyCase& one, const Blocking& blocking,
              TraceCase traced) {
    const FrequencyPack& pack = *found.pack;
    try {
      CaseEvent event{part, one, {}, pack.longest_s};
      if (part.stored && !part.charge_alone())
        event.release = release_of(one, part, pack.longest_s, blocking.stop_s, record_);
      if (event.release) traced.release = words_for(*event.release);
      if (event.release && !event.release->at_once && event.release->rate_kg_s <= 0.0) {
        tell_no_flow(part);
        add_unfollowed(std::move(traced), {"nothing flows out: there is no overpressure", "没有压差, 不会流出"});
        return;
      }
      Chain rests_on = blocking.rests_on;
      add_link(rests_on, link_of(pack, *found.of, one));
      if (may_last(event)) add_link(rests_on, longest_link(pack));
      add_leaves(event, std::move(rests_on), std::move(traced));
    } catch (const ModelError& error) {
      const Diagnostic& first = error.diagnostics().front();
      record_.lack("property", first.message, first.remedy);
      add_unfollowed(std::move(traced), first.message);
    }
  }

  void tell_no_flow(const Part& part) const {
    record_.lack("no_overpressure",
                 {"'" + part.id + "' has no pressure above that of the air: nothing flows out",
                  "'" + part.id + "' 压力不高于大气压: 不会流出"},
                 {"Give its pressure", "请给出压力"});
  }

  void add_unfollowed(TraceCase traced, const Text& why) {
    traced.leaves.push_back({"not_computed", 1.0, traced.frequency_per_year, {}, why});
    made_.trace.cases.push_back(std::move(traced));
  }

  /// Whether the longest time of the pack has a say in what leaves.
  static bool may_last(const CaseEvent& event) {
    if (!event.release) return false;
    return event.release->pool_m2.has_value() ||
           (!event.release->at_once && event.of.release != CaseRelease::ten_minutes);
  }

  void add_leaves(const CaseEvent& event, Chain rests_on, TraceCase traced) {
    const Following next = following(event, record_);
    const EventTree* tree = context_.trees.tree(next.tree);
    if (tree == nullptr) {
      add_unfollowed(std::move(traced),
                     {"there is no event tree '" + next.tree + "'", "没有事件树 '" + next.tree + "'"});
      return;
    }
    if (next.tree == "nothing") tell_nothing(event.part);
    BranchValues values;
    if (!next.fluid.empty()) values = context_.trees.ignition_of(next.fluid, size_of(event));
    traced.tree = tree->id;
    for (Link& link : links_of(context_.trees, *tree, next.fluid)) add_link(rests_on, std::move(link));
    traced.confidence = weakest(traced.confidence, joined(rests_on));
    const std::size_t rows_before = made_.scenarios.size();
    for (const EventLeaf& leaf : tree->leaves) {
      const double probability = context_.trees.probability(leaf, values);
      TraceLeaf traced_leaf{leaf.outcome, probability, traced.frequency_per_year * probability, {}, {}};
      if (!is_nothing(leaf.outcome) && probability > 0.0) add_row(event, traced.id, traced_leaf);
      traced.leaves.push_back(std::move(traced_leaf));
    }
    if (made_.scenarios.size() > rows_before) {
      for (Link& link : rests_on) add_link(made_.trace.basis, std::move(link));
    }
    made_.trace.cases.push_back(std::move(traced));
  }

  static ReleaseSize size_of(const CaseEvent& event) {
    if (!event.release) return {};
    if (event.release->at_once) return {0.0, event.release->mass_kg};
    return {event.release->rate_kg_s, {}};
  }

  void tell_nothing(const Part& part) const {
    if (part.only_at_once || !part.stored) return;
    const Substance& substance = *part.stored->substance;
    record_.lack(
        "no_outcome",
        {fmt::format(
             "{} neither burns nor has a toxic rule in harm pack '{}': no accepted model says what its release does",
             substance.name_en, context_.harm.id),
         fmt::format("{} 不可燃, 且伤害准则包 '{}' 中没有其毒性规定: 没有公认模型可计算其泄漏后果", substance.name_zh,
                     context_.harm.id)},
        {"State what is known as rows of [scenarios]", "可在 [scenarios] 中给出已知情景"});
  }

  void add_row(const CaseEvent& event, const std::string& case_id, TraceLeaf& leaf) {
    try {
      auto made = scenario_of(leaf.outcome, event, record_);
      if (const NoRow* none = std::get_if<NoRow>(&made)) {
        leaf.why_not = none->why;
        return;
      }
      auto& scenario = std::get<Scenario>(made);
      scenario.unit_id = record_.unit().id;
      scenario.case_id = case_id + "." + leaf.outcome;
      scenario.frequency_per_year = leaf.frequency_per_year;
      if (!is_sound(scenario, leaf)) return;
      leaf.scenario = first_ + made_.scenarios.size();
      made_.scenarios.push_back(std::move(scenario));
    } catch (const ModelError& error) {
      leaf.why_not = error.diagnostics().front().message;
      record_.lack("property", leaf.why_not, error.diagnostics().front().remedy);
    }
  }

  /// Whatever its model asks for is there.
  bool is_sound(const Scenario& scenario, TraceLeaf& leaf) const {
    const AccidentSite site{.substances = context_.substances, .ambient = context_.ambient, .harm = &context_.harm};
    Scenario unnamed = scenario;  // faults would repeat the case
    unnamed.case_id.clear();
    const Accident accident = resolve_accident(unnamed, site);
    if (accident.faults.empty()) return true;
    leaf.why_not = accident.faults.front().message;
    for (const Diagnostic& fault : accident.faults) {
      record_.lack("property", {leaf.outcome + ": " + fault.message.en, leaf.outcome + ": " + fault.message.zh},
                   {"State it as a row of [scenarios]", "可在 [scenarios] 中给出"});
    }
    return false;
  }

  const UnitRecord& record_;
  const GeneratorContext& context_;
  std::size_t first_;
  UnitGeneration& made_;
};

}  // namespace

void make_scenarios(const UnitRecord& record, const std::vector<Part>& parts, std::size_t first, UnitGeneration& made) {
  Maker maker(record, first, made);
  for (const Part& part : parts) maker.add(part);
}

}  // namespace sise
