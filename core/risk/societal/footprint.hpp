// What one accident in one weather does to people around its source, ring by ring: the share of those in a bin who die.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/kernels/effect_death.hpp"
#include "core/kernels/plume_field.hpp"
#include "core/kernels/toxic_kernel.hpp"
#include "core/risk/societal/effect_arcs.hpp"
#include "core/risk/societal/polar_people.hpp"
#include "core/risk/societal/wind_directions.hpp"
#include "models/harm/people_vulnerability.hpp"

namespace sise {

/// People spread between indoors and outdoors.
struct PeopleIndoors {
  double indoors_by_day = 0.93;
  double indoors_by_night = 0.99;
};

/// Death of a person by day and by night, in bins off the axis of the footprint: bin k reaches from k to k + 1 steps of the
/// directions, on either side. Means over the bin.
struct Footprint {
  struct Row {
    std::size_t ring = 0;
    std::size_t bins = 0;
    std::size_t at = 0;  ///< of its first value
  };
  std::vector<Row> rows;
  std::vector<double> day, night;
  std::optional<double> night_of_day;  ///< one factor makes death by night of death by day everywhere

  void clear();
};

/// Rings on which anybody is asked about, and how many people can be there.
struct AskedRings {
  std::vector<double> people;  ///< per ring; 0: not asked
};

/// Fewer deaths than this on a ring count as none: a numeric floor, ten orders below what the criteria compare.
inline constexpr double deaths_floor = 1e-10;

/// Of a toxic release. `panels_per_step`: of the field, in a bearing step of the kernels.
void toxic_footprint(const ToxicTerms& terms, const PlumeField& field, std::size_t panels_per_step,
                     double min_probability, const WindDirections& directions, const AskedRings& asked,
                     const PeopleVulnerability& people, const PeopleIndoors& where, Footprint& out);

/// Where people die of one effect, and how surely.
class EffectOnPeople {
 public:
  /// Keeps references.
  EffectOnPeople(const EffectDeath& death, const PeopleVulnerability& people) : death_(death), people_(people) {}

  /// From here on everybody outdoors dies: radiation by the people's own limit or the harm pack's, whichever is lower.
  [[nodiscard]] double surely_lethal() const;
  [[nodiscard]] double outdoors(double value) const;
  [[nodiscard]] double indoors(double value) const;
  /// Nobody dies farther out.
  [[nodiscard]] double reach_m() const;

 private:
  const EffectDeath& death_;
  const PeopleVulnerability& people_;
};

/// Of fires and cloud explosions that happen together and turn with the wind, on rings of their own. Edges count with the
/// share of a bin that they leave.
void effect_footprint(std::span<EffectArcs> effects, double reach_m, const ArcAngles& angles, const AskedRings& asked,
                      const PeopleVulnerability& people, const PeopleIndoors& where, Footprint& out);

/// Death of somebody by day and night at one place of effects that happen together, x along their axis.
struct DayAndNight {
  double day = 0.0;
  double night = 0.0;
};
[[nodiscard]] DayAndNight death_there(std::span<const EffectDeath> deaths, double x_m, double y_m,
                                      const PeopleVulnerability& people, const PeopleIndoors& where);

/// Outdoors and indoors together.
[[nodiscard]] DayAndNight mixed(double outdoors, double indoors, const PeopleIndoors& where);

}  // namespace sise
