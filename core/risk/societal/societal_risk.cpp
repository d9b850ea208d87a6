#include "core/risk/societal/societal_risk.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <map>
#include <optional>
#include <utility>

#include "core/kernels/ring_axes.hpp"
#include "core/kernels/toxic_kernel.hpp"
#include "core/risk/societal/deaths_in_cells.hpp"
#include "core/risk/societal/still_effects.hpp"
#include "core/risk/societal/turning_grid.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// A sixtieth apart, somewhat less than pieces of people are wide: fires fall off within metres.
constexpr PeopleRings kEffectRings{3};

/// Effects of a case in one weather, that turn with the wind.
struct TurningEffects {
  double frequency_per_year = 0.0;
  std::size_t weather = 0;
  std::vector<EffectArcs> effects;
  double reach_m = 0.0;
};

/// A grid of people with what is turned over it.
struct Turned {
  std::unique_ptr<TurningGrid> grid;
  Deaths deaths, more;

  explicit Turned(const WindDirections& directions) : deaths(directions.count()), more(directions.count()) {}
};

void stop_if_cancelled(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

}  // namespace

/// One unit at work.
class SocietalRisk::Prepared {
 public:
  Prepared(const SocietalRisk& of, const RiskUnit& unit, const Progress* progress)
      : of_(of),
        inputs_(of.model_.inputs()),
        unit_(unit),
        progress_(progress),
        toxic_turned_(of.narrow_),
        effects_turned_(of.wide_) {
    prepare_toxic();
    prepare_effects();
    if (reach_m_ > 0.0) gathered_m_ = kEffectRings.ring_m(kEffectRings.ring_beyond(reach_m_));
  }

  [[nodiscard]] bool reaches_any(std::span<const PeopleTree> people) const {
    const std::vector<Point> sources = sources_of(unit_);
    return std::any_of(people.begin(), people.end(), [&](const PeopleTree& tree) {
      return std::any_of(sources.begin(), sources.end(),
                         [&](Point source) { return tree.within(source, gathered_m_); });
    });
  }

  UnitDeaths run(const OwnGround* own, std::span<const PeopleTree> extra, const GridSpec* cells, Point moved) {
    own_ = own;
    moved_ = moved;
    UnitDeaths out;
    out.changes.resize(extra.size());
    out.reach_m = reach_m_;
    if (!(reach_m_ > 0.0)) return out;
    out_ = &out;
    if (cells != nullptr) cells_.emplace(*cells, sources_of(unit_), gathered_m_ + cells->cell_m);
    if (unit_.along.empty()) count_from({unit_.source, unit_.convergence_deg}, extra);
    share_ = 1.0 / static_cast<double>(std::max<std::size_t>(unit_.along.size(), 1));
    for (const LinePlace& there : unit_.along) count_from(there, extra);
    if (cells_) out.cells = cells_->told();
    return out;
  }

 private:
  void prepare_toxic() {
    const KernelBuilder& builder = of_.model_.kernels().builder();
    if (builder.groups().empty()) return;
    toxic_ = toxic_cases(inputs_, unit_, builder.fields());
    toxic_rings_ = toxic_rings(toxic_, builder.fields(), builder.groups());
    if (toxic_rings_ > 0) reach_m_ = RingAxes::ring_m(toxic_rings_);
  }

  void prepare_effects() {
    for (const RiskCase& c : unit_.cases) {
      stop_if_cancelled(progress_);
      if (auto still = still_effect(inputs_, c, of_.vulnerability_, of_.where_)) {
        reach_m_ = std::max(reach_m_, still->reach_m);
        still_.push_back(std::move(*still));
      } else if (shape_of(c) == CaseShape::wind) {
        prepare_turning(c);
      }
    }
  }

