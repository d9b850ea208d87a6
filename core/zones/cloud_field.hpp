// What a passing cloud does to every place: peak, arrival, end, means, dose and toxic load, in one pass.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// What is asked of a cloud.
struct CloudQuestion {
  double threshold_kg_m3 = 0.0;        ///< > 0: arrival and end are its crossing; far weaker puffs are left out
  std::vector<double> heights_m{1.0};  ///< of the receptors, above ground
  double window_s = 600.0;             ///< > 0: window of mean_kg_m3 and window_load
  double toxic_exponent = 1.0;         ///< n in the load; 1: the load is the dose
  bool mean = true;                    ///< mean_kg_m3 is asked for too; it costs as much as a load
};

/// Throws ModelError for an impossible question, telling everything at once.
void check_question(const CloudQuestion& question);

/// One place. All zero, and the times NaN, where the cloud never comes.
struct CloudValues {
  double peak_kg_m3 = 0.0;
  double arrival_s = 0.0;     ///< first time at or above the threshold, since the beginning of the release; NaN: never
  double end_s = 0.0;         ///< last time at or above the threshold; NaN: never
  double mean_kg_m3 = 0.0;    ///< over the worst window of window_s; 0 where it is not asked for
  double dose_kg_s_m3 = 0.0;  ///< integral of C dt
  double toxic_load = 0.0;    ///< integral of C^n dt, (kg/m3)^n s
  double window_load = 0.0;   ///< integral of C^n dt over the worst window of window_s
};

/// The same over a grid, for one receptor height.
struct CloudRasters {
  double height_m = 0.0;
  Raster<float> peak_kg_m3;
  Raster<float> arrival_s;
  Raster<float> end_s;
  Raster<float> mean_kg_m3;
  Raster<float> dose_kg_s_m3;
  Raster<float> toxic_load;
  Raster<float> window_load;
};

/// How much work it was.
struct CloudWork {
  std::int64_t time_steps = 0;
  std::int64_t nominal_kernels = 0;  ///< cells x puffs x heights, summed over the time steps
  std::int64_t visited_kernels = 0;  ///< of these, those inside a puff's own interval of a row
};

struct CloudField {
  std::vector<CloudRasters> heights;  ///< in the order asked
  CloudWork work;
};

/// The cloud at every cell's centre. A puff is left out where it is weaker than 1e-9 of the threshold; times are stepped
/// so that a passing edge moves at most a third of its sigma (PuffSeries::time_step_s), from the beginning until the
/// cloud is past or spent. The same bytes for any number of threads. Throws ModelError for an impossible question,
/// Interrupted.
[[nodiscard]] CloudField cloud_field(const PuffSeries& series, Point source, const GridSpec& grid,
                                     const CloudQuestion& question, Progress* progress = nullptr);

/// The same at single places: result[h][i] for height h and place i.
[[nodiscard]] std::vector<std::vector<CloudValues>> cloud_at(const PuffSeries& series, Point source,
                                                             std::span<const Point> places,
                                                             const CloudQuestion& question,
                                                             Progress* progress = nullptr);

}  // namespace sise
