#include "core/risk/societal/societal_risk.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <map>
#include <utility>

#include "core/kernels/ring_axes.hpp"
#include "core/kernels/toxic_kernel.hpp"
#include "core/risk/societal/polar_people.hpp"
#include "core/risk/societal/still_effects.hpp"
#include "core/risk/societal/turned_sum.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// N by day and by night for every direction of the wind.
struct Deaths {
  std::vector<double> day, night;

  explicit Deaths(std::size_t directions) : day(directions), night(directions) {}
  void clear() {
    std::fill(day.begin(), day.end(), 0.0);
    std::fill(night.begin(), night.end(), 0.0);
  }
};

/// Every direction at once: a bin lies as far off the axis to the right as another to the left.
void turn_over(const Footprint& footprint, const PolarPeople& people, Deaths& deaths) {
  const std::size_t n = deaths.day.size();
  const bool by_night = !(people.same_by_night() && footprint.night_of_day);
  for (const Footprint::Row& row : footprint.rows) {
    const double* day = people.day(row.ring);
    add_turned_sum(day, day + n - 1, std::span(footprint.day).subspan(row.at, row.bins), deaths.day);
    if (!by_night) continue;
    const double* night = people.night(row.ring);
    add_turned_sum(night, night + n - 1, std::span(footprint.night).subspan(row.at, row.bins), deaths.night);
  }
  if (by_night) return;
  for (std::size_t d = 0; d < n; ++d) deaths.night[d] = *footprint.night_of_day * deaths.day[d];
}

/// Few people in few bins: direction by direction of those bins.
struct PeopleAt {
  std::size_t ring, bin;
  double day, night;
};
using FewPeople = std::vector<PeopleAt>;

void turn_over(const Footprint& footprint, std::span<const std::size_t> row_of_ring, const FewPeople& people,
               Deaths& deaths) {
  const std::size_t n = deaths.day.size();
  for (const PeopleAt& there : people) {
    if (row_of_ring[there.ring] == 0) continue;
    const Footprint::Row& row = footprint.rows[row_of_ring[there.ring] - 1];
    for (std::size_t k = 0; k < row.bins; ++k) {
      for (const std::size_t d : {(there.bin + n - k) % n, (there.bin + k + 1) % n}) {
        deaths.day[d] += there.day * footprint.day[row.at + k];
        deaths.night[d] += there.night * footprint.night[row.at + k];
      }
    }
  }
}

/// Footprints of all cases in one weather, times their frequencies, on the rings where people are.
class SummedFootprints {
 public:
  SummedFootprints(std::size_t rings, std::size_t bins)
      : bins_(bins), day_(rings * bins), night_(rings * bins), used_(rings) {}

  void add(const Footprint& footprint, double frequency_per_year) {
    for (const Footprint::Row& row : footprint.rows) {
      used_[row.ring] = std::max(used_[row.ring], row.bins);
      for (std::size_t k = 0; k < row.bins; ++k) {
        day_[row.ring * bins_ + k] += frequency_per_year * footprint.day[row.at + k];
        night_[row.ring * bins_ + k] += frequency_per_year * footprint.night[row.at + k];
      }
    }
  }

  /// Risk by day and night of somebody in each bin of a ring: the turn of `turn_over` seen from the people.
  void turn_ring(std::size_t ring, std::span<const double> shares_twice, std::span<double> day,
                 std::span<double> night) const {
    const double* ahead = shares_twice.data() + 1;
    const double* behind = shares_twice.data() + day.size();
    add_turned_sum(ahead, behind, std::span(day_).subspan(ring * bins_, used_[ring]), day);
    add_turned_sum(ahead, behind, std::span(night_).subspan(ring * bins_, used_[ring]), night);
  }

 private:
  std::size_t bins_;
  std::vector<double> day_, night_;
  std::vector<std::size_t> used_;  ///< bins per ring
};

/// One grid of people and all that is turned over it.
class TurningGrid {
 public:
  TurningGrid(std::span<const PeoplePiece> pieces, double grid_north_deg, double reach_m, PeopleRings rings,
              const WindDirections& directions)
      : rings_(rings),
        grid_north_deg_(grid_north_deg),
        directions_(directions),
        people_(pieces, grid_north_deg, rings, rings.ring_beyond(reach_m) + 1, directions) {
    for (std::size_t ring = 0; ring < people_.rings(); ++ring) asked_.people.push_back(people_.people_on(ring));
  }

