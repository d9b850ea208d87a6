#include "core/kernels/effect_part.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/kernels/footprint_moments.hpp"
#include "core/kernels/probit_panels.hpp"
#include "core/kernels/ring_axes.hpp"
#include "core/kernels/smooth_arc.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kLeastDeath = 1e-15;  // no event is more frequent than once a year
constexpr std::size_t kPanelsPerStep = 2;
constexpr std::size_t kFlameStations = 48;
constexpr std::size_t kCloudStations = 64;
// Where curves of several effects cross, a jump begins or ends between two stations: they have to lie close together.
constexpr std::size_t kCrossedFlameStations = 96;
constexpr std::size_t kCrossedCloudStations = 512;

/// The effects of one case in one weather.
class CaseInWeather {
 public:
  CaseInWeather(const RiskInputs& inputs, const RiskCase& c, const TurningWeather& weather, const CloudMasses& clouds)
      : deaths_(case_deaths(inputs, c, weather.speed_m_s, weather.stability, &clouds)) {}

  [[nodiscard]] std::span<const EffectDeath> deaths() const { return deaths_; }
  [[nodiscard]] double reach_m() const {
    double reach = 0.0;
    for (const EffectDeath& death : deaths_) reach = std::max(reach, death.kernel_reach_m(kLeastDeath));
    return reach;
  }
  [[nodiscard]] bool has_remainder() const {
    return std::any_of(deaths_.begin(), deaths_.end(), [](const EffectDeath& d) { return d.falls_gradually(); });
  }

  void add_rims(std::size_t rose, double reach_m, Rims& rims) const {
    for (std::size_t e = 0; e < deaths_.size(); ++e) {
      for (const double level : deaths_[e].jump_values()) add_rim(e, level, rose, reach_m, rims);
    }
  }

  /// What is left of the footprint on a ring when its jumps are taken away.
  [[nodiscard]] SmoothArc remainder(std::span<const RimEdge> edges, double r_m) const {
    SmoothArc arc;
    double from = 0.0;
    for (std::size_t e = 0; e <= edges.size(); ++e) {
      const double to = e < edges.size() ? edges[e].phi_rad : std::numbers::pi;
      double jumps = 0.0;
      for (std::size_t k = e; k < edges.size(); ++k) jumps += edges[k].jump;
      if (to - from > 1e-9) add_piece(from, to, jumps, r_m, arc);
      from = to;
    }
    return arc;
  }

 private:
  void add_rim(std::size_t e, double level, std::size_t rose, double reach_m, Rims& rims) const {
    const EffectDeath& death = deaths_[e];
    const Effect& effect = death.effect();
    const bool flame = effect.quantity() == EffectQuantity::radiation_w_m2;
    if (const auto radius = effect.radius_m(level)) {
      const HalfCurve curve = circle(effect.centre_m(), *radius, stations(flame));
      rims.add(curve, jumps_along(curve, e, level), rose);
      return;
    }
    const PlaneFunction values = [&effect](auto x, auto y, auto out) { effect.values(x, y, out); };
    const CurveSearch search{effect.centre_m(), reach_m + std::abs(effect.centre_m()), stations(flame)};
    const auto curve = level_curve(values, level, search);
    if (!curve) return;
    rims.add(*curve, jumps_along(*curve, e, level), rose);
  }

  [[nodiscard]] std::size_t stations(bool flame) const {
    if (deaths_.size() > 1) return flame ? kCrossedFlameStations : kCrossedCloudStations;
    return flame ? kFlameStations : kCloudStations;
  }

  /// Across the curve of effect e; where others have already killed nobody is left to die.
  [[nodiscard]] std::vector<double> jumps_along(const HalfCurve& curve, std::size_t e, double level) const {
    const EffectDeath& death = deaths_[e];
    const std::size_t n = curve.x_m.size();
    std::vector<double> outside(n, std::nextafter(level, 0.0));
    if (death.effect().quantity() == EffectQuantity::radiation_w_m2) {
      // A flame's own surface: just outside it the radiation may be well below the level.
      std::vector<double> x(n);
      std::vector<double> y(n);
      const double middle = 0.5 * (curve.x_m.front() + curve.x_m.back());
      constexpr double kJustOutside = 1.002;
      for (std::size_t k = 0; k < n; ++k) {
        x[k] = middle + kJustOutside * (curve.x_m[k] - middle);
        y[k] = kJustOutside * curve.y_m[k];
      }
      std::vector<double> there(n);
      death.effect().values(x, y, there);
      for (std::size_t k = 0; k < n; ++k) outside[k] = std::min(outside[k], there[k]);
    }
    // What falls farther than to the next jump is that one's, whose curve runs along here too.
    const double inside = death.by_value(level);
    const EffectDeath::Side below = death.side_of(std::nextafter(level, 0.0));
    std::vector<double> jumps(n);
    std::vector<double> value(n);
    for (std::size_t k = 0; k < n; ++k) jumps[k] = inside - death.by_value_within(outside[k], below);
    for (std::size_t other = 0; other < deaths_.size(); ++other) {
      if (other == e) continue;
      deaths_[other].effect().values(curve.x_m, curve.y_m, value);
      for (std::size_t k = 0; k < n; ++k) jumps[k] *= 1.0 - deaths_[other].by_value(value[k]);
    }
    return jumps;
  }

