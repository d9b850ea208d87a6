// One enterprise as it stands, and what people on top or another unit change of its F-N curve. Not for use outside decision.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/decision/societal_changes.hpp"

namespace sise {

/// Makes a unit of the study ready to be counted.
using PrepareUnit = std::function<std::shared_ptr<SocietalRisk::Prepared>(std::size_t unit)>;
/// As it stands.
[[nodiscard]] PrepareUnit as_it_stands(const SocietalStudy& study, const Progress* progress);

/// The enterprise that a proposed unit joins; none: it is the first of its own.
[[nodiscard]] std::optional<std::size_t> enterprise_of(const SocietalStudy& study, const Unit& unit);

/// Of the units that a proposal replaces, together. Throws ModelError, Interrupted.
[[nodiscard]] FnCurve curve_of_replaced(const SocietalStudy& study, const Proposal& proposal,
                                        const PrepareUnit& prepare);

/// Of a proposed unit, unit 0 of a model, where it is to stand; `own` ground may be null. Throws ModelError, Interrupted.
[[nodiscard]] FnCurve curve_of(const SocietalStudy& study, const RiskModel& made, const Proposal& proposal,
                               const OwnGround* own, const Progress* progress);

/// The units with most of the deaths, most first, equal ones as they came.
class MostDeaths {
 public:
  void add(const std::string& unit_id, double deaths_per_year);
  /// These and others, each unit once: what is known of it here goes before what others say.
  [[nodiscard]] MostDeaths with(const MostDeaths& others) const;
  [[nodiscard]] std::vector<Contributor> shares_of(double all) const;

 private:
  std::vector<Contributor> units_;  ///< with deaths a year for shares
};

/// The computed units of an enterprise; some are held once they are prepared.
class PreparedEnterprise {
 public:
  PreparedEnterprise(const SocietalStudy& study, std::size_t enterprise, PrepareUnit prepare);

  /// Whether an accident of any unit may kill any of them.
  [[nodiscard]] bool reaches_any(std::span<const ExtraPeople> people);

  /// Unit by unit with its id, in their order.
  using Take = std::function<void(const std::string& unit_id, const UnitDeaths& deaths)>;
  void count(std::span<const ExtraPeople> people, const Take& take);

 private:
  /// Units of a lot at once; what is found of each is taken in order, as long as `go_on` says so.
  template <class Find, class GoOn>
  void in_lots(const Find& find, GoOn go_on);

  const SocietalStudy& study_;
  const OwnGround* ground_;
  const std::vector<std::size_t>& units_;
  PrepareUnit prepare_;
  std::vector<std::shared_ptr<SocietalRisk::Prepared>> held_;  ///< one per unit, the first few
};

/// One enterprise as it stands, and what people on top change of it.
class EnterpriseCurve {
 public:
  EnterpriseCurve(const SocietalStudy& study, std::size_t enterprise, PreparedEnterprise& units,
                  std::span<const ExtraPeople> people);

  [[nodiscard]] const std::vector<FnStep>& before() const { return *before_; }
  /// By people, given by their index; nothing where no accident reaches them.
  [[nodiscard]] std::optional<SocietalChange> with_people(std::size_t which) const;
  /// `changed`: units with their deaths after it.
  [[nodiscard]] SocietalChange with(const FnCurve& more, const MostDeaths& changed) const;

 private:
  void take(const std::string& id, const UnitDeaths& unit);

  std::size_t enterprise_;
  std::string name_;
  FnCurve base_;
  std::shared_ptr<const std::vector<FnStep>> before_;
  std::vector<std::unique_ptr<FnCurve>> changes_;
  MostDeaths units_;                       ///< as they stand
  std::vector<MostDeaths> changed_units_;  ///< per people, of units that reach them
};

}  // namespace sise
