// A store that kills everybody around it, people near it, and the lines that judge it.
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "core/decision/societal_checks.hpp"
#include "core/risk/open_values.hpp"
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

/// The store as it would be with other frequencies, two where the end depends on the place.
class StoreAtEnds : public OpenValues {
 public:
  StoreAtEnds(const std::vector<double>& milder, const std::vector<double>& stricter, double tnt_kg = 90000.0) {
    for (const double per_year : milder) make(per_year, DataEnd::milder, tnt_kg);
    for (const double per_year : stricter) make(per_year, DataEnd::stricter, tnt_kg);
  }
  [[nodiscard]] bool is_open(std::size_t unit) const override { return unit == 0; }
  [[nodiscard]] double least(std::size_t, Point) const override { return 0.0; }
  [[nodiscard]] double most(std::size_t, Point) const override { return 0.0; }
  [[nodiscard]] std::vector<std::shared_ptr<const RiskModel>> models(std::size_t, DataEnd end) const override {
    const auto found = models_.find(end);
    return found == models_.end() ? std::vector<std::shared_ptr<const RiskModel>>{} : found->second;
  }

 private:
  struct Made {
    Made(double per_year, double tnt_kg) : world(a_store()) {
      world.study.scenarios.front().frequency_per_year = per_year;
      world.study.scenarios.front().tnt_kg = tnt_kg;
      assessment = std::make_unique<Assessment>(world.study, substances, ground);
    }
    World world;
    SubstanceTable substances{{chlorine(), ammonium_nitrate()}};
    LevelGround ground;
    std::unique_ptr<Assessment> assessment;
  };
  void make(double per_year, DataEnd end, double tnt_kg) {
    const auto made = std::make_shared<Made>(per_year, tnt_kg);
    models_[end].emplace_back(made, &made->assessment->risk);
  }
  std::map<DataEnd, std::vector<std::shared_ptr<const RiskModel>>> models_;
};

inline World generated_store(double per_year) {
  World world = a_store();
  world.study.scenarios.front().frequency_per_year = per_year;
  world.study.generated = {
      {"store", {{"generator.connection_mm", {"assumed: the bore", "假定的管径"}, "estimate", Confidence::recalled}}}};
  return world;
}

}  // namespace sise::testing
