// Accidents that are taken to go one of two ways, each as often: what if all of them go the same way?
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/risk/risk_model.hpp"

namespace sise {
namespace {

bool goes_two_ways(const RiskUnit& unit) {
  return std::any_of(unit.cases.begin(), unit.cases.end(),
                     [](const RiskCase& c) { return c.way != AccidentWay::only; });
}

}  // namespace

std::unique_ptr<const RiskModel> RiskModel::going(AccidentWay way) const {
  RiskInputs inputs = inputs_;
  for (RiskUnit& unit : inputs.units) std::erase_if(unit.cases, [way](const RiskCase& c) { return c.way != way; });
  return std::make_unique<const RiskModel>(std::move(inputs), RiskBudget{}, this);
}

double RiskModel::may_be_off(std::size_t index, Point place) const {
  const std::array<std::size_t, 1> alone{index};
  if (!goes_two_ways(unit(index)) || !(risk_at(place, alone) > 0.0)) return 0.0;
  std::call_once(ways_made_, [this] {
    one_way_ = going(AccidentWay::one);
    other_way_ = going(AccidentWay::other);
  });
  return std::abs(one_way_->risk_at(place, alone) - other_way_->risk_at(place, alone));
}

}  // namespace sise
