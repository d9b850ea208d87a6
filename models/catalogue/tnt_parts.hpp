// What the entries share that tell an explosion as TNT.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "models/catalogue/radial_case.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// An explosion told as TNT, by one of the curves.
struct TntBlast {
  BlastCurve curve = BlastCurve::gb6722;
  double tnt_kg = 0.0;
  double effective_tnt_kg = 0.0;  ///< with the ground factor
};

/// The side-on pressure along a distance, and where it has a value. `more_warnings`, where it is given, adds codes of
/// the entry's own to those of the curve.
[[nodiscard]] RadialCase tnt_blast_case(const TntBlast& blast, NamedNumbers derived,
                                        std::function<std::vector<std::string>(double r_m)> more_warnings = {});

/// `tnt_kg` and `effective_tnt_kg`, as numbers and as outputs.
[[nodiscard]] NamedNumbers tnt_numbers(const TntBlast& blast);
[[nodiscard]] std::vector<ModelOutput> tnt_outputs();

/// A distance found inside the charge is none.
[[nodiscard]] FoundDistance outside_charge(const FoundDistance& found, BlastCurve curve, double effective_tnt_kg);

/// nullopt: the place lies outside the charge.
[[nodiscard]] std::optional<Reason> inside_charge(BlastCurve curve, double effective_tnt_kg, double r_m);
[[nodiscard]] ModelValidity inside_charge_validity();

}  // namespace sise
