#include "models/dispersion/dense_gas_path.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/dispersion/dense_gas_constants.hpp"

namespace sise {
namespace {

constexpr double kFarthest_m = 2e5;
constexpr double kLongest_s = 2e6;
constexpr double kThinnest = 1e-16;  // volume fraction
constexpr double kFirstStep = 1e-3;  // of the source's size
constexpr int kMostChanges = 24;     // of place: a cloud bounces a few times at most
constexpr double kLandedBlocking = 0.9;

/// Where a function changes its sign between two places; it does so once.
template <class Function>
double change_of_sign(double low, double high, Function&& f) {
  const double settled = 1e-12 * (high - low);
  const bool sign = std::signbit(f(high));
  for (int i = 0; i < 50 && high - low > settled; ++i) {
    const double middle = 0.5 * (low + high);
    (std::signbit(f(middle)) == sign ? high : low) = middle;
  }
  return high;
}

template <int N>
OdeNode<N> between(const OdeNode<N>& a, const OdeNode<N>& b, double x) {
  OdeNode<N> node;
  node.x = x;
  node.y = x == b.x ? b.y : hermite(a, b, x);
  return node;
}

/// Where a function of the place on the cubic between two nodes changes its sign.
template <int N, class Function>
OdeNode<N> crossing(const OdeNode<N>& a, const OdeNode<N>& b, Function&& f) {
  return between(a, b, change_of_sign(a.x, b.x, [&](double x) { return f(x, between(a, b, x).y); }));
}

double mass_of(const DenseSource& source) {
  if (source.release == DenseRelease::instantaneous) return source.mass_kg;
  return source.rate_kg_s * source.duration_s.value_or(0.0);
}

}  // namespace

DensePath::DensePath(const DenseMixture& mixture, const DenseEntrainment& entrainment, const DenseSource& source,
                     const PathLimits& limits)
    : mixture_(mixture),
      entrainment_(entrainment),
      limits_(limits),
      pool_m_(source.release == DenseRelease::pool ? sise::pool_half_width_m(mixture, entrainment, source) : 0.0),
      plume_(mixture, entrainment, source.rate_kg_s, pool_m_),
      puff_(mixture, entrainment, mass_of(source)) {
  if (source.release != DenseRelease::instantaneous) {
    run_plume(source);
    return;
  }
  OdeNode<kPuffParts> node;
  node.y = puff_.start(source.area_m2, source.height_m);
  const double height = puff_.section(false, 0.0, node.y).height_m;
  run_puff(source.height_m > 0.5 * height, node);
}

bool DensePath::thin(double mass_fraction) const {
  return mixture_.volume_fraction(mass_fraction) < std::max(kThinnest, limits_.thinnest);
}

bool DensePath::at_lid(const CloudSection& s) const {
  return s.lifted && s.climb_m_s > 0.0 && s.centre_m > entrainment_.air().lid_m();
}

void DensePath::run_plume(const DenseSource& source) {
  PlumeStart start;
  start.place = PlumePlace::pool;
  if (source.release == DenseRelease::horizontal_jet) start = start_of_horizontal_jet(plume_, source);
  if (source.release == DenseRelease::vertical_jet) start = start_of_vertical_jet(plume_, source);
  if (source.release == DenseRelease::pool) start.y = plume_.start_of_pool(start.x_m);
  rise_m_ = start.rise_m;
  OdeNode<kPlumeParts> node;
  node.x = start.x_m;
  node.y = start.y;
  const double half_time_s = source.duration_s ? 0.5 * *source.duration_s : std::numeric_limits<double>::infinity();
  std::optional<PlumePlace> place = start.place;
  for (int i = 0; place && i < kMostChanges; ++i) place = run_stretch(*place, node, half_time_s);
  if (!transition_m_) return;
  const PlumePlace last = plume_path_.back().place;
  const CloudSection slice = plume_.section(last, node.x, node.y);
  OdeNode<kPuffParts> puff;
  puff.x = 2.0 * half_time_s;
  puff.y = puff_.from_plume(slice, node.y);
  run_puff(slice.lifted, puff);
}

std::optional<PlumePlace> DensePath::run_stretch(PlumePlace place, OdeNode<kPlumeParts>& node, double half_time_s) {
  const auto slope = [&](double x, const PlumeVector& y) { return plume_.slope(place, x, y); };
  const auto hover = [&](double x, const PlumeVector& y) {  // above 0: off the ground
    const CloudSection s = plume_.section(place, x, y);
    return s.centre_m - 0.5 * s.height_m;
  };
  const auto age = [&](double, const PlumeVector& y) { return y[kPlumeTime] - half_time_s; };
  PlumeStretch stretch{place, {}};
  std::optional<PlumePlace> next;
  const auto stop = [&](const OdeNode<kPlumeParts>& end) {
    node = end;
    node.slope = slope(node.x, node.y);
    stretch.nodes.push_back(node);
    return false;
  };
  const auto keep = [&](const OdeNode<kPlumeParts>& a, const OdeNode<kPlumeParts>& b) {
    if (stretch.nodes.empty()) stretch.nodes.push_back(a);
    if (age(b.x, b.y) >= 0.0) {
      transition_m_ = 0.0;
      next.reset();
      stop(crossing(a, b, age));
      transition_m_ = node.x;
      return false;
    }
    const CloudSection s = plume_.section(place, b.x, b.y);
    const double above = s.centre_m - 0.5 * s.height_m;
    if (place == PlumePlace::lifted && above < 0.0 && s.climb_m_s < 0.0) {
      next = PlumePlace::ground;
      return stop(crossing(a, b, hover));
    }
    if (place == PlumePlace::ground && above > 0.0 && s.climb_m_s > 0.0) {
      next = PlumePlace::lifted;
      return stop(crossing(a, b, hover));
    }
    stretch.nodes.push_back(b);
    node = b;
    risen_ = at_lid(s);
    return !risen_ && !thin(s.mass_fraction);
  };
  const double end = place == PlumePlace::pool ? pool_m_ : kFarthest_m;
  const double size = place == PlumePlace::pool ? pool_m_ : node.y[kPlumeWidth];
  const OdeSteps steps{.first = kFirstStep * size, .shortest = 1e-9 * size, .relative = limits_.relative};
  dormand_prince<kPlumeParts>(slope, plume_floor, node, end, steps, keep);
  plume_path_.push_back(std::move(stretch));
  if (place == PlumePlace::pool && !transition_m_ && !next && node.x >= pool_m_) return PlumePlace::ground;
  if (next == PlumePlace::ground) {
    if (!landing_m_) landing_m_ = node.x;
    land(node);
  }
  return next;
}

// The fall turns into slumping; where the slumping would block the wind's way, the cloud is squeezed forward.
void DensePath::land(OdeNode<kPlumeParts>& node) const {
  const CloudSection s = plume_.section(PlumePlace::lifted, node.x, node.y);
  const double R = node.y[kPlumeFlux];
  node.y[kPlumeSlump] = -2.0 * s.climb_m_s * s.half_width_m / s.height_m * R;
  node.y[kPlumeLift] = 0.0;
  const double density = s.mixture.density_kg_m3;
  const double excess = density - entrainment_.air_density_kg_m3();
  const double least = std::cbrt(kSlumpPressure * kDenseGravity_m_s2 * excess * R /
                                 (kLandedBlocking * density * density * s.half_width_m));
  node.y[kPlumeSpeed] = std::max(s.speed_m_s, least);
  node.y[kPlumeCentre] = 0.5 * R / (density * node.y[kPlumeSpeed] * s.half_width_m);
}

void DensePath::land(OdeNode<kPuffParts>& node) const {
  const CloudSection s = puff_.section(true, node.x, node.y);
  const double B = s.half_width_m;
  const double L = s.half_length_m;
  const double share = B * L / (B * B + L * L);
  const double R = node.y[kPuffMass];
  node.y[kPuffSlump] = -2.0 * share * L * s.climb_m_s / s.height_m * R;
  node.y[kPuffSlumpAlong] = -2.0 * share * B * s.climb_m_s / s.height_m * R;
  node.y[kPuffLift] = 0.0;
}

void DensePath::run_puff(bool lifted, OdeNode<kPuffParts> node) {
  std::optional<bool> place = lifted;
  for (int i = 0; place && i < kMostChanges; ++i) {
    const bool up = *place;
    const auto slope = [&](double t, const PuffVector& y) { return puff_.slope(up, t, y); };
    const auto hover = [&](double t, const PuffVector& y) {
      const CloudSection s = puff_.section(up, t, y);
      return s.centre_m - 0.5 * s.height_m;
    };
    PuffStretch stretch{up, {}};
    place.reset();
    const auto keep = [&](const OdeNode<kPuffParts>& a, const OdeNode<kPuffParts>& b) {
      if (stretch.nodes.empty()) stretch.nodes.push_back(a);
      const CloudSection s = puff_.section(up, b.x, b.y);
      const double above = s.centre_m - 0.5 * s.height_m;
      const bool lands = up && above < 0.0 && s.climb_m_s < 0.0;
      const bool rises = !up && above > 0.0 && s.climb_m_s > 0.0;
      if (lands || rises) {
        node = crossing(a, b, hover);
        node.slope = slope(node.x, node.y);
        stretch.nodes.push_back(node);
        place = !up;
        return false;
      }
      stretch.nodes.push_back(b);
      risen_ = at_lid(s);
      return !risen_ && b.y[kPuffPlace] < kFarthest_m && !thin(s.mass_fraction);
    };
    dormand_prince<kPuffParts>(slope, puff_floor, node, kLongest_s,
                               {.first = kFirstStep, .shortest = 1e-9, .relative = limits_.relative}, keep);
    puff_path_.push_back(std::move(stretch));
    if (place && up) {
      if (!landing_m_) landing_m_ = node.y[kPuffPlace];
      land(node);
    }
  }
}

double DensePath::first_m() const {
  return plume_path_.empty() ? puff_path_.front().nodes.front().y[kPuffPlace] : plume_path_.front().nodes.front().x;
}

double DensePath::last_m() const {
  return puff_path_.empty() ? plume_path_.back().nodes.back().x : puff_path_.back().nodes.back().y[kPuffPlace];
}

std::vector<double> DensePath::places_m() const {
  std::vector<double> places;
  for (const PlumeStretch& stretch : plume_path_) {
    for (const auto& node : stretch.nodes) places.push_back(node.x);
  }
  for (const PuffStretch& stretch : puff_path_) {
    for (const auto& node : stretch.nodes) places.push_back(node.y[kPuffPlace]);
  }
  return places;
}

std::optional<CloudSection> DensePath::at(double x_m) const {
  if (!(x_m >= first_m() && x_m <= last_m())) return std::nullopt;
  for (const PlumeStretch& stretch : plume_path_) {
    if (x_m > stretch.nodes.back().x) continue;
    const auto above = std::lower_bound(stretch.nodes.begin() + 1, stretch.nodes.end(), x_m,
                                        [](const auto& node, double x) { return node.x < x; });
    return plume_.section(stretch.place, x_m, hermite(*(above - 1), *above, x_m));
  }
  for (const PuffStretch& stretch : puff_path_) {
    if (x_m > stretch.nodes.back().y[kPuffPlace]) continue;
    const auto above = std::lower_bound(stretch.nodes.begin() + 1, stretch.nodes.end(), x_m,
                                        [](const auto& node, double x) { return node.y[kPuffPlace] < x; });
    const OdeNode<kPuffParts>& before = *(above - 1);
    const auto ahead = [&](double t_s) { return hermite(before, *above, t_s, kPuffPlace) - x_m; };
    const OdeNode<kPuffParts> node = between(before, *above, change_of_sign(before.x, above->x, ahead));
    return puff_.section(stretch.place, node.x, node.y);
  }
  return std::nullopt;
}

std::pair<bool, PuffVector> DensePath::puff_state(double t_s) const {
  const PuffStretch* stretch = &puff_path_.front();
  for (const PuffStretch& one : puff_path_) {
    stretch = &one;
    if (t_s <= one.nodes.back().x) break;
  }
  const auto& nodes = stretch->nodes;
  const double t = std::clamp(t_s, nodes.front().x, nodes.back().x);
  const auto above = std::lower_bound(nodes.begin() + 1, nodes.end() - 1, t,
                                      [](const auto& node, double time) { return node.x < time; });
  return {stretch->place, hermite(*(above - 1), *above, t)};
}

std::optional<CloudSection> DensePath::puff_at(double t_s) const {
  if (puff_path_.empty() || t_s < puff_path_.front().nodes.front().x || t_s > puff_path_.back().nodes.back().x) {
    return std::nullopt;
  }
  const auto [lifted, state] = puff_state(t_s);
  return puff_.section(lifted, t_s, state);
}

PuffEnds DensePath::ends_at(double t_s) const {
  const PuffVector state = puff_state(t_s).second;
  return {t_s, state[kPuffPlace], state[kPuffLength], state[kPuffCoreLength]};
}

std::vector<CloudSection> DensePath::puffs() const {
  std::vector<CloudSection> all;
  for (const PuffStretch& stretch : puff_path_) {
    for (const auto& node : stretch.nodes) all.push_back(puff_.section(stretch.place, node.x, node.y));
  }
  return all;
}

}  // namespace sise
