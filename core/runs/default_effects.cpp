#include "core/runs/default_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/accidents/scenario_fields.hpp"
#include "core/geometry/places.hpp"
#include "core/risk/assessment.hpp"

namespace sise {
namespace {

// Every distinct accident is a unit of its own with this frequency: its risk is scaled, and how far it is followed is as for
// the accident of a usual unit.
constexpr double kUnitFrequency = 1e-6;
constexpr double kPlacesOnEdge_m = 5.0;
constexpr double kLeastShare = 1e-6;  // of the limit: a target of which less is reached is not reached

/// An accident among those of all units, and how often it happens.
struct Share {
  std::size_t accident = 0;
  double frequency_per_year = 0.0;
};
using Shares = std::vector<Share>;

/// The accidents that differ, each with the unit that it happens at.
class Accidents {
 public:
  explicit Accidents(const Study& around) {
    study_.grid = around.grid;
    study_.ambient = around.ambient;
    study_.rose = around.rose;
    study_.model = around.model;
    study_.harm = around.harm;
    study_.criteria = around.criteria;
  }

  Shares add(const Unit& unit, const std::vector<Scenario>& scenarios) {
    Shares shares;
    for (const Scenario& scenario : scenarios)
      shares.push_back({index_of(unit, scenario), scenario.frequency_per_year});
    return shares;
  }

  [[nodiscard]] const Study& study() const { return study_; }

 private:
  std::size_t index_of(const Unit& unit, const Scenario& scenario) {
    std::string key = unit.id + "\n" + std::string(scenario.kind.name()) + "\n" + scenario.substance;
    for (const ScenarioField& field : scenario_fields()) {
      const std::optional<double> value = field.get(scenario);
      key += value ? fmt::format("\n{}", *value) : "\n-";
    }
    const auto [known, added] = index_.try_emplace(std::move(key), study_.units.size());
    if (added) {
      Unit alone = unit;
      alone.id = fmt::format("{}\n{}", unit.id, study_.units.size());
      Scenario one = scenario;
      one.unit_id = alone.id;
      one.frequency_per_year = kUnitFrequency;
      study_.units.push_back(std::move(alone));
      study_.scenarios.push_back(std::move(one));
    }
    return known->second;
  }

  Study study_;
  std::map<std::string, std::size_t> index_;
};

/// A default of a unit with the accidents that follow from its low and its high value.
struct Varied {
  std::string id;
  Shares low;
  Shares high;
};

struct VariedUnit {
  std::size_t unit = 0;
  Shares base;
  std::vector<Varied> defaults;
};

std::vector<Scenario> scenarios_of(const Generation& generation, const std::string& unit_id) {
  std::vector<Scenario> own;
  for (const Scenario& one : generation.scenarios) {
    if (one.unit_id == unit_id) own.push_back(one);
  }
  return own;
}

/// The unit's scenarios if this default had another value.
std::vector<Scenario> with_value(const Unit& unit, const Study& study, const GeneratorContext& context,
                                 const UsedDefault& used, double value) {
  GeneratorContext other = context;
  other.instead = GeneratorDefault{used.id, value, used.low, used.high, used.text, used.source, used.confidence};
  return generate_unit(unit, study.contents, other, 0).scenarios;
}

/// Risk of shares of accidents at the worst place of a target.
class Places {
 public:
  Places(const RiskModel& risk, std::vector<Point> places) : risk_(risk), places_(std::move(places)) {}

  [[nodiscard]] double worst(const Shares& shares) const {
    std::vector<double> sum(places_.size(), 0.0);
    std::vector<double> one(places_.size());
    for (const Share& share : shares) {
      const std::array<std::size_t, 1> alone{share.accident};
      risk_.risk_at(places_, alone, one);
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += one[i] * (share.frequency_per_year / kUnitFrequency);
    }
    return sum.empty() ? 0.0 : *std::max_element(sum.begin(), sum.end());
  }

 private:
  const RiskModel& risk_;
  std::vector<Point> places_;
};

std::vector<DefaultEffect> effects_of(const VariedUnit& varied, const Study& study, const RiskModel& risk) {
  const bool fresh = study.units[varied.unit].is_new;
  const RulePack& rules = study.criteria.rules;
  const LimitTable& table = fresh ? rules.individual_risk_new : rules.individual_risk_existing;
  const Target* governing = nullptr;
  double closest = kLeastShare;
  for (const Target& target : study.targets) {
    if (!target.is_protected) continue;
    const Places places(risk, places_on(target.geometry, study.grid, kPlacesOnEdge_m));
    const double share = places.worst(varied.base) / table.of(target.target_class).value;
    if (!(share > closest)) continue;
    closest = share;
    governing = &target;
  }
  std::vector<DefaultEffect> effects;
  if (governing == nullptr) return effects;
  const Places places(risk, places_on(governing->geometry, study.grid, kPlacesOnEdge_m));
  const double base = places.worst(varied.base);
  for (const Varied& one : varied.defaults)
    effects.push_back({one.id, governing->id, base, places.worst(one.low), places.worst(one.high)});
  return effects;
}

}  // namespace

std::vector<std::vector<DefaultEffect>> default_effects(const Study& study, const SubstanceTable& substances,
                                                        const Projection& projection, const GeneratorData& data,
                                                        const Generation& generation, Progress* progress) {
  std::vector<std::vector<DefaultEffect>> effects(generation.traces.size());
  const bool anybody =
      std::any_of(study.targets.begin(), study.targets.end(), [](const Target& target) { return target.is_protected; });
  if (!anybody || study.rose.rows.empty()) return effects;
  const GeneratorContext context = generator_context(study, substances, data);
  Accidents accidents(study);
  std::map<std::size_t, VariedUnit> varied;  // by trace
  for (std::size_t i = 0; i < generation.traces.size(); ++i) {
    const UnitTrace& trace = generation.traces[i];
    const Unit& unit = study.units[trace.unit];
    if (trace.fate != UnitFate::generated || trace.defaults.empty() || is_undrawn_line(unit)) continue;
    VariedUnit& one = varied[i];
    one.unit = trace.unit;
    one.base = accidents.add(unit, scenarios_of(generation, unit.id));
    for (const UsedDefault& used : trace.defaults) {
      one.defaults.push_back({used.id, accidents.add(unit, with_value(unit, study, context, used, used.low)),
                              accidents.add(unit, with_value(unit, study, context, used, used.high))});
    }
  }
  const Assessment assessment(accidents.study(), substances, projection);
  assessment.risk.build_kernels(progress);
  for (const auto& [i, one] : varied) effects[i] = effects_of(one, study, assessment.risk);
  return effects;
}

}  // namespace sise
