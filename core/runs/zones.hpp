// Who must leave? An incident -> its zones.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/runs/budget.hpp"
#include "core/zones/hazard.hpp"
#include "core/zones/incident.hpp"
#include "core/zones/threat_zones.hpp"

namespace sise {

/// Prepared from the source and the weather of an incident; targets and people may be added to the incident once the grid is known.
class ZonesRun {
 public:
  /// Keeps a reference. Throws ModelError, InputError where the incident cannot be computed.
  explicit ZonesRun(const Incident& incident);

  /// As threat_grid().
  [[nodiscard]] GridSpec grid_of_reach(std::optional<double> cell_m, const std::string& crs) const;

  [[nodiscard]] WorkNeed need(const GridSpec& grid) const;

  /// Throws BudgetError before anything is computed, Interrupted. Warnings are those of the source, the model and the range.
  [[nodiscard]] ThreatResult zones(const GridSpec& grid, const Budget& budget, Progress* progress) const;

 private:
  const Incident& incident_;
  std::unique_ptr<const Hazard> hazard_;
};

}  // namespace sise
