// Wider plumes for longer averages.
#pragma once
#include "models/atmosphere/sigma_set.hpp"

namespace sise {

/// No correction below this: the peak-to-mean law is not carried to shorter averages.
inline constexpr double kShortestAveraging_s = 18.75;

/// Factor on a set's sigma_y for averages over `averaging_time_s`: (t/t0)^q; sigma_z does not change.
/// Briggs and ISC3: t0 = 600 s, q = 0.2 (recalled). GB/T 13201: t0 = 1800 s, q = 0.2 up to one hour and 0.3 beyond,
/// chained at one hour (corroborated). Slade's curves are instantaneous: asking for a time throws ModelError, as does a
/// time below kShortestAveraging_s.
[[nodiscard]] double averaging_factor(SigmaSet set, double averaging_time_s);

}  // namespace sise
