#include "gis_io/read/project/proposal_event.hpp"

#include <fmt/format.h>

#include <string>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/project/proposal_rows.hpp"

namespace sise {
namespace {

/// Whatever the curve says: nobody may load or unload beside a crowd, and it must know where to go.
ReviewCheck event_measures(const std::string& id) {
  ReviewCheck check;
  check.rule_id = "sise.event_measures";
  check.rule = {"measures for a crowd", "短时人群活动的措施"};
  check.clause = {"Sise's own rule", "本程序规则"};
  check.source = "Sise's own rule";
  check.subject = id;
  check.quantity = "event_measures";
  check.passed = false;
  check.text = {
      "a crowd that is there for some hours a year is judged by societal risk, weighted by its hours: while it lasts "
      "loading and unloading nearby must stop, and a plan of evacuation must be held [sise.event_measures]",
      "短时人群活动按时段加权的社会风险判定:活动期间周边应停止装卸作业,并制定疏散预案〔sise.event_measures〕"};
  return check;
}

}  // namespace

void read_event(const FeatureTable& one, const LayerConfig& config, Proposal& proposal, Problems& problems) {
  const LayerConfig own = part_of(config, {"id", "name", "open_air_people", "hours_per_year", "day_share"});
  FieldMap fields(
      one, own,
      {{"id", true}, {"name", false}, {"open_air_people", true}, {"hours_per_year", true}, {"day_share", false}},
      problems);
  const FeatureRow& row = one.rows.front();
  Target& target = proposal.target;
  target.name = fields.text(row, "name").value_or("");
  target.geometry = row.geometry;
  target.is_protected = false;
  target.class_basis.how = {"a crowd for some hours a year, in the open air", "短时露天人群活动"};
  target.people = fields.number(row, "open_air_people", kPositive);
  const auto hours = fields.number(row, "hours_per_year", kPositive);
  proposal.event = EventTimes{hours.value_or(0.0), fields.number(row, "day_share", {0.0, 1.0})};
  if (hours && *hours > longest_event_h) {
    problems.error("event_too_long",
                   {fmt::format("{:.4g} hours a year are more than the {:.0f} of an event", *hours, longest_event_h),
                    fmt::format("每年 {:.4g} 小时,超过短时活动的上限 {:.0f} 小时", *hours, longest_event_h)},
                   fields.at(row, "hours_per_year"),
                   {"Propose it as a development, with its use and people", "请按 development 申报,并填写用途和人数"});
  }
  proposal.conditions.push_back(event_measures(target.id));
}

}  // namespace sise
