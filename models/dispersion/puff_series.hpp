// A release of changing rate into a changing wind: a row of puffs.
#pragma once
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "models/atmosphere/stability.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/puff.hpp"
#include "models/dispersion/puff_growth.hpp"

namespace sise {

/// The wind from a moment on, until the next step. The last one holds for ever.
struct WindStep {
  double from_s = 0.0;         ///< since the beginning of the release; the first step must begin at or before 0
  double wind_from_deg = 0.0;  ///< grid bearing that the wind blows from, clockwise from grid north
  double speed_m_s = 0.0;      ///< at Weather::wind_height_m
  Stability stability = Stability::D;
};

/// The rate from a moment on, until the next step.
struct EmissionStep {
  double from_s = 0.0;
  double rate_kg_s = 0.0;
};

/// What comes out, at one place.
struct Emission {
  std::vector<EmissionStep> steps;  ///< rising times from 0 on; the last rate is 0. May be empty
  double instantaneous_kg = 0.0;    ///< at time 0, as one puff (a rupture)
  double height_m = 0.0;            ///< above ground
};

/// How finely a cloud is cut, in space and in time. As they stand a place sees the plume within a per cent and its integrals
/// within 1e-4; twice as coarse, within a per cent too but for places that only an edge of the cloud comes near to.
struct PuffSteps {
  double gap = 0.25;        ///< of sigma, between neighbouring puffs
  double edge = 1.0 / 3.0;  ///< of sigma, that an edge moves from one moment to the next
};

/// Puffs released so closely that they are one cloud, each carried by the wind of every moment; sigma grows with the
/// distance travelled. When stability or wind changes, sigma goes on from the value it has (virtual source: the
/// distance at which the new curve has that value); it never shrinks. In calm air (below 0.5 m/s) sigma grows with time,
/// GB/T 13201-91's small-wind form.
///
/// The gap between neighbours is at most that part of their sigma; puffs nearer to the source than `nearest_m` need not
/// be told apart, so there it is that part of sigma(nearest_m). Concentrations are meant for places at least
/// `nearest_m` from the source.
///
/// A puff's mass is the emission of its slice of time; the sum over all puffs is the emission so far, to rounding.
/// Const after construction, and safe to use from many threads.
class PuffSeries {
 public:
  /// `air` gives wind height, roughness, mixing height, and what else the steps do not say; its speed and class are not
  /// used. Throws ModelError naming every impossible parameter at once.
  PuffSeries(const Emission& emission, const std::vector<WindStep>& wind, const Weather& air,
             const PlumeOptions& options = {}, double nearest_m = 5.0, const PuffSteps& steps = {});
  /// Puffs that do not follow the dispersion curves: one growth for each step of the wind, in that wind (never calm). They
  /// lie on the ground, no lid above them: concentrations are asked at z = 0. Throws as the constructor.
  [[nodiscard]] static PuffSeries of_growths(const Emission& emission, const std::vector<WindStep>& wind,
                                             const std::vector<PuffGrowth>& growths, double nearest_m = 5.0,
                                             const PuffSteps& steps = {});
  ~PuffSeries();
  PuffSeries(PuffSeries&&) noexcept;
  PuffSeries& operator=(PuffSeries&&) noexcept;
  PuffSeries(const PuffSeries&) = delete;
  PuffSeries& operator=(const PuffSeries&) = delete;

  /// Every puff in the air at a time since the beginning of the release, youngest first. Empty before it. What reaches no
  /// place that near to the source as farthest_m need not be told apart: there one puff stands for many.
  [[nodiscard]] std::vector<Puff> puffs(double t_s, double farthest_m = std::numeric_limits<double>::infinity()) const;
  /// East and north from the source, z above ground. The plain sum over puffs(t_s).
  [[nodiscard]] double concentration_kg_m3(double east_m, double north_m, double z_m, double t_s) const;

  /// When to look again after t_s, so that no edge of the cloud, nor that between the air before and after a change, moves
  /// more than that part of its sigma over a place in between (puff_moments.hpp). Never beyond the next change.
  [[nodiscard]] double next_time_s(double t_s) const;
  /// When wind or rate change, rising, from 0 on. Nothing is released, and the wind is steady, after the last one.
  [[nodiscard]] const std::vector<double>& changes_s() const;
  [[nodiscard]] double total_kg() const;

  /// The wind at a moment: where it blows to (unit vector) and how fast.
  struct Drift {
    double east = 0.0;
    double north = 0.0;
    double speed_m_s = 0.0;
  };
  [[nodiscard]] Drift drift(double t_s) const;

  [[nodiscard]] const PuffColumn& column() const;
  /// Codes: `interpolated_class`, `calm_small_wind`.
  [[nodiscard]] const std::vector<std::string>& warnings() const;

 private:
  struct Parts;
  explicit PuffSeries(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sise