  void prepare_turning(const RiskCase& c) {
    const bool by_speed = feels_speed_alone(inputs_, c);
    const std::size_t from = by_speed ? of_.groups_ : 0;
    const std::size_t to = by_speed ? of_.weathers_.size() : of_.groups_;
    for (std::size_t w = from; w < to; ++w) {
      const WeatherShares& weather = of_.weathers_[w];
      TurningEffects here{c.frequency_per_year, w, {}, 0.0};
      for (EffectDeath& death :
           case_deaths(inputs_, c, weather.speed_m_s, weather.stability, &of_.model_.kernels().builder().clouds())) {
        const EffectOnPeople effect(death, of_.vulnerability_);
        here.reach_m = std::max(here.reach_m, effect.reach_m());
        const double surely = effect.surely_lethal();
        here.effects.emplace_back(std::move(death), surely, kEffectRings);
      }
      reach_m_ = std::max(reach_m_, here.reach_m);
      if (here.reach_m > 0.0) turning_.push_back(std::move(here));
    }
  }

  /// What starts at one place: all of it, or a line's equal share.
  void count_from(const LinePlace& there, std::span<const PeopleTree> extra) {
    stop_if_cancelled(progress_);
    at_ = {{there.source.x + moved_.x, there.source.y + moved_.y}, there.convergence_deg};
    people_ = PlacedPeople(of_.people_->around(at_.source, gathered_m_, own_), at_.convergence_deg);
    extra_.clear();
    for (std::size_t e = 0; e < extra.size(); ++e) {
      std::vector<PeoplePiece> few = extra[e].around(at_.source, gathered_m_, own_);
      if (!few.empty()) extra_.emplace_back(e, PlacedPeople(std::move(few), at_.convergence_deg));
    }
    if (people_.pieces.empty() && extra_.empty()) return;
    still_risk_.assign(!cells_ ? 0 : people_.pieces.size(), {});
    toxic_turned_.grid.reset();
    effects_turned_.grid.reset();
    if (toxic_rings_ > 0) count_toxic();
    if (!turning_.empty()) count_turning();
    count_still();
    if (cells_) tell_places();
  }

  [[nodiscard]] std::unique_ptr<TurningGrid> grid(double reach_m, PeopleRings rings,
                                                  const WindDirections& directions) const {
    auto grid = std::make_unique<TurningGrid>(people_, reach_m, rings, directions);
    for (const auto& [index, people] : extra_) grid->place(people);
    return grid;
  }

  void count_toxic() {
    const KernelBuilder& builder = of_.model_.kernels().builder();
    toxic_turned_.grid = grid(RingAxes::ring_m(toxic_rings_), PeopleRings{}, of_.narrow_);
    for (const ToxicCases& carried : toxic_) {
      const auto fields = builder.fields().get(carried.field);
      for (std::size_t g = 0; g < of_.groups_; ++g) {
        stop_if_cancelled(progress_);
        for (const ToxicTerms& terms : carried.cases) {
          toxic_footprint(terms, fields->groups[g], builder.field_panels()[g], inputs_.harm.min_probability,
                          of_.narrow_, toxic_turned_.grid->asked(), of_.vulnerability_, of_.where_, footprint_);
          count(toxic_turned_, g, of_.weathers_[g].narrow, share_ * terms.frequency_per_year);
        }
      }
    }
  }

  void count_turning() {
    double reach = 0.0;
    for (const TurningEffects& here : turning_) reach = std::max(reach, here.reach_m);
    effects_turned_.grid = grid(reach, kEffectRings, of_.wide_);
    const TurningGrid& grid = *effects_turned_.grid;
    for (TurningEffects& here : turning_) {
      stop_if_cancelled(progress_);
      effect_footprint(here.effects, here.reach_m, of_.angles_, grid.asked(), of_.vulnerability_, of_.where_,
                       footprint_);
      count(effects_turned_, here.weather, of_.weathers_[here.weather].wide, share_ * here.frequency_per_year);
    }
  }

  /// The footprint at hand, in every direction; `shares`: how often the wind blows there.
  void count(Turned& turned, std::size_t weather, const std::vector<double>& shares, double frequency_per_year) {
    if (footprint_.rows.empty()) return;
    turned.deaths.clear();
    turn_over(footprint_, turned.grid->people(), turned.deaths);
    for (std::size_t d = 0; d < shares.size(); ++d) {
      tally(out_->curve, turned.deaths.day[d], turned.deaths.night[d], frequency_per_year * shares[d]);
    }
    if (cells_) turned.grid->sum(footprint_, weather, frequency_per_year);
    if (!extra_.empty()) count_extra(turned, shares, frequency_per_year);
  }

