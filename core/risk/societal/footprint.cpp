#include "core/risk/societal/footprint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/kernels/probit_panels.hpp"
#include "core/kernels/ring_axes.hpp"

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

constexpr std::size_t kAcrossBin = 2;
// A flame is asked at so many angles; between them its radiation is interpolated.
constexpr std::size_t kFlameAngles = 49;
constexpr double kInFlame_w_m2 = 1e5;  // surely lethal, and no more than just outside a flame

/// Directions off the axis, and where they point.
struct Angles {
  std::vector<double> rad, cosine, sine;

  void add(double angle_rad) {
    rad.push_back(angle_rad);
    cosine.push_back(std::cos(angle_rad));
    sine.push_back(std::sin(angle_rad));
  }
};

Angles angles_of_flames() {
  Angles angles;
  const double step = std::numbers::pi / static_cast<double>(kFlameAngles - 1);
  for (std::size_t i = 0; i < kFlameAngles; ++i) angles.add(step * static_cast<double>(i));
  return angles;
}

/// The values of one effect along an arc from the axis to straight behind, at `angles`.
class Arc {
 public:
  Arc(const Effect& effect, double r_m, const Angles& angles) : values_(angles.rad.size()) {
    if (effect.quantity() == EffectQuantity::radiation_w_m2) {
      interpolate(effect, r_m, angles);
    } else {
      ask(effect, r_m, angles, values_);
    }
  }

  [[nodiscard]] double at(std::size_t i) const { return values_[i]; }

 private:
  static void ask(const Effect& effect, double r_m, const Angles& angles, std::span<double> values) {
    std::vector<double> x(angles.rad.size());
    std::vector<double> y(angles.rad.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = r_m * angles.cosine[i];
      y[i] = r_m * angles.sine[i];
    }
    effect.values(x, y, values);
  }

  void interpolate(const Effect& effect, double r_m, const Angles& angles) {
    static const Angles nodes = angles_of_flames();
    std::array<double, kFlameAngles> ln{};
    ask(effect, r_m, nodes, ln);
    for (double& value : ln) value = std::log(std::clamp(value, 1.0, kInFlame_w_m2));
    const double step = nodes.rad[1];
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const double place = std::min(angles.rad[i] / step, static_cast<double>(kFlameAngles - 1) - 1e-9);
      const auto k = static_cast<std::size_t>(place);
      const double t = place - static_cast<double>(k);
      values_[i] = std::exp(ln.at(k) + t * (ln.at(k + 1) - ln.at(k)));
    }
  }

  std::vector<double> values_;
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

double EffectOnPeople::outdoors(double value) const {
  const double by_pack = death_.by_value(value);
  switch (death_.effect().quantity()) {
    case EffectQuantity::radiation_w_m2:
      if (value >= std::min(people_.lethal_radiation_w_m2, death_.certain_value())) return 1.0;
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
      if (value >= std::min(people_.lethal_radiation_w_m2, death_.certain_value())) return 1.0;
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

void effect_footprint(std::span<const EffectDeath> deaths, double reach_m, const PeopleRings& rings,
                      const WindDirections& directions, const AskedRings& asked, const PeopleVulnerability& people,
                      const PeopleIndoors& where, Footprint& out) {
  out.clear();
  const std::size_t bins = directions.count() / 2;
  Angles angles;
  for (std::size_t i = 0; i < kAcrossBin * bins; ++i) {
    angles.add((static_cast<double>(i) + 0.5) * directions.step_rad() / static_cast<double>(kAcrossBin));
  }
  for (std::size_t ring = 0; ring < asked.people.size() && rings.ring_m(ring) <= reach_m; ++ring) {
    if (!(asked.people[ring] > deaths_floor)) continue;
    add_row(ring, bins, out);
    const std::size_t at = out.rows.back().at;
    std::vector<Arc> arcs;
    for (const EffectDeath& death : deaths) arcs.emplace_back(death.effect(), rings.ring_m(ring), angles);
    for (std::size_t i = 0; i < angles.rad.size(); ++i) {
      double alive_outdoors = 1.0;
      double alive_indoors = 1.0;
      for (std::size_t e = 0; e < deaths.size(); ++e) {
        const EffectOnPeople effect(deaths[e], people);
        alive_outdoors *= 1.0 - effect.outdoors(arcs[e].at(i));
        alive_indoors *= 1.0 - effect.indoors(arcs[e].at(i));
      }
      const DayAndNight death = mixed(1.0 - alive_outdoors, 1.0 - alive_indoors, where);
      out.day[at + i / kAcrossBin] += death.day / static_cast<double>(kAcrossBin);
      out.night[at + i / kAcrossBin] += death.night / static_cast<double>(kAcrossBin);
    }
    Footprint::Row& row = out.rows.back();
    while (row.bins > 0 && out.day[at + row.bins - 1] <= 0.0 && out.night[at + row.bins - 1] <= 0.0) --row.bins;
    out.day.resize(at + row.bins);
    out.night.resize(at + row.bins);
  }
}

}  // namespace sise
