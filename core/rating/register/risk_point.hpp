// One row of a register of risk points, read and placed but not yet graded.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/grid/point.hpp"
#include "core/rating/register/direct_rules.hpp"
#include "core/rating/register/dust_work.hpp"
#include "core/rating/register/findings.hpp"
#include "core/rating/register/grade.hpp"

namespace sise {

using Date = std::chrono::sys_days;

/// How well a place is known: the ladder from an own coordinate down to "somewhere in the county".
enum class PlaceClass : std::uint8_t {
  own,       ///< P0: an own measured coordinate
  address,   ///< P1: of the enterprise, its address, building or plot
  village,   ///< P2: centroid of a village or management grid, or a coordinate of half a kilometre
  township,  ///< P3: known to lie in a township; never drawn or counted at the township's centre
  county,    ///< P4: in the district
};
inline constexpr std::size_t kPlaceClasses = 5;

struct Placement {
  PlaceClass place = PlaceClass::county;
  std::optional<Point> at;  ///< in the grid's CRS; P0 to P2 only

  /// Counts in cells and in areas below a township.
  [[nodiscard]] bool on_the_grid() const { return at.has_value(); }
};

/// What the office wrote about where something is.
struct Whereabouts {
  std::optional<Point> coordinates;  ///< in the grid's CRS, where they can be believed
  bool coarse = false;               ///< they are half a kilometre wide
  std::string town;                  ///< code or name
  std::string village;               ///< code or name of the village or management grid
};

/// Whether a row counts.
enum class RowState : std::uint8_t { counted, withdrawn, quarantined, repeated };

struct RiskPoint {
  std::string id;
  std::string
      written_id;  ///< where `id` was made unique: as the file has it, which is what other files name; else empty
  std::string name;
  std::string place;
  std::string sector;
  std::string risk_code;  ///< in its new form
  std::string accident_type;
  std::string uscc;
  std::string enterprise_name;
  std::uint8_t method = 0;                             ///< index into the rules' methods
  std::vector<std::optional<double>> factors;          ///< without control measures, in the method's order
  std::vector<std::optional<double>> current_factors;  ///< after them; empty: not given
  std::optional<Grade> stated;                         ///< a level that does not say which of the two it is
  std::optional<Grade> stated_inherent;
  std::optional<Grade> stated_current;
  bool control_lost = false;          ///< control level D: the risk is not controlled
  std::optional<Date> current_until;  ///< the measures' grade holds until then
  bool faulty_factors = false;        ///< something stands there that cannot be used
  std::vector<Fact> facts;
  std::optional<DustGrade> dust;  ///< of work in dust: occupational health, no part of the grade
  std::optional<Date> reviewed;
  Whereabouts where;
  Findings findings;
  RowRef row;
  RowState state = RowState::counted;
};

[[nodiscard]] constexpr const char* name_of(PlaceClass place) {
  constexpr std::array<const char*, kPlaceClasses> kNames{"P0", "P1", "P2", "P3", "P4"};
  return kNames.at(static_cast<std::size_t>(place));
}

}  // namespace sise
