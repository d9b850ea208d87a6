#include "core/risk/both_ways.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sise {
namespace {

bool goes_two_ways(const RiskUnit& unit) {
  return std::any_of(unit.cases.begin(), unit.cases.end(),
                     [](const RiskCase& c) { return c.way != AccidentWay::only; });
}

}  // namespace

std::unique_ptr<const RiskModel> BothWays::only(AccidentWay way) const {
  RiskInputs inputs = risk_.inputs();
  for (RiskUnit& unit : inputs.units) std::erase_if(unit.cases, [way](const RiskCase& c) { return c.way != way; });
  return std::make_unique<const RiskModel>(std::move(inputs));
}

double BothWays::may_be_off(std::size_t unit, Point place) const {
  const std::array<std::size_t, 1> alone{unit};
  if (!goes_two_ways(risk_.unit(unit)) || !(risk_.risk_at(place, alone) > 0.0)) return 0.0;
  std::call_once(made_, [this] {
    one_ = only(AccidentWay::one);
    other_ = only(AccidentWay::other);
  });
  return std::abs(one_->risk_at(place, alone) - other_->risk_at(place, alone));
}

}  // namespace sise
