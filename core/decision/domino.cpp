#include "core/decision/domino.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <numbers>
#include <set>
#include <tuple>
#include <utility>

#include "core/accidents/kinds.hpp"
#include "core/effects/cloud_masses.hpp"
#include "core/geometry/box_index.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "core/kernels/content_key.hpp"
#include "core/kernels/weather_groups.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

struct Threat {
  std::string case_id;
  EffectEvent event;
};

/// What one unit can do to others, and what could not be told.
struct UnitAccidents {
  std::vector<Threat> accidents;
  std::vector<NotScreened> not_screened;
};

Text why(const std::vector<Diagnostic>& problems) { return problems.empty() ? Text{} : problems.front().message; }

void add(const Assessment& assessment, const Accident& accident, UnitAccidents& unit) {
  const AccidentKind& row = kind_row(accident.kind);
  if (row.measures == HazardQuantity::concentration_kg_m3) return;
  const std::string& unit_id = assessment.study.units[accident.unit].id;
  if (!accident.faults.empty()) {
    unit.not_screened.push_back({unit_id, accident.risk.case_id, why(accident.faults)});
    return;
  }
  for (const EffectEvent& event : accident.risk.effects) {
    if (quantity_of(event) == EffectQuantity::flame) continue;  // nothing is said of equipment in a burning cloud
    unit.accidents.push_back({accident.risk.case_id, event});
  }
}

/// Of every unit.
std::vector<UnitAccidents> accidents_of(const Assessment& assessment) {
  std::vector<UnitAccidents> units(assessment.study.units.size());
  for (const Accident& accident : assessment.accidents) {
    if (accident.unit < units.size()) add(assessment, accident, units[accident.unit]);
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::optional<ExplosiveCharge>& charge = assessment.statuses[i].charge;
    if (charge && !charge->from_scenario) units[i].accidents.push_back({"inventory", BlastEvent{charge->tnt_kg}});
  }
  return units;
}

std::vector<Weather> weathers_of(const Study& study) {
  std::vector<Weather> weathers;
  for (const WeatherGroup& group : weather_groups(study.rose)) {
    weathers.push_back(study.ambient);
    weathers.back().wind_speed_m_s = group.speed_m_s;
    weathers.back().stability = group.stability;
  }
  return weathers;
}

/// The effect at a distance, in its strongest direction.
double strongest_at(const Effect& effect, double distance_m) {
  constexpr std::size_t kDirections = 25;
  const std::size_t count = effect.axis() == EffectAxis::round ? 1 : kDirections;
  double strongest = std::nan("");
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = std::numbers::pi * static_cast<double>(i) / (kDirections - 1);
    strongest = std::fmax(strongest, effect.value(distance_m * std::cos(angle), distance_m * std::sin(angle)));
  }
  return strongest;
}

using Key = std::tuple<std::string, std::string, int>;  // source, target, quantity
using Worst = std::map<Key, DominoPair>;

double severity(const DominoPair& pair) {
  return std::isnan(pair.value) ? std::numeric_limits<double>::infinity() : pair.value / pair.threshold;
}

void keep_worst(DominoPair pair, Worst& worst) {
  const Key key{pair.source_unit_id, pair.target_unit_id, static_cast<int>(pair.quantity)};
  const auto [found, added] = worst.try_emplace(key, pair);
  if (!added && severity(pair) > severity(found->second)) found->second = std::move(pair);
}

/// All units as targets: from which effect each may fail, and who stands near.
class Neighbours {
 public:
  Neighbours(const Study& study, const DominoPack& pack) {
    std::vector<Bounds> boxes;
    for (const Unit& unit : study.units) {
      boxes.push_back(bounds(unit.geometry));
      heat_.push_back(pack.level_for(unit.kind, EffectQuantity::radiation_w_m2));
      blast_.push_back(pack.level_for(unit.kind, EffectQuantity::overpressure_pa));
      if (heat_.back()) heat_levels_.insert(*heat_.back());
      if (blast_.back()) blast_levels_.insert(*blast_.back());
    }
    boxes_ = BoxIndex(std::move(boxes));
  }

