// The colour of a place: which protected targets may stand there (risk_and_decisions: individual-risk baseline zones).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/criteria/rule_pack.hpp"
#include "core/geometry/geometry.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// Codes as they stand in classes.tif.
enum class ColourCode : std::uint8_t { no_answer = 0, red = 1, orange = 2, yellow = 3, blue = 4, outside = 255 };

/// Codes as they stand in rules.tif: the rule that decided the colour.
enum class GoverningRule : std::uint8_t { none = 0, individual_risk = 1, overpressure = 2, incomplete_data = 3 };

struct CellClass {
  ColourCode code = ColourCode::blue;
  GoverningRule rule = GoverningRule::individual_risk;
  bool operator==(const CellClass&) const = default;
};

/// Three bounds, from red down: above [0] no target may stand; above [1] general class 3 only; above [2] classes 2 and 3.
using ColourBounds = std::array<double, 3>;

/// The bounds that a table of limits per target class implies: limits of general class 3, of class 2, of the strictest.
[[nodiscard]] ColourBounds colour_bounds(const LimitTable& limits);

/// The colour of one value; a value equal to a limit passes it (core/criteria/limits.hpp).
[[nodiscard]] ColourCode colour_of(double value, const ColourBounds& bounds);

/// Worst first: red, no answer, orange, yellow, blue, outside.
[[nodiscard]] bool is_worse(ColourCode a, ColourCode b);
/// The worse of the two; on a tie the first one's rule stands.
[[nodiscard]] CellClass worse(CellClass a, CellClass b);

/// Float32 as stored in risk.tif, on the same side of every bound as the double it came from, whether a reader compares
/// with the bound in double or in single precision.
[[nodiscard]] float stored_risk(double risk_per_year, const std::vector<double>& bounds);

/// An explosive charge on the ground and the radii within which the overpressure rule speaks.
class OverpressureRings {
 public:
  /// Radii where the side-on pressure of `tnt_kg` falls to each bound. Throws ModelError when the curve cannot say.
  OverpressureRings(Geometry unit, double tnt_kg, BlastCurve curve, const ColourBounds& bounds_pa);

  [[nodiscard]] ColourCode colour_at(Point point) const;
  /// The worst colour of any place in a cell.
  [[nodiscard]] ColourCode worst_in(const Bounds& cell) const;
  /// Beyond this distance from the unit the colour is blue.
  [[nodiscard]] double reach_m() const { return radii_m_[2]; }
  [[nodiscard]] const Geometry& geometry() const { return unit_; }

 private:
  [[nodiscard]] ColourCode colour_within(double distance) const;

  Geometry unit_;
  std::array<double, 3> radii_m_{};
};

}  // namespace sise
