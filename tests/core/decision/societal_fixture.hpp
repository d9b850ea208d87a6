// A store that kills everybody around it, people near it, and the lines that judge it.
#pragma once
#include <vector>

#include "core/decision/societal_checks.hpp"
#include "tests/core/decision/decision_fixture.hpp"

namespace sise::testing {

/// GB 36894-2018: 1e-3/N and 1e-5/N, seen; the end at 1,000 recalled.
inline FnCriterion lines_as_seen() {
  FnCriterion lines;
  lines.id = "gb36894-2018";
  lines.rule_id = "gb36894.societal_risk";
  lines.title = {"societal risk", "社会风险基准"};
  lines.source = "GB 36894-2018";
  lines.confidence = Confidence::seen;
  lines.upper.points = {{1.0, 1e-3}, {1000.0, 1e-6}};
  lines.lower = FnLine{{{1.0, 1e-5}, {1000.0, 1e-8}}};
  lines.largest_n = Limit{1000.0, "GB 36894-2018", Confidence::recalled};
  return lines;
}

inline PeopleVulnerability everybody_outdoors() {
  PeopleVulnerability people;
  people.id = "people";
  people.confidence = Confidence::seen;
  people.lethal_radiation_w_m2 = 37500.0;
  people.lethal_overpressure_pa = 30000.0;
  people.indoors_overpressure_pa = 10000.0;
  people.indoors_overpressure_death = 0.025;
  return people;
}

/// Everybody within 304 m of the store dies once in 100,000 years; ten people live there already.
inline World a_store() {
  World world;
  world.add_unit("store", "E", {0.0, 0.0});
  world.add_disc("store", 1e-5);
  Population population;
  population.indoor_day = population.indoor_night = 0.0;
  population.patches = {{{0.0, 250.0}, 0.0, 10.0, 10.0}};
  world.study.population = population;
  return world;
}

/// A use without a limit of individual risk, so that societal risk alone decides.
inline Proposal people_at(double people, Point place) {
  Proposal proposal = development("P", TargetClass::general_3, point(place.x, place.y));
  proposal.target.is_protected = false;
  proposal.target.people = people;
  return proposal;
}

inline Decision judged_with(const World& world, const Proposal& proposal, const OpenValues* open = nullptr) {
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  Assessment assessment(world.study, substances, ground);
  assessment.open = open;
  const PeopleVulnerability people = everybody_outdoors();
  const SocietalStudy society(assessment, people);
  const std::vector<Proposal> proposals{proposal};
  std::vector<Decision> decisions = review(assessment, proposals);
  add_societal_checks(society, lines_as_seen(), proposals, decisions, nullptr);
  return decisions.front();
}

}  // namespace sise::testing
