// How much memory a run takes, and how a map is cut so that it takes no more than it may.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/risk/risk_model.hpp"
#include "core/runs/budget.hpp"
#include "core/study/unit.hpp"

namespace sise {

/// Measured on the bundled district at 50, 10 and 5 m: the program with its libraries and tables, before any raster.
inline constexpr std::int64_t program_bytes = 112'000'000;

struct MemoryPlan {
  bool in_memory = true;  ///< the whole map at once; else band by band through a file on disk
  std::int64_t rows_per_band = 0;
  RiskBudget risk;
  std::int64_t peak_bytes = 0;  ///< of the process, within 20 %
};

/// What the risk of a study takes in memory, told before any kernel is computed.
struct RiskDemand {
  std::int64_t all_kernels_bytes = 0;
  std::int64_t kernel_bytes = 0;
  std::int64_t shared_bytes = 0;  ///< by kernels while they are built
  bool with_new = false;          ///< new units are summed apart
};
[[nodiscard]] RiskDemand demand_of(const RiskModel& risk);

/// What a second run of the same study takes besides: the kernels of the units that are changed, at most; the others are the
/// first's.
[[nodiscard]] std::int64_t second_run_bytes(const RiskDemand& risk, std::size_t changed_units);

/// What the receiver of a map's bands takes.
struct ReceiverDemand {
  std::int64_t bytes_per_cell = 0;   ///< where it holds the whole map
  std::int64_t cache_bytes = 0;      ///< while files are written, at most; small maps do not fill it
  std::int64_t streaming_bytes = 0;  ///< besides, where the map goes through a file on disk
  std::int64_t picture_bytes = 0;    ///< of pictures of the map and of what it shows besides, in any case
};

/// Kernels are held while rows are summed for as long as they fit: then each is built once. Where they do not, those that
/// are left over are built again for every part of the grid that is summed at a time, and the parts are as large as they
/// can be. Throws BudgetError when the grid has more cells than allowed, or the map does not fit into the memory allowed
/// even when cut as finely as it can be; it names the smallest that would do.
[[nodiscard]] MemoryPlan plan_memory(const GridSpec& grid, const RiskDemand& risk, const ReceiverDemand& receiver,
                                     std::size_t population_patches, const Budget& budget);

/// What a run takes that asks risk at places and answers with tables.
struct ListsDemand {
  std::int64_t places = 0;
  std::int64_t bytes = 0;  ///< of the answers, and of the places that are held until the end
};

struct ListsPlan {
  RiskBudget risk;
  std::int64_t peak_bytes = 0;
};

/// Throws BudgetError when there are more places than cells are allowed (a place stands for a cell), or when not even one
/// kernel at a time fits into the memory allowed.
[[nodiscard]] ListsPlan plan_lists(const RiskDemand& risk, const ListsDemand& lists, const Budget& budget);

/// How many places on these shapes are asked about: cells within them, and their edges metre by metre.
[[nodiscard]] std::int64_t places_asked(const std::vector<const Geometry*>& shapes, const GridSpec& grid);

/// How many pairs of a unit and one of the shapes lie so near each other (2 km between their middles) that a table has to be
/// expected to name both.
[[nodiscard]] std::int64_t pairs_near(const std::vector<Unit>& units, const std::vector<const Geometry*>& shapes);

}  // namespace sise