  [[nodiscard]] const PeopleRings& rings() const { return rings_; }
  [[nodiscard]] const AskedRings& asked() const { return asked_; }
  [[nodiscard]] const PolarPeople& people() const { return people_; }
  [[nodiscard]] std::span<const FewPeople> extra() const { return extra_; }

  /// People who come on top, one list after another.
  void place(std::span<const PeoplePiece> pieces) {
    std::map<std::pair<std::size_t, std::size_t>, std::pair<double, double>> bins;
    for (const PeoplePiece& piece : pieces) {
      each_share(piece, [&](std::size_t ring, std::size_t bin, double part) {
        auto& [day, night] = bins[{ring, bin}];
        day += part * piece.day;
        night += part * piece.night;
      });
    }
    FewPeople few;
    for (const auto& [at, counts] : bins) {
      few.push_back({at.first, at.second, counts.first, counts.second});
      double& asked = asked_.people[at.first];
      asked = std::max(asked, people_.people_on(at.first) + std::max(counts.first, counts.second));
    }
    extra_.push_back(std::move(few));
  }

  void sum(const Footprint& footprint, std::size_t weather, double frequency_per_year) {
    auto& sum = sums_[weather];
    if (!sum) sum = std::make_unique<SummedFootprints>(people_.rings(), directions_.count() / 2);
    sum->add(footprint, frequency_per_year);
  }

  /// The same sums from the people's side: the risk of each ring and bin. `shares_twice(weather)`: twice around.
  template <class Shares>
  void turn_sums(const Shares& shares_twice) {
    const std::size_t n = directions_.count();
    day_.assign(people_.rings() * n, 0.0);
    night_.assign(people_.rings() * n, 0.0);
    for (const auto& [weather, sum] : sums_) {
      const std::vector<double> twice = shares_twice(weather);
      for (std::size_t ring = 0; ring < people_.rings(); ++ring) {
        sum->turn_ring(ring, twice, std::span(day_).subspan(ring * n, n), std::span(night_).subspan(ring * n, n));
      }
    }
  }

  /// After turn_sums: of one piece.
  void add_risk_of(const PeoplePiece& piece, DayAndNight& risk) const {
    const std::size_t n = directions_.count();
    each_share(piece, [&](std::size_t ring, std::size_t bin, double part) {
      risk.day += part * day_[ring * n + bin];
      risk.night += part * night_[ring * n + bin];
    });
  }

 private:
  template <class Do>
  void each_share(const PeoplePiece& piece, const Do& act) const {
    const PolarShare share = polar_share(piece, grid_north_deg_, rings_, directions_);
    if (share.ring < people_.rings()) act(share.ring, share.bin, 1.0 - share.on_next);
    if (share.ring + 1 < people_.rings()) act(share.ring + 1, share.bin, share.on_next);
  }

  PeopleRings rings_;
  double grid_north_deg_;
  const WindDirections& directions_;
  PolarPeople people_;
  AskedRings asked_;
  std::vector<FewPeople> extra_;
  std::map<std::size_t, std::unique_ptr<SummedFootprints>> sums_;  ///< by weather
  std::vector<double> day_, night_;                                ///< risk
};

/// Effects of a case in one weather, that turn with the wind.
struct TurningEffects {
  double frequency_per_year = 0.0;
  std::size_t weather = 0;
  std::vector<EffectDeath> deaths;
  double reach_m = 0.0;
};

void stop_if_cancelled(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

}  // namespace

/// One unit at work.
class SocietalRisk::Work {
 public:
  Work(const SocietalRisk& of, const RiskUnit& unit, const OwnGround* own, const Progress* progress)
      : of_(of),
        inputs_(of.model_.inputs()),
        unit_(unit),
        own_(own),
        progress_(progress),
        deaths_(of.directions_.count()) {
    prepare_toxic();
    prepare_effects();
  }

