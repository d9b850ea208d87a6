#include "core/decision/siting_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/criteria/limits.hpp"
#include "core/decision/pipeline_facts.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "core/study/completeness.hpp"

namespace sise {
namespace {

std::string word(const Facts& facts, const char* name) {
  const auto found = facts.words.find(name);
  return found == facts.words.end() ? std::string() : found->second;
}

AdmissionQuestion question_of(const Facts& facts, const SubstanceTable& substances, const Proposal& proposal) {
  constexpr double kKgPerTonne = 1000.0;
  AdmissionQuestion asked;
  asked.catalogue_no = word(facts, "catalogue_no");
  asked.industry = word(facts, "industry_code");
  asked.activity = word(facts, "activity");
  asked.zone = word(facts, "zone");
  asked.purpose = word(facts, "purpose");
  if (proposal.kind != Proposal::Kind::unit) return asked;
  const Unit& unit = proposal.unit;
  asked.process = unit.process;
  asked.cas = unit.details.cas;
  if (unit.inventory_kg) asked.inventory_t = *unit.inventory_kg / kKgPerTonne;
  if (!unit.substance_text.empty()) asked.names.push_back(unit.substance_text);
  const Substance* known = unit.substance.empty() ? nullptr : substances.find(unit.substance);
  if (known == nullptr) return asked;
  if (asked.cas.empty()) asked.cas = known->cas;
  asked.names.insert(asked.names.end(), {known->name_zh, known->name_en});
  asked.names.insert(asked.names.end(), known->aliases.begin(), known->aliases.end());
  return asked;
}

ReviewCheck check_of_hit(const ListHit& hit, const AdmissionQuestion& asked, const Criteria& criteria,
                         const std::string& subject) {
  const AdmissionList& list = *hit.list;
  ReviewCheck check;
  check.rule_id = "list." + list.id;
  check.rule = list.title;
  check.clause = list.clause;
  check.source = list.source;
  check.rests_on = {with_confirmation({check.rule_id, list.title, list.source, list.confidence}, criteria)};
  check.subject = subject;
  check.quantity = "breaches";
  check.passed = false;
  if (hit.forbids) {
    check.value = 1.0;
    check.limit = 0.0;
    check.margin = -1.0;
  }
  const std::string substance = asked.names.empty() ? std::string() : asked.names.front();
  const Text mode = label_of(list.mode);
  if (hit.item == nullptr) {
    check.text = {fmt::format("'{}' is not named by {}, which refuses what it does not name ({} [{}])", substance,
                              list.title.en, list.clause.en, check.rule_id),
                  fmt::format("“{}”未列入{},该目录之外的不予准入({}〔{}〕)", substance, list.title.zh, list.clause.zh,
                              check.rule_id)};
    return check;
  }
  const std::string cas = asked.cas.empty() ? "" : " (CAS " + asked.cas + ")";
  const bool elsewhere = hit.forbids && list.mode == ListMode::restrict && !hit.item->allowed_in.empty();
  const std::string zones = fmt::to_string(fmt::join(hit.item->allowed_in, ", "));
  check.text = {fmt::format("item {} of {} ({}): '{}'{}, found by {}{} ({} [{}])", hit.item->id, list.title.en, mode.en,
                            hit.item->name, cas, hit.by, elsewhere ? "; allowed only in: " + zones : "", list.clause.en,
                            check.rule_id),
                fmt::format("列入{}{}第 {} 项“{}”{}{}({}〔{}〕)", list.title.zh, mode.zh, hit.item->id, hit.item->name,
                            cas, elsewhere ? ",仅允许在:" + zones : "", list.clause.zh, check.rule_id)};
  return check;
}

/// Mean of the rose's speeds, at its height.
double mean_speed_m_s(const WindRose& rose) {
  double sum = 0.0;
  for (const WindRoseRow& row : rose.rows) sum += row.frequency * row.speed_m_s;
  return sum;
}

NeighbourFacts facts_of(const Proposal& proposal, const Unit& pipeline) {
  NeighbourFacts facts;
  facts.distance_m = distance_m(pipeline.geometry, proposal.geometry());
  facts.households = proposal.occupancy.households;
  facts.people = proposal.target.people ? proposal.target.people : proposal.occupancy.people;
  facts.hard_to_evacuate =
      proposal.target.is_protected && proposal.target.target_class == TargetClass::high_sensitivity;
  return facts;
}

ReviewCheck pipeline_condition(const PipelinePack& pack, const Unit& pipeline, double distance) {
  ReviewCheck check;
  check.rule_id = "sise.pipeline_open";
  check.rule = pack.title;
  check.clause = pack.clause;
  check.subject = check.governing_unit = pipeline.id;
  check.quantity = "high_consequence_area";
  check.passed = false;
  check.text = {fmt::format("{:.4g} m from pipeline '{}'", distance, pipeline.id),
                fmt::format("距管道“{}”{:.4g} m", pipeline.id, distance)};
  return check;
}

}  // namespace

void add_list_checks(const AdmissionLists& lists, const Facts& facts, const SubstanceTable& substances,
                     const Criteria& criteria, Proposal& proposal) {
  if (lists.lists.empty()) return;
  const AdmissionQuestion asked = question_of(facts, substances, proposal);
  const bool says_nothing = asked.names.empty() && asked.cas.empty() && asked.industry.empty() && asked.process.empty();
  if (says_nothing && proposal.kind == Proposal::Kind::development) return;
  const ListFindings findings = find_listed(lists, asked);
  for (const ListHit& hit : findings.hits)
    proposal.conditions.push_back(check_of_hit(hit, asked, criteria, proposal.id()));
  for (const ListHit& hint : findings.hints) {
    proposal.remarks.push_back({fmt::format("its name looks like item {} of {} ('{}') and is another one: no hit",
                                            hint.item->id, hint.list->title.en, hint.item->name),
                                fmt::format("名称与{}第 {} 项“{}”相近但不相同,不视为列入", hint.list->title.zh,
                                            hint.item->id, hint.item->name)});
  }
  if (findings.not_stated.empty()) return;
  const Text lacking = listed(findings.not_stated, facts);
  proposal.remarks.push_back(
      {"not judged by the lists of admission, because the proposal does not state: " + lacking.en,
       "未按准入清单判定,因申报未填写:" + lacking.zh});
}

void add_sanitary_check(const SanitaryPack& pack, const FugitiveEmission& emission, const Study& study,
                        Proposal& proposal) {
  const Target* nearest = nullptr;
  double distance = 0.0;
  for (const Target& target : study.targets) {
    if (!target.is_protected) continue;
    const double here = distance_m(target.geometry, proposal.geometry());
    if (nearest == nullptr || here < distance) {
      nearest = &target;
      distance = here;
    }
  }
  const double wind = mean_speed_m_s(study.rose);
  const SanitaryDistance asked = sanitary_distance(pack, emission, wind);
  if (nearest == nullptr) {
    proposal.remarks.push_back(
        {fmt::format("its sanitary protection distance is {:.0f} m; the project names no protected target",
                     asked.required_m),
         fmt::format("卫生防护距离为 {:.0f} m;项目未给出防护目标", asked.required_m)});
    return;
  }
  ReviewCheck check;
  check.rule_id = "gbt39499.distance";
  check.rule = pack.title;
  check.clause = pack.clause;
  check.source = pack.source;
  check.rests_on = {with_confirmation({check.rule_id, pack.title, pack.source, pack.confidence}, study.criteria)};
  check.subject = nearest->id;
  check.governing_unit = proposal.id();
  check.quantity = "sanitary_distance_m";
  check.unit = "m";
  check.at_least = true;
  check.value = distance;
  check.limit = asked.required_m;
  check.margin = check.value - check.limit;
  check.passed = !exceeds(check.limit, check.value);
  check.text = {
      fmt::format("the nearest protected target '{}' stands {:.4g} m away, the sanitary protection distance is {:.0f} "
                  "m (by the equation "
                  "{:.4g} m, mean wind {:.2g} m/s; {} [{}])",
                  nearest->id, distance, asked.required_m, asked.initial_m, wind, pack.clause.en, check.rule_id),
      fmt::format("最近的防护目标“{}”距离 {:.4g} m,卫生防护距离为 {:.0f} m(初值 {:.4g} m,平均风速 {:.2g} m/s;{}〔{}〕)",
                  nearest->id, distance, asked.required_m, asked.initial_m, wind, pack.clause.zh, check.rule_id)};
  proposal.conditions.push_back(std::move(check));
}

void add_pipeline_checks(const PipelinePack& pack, const Study& study, const SubstanceTable& substances,
                         Proposal& proposal) {
  for (const Unit& unit : study.units) {
    if (unit.kind != UnitKind::pipeline) continue;
    const PipelineFacts pipeline = pipeline_facts(unit, study, substances);
    const NeighbourFacts neighbour = facts_of(proposal, unit);
    if (neighbour.distance_m > pack.reach_m(pipeline)) continue;
    const PipelineFindings found = find_high_consequence(pack, pipeline, neighbour);
    if (found.rule == nullptr && found.not_stated.empty()) continue;
    ReviewCheck check = pipeline_condition(pack, unit, neighbour.distance_m);
    if (found.rule != nullptr) {
      constexpr std::array<const char*, 4> kLevels{"", "I", "II", "III"};
      const char* const level = kLevels.at(static_cast<std::size_t>(found.rule->level));
      check.rule_id = found.rule->id;
      check.source = found.rule->source;
      check.rests_on = {
          with_confirmation({found.rule->id, pack.title, found.rule->source, found.rule->confidence}, study.criteria)};
      check.text.en += fmt::format(
          ": {}, a high-consequence area of level {}: integrity management by the operator, clearance by the "
          "pipeline's own "
          "code ({} [{}])",
          found.rule->text.en, level, pack.clause.en, check.rule_id);
      check.text.zh += fmt::format(":{},属 {} 级高后果区,须由管道企业开展完整性管理,间距按管道设计规范核定({}〔{}〕)",
                                   found.rule->text.zh, level, pack.clause.zh, check.rule_id);
    } else {
      check.source = "Sise's own rule: what could not be judged is never allowed";
      const Text lacking = named_facts(found.not_stated);
      check.text.en += ": whether it makes a high-consequence area cannot be told without " + lacking.en + " (" +
                       pack.clause.en + ")";
      check.text.zh += ":未填写" + lacking.zh + ",无法判定是否构成高后果区(" + pack.clause.zh + ")";
    }
    proposal.conditions.push_back(std::move(check));
  }
}

}  // namespace sise
