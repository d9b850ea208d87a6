#include "core/decision/domino.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

#include "core/accidents/kinds.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "core/kernels/effect_death.hpp"
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
  for (const EffectEvent& event : accident.risk.effects) unit.accidents.push_back({accident.risk.case_id, event});
}

UnitAccidents accidents_of(const Assessment& assessment, std::size_t unit_index) {
  UnitAccidents unit;
  for (const Accident& accident : assessment.accidents) {
    if (accident.unit == unit_index) add(assessment, accident, unit);
  }
  const std::optional<ExplosiveCharge>& charge = assessment.statuses[unit_index].charge;
  if (charge && !charge->from_scenario) unit.accidents.push_back({"inventory", BlastEvent{charge->tnt_kg}});
  return unit;
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

/// One prepared effect against all other units.
class Screening {
 public:
  Screening(const Assessment& assessment, const DominoPack& pack, std::size_t source)
      : study_(assessment.study), pack_(pack), source_(source) {
    for (const Unit& unit : study_.units)
      distances_m_.push_back(distance_m(study_.units[source].geometry, unit.geometry));
  }

  void screen(const std::string& case_id, const Effect& effect) {
    std::map<double, double> reach_by_level;
    for (std::size_t target = 0; target < study_.units.size(); ++target) {
      if (target == source_) continue;
      const std::optional<double> level = pack_.level_for(study_.units[target].kind, effect.quantity());
      if (!level) continue;
      const auto [reach, fresh] = reach_by_level.try_emplace(*level, 0.0);
      if (fresh) reach->second = farthest_m(effect, *level).value_or(0.0);
      if (distances_m_[target] > reach->second) continue;
      constexpr double kTouching_m = 0.1;
      keep_worst({study_.units[source_].id, case_id, study_.units[target].id, effect.quantity(),
                  strongest_at(effect, std::max(distances_m_[target], kTouching_m)), *level, distances_m_[target],
                  reach->second},
                 worst_);
    }
  }

  [[nodiscard]] const Worst& worst() const { return worst_; }

 private:
  const Study& study_;
  const DominoPack& pack_;
  std::size_t source_;
  std::vector<double> distances_m_;
  Worst worst_;
};

void screen_accident(const Assessment& assessment, const Threat& accident, const std::vector<Weather>& weathers,
                     Screening& screening) {
  const EffectOptions options = effect_options(assessment.study.model);
  const bool same_always = needs_no_weather(accident.event);
  const std::vector<Weather> only{assessment.study.ambient};
  for (const Weather& weather : same_always ? only : weathers) {
    if (const auto effect = prepare_effect(accident.event, weather, options)) {
      screening.screen(accident.case_id, *effect);
    }
  }
}

DominoScreening screen_unit(const Assessment& assessment, const DominoPack& pack, const std::vector<Weather>& weathers,
                            std::size_t unit_index) {
  UnitAccidents unit = accidents_of(assessment, unit_index);
  DominoScreening result;
  result.not_screened = std::move(unit.not_screened);
  if (unit.accidents.empty()) return result;
  Screening screening(assessment, pack, unit_index);
  for (const Threat& accident : unit.accidents) {
    try {
      screen_accident(assessment, accident, weathers, screening);
    } catch (const ModelError& error) {
      result.not_screened.push_back(
          {assessment.study.units[unit_index].id, accident.case_id, why(error.diagnostics())});
    }
  }
  for (const auto& [key, pair] : screening.worst()) result.pairs.push_back(pair);
  return result;
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
  std::vector<DominoScreening> parts(assessment.study.units.size());
  parallel_for(
      static_cast<std::int64_t>(parts.size()),
      [&](std::int64_t i) {
        const auto unit = static_cast<std::size_t>(i);
        parts[unit] = screen_unit(assessment, pack, weathers, unit);
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