  /// Between two edges: each effect stays on the side of its jumps on which the middle lies.
  void add_piece(double from, double to, double jumps, double r_m, SmoothArc& arc) const {
    const double middle = 0.5 * (from + to);
    std::vector<EffectDeath::Side> sides;
    bool surely = false;
    for (const EffectDeath& death : deaths_) {
      sides.push_back(death.side_of(death.effect().value(r_m * std::cos(middle), r_m * std::sin(middle))));
      surely = surely || death.by_value(sides.back().from) >= 1.0;
    }
    if (surely) {  // within a flame, say: nobody need ask it place by place
      arc.add(from, to, [jumps](std::span<const double>, std::span<double> left) {
        std::fill(left.begin(), left.end(), 1.0 - jumps);
      });
      return;
    }
    arc.add(from, to, [&](std::span<const double> phi, std::span<double> left) {
      std::array<double, SmoothArc::points> x{};
      std::array<double, SmoothArc::points> y{};
      std::array<double, SmoothArc::points> value{};
      for (std::size_t i = 0; i < phi.size(); ++i) {
        x.at(i) = r_m * std::cos(phi[i]);
        y.at(i) = r_m * std::sin(phi[i]);
      }
      std::fill(left.begin(), left.end(), 0.0);
      for (std::size_t e = 0; e < deaths_.size(); ++e) {
        deaths_[e].effect().values(x, y, value);
        for (std::size_t i = 0; i < phi.size(); ++i) {
          left[i] += (1.0 - left[i]) * deaths_[e].by_value_within(value.at(i), sides[e]);
        }
      }
      for (double& p : left) p -= jumps;
    });
  }

  std::vector<EffectDeath> deaths_;
};

/// Scratch of one thread.
struct Turning {
  std::vector<float> probits;
  std::vector<double> means;
  FootprintMoments moments;
};

void turn_arc(const SmoothArc& arc, const RoseTurn& rose, Turning& scratch, std::span<double> ring) {
  const std::size_t panels = kPanelsPerStep * rose.nodes().half_turn();
  scratch.probits.resize(panels + 1);
  arc.probits(scratch.probits);
  scratch.means.assign(panels, 0.0);
  add_panel_means(scratch.probits, 0.0, 1.0, 1.0, {}, scratch.means);
  scratch.moments.of_panels(scratch.means, kPanelsPerStep, rose.nodes().step_rad());
  rose.add(scratch.moments, ring);
}

/// The remainder of what does not turn, along its own bearing.
void lay_along(const SmoothArc& arc, const BearingNodes& nodes, double own_bearing_deg, std::span<double> ring) {
  for (std::size_t j = 0; j < nodes.count(); ++j) {
    const double off = std::abs(std::remainder(nodes.bearing_deg(j) - own_bearing_deg, 360.0)) * kDegree;
    ring[nodes.place(j)] += arc.at(off);
  }
}

void store_ring(const BearingNodes& nodes, std::span<const double> ring, std::size_t index, std::vector<float>& all) {
  for (std::size_t j = 0; j < nodes.count(); ++j) {
    all[index * nodes.count() + j] = static_cast<float>(std::max(0.0, ring[nodes.place(j)]));
  }
}

}  // namespace

bool feels_speed_alone(const RiskInputs& inputs, const RiskCase& c) {
  constexpr double kFlameWindHeight_m = 10.0;
  return inputs.ambient.wind_height_m == kFlameWindHeight_m &&
         std::all_of(c.effects.begin(), c.effects.end(),
                     [](const EffectEvent& event) { return feels(event) != Feels::weather; });
}

EffectPart effect_part(const RiskInputs& inputs, const RiskCase& c, std::span<const TurningWeather> weathers,
                       std::span<const RoseTurn> roses, const CloudMasses& clouds) {
  EffectPart part;
  CaseRims edges;
  edges.turns = shape_of(c) != CaseShape::own;
  if (!edges.turns) edges.own_bearing_deg = own_bearing_deg(c.effects.front()).value_or(0.0);
  const BearingNodes& nodes = roses.front().nodes();
  std::vector<double> turned;  // rings of the remainder, in doubles until all weathers are in
  Turning scratch;
  for (const TurningWeather& weather : weathers.first(edges.turns ? weathers.size() : 1)) {
    const CaseInWeather here(inputs, c, weather, clouds);
    if (here.deaths().empty()) continue;
    const double reach = here.reach_m();
    part.reach_m = std::max(part.reach_m, reach);
    here.add_rims(weather.rose, reach, edges.rims);
    if (!here.has_remainder() || reach <= 0.0) continue;
    const std::size_t rings = RingAxes::ring_beyond(reach) + 3;
    if (turned.size() < rings * nodes.ring_size()) turned.resize(rings * nodes.ring_size());
    for (std::size_t ring = 0; ring < rings; ++ring) {
      const std::span<double> row = std::span(turned).subspan(ring * nodes.ring_size(), nodes.ring_size());
      const double r_m = RingAxes::ring_m(ring);
      const SmoothArc arc = here.remainder(edges.rims.edges(weather.rose, r_m), r_m);
      if (edges.turns) {
        turn_arc(arc, roses[weather.rose], scratch, row);
      } else {
        lay_along(arc, nodes, edges.own_bearing_deg, row);
      }
    }
  }
  const std::size_t rings = turned.size() / nodes.ring_size();
  part.remainder.resize(rings * nodes.count());
  for (std::size_t ring = 0; ring < rings; ++ring) {
    store_ring(nodes, std::span(turned).subspan(ring * nodes.ring_size(), nodes.ring_size()), ring, part.remainder);
  }
  part.edges = std::make_shared<const CaseRims>(std::move(edges));
  return part;
}

}  // namespace sise
