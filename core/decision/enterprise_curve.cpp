#include "core/decision/enterprise_curve.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/accidents/source_point.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr std::size_t kMostTold = 3;  // units with most of the deaths
constexpr std::size_t kHeld = 16;     // prepared units

}  // namespace

PrepareUnit as_it_stands(const SocietalStudy& study, const Progress* progress) {
  return [&study, progress](std::size_t unit) { return study.risk().prepare(unit, progress); };
}

std::optional<std::size_t> enterprise_of(const SocietalStudy& study, const Unit& unit) {
  const std::vector<Enterprise>& all = study.enterprises();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Enterprise& one) { return one.name == unit.enterprise_key(); });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

FnCurve curve_of_replaced(const SocietalStudy& study, const Proposal& proposal, const PrepareUnit& prepare) {
  FnCurve sum;
  for (const std::size_t unit : proposal.replaces) {
    if (!study.assessment().statuses[unit].computed) continue;
    sum.add(SocietalRisk::deaths(*prepare(unit), study.ground_of(study.enterprise_of(unit)), {}).curve);
  }
  return sum;
}

FnCurve curve_of(const SocietalStudy& study, const RiskModel& made, const Proposal& proposal, const OwnGround* own,
                 const Progress* progress) {
  const SocietalRisk risk(made, study.vulnerability(), *study.assessment().study.population,
                          study.risk().shared_people());
  const Point here = source_point(proposal.unit.geometry);
  return risk.of_moved(0, {here.x - made.unit(0).source.x, here.y - made.unit(0).source.y}, own, progress).curve;
}

void MostDeaths::add(const std::string& unit_id, double deaths_per_year) {
  const auto less = [&](const Contributor& there) { return there.share < deaths_per_year; };
  units_.insert(std::find_if(units_.begin(), units_.end(), less), {unit_id, deaths_per_year});
  if (units_.size() > kMostTold) units_.pop_back();
}

MostDeaths MostDeaths::with(const MostDeaths& others) const {
  MostDeaths both = *this;
  for (const Contributor& other : others.units_) {
    const auto same = [&](const Contributor& there) { return there.unit_id == other.unit_id; };
    if (std::none_of(units_.begin(), units_.end(), same)) both.add(other.unit_id, other.share);
  }
  return both;
}

std::vector<Contributor> MostDeaths::shares_of(double all) const {
  constexpr double kTold = 0.005;  // less would read as 0 %
  std::vector<Contributor> shares;
  for (const Contributor& one : units_) {
    if (one.share > kTold * all) shares.push_back({one.unit_id, one.share / all});
  }
  return shares;
}

PreparedEnterprise::PreparedEnterprise(const SocietalStudy& study, std::size_t enterprise, PrepareUnit prepare)
    : study_(study),
      ground_(study.ground_of(enterprise)),
      units_(study.enterprises()[enterprise].computed),
      prepare_(std::move(prepare)),
      held_(units_.size()) {}

template <class Find, class GoOn>
void PreparedEnterprise::in_lots(const Find& find, GoOn go_on) {
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

bool PreparedEnterprise::reaches_any(std::span<const ExtraPeople> people) {
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

void PreparedEnterprise::count(std::span<const ExtraPeople> people, const Take& take) {
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

EnterpriseCurve::EnterpriseCurve(const SocietalStudy& study, std::size_t enterprise, PreparedEnterprise& units,
                                 std::span<const ExtraPeople> people)
    : enterprise_(enterprise),
      name_(study.enterprises()[enterprise].name),
      changes_(people.size()),
      changed_units_(people.size()) {
  units.count(people, [this](const std::string& id, const UnitDeaths& unit) { take(id, unit); });
  before_ = std::make_shared<const std::vector<FnStep>>(base_.steps());
}

std::optional<SocietalChange> EnterpriseCurve::with_people(std::size_t which) const {
  if (!changes_[which]) return std::nullopt;
  return with(*changes_[which], changed_units_[which]);
}

SocietalChange EnterpriseCurve::with(const FnCurve& more, const MostDeaths& changed) const {
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

void EnterpriseCurve::take(const std::string& id, const UnitDeaths& unit) {
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

}  // namespace sise
