// What colour is every place? A study -> the four-colour map with all that is said of it.
#pragma once
#include <vector>

#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/rating/map_collector.hpp"
#include "core/rating/small_zones.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/budget.hpp"
#include "core/runs/memory_plan.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Takes the bands of a map from north to south, without gaps.
class BandReceiver {
 public:
  BandReceiver() = default;
  BandReceiver(const BandReceiver&) = delete;
  BandReceiver(BandReceiver&&) = delete;
  BandReceiver& operator=(const BandReceiver&) = delete;
  BandReceiver& operator=(BandReceiver&&) = delete;
  virtual ~BandReceiver() = default;
  virtual void add(const MapBand& band) = 0;
};

/// One unit's place on the map: its worst place, and who makes the risk there.
struct UnitOnMap {
  PlaceRating rating;
  RiskModel::Shares shares;
};

/// Every unit of the study, in its order.
[[nodiscard]] std::vector<UnitOnMap> units_on_map(const Assessment& assessment, const FourColourMap& map,
                                                  Progress* progress);

/// Where contours are drawn: at every limit of the rule pack, or at the decades from 1e-8 to 1e-4 per year as well.
enum class Contours { limits, limits_and_decades };

/// How much of the map lies so near to the edge of the data that plants beyond it might matter.
struct EdgeOfData {
  double longest_reach_m = 0.0;
  double area_within_reach_m2 = 0.0;
};

/// Rasters go to a receiver while they are made; this is what is known once all are.
struct MapResult {
  MapTotals totals;
  std::vector<UnitOnMap> units;        ///< per unit of the study
  std::vector<SmallZone> small_zones;  ///< in the order of the units
  EdgeOfData edge;
};

/// Prepared once; then planned and run.
class MapRun {
 public:
  /// Keeps references. Throws InputError or ModelError when a scenario cannot be computed.
  MapRun(const Study& study, const SubstanceTable& substances, const Projection& projection);

  [[nodiscard]] const Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const FourColourMap& map() const { return map_; }

  /// Throws BudgetError, see plan_memory().
  [[nodiscard]] MemoryPlan plan(const ReceiverDemand& receiver, const Budget& budget) const;

  /// Within the plan. The same bytes for any plan and any number of threads. Throws ModelError, Interrupted.
  [[nodiscard]] MapResult run(const MemoryPlan& plan, BandReceiver& receiver, Progress* progress,
                              Contours contours = Contours::limits_and_decades);

 private:
  [[nodiscard]] EdgeOfData edge_of_data() const;

  const Study& study_;
  Assessment assessment_;
  FourColourMap map_;
};

}  // namespace sise