  [[nodiscard]] std::optional<double> level(std::size_t unit, EffectQuantity quantity) const {
    if (quantity == EffectQuantity::radiation_w_m2) return heat_[unit];
    return quantity == EffectQuantity::overpressure_pa ? blast_[unit] : std::nullopt;
  }

  /// All different levels of a quantity.
  [[nodiscard]] const std::set<double>& levels(EffectQuantity quantity) const {
    return quantity == EffectQuantity::radiation_w_m2 ? heat_levels_ : blast_levels_;
  }

  /// Units other than this one whose boxes are within the distance of its box, by index.
  [[nodiscard]] std::vector<std::size_t> within(std::size_t unit, double distance_m) const {
    std::vector<std::size_t> found = boxes_.touching(grown(boxes_.box(unit), distance_m));
    std::erase(found, unit);
    return found;
  }

 private:
  BoxIndex boxes_;
  std::vector<std::optional<double>> heat_, blast_;  ///< per unit
  std::set<double> heat_levels_, blast_levels_;
};

/// An effect in one weather, and how far it reaches with each level of its quantity.
struct Prepared {
  std::shared_ptr<const Effect> effect;  ///< null: it comes to nothing
  std::map<double, double> reach_m;
};

/// Standard holes at standard pressures make the same jet at many units: such effects are prepared once.
class Effects {
 public:
  Effects(const Assessment& assessment, const Neighbours& neighbours, const std::vector<UnitAccidents>& units)
      : assessment_(assessment), neighbours_(neighbours), clouds_(assessment.risk.kernels().builder().clouds()) {
    for (const UnitAccidents& unit : units) {
      for (const Threat& threat : unit.accidents) ++times_[key_of(threat.event)];
    }
  }

  /// Throws ModelError.
  [[nodiscard]] std::shared_ptr<const Prepared> in(const EffectEvent& event, const Weather& weather) const {
    const std::string key = key_of(event);
    if (times_.at(key) < 2) return std::make_shared<const Prepared>(prepared(event, weather));
    const std::tuple<std::string, double, Stability> place{key, weather.wind_speed_m_s, weather.stability};
    {
      const std::lock_guard lock(mutex_);
      const auto found = shared_.find(place);
      if (found != shared_.end()) return found->second;
    }
    auto made = std::make_shared<const Prepared>(prepared(event, weather));
    const std::lock_guard lock(mutex_);
    return shared_.try_emplace(place, std::move(made)).first->second;
  }

 private:
  static std::string key_of(const EffectEvent& event) {
    RiskCase one;
    one.effects = {event};
    return effects_key(one);
  }

  [[nodiscard]] Prepared prepared(const EffectEvent& event, const Weather& weather) const {
    EffectOptions options = effect_options(assessment_.study.model);
    options.cloud_masses = &clouds_;
    options.tabulate_flames = false;  // a table asks for more places than a search and a few neighbours do
    Prepared made{prepare_effect(event, weather, options), {}};
    if (!made.effect) return made;
    for (const double level : neighbours_.levels(made.effect->quantity()))
      made.reach_m[level] = farthest_m(*made.effect, level).value_or(0.0);
    return made;
  }

  const Assessment& assessment_;
  const Neighbours& neighbours_;
  const CloudMasses& clouds_;         ///< those of the kernels: the same explosions
  std::map<std::string, int> times_;  ///< how often an event occurs
  mutable std::mutex mutex_;
  mutable std::map<std::tuple<std::string, double, Stability>, std::shared_ptr<const Prepared>> shared_;
};

/// The accidents of one unit against all others.
class Screening {
 public:
  Screening(const Study& study, const Neighbours& neighbours, std::size_t source)
      : study_(study), neighbours_(neighbours), source_(source) {}

