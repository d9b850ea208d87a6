#include "models/catalogue/tnt_parts.hpp"

#include <fmt/core.h>

#include <utility>

#include "models/catalogue/entry_parts.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {

RadialCase tnt_blast_case(const TntBlast& blast, NamedNumbers derived,
                          std::function<std::vector<std::string>(double r_m)> more_warnings) {
  RadialCase prepared;
  prepared.derived = std::move(derived);
  prepared.at = [blast, more = std::move(more_warnings)](double r_m) {
    const std::optional<double> pressure = finite_or_none(overpressure_pa(blast.curve, blast.effective_tnt_kg, r_m));
    if (auto inside = inside_charge(blast.curve, blast.effective_tnt_kg, r_m)) {
      return RadialPoint{{{{"overpressure_pa", std::nullopt}}, std::move(inside)}, {}};
    }
    RadialPoint point{{{{"overpressure_pa", pressure}}, {}}, blast_warnings(blast.curve, blast.effective_tnt_kg, r_m)};
    if (!pressure) {
      point.answer.reason = Reason{"outside_fit", {"outside the fit of the blast curve", "超出超压曲线的拟合区间"}};
    }
    if (!more) return point;
    for (std::string& code : more(r_m)) point.warnings.push_back(std::move(code));
    return point;
  };
  prepared.find = [blast](const FindQuestion& question) {
    const FoundDistance found =
        found_distance(distance_to(blast.curve, BlastQuantity::overpressure, blast.effective_tnt_kg, question.value));
    return outside_charge(found, blast.curve, blast.effective_tnt_kg);
  };
  return prepared;
}

std::optional<Reason> inside_charge(BlastCurve curve, double effective_tnt_kg, double r_m) {
  const double radius_m = charge_radius_m(curve, effective_tnt_kg);
  if (r_m >= radius_m) return std::nullopt;
  return Reason{"inside_charge",
                {fmt::format("the place lies inside the charge, a ball of TNT with a radius of {:.3g} m", radius_m),
                 fmt::format("该点位于药包之内, TNT 药包半径为 {:.3g} m", radius_m)}};
}

FoundDistance outside_charge(const FoundDistance& found, BlastCurve curve, double effective_tnt_kg) {
  if (!found.distance_m) return found;
  std::optional<Reason> inside = inside_charge(curve, effective_tnt_kg, *found.distance_m);
  return inside ? FoundDistance{{}, std::move(inside)} : found;
}

ModelValidity inside_charge_validity() {
  return {{"nearer than the radius of the charge, a ball of TNT, no curve says anything",
           "距离小于 TNT 药包半径时任何曲线均无意义"},
          "inside_charge"};
}

NamedNumbers tnt_numbers(const TntBlast& blast) {
  return {{"tnt_kg", blast.tnt_kg}, {"effective_tnt_kg", blast.effective_tnt_kg}};
}

std::vector<ModelOutput> tnt_outputs() {
  return {derived_output("tnt_kg", "kg", {"TNT equivalent", "TNT 当量"}),
          derived_output("effective_tnt_kg", "kg",
                         {"charge in the scaled distance, with the ground factor", "计入地面系数后的当量"})};
}

}  // namespace sise
