#include "core/criteria/warning_brackets.hpp"

#include <algorithm>
#include <cmath>

#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {

const WarningBracket* WarningBrackets::find(const std::string& code) const {
  const auto found = std::find_if(all.begin(), all.end(), [&](const WarningBracket& b) { return b.code == code; });
  return found == all.end() ? nullptr : &*found;
}

std::optional<double> WarningBrackets::reach_factor(const std::vector<std::string>& codes) const {
  double factor = 1.0;
  for (const std::string& code : codes) {
    const WarningBracket* bracket = find(code);
    if (bracket == nullptr || !bracket->reach_factor) return std::nullopt;
    factor *= *bracket->reach_factor;
  }
  return factor;
}

namespace {

/// Beyond the end of its fit a falling curve is bounded by its value at the end.
double bounded_overpressure_pa(BlastCurve curve, double tnt_kg, double distance_m) {
  const std::optional<ScaledBlast> blast = ScaledBlast::prepare(curve, BlastQuantity::overpressure);
  return blast ? blast->at(std::min(scaled_distance(tnt_kg, distance_m), blast->range().z_max)) : std::nan("");
}

}  // namespace

std::optional<double> largest_overpressure_pa(const WarningBrackets& brackets, const std::vector<std::string>& codes,
                                              BlastCurve curve, double tnt_kg, double distance_m) {
  double largest = overpressure_pa(curve, tnt_kg, distance_m);
  for (const std::string& code : codes) {
    const WarningBracket* bracket = brackets.find(code);
    if (bracket == nullptr || bracket->curves.empty()) return std::nullopt;
    bool any = false;
    for (const BlastCurve other : bracket->curves) {
      const double value = bounded_overpressure_pa(other, tnt_kg, distance_m);
      if (std::isnan(value)) continue;
      any = true;
      largest = std::max(largest, value);
    }
    if (!any) return std::nullopt;
  }
  return largest;
}

}  // namespace sise
