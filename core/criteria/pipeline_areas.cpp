#include "core/criteria/pipeline_areas.hpp"

#include <algorithm>
#include <cmath>

namespace sise {
namespace {

void ask_for(PipelineFindings& findings, const char* fact) {
  std::vector<std::string>& list = findings.not_stated;
  if (std::find(list.begin(), list.end(), fact) == list.end()) list.emplace_back(fact);
}

/// Whether the rule is for such a pipe; nullopt: that is not known.
std::optional<bool> is_for(const PipelineRule& rule, const PipelineFacts& pipeline, PipelineFindings& findings) {
  if (!pipeline.medium) {
    ask_for(findings, "medium");
    return std::nullopt;
  }
  if (*pipeline.medium != rule.medium) return false;
  bool open = false;
  const auto fits = [&](const PipelineRange& range, const std::optional<double>& value, const char* fact) {
    if (!range.asked()) return true;
    if (!value) {
      ask_for(findings, fact);
      open = true;
    }
    return !value || range.holds(*value);
  };
  if (!fits(rule.outer_mm, pipeline.outer_mm, "diameter_mm")) return false;
  if (!fits(rule.pressure_MPa, pipeline.pressure_MPa, "pressure")) return false;
  return open ? std::nullopt : std::optional<bool>(true);
}

bool is_such_a_place(const PipelineRule& rule, const NeighbourFacts& neighbour, PipelineFindings& findings) {
  if (rule.households) {
    if (!neighbour.households && neighbour.people && *neighbour.people < *rule.households) return false;
    if (!neighbour.households) ask_for(findings, "households");
    return neighbour.households && *neighbour.households >= *rule.households;
  }
  if (neighbour.hard_to_evacuate) return true;
  if (rule.people && !neighbour.people) ask_for(findings, "people");
  return rule.people && neighbour.people && *neighbour.people >= *rule.people;
}

}  // namespace

bool PipelineRange::holds(double value) const {
  if (above && !(value > *above)) return false;
  if (at_least && value < *at_least) return false;
  if (below && !(value < *below)) return false;
  return !at_most || value <= *at_most;
}

std::optional<double> PipelinePack::impact_radius_m(const PipelineFacts& pipeline) const {
  if (!pipeline.outer_mm || !pipeline.pressure_MPa) return std::nullopt;
  return radius_factor * std::sqrt(*pipeline.outer_mm * *pipeline.outer_mm * *pipeline.pressure_MPa);
}

double PipelinePack::reach_m(const PipelineFacts& pipeline) const {
  double reach = impact_radius_m(pipeline).value_or(0.0);
  for (const PipelineRule& rule : rules) reach = std::max(reach, rule.within_m.value_or(0.0));
  return reach;
}

PipelineFindings find_high_consequence(const PipelinePack& pack, const PipelineFacts& pipeline,
                                       const NeighbourFacts& neighbour) {
  PipelineFindings findings;
  for (const PipelineRule& rule : pack.rules) {
    const std::optional<double> within = rule.within_m ? rule.within_m : pack.impact_radius_m(pipeline);
    if (within && neighbour.distance_m > *within) continue;
    const auto for_it = is_for(rule, pipeline, findings);
    if (!for_it || !*for_it || !within || !is_such_a_place(rule, neighbour, findings)) continue;
    if (findings.rule == nullptr || rule.level > findings.rule->level) findings.rule = &rule;
  }
  return findings;
}

}  // namespace sise
