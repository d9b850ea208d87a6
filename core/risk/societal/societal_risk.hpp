// Societal risk of a unit: every accident in every weather and every direction of the wind, with the people whom it kills.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/risk/risk_model.hpp"
#include "core/risk/societal/fn_curve.hpp"
#include "core/risk/societal/footprint.hpp"
#include "core/risk/societal/people_tree.hpp"
#include "core/study/population.hpp"
#include "models/harm/people_vulnerability.hpp"

namespace sise {

struct UnitDeaths {
  FnCurve curve;
  /// Per extra people: what they change of the curve, added to it; none where no accident of the unit reaches them.
  std::vector<std::unique_ptr<FnCurve>> changes;
  /// Expected deaths a year in cells of a grid, where one was given: row × columns + column, rising. With those of people
  /// beyond the grid they sum to the curve's within rounding.
  std::vector<std::pair<std::int64_t, double>> cells;
  double outside_cells_per_year = 0.0;
  /// Σ individual risk times people, over day and night, indoors and outdoors; summed place by place.
  double by_place_per_year = 0.0;
  double reach_m = 0.0;
};

/// N = Σ people × P over outdoors and indoors, for every case, weather, direction of the wind, by day and by night. P is what the
/// kernels of individual risk are made of; the same concentration fields, effects and harm pack, before they are summed. The
/// rose holds by day and by night alike; a unit's own day_share says when its accidents happen, else the population's
/// day_fraction. Safe to ask from many threads; the same bytes for any number of them.
class SocietalRisk {
 public:
  /// Keeps references.
  SocietalRisk(const RiskModel& model, const PeopleVulnerability& vulnerability, const Population& population);
  /// With the population's people as somebody else has gathered them.
  SocietalRisk(const RiskModel& model, const PeopleVulnerability& vulnerability, const Population& population,
               std::shared_ptr<const PeopleTree> people);

  /// `own`: whose people do not count; may be null. `extra`: people who come on top, each by themselves. `cells`: where the
  /// deaths are told; null: nowhere. A line's accidents are counted from each of its places. Throws ModelError, Interrupted.
  [[nodiscard]] UnitDeaths of(std::size_t unit, const OwnGround* own, std::span<const ExtraPeople> extra,
                              const GridSpec* cells, const Progress* progress) const;

  /// The same of a unit as if it stood elsewhere, the wind turned by the grid's convergence where it stands.
  [[nodiscard]] UnitDeaths of_moved(std::size_t unit, Point by, const OwnGround* own, const Progress* progress) const;

  /// A unit whose effects are prepared, which takes most of the time where gases are heavy. One thread at a time.
  class Prepared;
  [[nodiscard]] std::shared_ptr<Prepared> prepare(std::size_t unit, const Progress* progress) const;
  /// Whether an accident of it may kill any of them.
  [[nodiscard]] static bool reaches_any(const Prepared& unit, std::span<const ExtraPeople> people);
  /// As `of`.
  [[nodiscard]] static UnitDeaths deaths(Prepared& unit, const OwnGround* own, std::span<const ExtraPeople> extra);

  [[nodiscard]] const PeopleTree& people() const { return *people_; }
  [[nodiscard]] const std::shared_ptr<const PeopleTree>& shared_people() const { return people_; }
  /// Of one unit at work.
  [[nodiscard]] std::size_t work_bytes() const;

 private:
  const RiskModel& model_;
  const PeopleVulnerability& vulnerability_;
  double day_fraction_;
  PeopleIndoors where_;
  std::shared_ptr<const PeopleTree> people_;
  WindDirections narrow_;  ///< for plumes
  WindDirections wide_;    ///< for fires and explosions
  ArcAngles angles_;       ///< of the wide
  // Weathers, each with how often the wind then blows to where: first per group, then per speed.
  struct WeatherShares {
    double speed_m_s = 0.0;
    Stability stability = Stability::D;
    std::vector<double> narrow, wide;  ///< those per speed have no plumes
  };
  std::vector<WeatherShares> weathers_;
  std::size_t groups_ = 0;
};

}  // namespace sise
