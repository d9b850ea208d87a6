#include "core/risk/societal/footprint.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/kernels/probit_panels.hpp"
#include "models/numeric/normal.hpp"

namespace sise {
namespace {

/// What the rings of one footprint share.
void add_row(std::size_t ring, std::size_t bins, Footprint& out) {
  out.rows.push_back({ring, bins, out.day.size()});
  out.day.resize(out.day.size() + bins);
  out.night.resize(out.day.size());
}

/// Each panel in equal parts, the level being linear within it.
void refine(std::span<const float> levels, std::size_t parts, std::vector<float>& finer) {
  finer.clear();
  for (std::size_t k = 0; k + 1 < levels.size(); ++k) {
    for (std::size_t i = 0; i < parts; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(parts);
      finer.push_back(levels[k] + t * (levels[k + 1] - levels[k]));
    }
  }
  finer.push_back(levels.back());
}

/// The step that a cut-off leaves, over panels: the share of each that lies above it.
void add_step(std::span<const float> levels, const ToxicTerms& terms, const ProbitCut& cut, std::span<double> means) {
  for (std::size_t k = 0; k < means.size(); ++k) {
    const double inner = terms.at_field + terms.slope * static_cast<double>(levels[k]);
    const double outer = terms.at_field + terms.slope * static_cast<double>(levels[k + 1]);
    const double share =
        inner > outer ? std::clamp((inner - cut.from) / (inner - outer), 0.0, 1.0) : (inner >= cut.from ? 1.0 : 0.0);
    means[k] += cut.probability * share;
  }
}

/// The share of bin k in which a level is at least `least` that is linear in the square of the angle between its edges.
double share_above(std::span<const float> levels, std::size_t k, float least) {
  const float inner = levels[k];
  const float outer = levels[k + 1];
  if (inner >= least && outer >= least) return 1.0;
  if (inner < least && outer < least) return 0.0;
  const auto from = static_cast<double>(k);
  const auto t = static_cast<double>((inner - least) / (inner - outer));
  const double share = std::sqrt(from * from + t * (2.0 * from + 1.0)) - from;
  return inner > outer ? share : 1.0 - share;
}

/// Who dies of one effect on one ring, bin by bin: means of the probabilities.
class RingDeaths {
 public:
  RingDeaths(const EffectDeath& death, const PeopleVulnerability& people) : death_(death), people_(people) {}

  /// `levels`: ln of the effect at the edges of bins. `probability`: less than it need not be counted.
  void find(std::span<const float> levels, double probability) {
    levels_ = levels;
    outdoors.assign(levels.size() - 1, 0.0);
    indoors.assign(levels.size() - 1, 0.0);
    switch (death_.effect().quantity()) {
      case EffectQuantity::radiation_w_m2:
        return of_heat(probability);
      case EffectQuantity::overpressure_pa:
        return of_pressure();
      default:
        return of_flame();
    }
  }

  std::vector<double> outdoors, indoors;

 private:
  static float ln(double value) { return static_cast<float>(std::log(value)); }

  /// So many bins from the axis outwards hold all edges above a level.
  [[nodiscard]] std::size_t bins_above(float least) const {
    std::size_t edges = levels_.size();
    while (edges > 0 && levels_[edges - 1] < least) --edges;
    return std::min(edges, levels_.size() - 1);
  }

  void of_heat(double probability) {
    const float surely = ln(EffectOnPeople(death_, people_).surely_lethal());
    double lethal_by_pack = 0.0;
    std::size_t bins = bins_above(surely);
    if (const auto probit = death_.heat_probit()) {
      const ProbitCut cut = probit_cut(death_.least_counted_death());
      // Φ(−x) <= e^(−x²/2) / 2.
      const double lowest = std::max(-std::sqrt(2.0 * std::log(1.0 / std::min(probability, 1.0))), cut.from);
      bins =
          std::max(bins, bins_above(std::min(surely, static_cast<float>((lowest - probit->at_one) / probit->per_ln))));
      below_.assign(levels_.begin(), levels_.begin() + static_cast<std::ptrdiff_t>(bins) + 1);
      for (float& level : below_) level = std::min(level, surely);
      by_pack_.assign(bins, 0.0);
      add_panel_means(below_, probit->at_one, probit->per_ln, 1.0, cut, by_pack_);
      if (cut.probability > 0.0) add_step(below_, {1.0, probit->at_one, probit->per_ln}, cut, by_pack_);
      for (std::size_t k = 0; k < bins; ++k) {
        outdoors[k] = people_.heat_outdoors * by_pack_[k];
        indoors[k] = people_.heat_indoors * by_pack_[k];
      }
      const double v = probit->at_one + probit->per_ln * static_cast<double>(surely);
      lethal_by_pack = v >= cut.from ? normal_cdf(v) : 0.0;
    }
    for (std::size_t k = 0; k < bins; ++k) {
      const double share = share_above(levels_, k, surely);
      outdoors[k] += share * (1.0 - people_.heat_outdoors * lethal_by_pack);
      indoors[k] += share * (1.0 - people_.heat_indoors * lethal_by_pack);
    }
  }

