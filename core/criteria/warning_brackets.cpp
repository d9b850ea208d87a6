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
    if (bracket == nullptr || !(bracket->reach_factor || bracket->both_ways)) return std::nullopt;
    factor *= bracket->reach_factor.value_or(1.0);
  }
  return factor;
}

std::optional<double> WarningBrackets::mixing_asked_within() const {
  const WarningBracket* bracket = find(kDenseGasMixing);
  return bracket != nullptr ? bracket->asked_within : std::nullopt;
}

bool WarningBrackets::both_ways(const std::vector<std::string>& codes) const {
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    const WarningBracket* bracket = find(code);
    return bracket != nullptr && bracket->both_ways;
  });
}

namespace {

/// Beyond the end of its fit a falling curve is bounded by its value at the end.
double bounded_overpressure_pa(BlastCurve curve, double tnt_kg, double distance_m) {
  const std::optional<ScaledBlast> blast = ScaledBlast::prepare(curve, BlastQuantity::overpressure);
  return blast ? blast->at(std::min(scaled_distance(tnt_kg, distance_m), blast->range().z_max)) : std::nan("");
}

}  // namespace

ValueRange overpressure_range_pa(const WarningBrackets& brackets, const std::vector<std::string>& codes,
                                 BlastCurve curve, double tnt_kg, double distance_m) {
  const double prescribed = overpressure_pa(curve, tnt_kg, distance_m);
  ValueRange range{prescribed, prescribed};
  for (const std::string& code : codes) {
    const WarningBracket* bracket = brackets.find(code);
    if (bracket == nullptr || bracket->curves.empty()) return {};
    bool any = false;
    for (const BlastCurve other : bracket->curves) {
      const double value = bounded_overpressure_pa(other, tnt_kg, distance_m);
      if (std::isnan(value)) continue;
      any = true;
      range = {std::min(range.low, value), std::max(range.high, value)};
    }
    if (!any) return {};
  }
  return range;
}

}  // namespace sise
