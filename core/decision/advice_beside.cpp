#include "core/decision/advice_beside.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr double kM2PerHa = 1e4;

Facts facts_of(const Proposal& proposal) {
  Facts facts;
  const Occupancy& o = proposal.occupancy;
  const auto put = [&](const char* name, const std::optional<double>& value) {
    if (value) facts.numbers[name] = *value;
  };
  put("dwelling_units", o.households);
  put("beds", o.beds);
  put("total_floor_m2", o.floor_area_m2);
  put("max_people_at_one_time", o.open_air_people ? o.open_air_people : o.people);
  put("max_occupants_in_any_building", o.people_shift ? o.people_shift : o.people);
  const double area = area_m2(proposal.target.geometry);
  if (area > 0.0) facts.numbers["site_area_ha"] = area / kM2PerHa;
  return facts;
}

}  // namespace

void add_advice(const Proposal& proposal, const AdvicePack& pack, Decision& decision) {
  const bool judged = proposal.kind == Proposal::Kind::development && decision.map.has_value();
  const AdviceType* type = judged ? pack.type_of_use(proposal.occupancy.use) : nullptr;
  if (type == nullptr) return;
  const std::optional<AdviceLevel> level = level_of(*type, facts_of(proposal));
  if (!level) return;
  AdviceBeside beside{type->id, type->title, level->level, level->by};
  std::vector<Advice> advices;
  for (const ReviewCheck& check : decision.checks) {
    if (check.unit != "1/yr" || check.subject == kAllTogether) continue;
    const AdviceZone zone = pack.zone_of(check.value);
    beside.zone = std::min(beside.zone, zone);
    advices.push_back(pack.advice(level->level, zone));
  }
  beside.advice = overall(advices);
  const Text zone = label_of(beside.zone);
  const Text advice = label_of(beside.advice);
  decision.reasons.push_back(
      {fmt::format("For comparison, {} would {}: {}, sensitivity level {} ({}), {} by the risk of death.",
                   pack.title.en, beside.advice == Advice::not_needed ? "have no advice" : advice.en, type->title.en,
                   level->level, level->by, zone.en),
       fmt::format("对照:{}的意见为“{}”:{},敏感等级 {}({}),按死亡风险位于{}。", pack.title.zh, advice.zh,
                   type->title.zh, level->level, level->by, zone.zh)});
  decision.advice = beside;
}

}  // namespace sise