  void of_pressure() {
    const float lethal = ln(people_.lethal_overpressure_pa);
    const float damaging = ln(people_.indoors_overpressure_pa);
    const float by_pack = ln(death_.certain_value());
    const bool gradual = death_.falls_gradually();
    for (std::size_t k = 0; k < outdoors.size(); ++k) {
      const double surely = share_above(levels_, k, lethal);
      indoors[k] = surely + people_.indoors_overpressure_death * (share_above(levels_, k, damaging) - surely);
      outdoors[k] =
          gradual ? 0.5 * (pack_death(levels_[k]) + pack_death(levels_[k + 1])) : share_above(levels_, k, by_pack);
    }
  }

  [[nodiscard]] double pack_death(float level) const { return death_.by_value(std::exp(static_cast<double>(level))); }

  void of_flame() {
    for (std::size_t k = 0; k < outdoors.size(); ++k) {
      const double share = share_above(levels_, k, 0.0F);
      outdoors[k] = people_.flame_outdoors * share;
      indoors[k] = people_.flame_indoors * share;
    }
  }

  const EffectDeath& death_;
  const PeopleVulnerability& people_;
  std::span<const float> levels_;
  std::vector<float> below_;
  std::vector<double> by_pack_;
};

}  // namespace

void Footprint::clear() {
  rows.clear();
  day.clear();
  night.clear();
  night_of_day.reset();
}

DayAndNight mixed(double outdoors, double indoors, const PeopleIndoors& where) {
  return {outdoors + where.indoors_by_day * (indoors - outdoors),
          outdoors + where.indoors_by_night * (indoors - outdoors)};
}

void toxic_footprint(const ToxicTerms& terms, const PlumeField& field, std::size_t panels_per_step,
                     double min_probability, const WindDirections& directions, const AskedRings& asked,
                     const PeopleVulnerability& people, const PeopleIndoors& where, Footprint& out) {
  out.clear();
  const ProbitCut cut = probit_cut(min_probability);
  const DayAndNight share = mixed(people.toxic_outdoors, people.toxic_indoors, where);
  if (share.day > 0.0) out.night_of_day = share.night / share.day;
  // Panels of the field are cut where no whole number of them makes a step of the directions.
  const std::size_t parts = panels_per_step % directions.finer() == 0 ? 1 : directions.finer();
  const std::size_t panels_per_bin = panels_per_step * parts / directions.finer();
  std::vector<float> levels;
  std::vector<double> means;
  for (std::size_t ring = 0; ring < asked.people.size(); ++ring) {
    if (!(asked.people[ring] > deaths_floor)) continue;
    // Φ(−x) <= e^(−x²/2) / 2.
    const double lowest = -std::sqrt(2.0 * std::log(asked.people[ring] / deaths_floor));
    const double level = (std::max(lowest, cut.from) - terms.at_field) / terms.slope;
    const std::size_t panels = field.panels_above(ring, level);
    if (panels == 0) continue;
    refine(field.ring(ring).first(panels + 1), parts, levels);
    means.assign(levels.size() - 1, 0.0);
    add_panel_means(levels, terms.at_field, terms.slope, 1.0, cut, means);
    if (cut.probability > 0.0) add_step(levels, terms, cut, means);
    const std::size_t bins = (means.size() + panels_per_bin - 1) / panels_per_bin;
    add_row(ring, bins, out);
    const std::size_t at = out.rows.back().at;
    for (std::size_t k = 0; k < means.size(); ++k) {
      const double mean = means[k] / static_cast<double>(panels_per_bin);
      out.day[at + k / panels_per_bin] += share.day * mean;
      out.night[at + k / panels_per_bin] += share.night * mean;
    }
  }
}

double EffectOnPeople::surely_lethal() const {
  const double by_pack = death_.certain_value();
  return death_.effect().quantity() == EffectQuantity::radiation_w_m2 ? std::min(people_.lethal_radiation_w_m2, by_pack)
                                                                      : by_pack;
}

double EffectOnPeople::outdoors(double value) const {
  const double by_pack = death_.by_value(value);
  switch (death_.effect().quantity()) {
    case EffectQuantity::radiation_w_m2:
      if (value >= surely_lethal()) return 1.0;
      return people_.heat_outdoors * by_pack;
    case EffectQuantity::overpressure_pa:
      return by_pack;
    default:
      return people_.flame_outdoors * by_pack;
  }
}

double EffectOnPeople::indoors(double value) const {
  switch (death_.effect().quantity()) {
    case EffectQuantity::radiation_w_m2:
      if (value >= surely_lethal()) return 1.0;
      return people_.heat_indoors * death_.by_value(value);
    case EffectQuantity::overpressure_pa:
      if (value >= people_.lethal_overpressure_pa) return 1.0;
      return value >= people_.indoors_overpressure_pa ? people_.indoors_overpressure_death : 0.0;
    default:
      return people_.flame_indoors * death_.by_value(value);
  }
}

double EffectOnPeople::reach_m() const {
  constexpr double kLeastDeath = 1e-9;
  const double by_pack = death_.kernel_reach_m(kLeastDeath);
  if (death_.effect().quantity() != EffectQuantity::overpressure_pa) return by_pack;
  return std::max(by_pack, farthest_m(death_.effect(), people_.indoors_overpressure_pa).value_or(0.0));
}

DayAndNight death_there(std::span<const EffectDeath> deaths, double x_m, double y_m, const PeopleVulnerability& people,
                        const PeopleIndoors& where) {
  double alive_outdoors = 1.0;
  double alive_indoors = 1.0;
  for (const EffectDeath& death : deaths) {
    const EffectOnPeople effect(death, people);
    const double value = death.effect().value(x_m, y_m);
    alive_outdoors *= 1.0 - effect.outdoors(value);
    alive_indoors *= 1.0 - effect.indoors(value);
  }
  return mixed(1.0 - alive_outdoors, 1.0 - alive_indoors, where);
}

void effect_footprint(std::span<EffectArcs> effects, double reach_m, const ArcAngles& angles, const AskedRings& asked,
                      const PeopleVulnerability& people, const PeopleIndoors& where, Footprint& out) {
  out.clear();
  const std::size_t bins = angles.bins();
  std::vector<RingDeaths> deaths;
  for (const EffectArcs& effect : effects) deaths.emplace_back(effect.death(), people);
  const PeopleRings rings = effects.front().rings();
  std::vector<float> levels;
  for (std::size_t ring = 0; ring < asked.people.size() && rings.ring_m(ring) <= reach_m; ++ring) {
    if (!(asked.people[ring] > deaths_floor)) continue;
    for (std::size_t e = 0; e < effects.size(); ++e) {
      angles.at_edges(effects[e].at_nodes(ring, angles), levels);
      deaths[e].find(levels, deaths_floor / asked.people[ring]);
    }
    add_row(ring, bins, out);
    const std::size_t at = out.rows.back().at;
    for (std::size_t k = 0; k < bins; ++k) {
      double alive_outdoors = 1.0;
      double alive_indoors = 1.0;
      for (const RingDeaths& death : deaths) {
        alive_outdoors *= 1.0 - death.outdoors[k];
        alive_indoors *= 1.0 - death.indoors[k];
      }
      const DayAndNight death = mixed(1.0 - alive_outdoors, 1.0 - alive_indoors, where);
      out.day[at + k] = death.day;
      out.night[at + k] = death.night;
    }
    Footprint::Row& row = out.rows.back();
    while (row.bins > 0 && out.day[at + row.bins - 1] <= 0.0 && out.night[at + row.bins - 1] <= 0.0) --row.bins;
    out.day.resize(at + row.bins);
    out.night.resize(at + row.bins);
    if (row.bins == 0) out.rows.pop_back();
  }
}

}  // namespace sise
