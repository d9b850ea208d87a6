// One enterprise as it stands, and what people on top or another unit change of its F-N curve. Not for use outside decision.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/decision/proposed_unit.hpp"
#include "core/decision/societal_changes.hpp"
#include "core/grid/parallel.hpp"

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
  void add(const std::string& unit_id, double deaths_per_year) {
    const auto less = [&](const Contributor& there) { return there.share < deaths_per_year; };
    units_.insert(std::find_if(units_.begin(), units_.end(), less), {unit_id, deaths_per_year});
    if (units_.size() > kMost) units_.pop_back();
  }

  /// These and others, each unit once: what is known of it here goes before what others say.
  [[nodiscard]] MostDeaths with(const MostDeaths& others) const {
    MostDeaths both = *this;
    for (const Contributor& other : others.units_) {
      const auto same = [&](const Contributor& there) { return there.unit_id == other.unit_id; };
      if (std::none_of(units_.begin(), units_.end(), same)) both.add(other.unit_id, other.share);
    }
    return both;
  }

  [[nodiscard]] std::vector<Contributor> shares_of(double all) const {
    constexpr double kTold = 0.005;  // less would read as 0 %
    std::vector<Contributor> shares;
    for (const Contributor& one : units_) {
      if (one.share > kTold * all) shares.push_back({one.unit_id, one.share / all});
    }
    return shares;
  }

 private:
  static constexpr std::size_t kMost = 3;
  std::vector<Contributor> units_;  ///< with deaths a year for shares
};

/// The computed units of an enterprise; some are held once they are prepared.
class PreparedEnterprise {
 public:
  PreparedEnterprise(const SocietalStudy& study, std::size_t enterprise, PrepareUnit prepare)
      : study_(study),
        ground_(study.ground_of(enterprise)),
        units_(study.enterprises()[enterprise].computed),
        prepare_(std::move(prepare)),
        held_(units_.size()) {}

  /// Whether an accident of any unit may kill any of them.
  [[nodiscard]] bool reaches_any(std::span<const ExtraPeople> people) {
    bool any = false;
    in_lots(
        [&](std::size_t k, const std::shared_ptr<SocietalRisk::Prepared>& unit) {
          const bool here = SocietalRisk::reaches_any(*unit, people);
          if (k < kHeld) held_[k] = unit;
          return here;
        },
        [&](bool here) {
          any = any || here;
          return !any;
        });
    return any;
  }

  /// Unit by unit with its id, in their order.
  template <class Take>
  void count(std::span<const ExtraPeople> people, const Take& take) {
    in_lots(
        [&](std::size_t k, const std::shared_ptr<SocietalRisk::Prepared>& unit) {
          held_[k].reset();
          return SocietalRisk::deaths(*unit, ground_, people);
        },
        [&, next = units_.begin()](const UnitDeaths& deaths) mutable {
          take(study_.assessment().study.units[*next++].id, deaths);
          return true;
        });
  }

 private:
  static constexpr std::size_t kHeld = 16;

  /// Units of a lot at once; what is found of each is taken in order, as long as `go_on` says so.
  template <class Find, class GoOn>
  void in_lots(const Find& find, GoOn go_on) {
    using Found = decltype(find(std::size_t{}, std::shared_ptr<SocietalRisk::Prepared>()));
    for (std::size_t from = 0; from < units_.size(); from += changes_lot) {
      std::vector<std::optional<Found>> lot(std::min(changes_lot, units_.size() - from));
      parallel_for(
          static_cast<std::int64_t>(lot.size()),
          [&](std::int64_t i) {
            const std::size_t k = from + static_cast<std::size_t>(i);
            auto unit = held_[k] ? held_[k] : prepare_(units_[k]);
            lot[static_cast<std::size_t>(i)] = find(k, std::move(unit));
          },
          nullptr);
      for (const std::optional<Found>& one : lot) {
        if (!go_on(*one)) return;
      }
    }
  }

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
                  std::span<const ExtraPeople> people)
      : enterprise_(enterprise),
        name_(study.enterprises()[enterprise].name),
        changes_(people.size()),
        changed_units_(people.size()) {
    units.count(people, [this](const std::string& id, const UnitDeaths& unit) { take(id, unit); });
    before_ = std::make_shared<const std::vector<FnStep>>(base_.steps());
  }

  [[nodiscard]] const std::vector<FnStep>& before() const { return *before_; }

  /// By people, given by their index; nothing where no accident reaches them.
  [[nodiscard]] std::optional<SocietalChange> with_people(std::size_t which) const {
    if (!changes_[which]) return std::nullopt;
    return with(*changes_[which], changed_units_[which]);
  }

  /// `changed`: units with their deaths after it.
  [[nodiscard]] SocietalChange with(const FnCurve& more, const MostDeaths& changed) const {
    FnCurve after = base_;
    after.add(more);
    return {.enterprise = enterprise_,
            .name = name_,
            .before = before_,
            .after = after.steps(),
            .expected_before = base_.expected_deaths_per_year(),
            .expected_after = after.expected_deaths_per_year(),
            .units = changed.with(units_).shares_of(after.expected_deaths_per_year()),
            .added = {}};
  }

 private:
  void take(const std::string& id, const UnitDeaths& unit) {
    const double before = unit.curve.expected_deaths_per_year();
    base_.add(unit.curve);
    units_.add(id, before);
    for (std::size_t e = 0; e < changes_.size(); ++e) {
      if (!unit.changes[e]) continue;
      if (!changes_[e]) changes_[e] = std::make_unique<FnCurve>();
      changes_[e]->add(*unit.changes[e]);
      changed_units_[e].add(id, before + unit.changes[e]->expected_deaths_per_year());
    }
  }

  std::size_t enterprise_;
  std::string name_;
  FnCurve base_;
  std::shared_ptr<const std::vector<FnStep>> before_;
  std::vector<std::unique_ptr<FnCurve>> changes_;
  MostDeaths units_;                       ///< as they stand
  std::vector<MostDeaths> changed_units_;  ///< per people, of units that reach them
};

}  // namespace sise
