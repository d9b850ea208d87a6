// How often do accidents kill many at once? A study -> F-N curves of enterprises, parks and the district.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/decision/fn_judgement.hpp"
#include "core/decision/fn_range.hpp"
#include "core/decision/park.hpp"
#include "core/decision/societal_study.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/runs/budget.hpp"

namespace sise {

/// Enterprises that are judged together as well, as those of a park are.
struct JointEnterprises {
  std::string name;
  std::vector<std::string> enterprises;
};

/// What is asked beside the study.
struct SocietalWishes {
  PeopleVulnerability vulnerability;
  FnCriterion criterion;             ///< that judges
  std::vector<FnCriterion> compare;  ///< that are looked at besides
  std::vector<JointEnterprises> parks;
  std::vector<Park> grounds;  ///< parks given by their ground: the units on it are judged together
  double cell_m = 100.0;      ///< of the map of deaths
};

/// How much of the expected deaths comes from one unit.
struct DeathsOfUnit {
  std::size_t unit = 0;
  double deaths_per_year = 0.0;
};

struct SocietalCurve {
  enum class Kind { enterprise, park, district };
  Kind kind = Kind::enterprise;
  std::string name;
  std::vector<std::string> members;  ///< of a park: its enterprises, as far as their units stand on its ground
  std::vector<FnStep> steps;
  double expected_deaths_per_year = 0.0;
  double by_place_per_year = 0.0;        ///< the same, summed as individual risk times people
  double averse_per_year = 0.0;          ///< Σ f N^1.5: counts many deaths at once for more; for ranking only
  std::optional<FnJudgement> judgement;  ///< by the criterion; a district has none
  std::optional<FnRange> range{};        ///< of an enterprise, as far as it was asked
  std::vector<FnJudgement> compared;     ///< by the others
  std::vector<DeathsOfUnit> units;       ///< the three largest
  std::vector<SocietalRemark> remarks;
  std::vector<std::string> warnings;  ///< codes of its units
  Chain rests_on;
  double reach_m = 0.0;
};

struct SocietalResult {
  std::vector<SocietalCurve> enterprises;  ///< by expected deaths, most first; those that nothing is computed of last
  std::vector<SocietalCurve> parks;
  SocietalCurve district;
  GridSpec grid;                         ///< of the map of deaths
  Raster<double> deaths;                 ///< expected per year and cell
  double deaths_outside_per_year = 0.0;  ///< of people beyond the grid
  std::vector<DeathsOfUnit> of_unit;     ///< every computed unit of the study, in its order
};

/// Coarser than the study's, from the same corner.
[[nodiscard]] GridSpec deaths_grid(const GridSpec& grid, double cell_m);

/// Told before anything is computed, contributors included, with one kernel held at a time.
[[nodiscard]] WorkNeed societal_need(const SocietalStudy& study, const SocietalWishes& wishes, int threads);

/// Throws InputError for a park with an enterprise that the study does not have and for two parks of one name; ModelError,
/// Interrupted.
[[nodiscard]] SocietalResult societal_run(const SocietalStudy& study, const SocietalWishes& wishes, Progress* progress);

}  // namespace sise
