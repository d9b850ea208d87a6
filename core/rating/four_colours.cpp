#include "core/rating/four_colours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/geometry/point_distance.hpp"
#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

// A distance within this fraction of a radius counts as on it, so that a limit met exactly is met.
constexpr double kDistanceTolerance = 1e-9;

/// What could not be computed may be red: not knowing is worse than every colour but red.
int severity(ColourCode code) {
  switch (code) {
    case ColourCode::red:
      return 5;
    case ColourCode::no_answer:
      return 4;
    case ColourCode::orange:
      return 3;
    case ColourCode::yellow:
      return 2;
    case ColourCode::blue:
      return 1;
    case ColourCode::outside:
      return 0;
  }
  return 0;
}

}  // namespace

ColourBounds colour_bounds(const LimitTable& limits) {
  return {limits.of(TargetClass::general_3).value, limits.of(TargetClass::general_2).value,
          limits.of(TargetClass::high_sensitivity).value};
}

ColourCode colour_of(double value, const ColourBounds& bounds) {
  if (std::isnan(value)) return ColourCode::outside;
  if (exceeds(value, bounds[0])) return ColourCode::red;
  if (exceeds(value, bounds[1])) return ColourCode::orange;
  if (exceeds(value, bounds[2])) return ColourCode::yellow;
  return ColourCode::blue;
}

bool is_worse(ColourCode a, ColourCode b) { return severity(a) > severity(b); }

CellClass worse(CellClass a, CellClass b) { return is_worse(b.code, a.code) ? b : a; }

float stored_risk(double risk_per_year, const std::vector<double>& bounds) {
  auto stored = static_cast<float>(risk_per_year);
  for (const double bound : bounds) {
    const auto single = static_cast<double>(static_cast<float>(bound));
    const double above = std::max(bound, single);
    const double below = std::min(bound, single);
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    if (exceeds(risk_per_year, bound)) {
      while (static_cast<double>(stored) <= above) stored = std::nextafter(stored, kInfinity);
    } else {
      while (static_cast<double>(stored) > below) stored = std::nextafter(stored, -kInfinity);
    }
  }
  return stored;
}

OverpressureRings::OverpressureRings(Geometry unit, double tnt_kg, BlastCurve curve, const ColourBounds& bounds_pa)
    : unit_(std::move(unit)) {
  for (std::size_t i = 0; i < bounds_pa.size(); ++i) {
    const std::optional<double> radius = distance_to_overpressure_m(curve, tnt_kg, bounds_pa.at(i));
    if (!radius) {
      throw ModelError("outside_fit",
                       {"the curve '" + std::string(name_of(curve)) +
                            "' does not reach down to the overpressure limit; "
                            "choose another blast_curve",
                        "曲线 '" + std::string(name_of(curve)) + "' 的适用范围达不到超压限值;请选用其他 blast_curve"});
    }
    radii_m_.at(i) = *radius;
  }
}

ColourCode OverpressureRings::colour_at(Point point) const { return colour_within(distance_m(point, unit_)); }

ColourCode OverpressureRings::worst_in(const Bounds& cell) const { return colour_within(distance_m(cell, unit_)); }

ColourCode OverpressureRings::colour_within(double distance) const {
  constexpr std::array<ColourCode, 3> kCodes{ColourCode::red, ColourCode::orange, ColourCode::yellow};
  for (std::size_t i = 0; i < radii_m_.size(); ++i) {
    if (distance < radii_m_.at(i) * (1.0 - kDistanceTolerance)) return kCodes.at(i);
  }
  return ColourCode::blue;
}

}  // namespace sise
