// How a puff is carried and widens in one kind of air, and how it goes on when the air changes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/atmosphere/sigma.hpp"
#include "models/atmosphere/small_wind.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/travel.hpp"

namespace sise {

/// A sigma curve and the way back from a sigma to the distance that has it.
class SigmaAtDistance {
 public:
  explicit SigmaAtDistance(const PreparedSigma& sigma);
  /// Through points at rising distances: straight lines in the logarithms, the first sigma nearer and the last line farther.
  SigmaAtDistance(std::vector<double> distance_m, const std::vector<double>& sigma_m);
  [[nodiscard]] double sigma_m(double distance_m) const;
  /// The least distance at which the curve has reached `sigma_m`; 0 for a sigma smaller than it ever has, 10,000 km for
  /// a greater one. Interpolated in the logarithms, 1e-5.
  [[nodiscard]] double distance_m(double sigma_m) const;

 private:
  [[nodiscard]] double between_points_m(double distance_m) const;

  std::optional<PreparedSigma> sigma_{};  ///< none: through points
  std::vector<double> distance_m_;
  std::vector<double> ln_point_{};     ///< logarithm of sigma at each distance; empty: the curve's
  std::vector<double> ln_distance_{};  ///< then of the distances
  std::vector<double> sigma_m_;        ///< the largest up to each distance: it never falls
};

/// What puffs are made of that follow each other on a way of their own.
struct PuffStation {
  double distance_m = 0.0;
  double time_s = 0.0;  ///< since the puff left, in the wind that the stations are of
  double speed_m_s = 0.0;
  double sigma_m = 0.0;
  double sigma_z_m = 0.0;
};

/// One stability class, for a wind of 1 m/s at the wind's height; any other wind is that much faster.
struct PuffGrowth {
  PuffGrowth(double height_m, const Weather& air, Stability stability, const PlumeOptions& options);
  /// Of puffs that do not follow the dispersion curves, in a wind of this speed; two stations or more.
  PuffGrowth(const std::vector<PuffStation>& way, double wind_m_s, std::vector<std::string> codes);

  SigmaAtDistance sigma_y;
  SigmaAtDistance sigma_z;
  Travel travel;
  std::vector<std::string> warnings;
};

/// The wind of one step, ready to carry puffs.
struct PuffWind {
  double from_s = 0.0;
  double east = 0.0;  ///< unit vector that it blows along
  double north = 0.0;
  double speed_m_s = 0.0;
  double nearest_sigma_m = 0.0;  ///< smaller puffs need not be told apart
  const PuffGrowth* growth = nullptr;
  std::optional<SmallWindSpread> calm{};  ///< in its place below 0.5 m/s

  /// Calm air: how fast neighbours that left one second apart are drawn apart, and four times their growth, so that
  /// neighbours a quarter of a sigma apart by this pace differ little in size.
  [[nodiscard]] double calm_pace_m_s() const { return speed_m_s + 4.0 * calm->horizontal_m_s; }
};

/// A puff on its way.
class PuffPath {
 public:
  /// Carries the puff for a while in one wind.
  void advance(const PuffWind& wind, double duration_s);

  [[nodiscard]] double east_m() const { return east_m_; }
  [[nodiscard]] double north_m() const { return north_m_; }
  /// In the wind that it was last carried by; at least those of the first metre, or in calm air of the first second.
  [[nodiscard]] double sigma_m(const PuffWind& wind) const;
  [[nodiscard]] double sigma_z_m(const PuffWind& wind) const;
  /// How fast neighbours that left one second apart are drawn apart by this wind.
  [[nodiscard]] double pace_m_s(const PuffWind& wind) const;

 private:
  void enter(const PuffWind& wind);

  double east_m_ = 0.0;
  double north_m_ = 0.0;
  const PuffGrowth* growth_ = nullptr;  ///< whose distances the next two are; null: calm air, or just released
  double virtual_y_m_ = 0.0;            ///< distance at which the curve has the puff's sigma
  double virtual_z_m_ = 0.0;
  double least_y_m_ = 0.0;  ///< sigma when the air changed: a puff never shrinks
  double least_z_m_ = 0.0;
};

}  // namespace sise
