#include "core/exposure/threat_field.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {

class ThreatField::Hazard {
 public:
  virtual ~Hazard() = default;
  [[nodiscard]] virtual ThreatValues at(std::span<const Point> places) const = 0;
  [[nodiscard]] virtual std::optional<double> reach_m(double level) const = 0;
  [[nodiscard]] virtual double arrival_s(double distance_m) const = 0;
  [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;
};

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

/// Angle off the plume's axis, and distance, of each place.
struct PolarPlaces {
  std::vector<double> r_m;
  std::vector<double> off_axis_rad;  ///< 0..π, without sign: a plume is symmetric
};

PolarPlaces polar(std::span<const Point> places, Point source, double axis_bearing_rad) {
  PolarPlaces result;
  result.r_m.reserve(places.size());
  result.off_axis_rad.reserve(places.size());
  for (const Point& place : places) {
    const double east = place.x - source.x;
    const double north = place.y - source.y;
    const double turn = std::remainder(std::atan2(east, north) - axis_bearing_rad, 2.0 * std::numbers::pi);
    result.r_m.push_back(std::hypot(east, north));
    result.off_axis_rad.push_back(std::abs(turn));
  }
  return result;
}

GaussianPlume make_plume(const Incident& incident) {
  return GaussianPlume({*incident.rate_kg_s, incident.height_m}, incident.weather,
                       {incident.model.sigma, incident.model.transport_wind, incident.model.averaging_time_s});
}

}  // namespace

namespace {

/// A continuous release carried by the wind.
class PlumeHazard final : public ThreatField::Hazard {
 public:
  explicit PlumeHazard(const Incident& incident)
      : plume_(make_plume(incident)),
        source_(incident.source),
        axis_rad_((incident.wind_from_deg + 180.0 - incident.convergence_deg) * kDegree),
        half_width_rad_(incident.wind_from_uncertainty_deg * kDegree),
        receptor_m_(incident.model.receptor_height_m) {}

  [[nodiscard]] ThreatValues at(std::span<const Point> places) const override {
    const PolarPlaces where = polar(places, source_, axis_rad_);
    ThreatValues values;
    values.central = concentrations(where, [](double off) { return off; });
    values.largest = concentrations(where, [this](double off) { return std::max(0.0, off - half_width_rad_); });
    values.smallest =
        concentrations(where, [this](double off) { return std::min(std::numbers::pi, off + half_width_rad_); });
    return values;
  }
  [[nodiscard]] std::optional<double> reach_m(double level) const override {
    return farthest_distance_m(plume_, level, receptor_m_);
  }
  [[nodiscard]] double arrival_s(double distance_m) const override {
    return distance_m / plume_.transport_wind_m_s(distance_m);
  }
  [[nodiscard]] std::vector<std::string> warnings() const override { return plume_.warnings(); }

 private:
  /// Concentrations where each place's angle off the axis is first turned by `turned`.
  template <class Turn>
  [[nodiscard]] std::vector<double> concentrations(const PolarPlaces& where, Turn turned) const {
    const std::size_t count = where.r_m.size();
    std::vector<double> x(count);
    std::vector<double> y(count);
    for (std::size_t i = 0; i < count; ++i) {
      const double angle = turned(where.off_axis_rad[i]);
      x[i] = where.r_m[i] * std::cos(angle);
      y[i] = where.r_m[i] * std::sin(angle);
    }
    std::vector<double> values(count);
    plume_.concentrations(x, y, receptor_m_, values);
    return values;
  }

  GaussianPlume plume_;
  Point source_;
  double axis_rad_;
  double half_width_rad_;
  double receptor_m_;
};

/// A charge on the ground.
class BlastHazard final : public ThreatField::Hazard {
 public:
  explicit BlastHazard(const Incident& incident)
      : source_(incident.source), tnt_kg_(*incident.tnt_kg), curve_(incident.model.blast_curve) {}

  [[nodiscard]] ThreatValues at(std::span<const Point> places) const override {
    ThreatValues values;
    values.central.reserve(places.size());
    for (const Point& place : places) {
      const double r = std::hypot(place.x - source_.x, place.y - source_.y);
      values.central.push_back(pressure_pa(r));
    }
    values.largest = values.central;
    values.smallest = values.central;
    return values;
  }
  [[nodiscard]] std::optional<double> reach_m(double level) const override {
    return distance_to_overpressure_m(curve_, tnt_kg_, level);
  }
  [[nodiscard]] double arrival_s(double /*distance_m*/) const override { return 0.0; }
  [[nodiscard]] std::vector<std::string> warnings() const override { return {}; }

 private:
  /// Closer in than the curve's fit reaches, every level is exceeded; farther out the curve has no answer (NaN).
  [[nodiscard]] double pressure_pa(double r_m) const {
    const double value = r_m > 0.0 ? overpressure_pa(curve_, tnt_kg_, r_m) : std::numeric_limits<double>::quiet_NaN();
    const bool close_in = r_m < std::cbrt(tnt_kg_);
    return std::isnan(value) && close_in ? std::numeric_limits<double>::infinity() : value;
  }

  Point source_;
  double tnt_kg_;
  BlastCurve curve_;
};

}  // namespace

ThreatField::ThreatField(const Incident& incident) {
  if (incident.rate_kg_s.has_value() == incident.tnt_kg.has_value()) {
    throw ModelError("bad_source", {"an incident needs exactly one of rate_kg_s and tnt_kg",
                                    "事故源应恰好给出 rate_kg_s 或 tnt_kg 之一"});
  }
  if (incident.tnt_kg) {
    hazard_ = std::make_unique<BlastHazard>(incident);
  } else {
    hazard_ = std::make_unique<PlumeHazard>(incident);
  }
}

ThreatField::~ThreatField() = default;
ThreatField::ThreatField(ThreatField&&) noexcept = default;
ThreatField& ThreatField::operator=(ThreatField&&) noexcept = default;

ThreatValues ThreatField::at(std::span<const Point> places) const { return hazard_->at(places); }
std::optional<double> ThreatField::reach_m(double level) const { return hazard_->reach_m(level); }
double ThreatField::arrival_s(double distance_m) const { return hazard_->arrival_s(distance_m); }
std::vector<std::string> ThreatField::warnings() const { return hazard_->warnings(); }

}  // namespace sise
