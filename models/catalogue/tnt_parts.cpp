#include "models/catalogue/tnt_parts.hpp"

#include "models/catalogue/entry_parts.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {

RadialCase tnt_blast_case(const TntBlast& blast, NamedNumbers derived,
                          std::function<std::vector<std::string>(double r_m)> more_warnings) {
  RadialCase prepared;
  prepared.derived = std::move(derived);
  prepared.at = [blast, more = std::move(more_warnings)](double r_m) {
    const std::optional<double> pressure = finite_or_none(overpressure_pa(blast.curve, blast.effective_tnt_kg, r_m));
    RadialPoint point{{{{"overpressure_pa", pressure}}, {}}, blast_warnings(blast.curve, blast.effective_tnt_kg, r_m)};
    if (!pressure) {
      point.answer.reason = Reason{"outside_fit", {"outside the fit of the blast curve", "超出超压曲线的拟合区间"}};
    }
    if (!more) return point;
    for (std::string& code : more(r_m)) point.warnings.push_back(std::move(code));
    return point;
  };
  prepared.find = [blast](const FindQuestion& question) {
    return found_distance(
        distance_to(blast.curve, BlastQuantity::overpressure, blast.effective_tnt_kg, question.value));
  };
  return prepared;
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
