// A study as societal risk sees it: enterprises, the ground of each, and everybody else.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/criteria/fn_lines.hpp"
#include "core/decision/enterprises.hpp"
#include "core/risk/assessment.hpp"
#include "core/risk/societal/societal_risk.hpp"
#include "models/base/text.hpp"

namespace sise {

/// What a reader of a curve must know, with a stable code: "own_staff_counted", "incomplete_units", "people_partly_unknown".
struct SocietalRemark {
  std::string code;
  Text text;
};

/// Who is asked about, and whose people count for whom: own staff is out, the neighbours' is in.
class SocietalStudy {
 public:
  /// Keeps references. Throws InputError("no_population") when the study does not say where people are.
  SocietalStudy(const Assessment& assessment, const PeopleVulnerability& vulnerability);

  [[nodiscard]] const Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const PeopleVulnerability& vulnerability() const { return vulnerability_; }
  [[nodiscard]] const SocietalRisk& risk() const { return *risk_; }
  [[nodiscard]] const std::vector<Enterprise>& enterprises() const { return enterprises_; }
  [[nodiscard]] std::size_t enterprise_of(std::size_t unit) const { return enterprise_of_unit_[unit]; }
  /// Null where the study does not say where the enterprise's boundary runs.
  [[nodiscard]] const OwnGround* ground_of(std::size_t enterprise) const { return grounds_[enterprise].get(); }

  [[nodiscard]] UnitDeaths unit(std::size_t index, std::span<const ExtraPeople> extra, const GridSpec* cells,
                                const Progress* progress) const;

  /// What is missing of one enterprise; `reach_m` of its units.
  [[nodiscard]] std::vector<SocietalRemark> remarks_on(std::size_t enterprise, double reach_m) const;
  /// What the deaths by these units rest on beside the user's data: toxicities, harm rules, vulnerability, the lines.
  [[nodiscard]] Chain rests_on(const std::vector<std::size_t>& units, const FnCriterion& criterion) const;

 private:
  const Assessment& assessment_;
  const PeopleVulnerability& vulnerability_;
  std::vector<Enterprise> enterprises_;
  std::vector<std::size_t> enterprise_of_unit_;
  std::vector<std::unique_ptr<OwnGround>> grounds_;
  std::unique_ptr<SocietalRisk> risk_;
  std::vector<Chain> basis_;
  std::unique_ptr<PreparedArea> covered_;
};

}  // namespace sise