  void screen(const std::string& case_id, const Prepared& prepared) {
    const Effect& effect = *prepared.effect;
    double farthest = 0.0;
    for (const auto& [level, reach_m] : prepared.reach_m) farthest = std::max(farthest, reach_m);
    if (prepared.reach_m.empty()) return;
    for (const std::size_t target : neighbours_.within(source_, farthest)) {
      const std::optional<double> level = neighbours_.level(target, effect.quantity());
      if (!level) continue;
      const double reach_m = prepared.reach_m.at(*level);
      const double apart_m = apart(target);
      if (apart_m > reach_m) continue;
      constexpr double kTouching_m = 0.1;
      keep_worst({study_.units[source_].id, case_id, study_.units[target].id, effect.quantity(),
                  strongest_at(effect, std::max(apart_m, kTouching_m)), *level, apart_m, reach_m},
                 worst_);
    }
  }

  [[nodiscard]] const Worst& worst() const { return worst_; }

 private:
  double apart(std::size_t target) {
    const auto [found, added] = apart_m_.try_emplace(target);
    if (added) found->second = distance_m(study_.units[source_].geometry, study_.units[target].geometry);
    return found->second;
  }

  const Study& study_;
  const Neighbours& neighbours_;
  std::size_t source_;
  std::map<std::size_t, double> apart_m_;
  Worst worst_;
};

/// An accident is a long item: a person who interrupts is not kept waiting until its unit is done.
void stop_if(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

void screen_accident(const Assessment& assessment, const Threat& accident, const std::vector<Weather>& weathers,
                     const Effects& effects, Screening& screening, const Progress* progress) {
  const bool same_always = needs_no_weather(accident.event);
  const std::vector<Weather> only{assessment.study.ambient};
  for (const Weather& weather : same_always ? only : weathers) {
    stop_if(progress);
    const auto prepared = effects.in(accident.event, weather);
    if (prepared->effect) screening.screen(accident.case_id, *prepared);
  }
}

}  // namespace

std::optional<double> DominoPack::level_for(UnitKind kind, EffectQuantity quantity) const {
  std::optional<double> lowest;
  for (const DominoLevel& level : levels) {
    if (level.quantity != quantity) continue;
    if (!level.kinds.empty() && std::find(level.kinds.begin(), level.kinds.end(), kind) == level.kinds.end()) continue;
    lowest = std::min(level.value, lowest.value_or(level.value));
  }
  return lowest;
}

DominoScreening domino_screening(const Assessment& assessment, const DominoPack& pack, Progress* progress) {
  const std::vector<Weather> weathers = weathers_of(assessment.study);
  std::vector<UnitAccidents> units = accidents_of(assessment);
  const Neighbours neighbours(assessment.study, pack);
  const Effects effects(assessment, neighbours, units);
  std::vector<DominoScreening> parts(units.size());
  parallel_for(
      static_cast<std::int64_t>(parts.size()),
      [&](std::int64_t item) {
        const auto i = static_cast<std::size_t>(item);
        DominoScreening& part = parts[i];
        part.not_screened = std::move(units[i].not_screened);
        Screening screening(assessment.study, neighbours, i);
        for (const Threat& accident : units[i].accidents) {
          try {
            screen_accident(assessment, accident, weathers, effects, screening, progress);
          } catch (const ModelError& error) {
            part.not_screened.push_back({assessment.study.units[i].id, accident.case_id, why(error.diagnostics())});
          }
        }
        for (const auto& [key, pair] : screening.worst()) part.pairs.push_back(pair);
      },
      progress, "domino");
  DominoScreening all;
  for (DominoScreening& part : parts) {
    all.pairs.insert(all.pairs.end(), part.pairs.begin(), part.pairs.end());
    all.not_screened.insert(all.not_screened.end(), part.not_screened.begin(), part.not_screened.end());
  }
  std::stable_sort(all.pairs.begin(), all.pairs.end(),
                   [](const DominoPair& a, const DominoPair& b) { return severity(a) > severity(b); });
  return all;
}

}  // namespace sise
