// A cloud that comes and goes, in the coordinates of its one wind: x downwind of the source, y beside it.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/effects/dense_source.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// Concentrations at places across the wind, moment by moment.
struct CloudHistory {
  std::vector<double> moments_s;  ///< rising, since the release began; with nothing at the first and the last
  std::vector<double> kg_m3;      ///< places().size() of them for each moment
};

/// Less than this share of a step or a puff is nothing.
inline constexpr double kPassingNothing = 1e-12;
/// The soonest moment, and the shortest time in which an edge passes, s.
inline constexpr double kPassingSoonest_s = 1e-3;
/// Edges of a dense cloud beyond its even part within which there is anything: a hundred-millionth is left.
inline constexpr double kDenseEdges = 4.0;
/// Standard deviations of a passive cloud within which there is anything: a billionth is left.
inline constexpr double kPassiveSigmas = 6.5;
/// No plume or puff formula is followed farther out, m; as farthest_effect_m.
inline constexpr double kPassiveFarthest_m = 100e3;

class PassingCloud {
 public:
  PassingCloud(const PassingCloud&) = delete;
  PassingCloud(PassingCloud&&) = delete;
  PassingCloud& operator=(const PassingCloud&) = delete;
  PassingCloud& operator=(PassingCloud&&) = delete;
  virtual ~PassingCloud() = default;

  [[nodiscard]] virtual double first_m() const = 0;  ///< upwind edge
  [[nodiscard]] virtual double last_m() const = 0;   ///< as far as it is followed
  /// Half of the width within which there is anything at a distance; 0: nothing.
  [[nodiscard]] virtual double edge_m(double x_m) const = 0;
  /// The same of the cloud when it is densest there; a late one may be far wider.
  [[nodiscard]] virtual double densest_edge_m(double x_m) const { return edge_m(x_m); }
  [[nodiscard]] virtual CloudHistory history(double x_m, std::span<const double> y_m) const = 0;
  [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;

 protected:
  PassingCloud() = default;
};

/// All at once: it slumps in every direction while the wind takes it along.
[[nodiscard]] std::unique_ptr<const PassingCloud> dense_block(double mass_kg, const GasState& gas,
                                                              const Weather& weather, const DispersionOptions& options);

/// Each step of the emission is the cloud of its rate, in the part of the whole release's cloud that was emitted during the
/// step: mass is that of the steps, a step's edges fray along the wind as the cloud's own edges do across it. The rate and the
/// duration of `release` are those of the emission.
[[nodiscard]] std::unique_ptr<const PassingCloud> dense_steps(const Emission& emission, const GasSource& release,
                                                              const Weather& weather, const DispersionOptions& options);

/// The same of a passive plume: Palazzi's finite release, step by step (E. Palazzi et al., Atmos. Environ. 16 (1982) 2785;
/// seen), with sigma_x = sigma_y at the receptor. Not for calm air.
[[nodiscard]] std::unique_ptr<const PassingCloud> passive_steps(const Emission& emission, const Weather& weather,
                                                                const DispersionOptions& options);

/// One puff that grows on its way. Not for calm air.
[[nodiscard]] std::unique_ptr<const PassingCloud> passive_block(double mass_kg, double height_m, const Weather& weather,
                                                                const DispersionOptions& options);

}  // namespace sise
