#include "core/risk/other_mixing.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/accidents/dispersion.hpp"

namespace sise {
namespace {

constexpr std::size_t kKept_bytes = std::size_t{64} << 20;  // some hundred units whose clouds reach far

/// The names of the models that carry a case's gases.
std::vector<std::string*> carriers_of(RiskCase& c) {
  std::vector<std::string*> carriers;
  if (c.toxic) carriers.push_back(&c.toxic->dispersion);
  for (EffectEvent& event : c.effects) {
    if (FlammableRelease* gas = gas_of(event)) carriers.push_back(&gas->dispersion);
  }
  return carriers;
}

/// Whether anything changed.
bool mix_otherwise(RiskUnit& unit) {
  bool any = false;
  for (RiskCase& c : unit.cases) {
    for (std::string* carrier : carriers_of(c)) {
      if (*carrier != dense_dispersion) continue;
      *carrier = dense_mixed_otherwise;
      any = true;
    }
  }
  return any;
}

}  // namespace

OtherMixing::OtherMixing(const RiskModel& risk) : risk_(risk) {
  for (RiskUnit unit : risk.inputs().units) concerned_.push_back(mix_otherwise(unit));
}

std::shared_ptr<const RiskModel> OtherMixing::model(std::size_t unit) const {
  std::shared_ptr<Slot> slot;
  {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<Slot>& known = slots_[unit];
    if (!known) known = std::make_shared<Slot>();
    slot = known;
  }
  std::call_once(slot->made, [&] {
    const RiskInputs& all = risk_.inputs();
    RiskInputs alone{{risk_.unit(unit)}, all.rose, all.ambient, all.model, all.harm};
    mix_otherwise(alone.units.front());
    auto made = std::make_shared<const RiskModel>(std::move(alone), RiskBudget{}, &risk_);
    made->build_kernels(nullptr);
    const std::size_t bytes = made->kernels().held_bytes() + made->kernels().builder().shared_bytes();
    slot->model = std::move(made);
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > kKept_bytes) {
      slots_.clear();
      bytes_ = 0;
    }
    slots_[unit] = slot;
    bytes_ += bytes;
  });
  return slot->model;
}

double OtherMixing::risk_at(std::size_t unit, Point place) const {
  constexpr std::array<std::size_t, 1> kAlone{0};
  return model(unit)->risk_at(place, kAlone);
}

std::size_t OtherMixing::bytes() const {
  const bool any = std::find(concerned_.begin(), concerned_.end(), true) != concerned_.end();
  return any ? std::min(kKept_bytes, risk_.kernels().all_bytes()) : 0;
}

}  // namespace sise
