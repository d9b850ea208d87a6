#include "core/decision/societal_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/accidents/source_point.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

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
  PreparedEnterprise(const SocietalStudy& study, std::size_t enterprise, Progress* progress)
      : study_(study),
        ground_(study.ground_of(enterprise)),
        units_(study.enterprises()[enterprise].computed),
        progress_(progress),
        held_(units_.size()) {}

  /// Whether an accident of any unit may kill any of them.
  [[nodiscard]] bool reaches_any(std::span<const PeopleTree> people) {
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
  void count(std::span<const PeopleTree> people, const Take& take) {
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
            auto unit = held_[k] ? held_[k] : study_.risk().prepare(units_[k], progress_);
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
  Progress* progress_;
  std::vector<std::shared_ptr<SocietalRisk::Prepared>> held_;  ///< one per unit, the first few
};

/// One enterprise as it stands, and what people on top change of it.
class EnterpriseCurve {
 public:
  EnterpriseCurve(const SocietalStudy& study, std::size_t enterprise, PreparedEnterprise& units,
                  std::span<const PeopleTree> people)
      : enterprise_(enterprise),
        name_(study.enterprises()[enterprise].name),
        changes_(people.size()),
        changed_units_(people.size()) {
    units.count(people, [this](const std::string& id, const UnitDeaths& unit) { take(id, unit); });
    before_ = std::make_shared<const std::vector<FnStep>>(base_.steps());
  }

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

/// An enterprise that has no unit in the study yet.
SocietalChange of_a_newcomer(const Unit& unit, const FnCurve& curve) {
  return {.enterprise = {},
          .name = unit.enterprise_key(),
          .before = std::make_shared<const std::vector<FnStep>>(),
          .after = curve.steps(),
          .expected_before = 0.0,
          .expected_after = curve.expected_deaths_per_year(),
          .units = {{unit.id, 1.0}},
          .added = {}};
}

FnCurve curve_of(const SocietalStudy& study, const Proposal& proposal, const OwnGround* own, const Progress* progress) {
  const std::shared_ptr<const ProposedUnit> unit = proposal.maker->of(proposal.unit);
  const SocietalRisk risk(unit->risk(), study.vulnerability(), *study.assessment().study.population,
                          study.risk().shared_people());
  const Point here = source_point(proposal.unit.geometry);
  return risk.of_moved(0, {here.x - unit->source().x, here.y - unit->source().y}, own, progress).curve;
}

std::optional<std::size_t> enterprise_of(const SocietalStudy& study, const Unit& unit) {
  const std::vector<Enterprise>& all = study.enterprises();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Enterprise& one) { return one.name == unit.enterprise_key(); });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::vector<PopulationPatch> people_on(const Target& target) {
  constexpr int kAcross = 6;
  const double people = target.people.value_or(0.0);
  std::vector<Point> places;
  double size = 0.0;
  if (!target.geometry.polygons.empty()) {
    const OwnGround ground(target.geometry.polygons);
    size = std::max(ground.box.x_max - ground.box.x_min, ground.box.y_max - ground.box.y_min) / kAcross;
    for (double x = ground.box.x_min + 0.5 * size; x < ground.box.x_max; x += size) {
      for (double y = ground.box.y_min + 0.5 * size; y < ground.box.y_max; y += size) {
        if (ground.area.contains({x, y})) places.push_back({x, y});
      }
    }
  }
  if (places.empty()) places.push_back(centroid(target.geometry));
  const double share = people / static_cast<double>(places.size());
  std::vector<PopulationPatch> patches;
  patches.reserve(places.size());
  for (const Point& place : places) patches.push_back({place, size, share, share});
  return patches;
}

std::vector<std::vector<SocietalChange>> changes_by_people(const SocietalStudy& study,
                                                           std::span<const PeopleTree> people, Progress* progress) {
  std::vector<std::vector<SocietalChange>> changes(people.size());
  const std::size_t enterprises = study.enterprises().size();
  for (std::size_t e = 0; e < enterprises; ++e) {
    if (progress != nullptr) progress->report("societal", static_cast<double>(e) / static_cast<double>(enterprises));
    PreparedEnterprise units(study, e, progress);
    if (!units.reaches_any(people)) continue;
    const EnterpriseCurve enterprise(study, e, units, people);
    for (std::size_t k = 0; k < people.size(); ++k) {
      if (auto change = enterprise.with_people(k)) changes[k].push_back(std::move(*change));
    }
  }
  return changes;
}

std::vector<SocietalChange> changes_by_units(const SocietalStudy& study, std::span<const Proposal* const> units,
                                             Progress* progress) {
  std::vector<FnCurve> curves(units.size());
  parallel_for(
      static_cast<std::int64_t>(units.size()),
      [&](std::int64_t i) {
        const auto k = static_cast<std::size_t>(i);
        const std::optional<std::size_t> e = enterprise_of(study, units[k]->unit);
        curves[k] = curve_of(study, *units[k], e ? study.ground_of(*e) : nullptr, progress);
      },
      nullptr);
  std::map<std::size_t, EnterpriseCurve> standing;
  std::vector<SocietalChange> changes;
  for (std::size_t k = 0; k < units.size(); ++k) {
    const Unit& unit = units[k]->unit;
    if (const std::optional<std::size_t> e = enterprise_of(study, unit)) {
      PreparedEnterprise enterprise(study, *e, progress);
      if (!standing.contains(*e)) standing.try_emplace(*e, study, *e, enterprise, std::span<const PeopleTree>());
      MostDeaths own;
      own.add(unit.id, curves[k].expected_deaths_per_year());
      changes.push_back(standing.at(*e).with(curves[k], own));
    } else {
      changes.push_back(of_a_newcomer(unit, curves[k]));
    }
    changes.back().added = units[k]->maker->of(unit)->basis();
  }
  return changes;
}

}  // namespace sise
