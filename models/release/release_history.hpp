// How much comes out, and when: what every release model answers.
#pragma once
#include <string>
#include <vector>

namespace sise {

/// The state of a release at one moment.
struct ReleaseStep {
  double time_s = 0.0;           ///< since the start of the release
  double rate_kg_s = 0.0;        ///< leaving at this moment
  double pressure_Pa = 0.0;      ///< in the vessel, absolute; of a pool: its vapour pressure
  double temperature_K = 0.0;    ///< in the vessel or of the pool
  double vapour_fraction = 0.0;  ///< mass fraction of the rate that is vapour once it is at ambient pressure
  double released_kg = 0.0;      ///< since the start: the integral of the rate
};

/// Steps in the order of time, the first at 0. Between steps the rate is smooth; after the last one nothing flows, even
/// where its rate is not 0 (a closed valve, a vessel run empty under pressure).
struct ReleaseHistory {
  std::vector<ReleaseStep> steps;
  double total_kg = 0.0;
  double duration_s = 0.0;
  double initial_kg = 0.0;            ///< what there was at the start
  double remaining_kg = 0.0;          ///< what is left when the release ends
  std::vector<std::string> warnings;  ///< codes, each once

  void warn(const std::string& code);
};

/// Lets `later` follow at the end of `history`: what remains there is what starts here.
void append(ReleaseHistory& history, const ReleaseHistory& later);

/// Mass released until t, kg: exact at steps, between them the cubic through masses and rates; all from the end on.
[[nodiscard]] double released_kg(const ReleaseHistory& history, double time_s);

/// The state at t >= 0: exact at steps, between them linear. From the end on rate 0 and the last state.
[[nodiscard]] ReleaseStep state_at(const ReleaseHistory& history, double time_s);

/// Mass released in the first `window_s`, over the time in which it flowed: min(window, duration). 0 without a release.
[[nodiscard]] double mean_rate_kg_s(const ReleaseHistory& history, double window_s);

/// A rate that holds from one moment until the next step's.
struct ConstantRate {
  double from_s = 0.0;
  double rate_kg_s = 0.0;
};

/// The release as `count` (at least 1) constant rates of equal mass, then 0: what puffs are made of. Mass is exact.
[[nodiscard]] std::vector<ConstantRate> equal_masses(const ReleaseHistory& history, int count);

}  // namespace sise