  UnitDeaths run(std::span<const PeopleTree> extra, Places places) {
    UnitDeaths out;
    out.changes.resize(extra.size());
    out.reach_m = reach_m_;
    if (!(reach_m_ > 0.0)) return out;
    pieces_ = of_.people_.around(unit_.source, reach_m_, own_);
    for (std::size_t e = 0; e < extra.size(); ++e) {
      std::vector<PeoplePiece> few = extra[e].around(unit_.source, reach_m_, own_);
      if (!few.empty()) extra_.emplace_back(e, std::move(few));
    }
    if (pieces_.empty() && extra_.empty()) return out;
    want_places_ = places == Places::yes;
    out_ = &out;
    if (toxic_rings_ > 0) count_toxic();
    if (!turning_.empty()) count_turning();
    count_still();
    if (want_places_) tell_places();
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
      if (auto still = still_effect(inputs_, unit_, c, of_.vulnerability_, of_.where_)) {
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
      TurningEffects here{c.frequency_per_year, w,
                          case_deaths(inputs_, c, weather.speed_m_s, weather.stability, &of_.clouds_), 0.0};
      for (const EffectDeath& death : here.deaths) {
        here.reach_m = std::max(here.reach_m, EffectOnPeople(death, of_.vulnerability_).reach_m());
      }
      reach_m_ = std::max(reach_m_, here.reach_m);
      if (here.reach_m > 0.0) turning_.push_back(std::move(here));
    }
  }

  std::unique_ptr<TurningGrid> grid(double reach_m, PeopleRings rings) const {
    auto grid = std::make_unique<TurningGrid>(pieces_, unit_.convergence_deg, reach_m, rings, of_.directions_);
    for (const auto& [index, pieces] : extra_) grid->place(pieces);
    return grid;
  }

  void count_toxic() {
    const KernelBuilder& builder = of_.model_.kernels().builder();
    toxic_grid_ = grid(RingAxes::ring_m(toxic_rings_), PeopleRings{});
    for (const ToxicCases& carried : toxic_) {
      const auto fields = builder.fields().get(carried.field);
      for (std::size_t g = 0; g < of_.groups_; ++g) {
        stop_if_cancelled(progress_);
        for (const ToxicTerms& terms : carried.cases) {
          toxic_footprint(terms, fields->groups[g], builder.field_panels()[g], inputs_.harm.min_probability,
                          of_.directions_, toxic_grid_->asked(), of_.vulnerability_, of_.where_, footprint_);
          count(*toxic_grid_, g, terms.frequency_per_year);
        }
      }
    }
  }

  void count_turning() {
    constexpr std::size_t kFiner = 4;
    double reach = 0.0;
    for (const TurningEffects& here : turning_) reach = std::max(reach, here.reach_m);
    effect_grid_ = grid(reach, PeopleRings{kFiner});
    for (const TurningEffects& here : turning_) {
      stop_if_cancelled(progress_);
      effect_footprint(here.deaths, here.reach_m, effect_grid_->rings(), of_.directions_, effect_grid_->asked(),
                       of_.vulnerability_, of_.where_, footprint_);
      count(*effect_grid_, here.weather, here.frequency_per_year);
    }
  }

  /// The footprint at hand, in every direction.
  void count(TurningGrid& grid, std::size_t weather, double frequency_per_year) {
    if (footprint_.rows.empty()) return;
    const std::vector<double>& shares = of_.weathers_[weather].shares;
    deaths_.clear();
    turn_over(footprint_, grid.people(), deaths_);
    for (std::size_t d = 0; d < shares.size(); ++d) {
      tally(out_->curve, deaths_.day[d], deaths_.night[d], frequency_per_year * shares[d]);
    }
    if (want_places_) grid.sum(footprint_, weather, frequency_per_year);
    if (!extra_.empty()) count_extra(grid, frequency_per_year, shares);
  }