  void count_extra(Turned& turned, const std::vector<double>& shares, double frequency_per_year) {
    const TurningGrid& grid = *turned.grid;
    row_of_ring_.assign(grid.people().rings(), 0);
    for (std::size_t i = 0; i < footprint_.rows.size(); ++i) row_of_ring_[footprint_.rows[i].ring] = i + 1;
    for (std::size_t e = 0; e < extra_.size(); ++e) {
      turned.more.clear();
      turn_over(footprint_, row_of_ring_, grid.extra()[e], turned.more);
      for (std::size_t d = 0; d < shares.size(); ++d) {
        change(extra_[e].first, {turned.deaths.day[d], turned.deaths.night[d]},
               {turned.more.day[d], turned.more.night[d]}, frequency_per_year * shares[d]);
      }
    }
  }

  /// Outcomes that the extra people make worse leave their place in the curve for another.
  void change(std::size_t index, DayAndNight before, DayAndNight more, double frequency_per_year) {
    if (!(more.day > deaths_floor) && !(more.night > deaths_floor)) return;
    std::unique_ptr<FnCurve>& curve = out_->changes[index];
    if (!curve) curve = std::make_unique<FnCurve>();
    const double by_day = frequency_per_year * of_.day_fraction_;
    const double by_night = frequency_per_year * (1.0 - of_.day_fraction_);
    curve->add(before.day, -by_day);
    curve->add(before.day + more.day, by_day);
    curve->add(before.night, -by_night);
    curve->add(before.night + more.night, by_night);
  }

  void tally(FnCurve& curve, double day, double night, double frequency_per_year) const {
    curve.add(day, frequency_per_year * of_.day_fraction_);
    curve.add(night, frequency_per_year * (1.0 - of_.day_fraction_));
  }

  void count_still() {
    for (const StillEffect& still : still_) {
      stop_if_cancelled(progress_);
      const double frequency = share_ * still.frequency_per_year;
      const DayAndNight n = killed_by(still, people_.pieces, still_risk_);
      tally(out_->curve, n.day, n.night, frequency);
      for (const auto& [index, people] : extra_) change(index, n, killed_by(still, people.pieces, {}), frequency);
    }
  }

  /// Adds to the `risks` of the pieces; empty: not wanted.
  [[nodiscard]] DayAndNight killed_by(const StillEffect& still, std::span<const PeoplePiece> pieces,
                                      std::span<DayAndNight> risks) const {
    const StillThere there(still, at_.convergence_deg);
    const double frequency = share_ * still.frequency_per_year;
    DayAndNight n;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      if (pieces[p].r_m > still.reach_m) continue;
      const DayAndNight death = there.death(pieces[p]);
      n.day += pieces[p].day * death.day;
      n.night += pieces[p].night * death.night;
      if (risks.empty()) continue;
      risks[p].day += frequency * death.day;
      risks[p].night += frequency * death.night;
    }
    return n;
  }

  /// The risk of each ring and bin, by day and night, times who is there.
  void tell_places() {
    const std::vector<WeatherShares>& weathers = of_.weathers_;
    if (toxic_turned_.grid) toxic_turned_.grid->turn_sums([&](std::size_t w) -> auto& { return weathers[w].narrow; });
    if (effects_turned_.grid) effects_turned_.grid->turn_sums([&](std::size_t w) -> auto& { return weathers[w].wide; });
    const double by_day = of_.day_fraction_;
    for (std::size_t p = 0; p < people_.pieces.size(); ++p) {
      const PeoplePiece& piece = people_.pieces[p];
      DayAndNight risk = still_risk_[p];
      if (toxic_turned_.grid) toxic_turned_.grid->add_risk_of(p, risk);
      if (effects_turned_.grid) effects_turned_.grid->add_risk_of(p, risk);
      const double deaths = by_day * piece.day * risk.day + (1.0 - by_day) * piece.night * risk.night;
      out_->by_place_per_year += deaths;
      if (deaths > 0.0) tell({at_.source.x + piece.dx_m, at_.source.y + piece.dy_m}, deaths);
    }
  }

  void tell(Point place, double deaths_per_year) {
    if (!cells_->add(place, deaths_per_year)) out_->outside_cells_per_year += deaths_per_year;
  }

  const SocietalRisk& of_;
  const RiskInputs& inputs_;
  const RiskUnit& unit_;
  const OwnGround* own_ = nullptr;
  const Progress* progress_;
  std::vector<ToxicCases> toxic_;
  std::size_t toxic_rings_ = 0;
  std::vector<TurningEffects> turning_;
  std::vector<StillEffect> still_;
  double reach_m_ = 0.0;
  double gathered_m_ = 0.0;  ///< a ring farther: who stands between two rings counts in part on the inner one
  Point moved_;              ///< from where the unit stands
  LinePlace at_;             ///< where accidents start that are being counted
  double share_ = 1.0;       ///< of the frequencies, that start there
  PlacedPeople people_;
  std::vector<std::pair<std::size_t, PlacedPeople>> extra_;  ///< which, and where they are
  std::vector<DayAndNight> still_risk_;                      ///< of the pieces, by what does not turn
  Turned toxic_turned_, effects_turned_;
  std::optional<DeathsInCells> cells_;
  UnitDeaths* out_ = nullptr;
  Footprint footprint_;
  std::vector<std::size_t> row_of_ring_;
};

