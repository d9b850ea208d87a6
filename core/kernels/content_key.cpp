#include "core/kernels/content_key.hpp"

#include <cstring>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace sise {
namespace {

/// Numbers as their bytes: two keys are equal when every number is.
class Key {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (add(values), ...);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void add(Number number) {
    const auto value = static_cast<double>(number);
    const std::size_t at = text_.size();
    text_.resize(at + sizeof value);
    std::memcpy(text_.data() + at, &value, sizeof value);
  }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  void add(const BrightFlame& flame) { (*this)(flame.emissive_power_w_m2, flame.extinction_1_m); }
  void add(const ToxicProbit& probit) { (*this)(probit.a, probit.b, probit.n); }
  void add(const DenseSubstance& heat) {
    (*this)(heat.molar_mass_kg_mol, heat.gas_heat_capacity_J_kgK, heat.liquid_heat_capacity_J_kgK,
            heat.heat_of_vaporization_J_kg, heat.boiling_point_K, heat.liquid_density_kg_m3, heat.saturation_B_K,
            heat.saturation_C_K);
  }
  void add(const GasState& gas) {
    (*this)(gas.molar_mass_kg_mol, gas.temperature_K, gas.density_kg_m3, gas.liquid_fraction, gas.heat);
  }
  void add(const std::string& text) {
    add(text.size());
    text_ += text;
  }

  std::string text_;
};

// A field that is added must be added to its key.
constexpr std::size_t kDouble = sizeof(double);
static_assert(sizeof(GasState) == 12 * kDouble);
static_assert(sizeof(ToxicRelease) == 6 * kDouble + sizeof(GasState) + sizeof(std::string));

void add_effects(const RiskCase& c, Key& key) {
  for (const EffectEvent& event : c.effects) {
    key(event.index());
    std::visit([&key](const auto& one) { one.tell(key); }, event);
  }
}

}  // namespace

std::string effects_key(const RiskCase& c) {
  Key key;
  add_effects(c, key);
  return key.take();
}

std::string carried_key(const ToxicRelease& release) {
  Key key;
  key(release.dispersion, release.height_m);
  return key.take();
}

std::string release_key(const ToxicRelease& release) {
  Key key;
  key(release.rate_kg_s, release.gas);
  return key.take();
}

std::string unit_key(const RiskUnit& unit) {
  Key key;
  for (const RiskCase& c : unit.cases) {
    key(c.frequency_per_year, c.toxic.has_value());
    if (c.toxic) {
      const ToxicRelease& release = *c.toxic;
      key(release.rate_kg_s, release.duration_s, release.height_m, release.probit, release.gas, release.dispersion);
    }
    key(c.effects.size());
    add_effects(c, key);
  }
  return key.take();
}

bool same_surroundings(const RiskInputs& a, const RiskInputs& b) {
  return a.rose == b.rose && a.ambient == b.ambient && a.model == b.model && a.harm == b.harm;
}

}  // namespace sise
