// Gas from a pipe that is open at one end: fed from a vessel, or shut off and running empty.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/release/pipe_flow.hpp"
#include "models/release/release_history.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

enum class PipeCase {
  rupture,     ///< a long pipeline breaks over its full bore and nothing feeds it: the outflow decays
  adiabatic,   ///< fed from a vessel whose pressure stays: steady flow with friction and without heat
  isothermal,  ///< fed, at constant temperature
};

[[nodiscard]] std::optional<PipeCase> pipe_case_from(std::string_view name);

struct PipeSource {
  double diameter_m = 0.0;
  double length_m = 0.0;
  double roughness_m = 4.5e-5;             ///< commercial steel
  std::optional<double> fanning_factor{};  ///< default: rough_fanning_factor()
  double minor_losses = 0.0;               ///< velocity heads lost in entrance and fittings; only for a fed pipe
  double pressure_Pa = 0.0;                ///< absolute
  double temperature_K = 0.0;
  double break_at_m = 0.0;               ///< of a ruptured pipeline: from its nearer end; 0: one open end
  std::optional<double> inventory_kg{};  ///< of a fed pipe: what the vessel holds
  std::optional<double> stop_after_s{};
  std::vector<double> also_at_s{};  ///< moments that get a step of their own, ascending
};

/// One side of a broken pipeline: q = q0/(1+a) [a exp(-t/tB) + exp(-t/(a^2 tB))], a = Q0/(tB q0),
/// tB = 0.67 L/us sqrt(gamma fD L/D), q0 the choked flow over the full bore, Q0 the mass inside.
/// Bell 1978 as modified by Wilson 1979; CPR 14E (Yellow Book) 1997, 2.33-2.37. Confidence: corroborated (its integral
/// is the mass inside, which only the form used here has).
struct PipelineDecay {
  double first_rate_kg_s = 0.0;
  double content_kg = 0.0;
  double time_constant_s = 0.0;
  [[nodiscard]] double ratio() const { return content_kg / (time_constant_s * first_rate_kg_s); }
  [[nodiscard]] double rate_kg_s(double time_s) const;
  [[nodiscard]] double released_kg(double time_s) const;  ///< the integral
};

/// A break apart from the ends has two sides, which run empty by themselves. Each ends when its mean pressure is
/// ambient: what fills the pipe at ambient pressure stays. The history's pressure is the mean of the pipe.
/// Warnings: `short_pipe` (the ratio is 1 or more: friction does not rule), `gas_not_ideal`, `recalled_property`.
/// Throws ModelError: out-of-range numbers, `no_overpressure`, `below_melting`, `above_vapour_pressure`,
/// `missing_property`.
[[nodiscard]] ReleaseHistory pipeline_rupture(const PipeSource& source, const Fluid& fluid, double ambient_pressure_Pa);

/// The open end of a fed pipe; lasts until the inventory is gone or the valve closes, whichever is sooner; one of them
/// must be stated (ModelError `missing_key`).
[[nodiscard]] ReleaseHistory fed_pipe_release(const PipeSource& source, PipeCase flow, const Fluid& fluid,
                                              double ambient_pressure_Pa);

/// Resistance 4 f L/D and minor losses.
[[nodiscard]] double pipe_resistance(const PipeSource& source);

/// What pipe_flow.hpp asks for.
[[nodiscard]] PipeFlow fed_pipe_flow(const PipeSource& source, PipeCase flow, const IdealGas& gas,
                                     double ambient_pressure_Pa);

/// The sides of a broken pipeline: one or two.
[[nodiscard]] std::vector<PipelineDecay> pipeline_sides(const PipeSource& source, const IdealGas& gas,
                                                        double ambient_pressure_Pa);

}  // namespace sise
