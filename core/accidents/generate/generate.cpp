#include "core/accidents/generate/generate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "core/accidents/generate/basis.hpp"
#include "core/accidents/generate/outcome.hpp"
#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/release.hpp"
#include "core/accidents/resolve.hpp"
#include "models/substances/written_name.hpp"

namespace sise {
namespace {

/// How long a leak lasts in one branch of blocking, and how likely that is.
struct Blocking {
  std::string id;  ///< empty: there is no branch
  std::optional<double> stop_s;
  double probability = 1.0;
  Chain rests_on{};  ///< what time and probability are taken from
};

/// As offices write the ways of blocking; other words are those of the data.
std::string way_of_blocking(const std::string& written) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWritten{{{"自动", "automatic"},
                                                                                   {"联锁", "automatic"},
                                                                                   {"远程", "remote"},
                                                                                   {"遥控", "remote"},
                                                                                   {"手动", "manual"},
                                                                                   {"人工", "manual"},
                                                                                   {"现场", "manual"}}};
  for (const auto& [word, way] : kWritten) {
    if (written.find(word) != std::string::npos) return std::string(way);
  }
  return written;
}

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
    for (const Blocking& blocking : blockings(part, one)) {
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

  [[nodiscard]] std::vector<Blocking> blockings(const Part& part, const FrequencyCase& one) const {
    if (one.release != CaseRelease::continuous || !part.stored) return {{}};
    const std::string wanted = way_of_blocking(record_.unit().details.isolation_class);
    if (wanted.empty()) return part.watched ? operator_branches() : std::vector<Blocking>{{}};
    for (const IsolationClass& row : context_.rules.isolation) {
      if (row.id == wanted) return {{"", isolation_s(row, hole_of(one, part)), 1.0, {link_of(context_.rules, row)}}};
    }
    for (const BlockingSystem& row : context_.rules.blocking) {
      if (row.id != wanted) continue;
      const Chain rests_on{link_of(context_.rules, row)};
      return {{"blocked", row.seconds, 1.0 - row.failure, rests_on}, {"not_blocked", {}, row.failure, rests_on}};
    }
    record_.remark("isolation_not_understood",
                   {"the isolation class '" + wanted + "' is none of AA to CC, automatic, remote, manual: not counted",
                    "隔离等级 '" + wanted + "' 不是 AA 至 CC 或 自动、远程、手动: 未计入"});
    return {{}};
  }

  [[nodiscard]] std::vector<Blocking> operator_branches() const {
    const double stop_s = record_.assume("operator_stop_s");
    for (const FixedBranch& branch : context_.trees.branches) {
      if (branch.id != kOperatorStops) continue;
      const Chain rests_on{link_of(context_.trees, branch)};
      return {{"stopped", stop_s, branch.probability, rests_on},
              {"not_stopped", {}, 1.0 - branch.probability, rests_on}};
    }
    return {{}};
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

using ContentsByUnit = std::map<std::string, std::vector<UnitContent>>;

ContentsByUnit by_unit(const std::vector<UnitContent>& contents) {
  ContentsByUnit sorted;
  for (const UnitContent& one : contents) sorted[one.unit_id].push_back(one);
  return sorted;
}

/// "甲醇/乙醇混合物": the substances of a mixture, where every part of its name is one and they differ. Empty: it is none.
std::vector<Content> parts_of_mixture(const Content& whole, const SubstanceTable& table) {
  if (!whole.substance.empty() || whole.written.empty() || !whole.hazard_classes.empty()) return {};
  std::vector<Content> parts;
  for (const WrittenPart& part : written_name(whole.written).parts) {
    std::string name = part.name;
    for (const std::string_view word : {"混合物", "混合液", "混合气", "混合", "mixture"}) {
      if (name.ends_with(word)) name.resize(name.size() - word.size());
    }
    const Substance* known = table.find(name);
    if (known == nullptr) return {};
    parts.push_back({known->id, whole.written, whole.inventory_kg, {}});
  }
  const bool differ = parts.size() > 1 && parts.front().substance != parts.back().substance;
  return differ ? parts : std::vector<Content>{};
}

std::vector<Content> contents_of(const Unit& unit, const std::vector<UnitContent>& contents) {
  std::vector<Content> all;
  const bool own = !unit.substance_text.empty() || !unit.substance.empty() || unit.inventory_kg;
  bool others = false;
  for (const UnitContent& one : contents) others = others || one.unit_id == unit.id;
  if (own || !others) all.push_back({unit.substance, unit.substance_text, unit.inventory_kg, unit.hazard_classes});
  for (const UnitContent& one : contents) {
    if (one.unit_id == unit.id)
      all.push_back({one.substance, one.substance_text, one.inventory_kg, one.hazard_classes});
  }
  return all;
}

/// Shares that nobody states may be anything: every substance of a mixture counts as if all of it were that.
std::vector<Content> without_mixtures(const std::vector<Content>& contents, const UnitRecord& record) {
  std::vector<Content> all;
  for (const Content& one : contents) {
    const std::vector<Content> parts = parts_of_mixture(one, record.context().substances);
    if (parts.empty()) {
      all.push_back(one);
      continue;
    }
    record.remark("mixture_of_unknown_shares",
                  {"'" + one.written +
                       "' is a mixture whose shares are not stated: each substance counts as if all of it were that",
                   "'" + one.written + "' 为组分未说明的混合物: 各组分均按全量计算"});
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

bool is_small(const Unit& unit, const GeneratorRules& rules) {
  return std::any_of(rules.small.begin(), rules.small.end(), [&](const SmallUnits& row) {
    return row.kind == unit.kind && unit.inventory_kg && *unit.inventory_kg > 0.0 && *unit.inventory_kg < row.below_kg;
  });
}

/// Whatever can fail fails too seldom to count: no scenario, and yet no unit that nobody looked at.
void tell_all_dropped(const UnitRecord& record) {
  const UnitTrace& trace = record.trace();
  const bool dropped =
      std::all_of(trace.cases.begin(), trace.cases.end(), [](const TraceCase& one) { return one.dropped; });
  if (trace.cases.empty() || !dropped) return;
  const double cut_off = record.context().rules.cut_off_per_year;
  record.lack("below_cut_off",
              {fmt::format("every failure is rarer than {:.0e} a year", cut_off),
               fmt::format("各失效情形的频率均低于每年 {:.0e}", cut_off)},
              {"Check present_share, hours_per_year and length_m, or give rows of [scenarios]",
               "请核对 present_share, hours_per_year 和 length_m, 或在 [scenarios] 中给出"});
}

/// Every release ends as "none".
void tell_nothing_follows(const UnitRecord& record) {
  if (record.trace().cases.empty() || !record.trace().lacks.empty()) return;
  record.lack(
      "nothing_follows",
      {"by the event trees nothing follows from its releases: a liquid stored below its flash point does not catch "
       "fire",
       "按事件树其泄漏无后果: 储存温度低于闪点的液体不被点燃"},
      {"A fire that reaches it may be stated as a row of [scenarios]", "外部火灾引起的后果可在 [scenarios] 中给出"});
}

using RowsByUnit = std::map<std::string, std::vector<const Scenario*>>;

RowsByUnit rows_by_unit(const std::vector<Scenario>& scenarios) {
  RowsByUnit sorted;
  for (const Scenario& one : scenarios) sorted[one.unit_id].push_back(&one);
  return sorted;
}

/// Its rows are named as generated ones are: only then is it worth asking what would be made.
bool are_named_alike(const std::vector<const Scenario*>& rows) {
  static const std::vector<std::string> kOutcomes = known_outcomes();
  return std::all_of(rows.begin(), rows.end(), [](const Scenario* row) {
    const std::size_t point = row->case_id.rfind('.');
    return point != std::string::npos &&
           std::find(kOutcomes.begin(), kOutcomes.end(), row->case_id.substr(point + 1)) != kOutcomes.end();
  });
}

/// Whether a table states just what follows from the record, in any order: then nothing in it is the project's own.
bool are_the_generated(const std::vector<const Scenario*>& rows, const std::vector<Scenario>& made) {
  return rows.size() == made.size() && std::all_of(made.begin(), made.end(), [&](const Scenario& one) {
           return std::any_of(rows.begin(), rows.end(), [&](const Scenario* row) { return *row == one; });
         });
}

double mean_wind_m_s(const WindRose& rose) {
  double sum = 0.0;
  for (const WindRoseRow& row : rose.rows) sum += row.frequency * row.speed_m_s;
  return sum;
}

}  // namespace

UnitGeneration generate_unit(const Unit& unit, const std::vector<UnitContent>& contents,
                             const GeneratorContext& context, std::size_t first) {
  UnitGeneration made;
  made.trace.unit_id = unit.id;
  if (is_small(unit, context.rules)) {
    made.trace.fate = UnitFate::small;
    return made;
  }
  const UnitRecord record(unit, context, made.trace);
  Maker maker(record, first, made);
  for (const Part& part : parts_of(record, without_mixtures(contents_of(unit, contents), record))) maker.add(part);
  if (made.scenarios.empty()) {
    tell_all_dropped(record);
    tell_nothing_follows(record);
  }
  if (!made.scenarios.empty()) made.trace.fate = UnitFate::generated;
  return made;
}

GeneratorContext generator_context(const Study& study, const SubstanceTable& substances, const GeneratorData& data) {
  return {substances, data.packs, data.trees, data.rules, study.harm, study.ambient, mean_wind_m_s(study.rose)};
}

Generation generate(const Study& study, const SubstanceTable& substances, const GeneratorData& data) {
  const RowsByUnit rows = rows_by_unit(study.scenarios);
  const GeneratorContext context = generator_context(study, substances, data);
  const ContentsByUnit contents = by_unit(study.contents);
  Generation generation;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const Unit& unit = study.units[i];
    const auto stated = rows.find(unit.id);
    const auto others = contents.find(unit.id);
    UnitGeneration made;
    if (stated == rows.end() || are_named_alike(stated->second)) {
      made = generate_unit(unit, others == contents.end() ? std::vector<UnitContent>{} : others->second, context,
                           generation.scenarios.size());
    }
    if (stated != rows.end()) {
      Chain basis = are_the_generated(stated->second, made.scenarios) ? std::move(made.trace.basis) : Chain{};
      made = {};
      made.trace.unit_id = unit.id;
      made.trace.fate = UnitFate::from_table;
      made.trace.basis = std::move(basis);
    }
    made.trace.unit = i;
    for (Scenario& scenario : made.scenarios) generation.scenarios.push_back(std::move(scenario));
    generation.traces.push_back(std::move(made.trace));
  }
  return generation;
}

void take_over(Study& study, const Generation& generation) {
  study.scenarios.insert(study.scenarios.end(), generation.scenarios.begin(), generation.scenarios.end());
  for (const UnitTrace& trace : generation.traces) {
    if (!trace.basis.empty() && trace.fate != UnitFate::missing)
      study.generated.push_back({trace.unit_id, trace.basis});
    for (const GeneratorRemark& lack : trace.lacks)
      study.not_generated.push_back({trace.unit_id, lack.code, lack.text});
  }
}

}  // namespace sise
