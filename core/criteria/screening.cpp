#include "core/criteria/screening.hpp"

#include <algorithm>

namespace sise {

double ScreeningPack::largest_m() const {
  double largest = 0.0;
  for (const auto& [substance, steps] : by_substance) largest = std::max(largest, steps.back().reach_m);
  for (const auto& [flag, reach] : by_flag) largest = std::max(largest, reach);
  return largest;
}

double ScreeningPack::reach_m(const Substance* substance, std::optional<double> inventory_kg) const {
  if (substance == nullptr) return largest_m();
  if (const auto found = by_substance.find(substance->id); found != by_substance.end()) {
    const std::vector<ScreeningStep>& steps = found->second;
    if (!inventory_kg) return steps.back().reach_m;
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const ScreeningStep& s) { return *inventory_kg <= s.up_to_kg; });
    return step == steps.end() ? steps.back().reach_m : step->reach_m;
  }
  const auto flag =
      std::find_if(by_flag.begin(), by_flag.end(), [&](const auto& entry) { return substance->is(entry.first); });
  return flag == by_flag.end() ? largest_m() : flag->second;
}

}  // namespace sise