  void count_extra(const TurningGrid& grid, double frequency_per_year, const std::vector<double>& shares) {
    std::vector<std::size_t> row_of_ring(grid.people().rings());
    for (std::size_t i = 0; i < footprint_.rows.size(); ++i) row_of_ring[footprint_.rows[i].ring] = i + 1;
    Deaths more(shares.size());
    for (std::size_t e = 0; e < extra_.size(); ++e) {
      more.clear();
      turn_over(footprint_, row_of_ring, grid.extra()[e], more);
      for (std::size_t d = 0; d < shares.size(); ++d) {
        change(extra_[e].first, {deaths_.day[d], deaths_.night[d]}, {more.day[d], more.night[d]},
               frequency_per_year * shares[d]);
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
      const DayAndNight n = killed_by(still, pieces_);
      tally(out_->curve, n.day, n.night, still.frequency_per_year);
      for (const auto& [index, pieces] : extra_) change(index, n, killed_by(still, pieces), still.frequency_per_year);
    }
  }

  static DayAndNight killed_by(const StillEffect& still, std::span<const PeoplePiece> pieces) {
    DayAndNight n;
    for (const PeoplePiece& piece : pieces) {
      if (piece.r_m > still.reach_m) break;
      const DayAndNight death = still.death(piece.dx_m, piece.dy_m);
      n.day += piece.day * death.day;
      n.night += piece.night * death.night;
    }
    return n;
  }

  /// The risk of each ring and bin, by day and night, times who is there.
  void tell_places() {
    const auto twice = [this](std::size_t weather) {
      std::vector<double> shares = of_.weathers_[weather].shares;
      const std::vector<double>& once = of_.weathers_[weather].shares;
      shares.insert(shares.end(), once.begin(), once.end());
      return shares;
    };
    for (TurningGrid* grid : {toxic_grid_.get(), effect_grid_.get()}) {
      if (grid != nullptr) grid->turn_sums(twice);
    }
    const double by_day = of_.day_fraction_;
    for (const PeoplePiece& piece : pieces_) {
      DayAndNight risk;
      if (toxic_grid_) toxic_grid_->add_risk_of(piece, risk);
      if (effect_grid_) effect_grid_->add_risk_of(piece, risk);
      for (const StillEffect& still : still_) {
        if (piece.r_m > still.reach_m) continue;
        const DayAndNight death = still.death(piece.dx_m, piece.dy_m);
        risk.day += still.frequency_per_year * death.day;
        risk.night += still.frequency_per_year * death.night;
      }
      const double deaths = by_day * piece.day * risk.day + (1.0 - by_day) * piece.night * risk.night;
      out_->by_place_per_year += deaths;
      if (!(deaths > 0.0)) continue;
      out_->places.push_back({{unit_.source.x + piece.dx_m, unit_.source.y + piece.dy_m},
                              deaths,
                              by_day * piece.day + (1.0 - by_day) * piece.night});
    }
  }

  const SocietalRisk& of_;
  const RiskInputs& inputs_;
  const RiskUnit& unit_;
  const OwnGround* own_;
  const Progress* progress_;
  std::vector<ToxicCases> toxic_;
  std::size_t toxic_rings_ = 0;
  std::vector<TurningEffects> turning_;
  std::vector<StillEffect> still_;
  double reach_m_ = 0.0;
  std::vector<PeoplePiece> pieces_;
  std::vector<std::pair<std::size_t, std::vector<PeoplePiece>>> extra_;  ///< which, and where they are
  std::unique_ptr<TurningGrid> toxic_grid_, effect_grid_;
  bool want_places_ = false;
  UnitDeaths* out_ = nullptr;
  Footprint footprint_;
  Deaths deaths_;
};

SocietalRisk::SocietalRisk(const RiskModel& model, const PeopleVulnerability& vulnerability,
                           const Population& population)
    : model_(model),
      vulnerability_(vulnerability),
      day_fraction_(population.day_fraction),
      where_{population.indoor_day, population.indoor_night},
      people_(population.patches),
      directions_(model.kernels().builder().nodes()) {
  std::map<double, std::vector<DirectionDensity>> speeds;
  for (const WeatherGroup& group : model.kernels().builder().groups()) {
    weathers_.push_back({group.speed_m_s, group.stability, directions_.shares(group.density)});
    speeds[group.speed_m_s].push_back(group.density);
  }
  groups_ = weathers_.size();
  for (const auto& [speed, densities] : speeds) {
    weathers_.push_back({speed, Stability::D, directions_.shares(sum_of(densities))});
  }
}

UnitDeaths SocietalRisk::of(std::size_t unit, const OwnGround* own, std::span<const PeopleTree> extra, Places places,
                            const Progress* progress) const {
  return Work(*this, model_.unit(unit), own, progress).run(extra, places);
}

std::size_t SocietalRisk::work_bytes() const {
  const std::size_t rings = RingAxes::ring_beyond(RingAxes::farthest_m) + 2;
  const std::size_t ring_bytes = directions_.count() * sizeof(double);
  const std::size_t people = 4 * ring_bytes * rings;
  const std::size_t sums = weathers_.size() * ring_bytes * rings;
  return people + sums + 2 * ring_bytes * rings;
}

}  // namespace sise
