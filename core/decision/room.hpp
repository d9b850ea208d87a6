// How many equal units a place has room for: the first limit that would be broken at a protected target.
#pragma once
#include <cstddef>
#include <limits>
#include <vector>

#include "core/decision/park.hpp"
#include "core/decision/unit_type.hpp"
#include "core/geometry/geometry.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// What ends a count.
enum class RoomTerm { none, risk_existing, risk_new, overpressure };

/// One limit at one target, in one place of it.
struct RoomBound {
  double units =
      std::numeric_limits<double>::infinity();  ///< how many fit, not rounded; 0: none, the limit may be broken already
  RoomTerm term = RoomTerm::none;
  std::size_t target = 0;  ///< index into the study's targets
  Point place;
  double before = 0.0;  ///< 1/yr there now, or Pa
  double adds = 0.0;    ///< by one unit: 1/yr, or its own pressure in Pa
  double limit = 0.0;
};

/// On the scale of existing facilities (all units of the park together) and of new ones (its new units), n ≤ (L − IR₀) / IR_u; the
/// pressure of a charge counts on both.
struct RoomAtPlace {
  RoomBound existing;
  RoomBound fresh;

  [[nodiscard]] const RoomBound& binding() const { return fresh.units < existing.units ? fresh : existing; }
};

/// Whole units that fit: a value equal to its limit passes.
[[nodiscard]] double whole_units(double units);

/// The largest side-on pressure of a charge on a shape, and where.
struct PressureOnShape {
  Point place;
  double pressure_pa = 0.0;
};
[[nodiscard]] PressureOnShape pressure_on(const Geometry& shape, Point charge, double tnt_kg, BlastCurve curve);

/// How much of its limits is used where it is used most.
struct UsedShare {
  double share = 0.0;
  RoomTerm term = RoomTerm::none;
  std::size_t target = 0;
  double value = 0.0;
  double limit = 0.0;
};

/// The protected targets around a park and what its units leave at each.
class RoomFinder {
 public:
  /// Targets' edges are looked at every `edge_spacing_m`. Throws ModelError, Interrupted.
  RoomFinder(const Assessment& assessment, const ParkUnits& units, double edge_spacing_m, Progress* progress);

  /// Safe from many threads.
  [[nodiscard]] RoomAtPlace at(Point place, const MovableUnit& unit) const;
  [[nodiscard]] const UsedShare& used() const { return used_; }
  /// Places looked at, and what each takes in memory.
  [[nodiscard]] std::size_t places() const { return places_.size(); }
  static constexpr std::int64_t bytes_per_place = 4 * sizeof(double);

 private:
  struct Ground {
    std::size_t target = 0;
    std::size_t begin = 0, end = 0;  ///< its places
    Bounds box{};
    double limit_existing = 0.0, limit_fresh = 0.0;
    double least_existing = 0.0, least_fresh = 0.0;  ///< what is left at its worst place
    double pressure_limit_pa = 0.0;
  };

  void take_up(std::size_t target, double edge_spacing_m);
  void measure(Ground& ground, const ParkUnits& units);
  void note_use(const Ground& ground);
  void bound_by_pressure(Point place, const MovableUnit& unit, RoomAtPlace& room) const;
  void bound_by_risk(const Ground& ground, const PlacedKernel& kernel, RoomAtPlace& room) const;

  const Assessment& assessment_;
  std::vector<Ground> grounds_;
  std::vector<Point> places_;
  std::vector<double> existing_, fresh_;  ///< risk of the park's units at each place
  UsedShare used_;
};

}  // namespace sise