SocietalRisk::SocietalRisk(const RiskModel& model, const PeopleVulnerability& vulnerability,
                           const Population& population)
    : SocietalRisk(model, vulnerability, population, std::make_shared<const PeopleTree>(population.patches)) {}

SocietalRisk::SocietalRisk(const RiskModel& model, const PeopleVulnerability& vulnerability,
                           const Population& population, std::shared_ptr<const PeopleTree> people)
    : model_(model),
      vulnerability_(vulnerability),
      day_fraction_(population.day_fraction),
      where_{population.indoor_day, population.indoor_night},
      people_(std::move(people)),
      narrow_(model.kernels().builder().nodes(), WindDirections::fewest_narrow),
      wide_(model.kernels().builder().nodes(), WindDirections::fewest_wide),
      angles_(wide_) {
  std::map<double, std::vector<DirectionDensity>> speeds;
  for (const WeatherGroup& group : model.kernels().builder().groups()) {
    weathers_.push_back({group.speed_m_s, group.stability, narrow_.shares(group.density), wide_.shares(group.density)});
    speeds[group.speed_m_s].push_back(group.density);
  }
  groups_ = weathers_.size();
  for (const auto& [speed, densities] : speeds) {
    weathers_.push_back({speed, Stability::D, {}, wide_.shares(sum_of(densities))});
  }
}

UnitDeaths SocietalRisk::of(std::size_t unit, const OwnGround* own, std::span<const PeopleTree> extra,
                            const GridSpec* cells, const Progress* progress) const {
  return Prepared(*this, model_.unit(unit), progress).run(own, extra, cells, {});
}

UnitDeaths SocietalRisk::of_moved(std::size_t unit, Point by, const OwnGround* own, const Progress* progress) const {
  return Prepared(*this, model_.unit(unit), progress).run(own, {}, nullptr, by);
}

std::shared_ptr<SocietalRisk::Prepared> SocietalRisk::prepare(std::size_t unit, const Progress* progress) const {
  return std::make_shared<Prepared>(*this, model_.unit(unit), progress);
}

bool SocietalRisk::reaches_any(const Prepared& unit, std::span<const PeopleTree> people) {
  return unit.reaches_any(people);
}

UnitDeaths SocietalRisk::deaths(Prepared& unit, const OwnGround* own, std::span<const PeopleTree> extra) {
  return unit.run(own, extra, nullptr, {});
}

std::size_t SocietalRisk::work_bytes() const {
  const std::size_t rings = RingAxes::ring_beyond(RingAxes::farthest_m) + 2;
  const std::size_t ring_bytes = narrow_.count() * sizeof(double);
  const std::size_t people = 4 * ring_bytes * rings;
  const std::size_t sums = weathers_.size() * ring_bytes * rings;
  return people + sums + 2 * ring_bytes * rings;
}

}  // namespace sise
