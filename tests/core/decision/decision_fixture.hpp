// Small worlds for the tests of decisions: risks that are known without a computation.
#pragma once
#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/decision/review.hpp"
#include "core/risk/assessment.hpp"

BOOST_TEST_DONT_PRINT_LOG_VALUE(sise::Confidence)

namespace sise::testing {

/// Grid and geographic north agree, and degrees do not matter.
class LevelGround : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point) const override { return 0.0; }
};

inline LimitTable limits(const std::string& rule_id, const std::string& title, const std::string& unit, double strict,
                         double middle, double mild, Confidence confidence) {
  LimitTable table{
      .rule_id = rule_id, .title = {title, title}, .clause = {"the standard", "标准"}, .quantity = "q", .unit = unit};
  const std::array<double, 5> values{strict, strict, strict, middle, mild};
  for (std::size_t i = 0; i < values.size(); ++i) table.by_class.at(i) = {values.at(i), "the standard", confidence};
  return table;
}

/// The numbers and marks of the built-in pack.
inline RulePack rules() {
  RulePack pack;
  pack.id = "test";
  pack.individual_risk_existing =
      limits("ir.existing", "individual risk, existing", "1/yr", 3e-6, 1e-5, 3e-5, Confidence::corroborated);
  pack.individual_risk_new =
      limits("ir.new", "individual risk, new", "1/yr", 3e-7, 3e-6, 1e-5, Confidence::corroborated);
  pack.overpressure = limits("overpressure", "overpressure", "Pa", 2000.0, 5000.0, 9000.0, Confidence::recalled);
  pack.blast_curve = "gb6722";
  pack.blast_curve_source = "the standard";
  pack.exclusions = {{.kind = UnitKind::pipeline, .governed_by = "GB 32167", .reason = {"pipelines", "管道"}}};
  return pack;
}

inline Geometry point(double x, double y) {
  Geometry g;
  g.points = {{x, y}};
  return g;
}

inline Geometry box(double x_min, double y_min, double x_max, double y_max) {
  Geometry g;
  g.polygons = {{{{x_min, y_min}, {x_max, y_min}, {x_max, y_max}, {x_min, y_max}, {x_min, y_min}}, {}}};
  return g;
}

inline Substance chlorine() {
  Substance s{.id = "chlorine", .name_en = "chlorine", .name_zh = "氯"};
  s.properties = {{"probit_a", {-6.35, "mg/m3; min", "CPR 18E", "", Confidence::recalled}},
                  {"probit_b", {0.5, "mg/m3; min", "CPR 18E", "", Confidence::recalled}},
                  {"probit_n", {2.75, "mg/m3; min", "CPR 18E", "", Confidence::recalled}}};
  s.hazard_flags = {"toxic"};
  return s;
}

inline Substance ammonium_nitrate() {
  Substance s{.id = "ammonium_nitrate", .name_en = "ammonium nitrate", .name_zh = "硝酸铵"};
  s.properties = {{"tnt_equivalence", {0.352, "1", "a table", "", Confidence::recalled}}};
  s.hazard_flags = {"explosive"};
  return s;
}

/// A study around the origin, 4 km wide, that nothing happens in yet.
struct World {
  World() {
    study.grid = {.x_min = -2000.0, .y_max = 2000.0, .cell_m = 50.0, .columns = 80, .rows = 80, .crs = "EPSG:4549"};
    study.criteria.rules = rules();
    study.harm.id = "harm";
    study.harm.source = "a guideline";
    study.harm.confidence = Confidence::seen;
    study.harm.lethal_overpressure_pa = 30000.0;
    study.rose.rows = {{std::nullopt, Stability::D, 3.0, 1.0}};
  }

  Unit& add_unit(const std::string& id, const std::string& enterprise, Point at) {
    Unit unit;
    unit.id = id;
    unit.enterprise = enterprise;
    unit.geometry = point(at.x, at.y);
    study.units.push_back(unit);
    return study.units.back();
  }

  /// Everybody within about 300 m of the unit dies with this frequency: the risk there is the frequency.
  void add_disc(const std::string& unit_id, double frequency_per_year) {
    Scenario s;
    s.unit_id = unit_id;
    s.case_id = "bang";
    s.kind = ScenarioKind::explosion;
    s.frequency_per_year = frequency_per_year;
    s.tnt_kg = 90000.0;
    study.scenarios.push_back(s);
  }

  [[nodiscard]] Decision decide(const Proposal& proposal) const { return decide_all({proposal}).front(); }

  [[nodiscard]] std::vector<Decision> decide_all(const std::vector<Proposal>& proposals,
                                                 const WarningBrackets& brackets = {}) const {
    const SubstanceTable substances({chlorine(), ammonium_nitrate()});
    const LevelGround ground;
    const Assessment assessment(study, substances, ground);
    return review(assessment, proposals, brackets);
  }

  Study study;
};

inline ClassBasis basis(Confidence confidence) {
  return {{"by its use", "按用途"}, "target_class", "a table", confidence};
}

inline Proposal development(const std::string& id, TargetClass target_class, Geometry where, ClassBasis how = {}) {
  Proposal proposal;
  proposal.target.id = id;
  proposal.target.target_class = target_class;
  proposal.target.class_basis = std::move(how);
  proposal.target.geometry = std::move(where);
  return proposal;
}

inline const ReviewCheck* check_by(const Decision& decision, const std::string& rule_id) {
  for (const ReviewCheck& check : decision.checks) {
    if (check.rule_id == rule_id) return &check;
  }
  return nullptr;
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace sise::testing
