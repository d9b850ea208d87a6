#include "core/kernels/content_key.hpp"

#include <cstring>
#include <optional>
#include <utility>
#include <variant>

namespace sise {
namespace {

/// Numbers as their bytes: two keys are equal when every number is.
class Key {
 public:
  void add(double value) {
    const std::size_t at = text_.size();
    text_.resize(at + sizeof value);
    std::memcpy(text_.data() + at, &value, sizeof value);
  }
  void add(const std::optional<double>& value) {
    add(value ? 1.0 : 0.0);
    if (value) add(*value);
  }
  void add(const FlammableRelease& r) {
    for (const double value : {r.rate_kg_s, r.duration_s, r.height_m, r.lfl_kg_m3, r.ufl_kg_m3}) add(value);
    add(r.gas);
    add(r.dispersion);
  }
  void add(const GasState& gas) {
    for (const double value : {gas.molar_mass_kg_mol, gas.temperature_K, gas.density_kg_m3, gas.liquid_fraction}) {
      add(value);
    }
    const DenseSubstance& heat = gas.heat;
    for (const double value : {heat.molar_mass_kg_mol, heat.gas_heat_capacity_J_kgK, heat.liquid_heat_capacity_J_kgK,
                               heat.heat_of_vaporization_J_kg, heat.boiling_point_K, heat.liquid_density_kg_m3,
                               heat.saturation_B_K, heat.saturation_C_K}) {
      add(value);
    }
  }
  void add(const std::string& text) {
    add(static_cast<double>(text.size()));
    text_ += text;
  }

  void operator()(const BlastEvent& e) { add(e.tnt_kg); }
  void operator()(const FireballEvent& e) {
    const FireballSource& s = e.source;
    for (const double value : {s.mass_kg, s.heat_of_combustion_J_kg, s.radiative_fraction}) add(value);
    add(s.emissive_power_w_m2);
    add(s.centre_height_m);
  }
  void operator()(const PoolFireEvent& e) {
    const PoolFireSource& s = e.source;
    for (const double value : {s.diameter_m, s.burning_rate_kg_m2_s, s.heat_of_combustion_J_kg, s.radiative_fraction,
                               s.soot_fraction, e.duration_s}) {
      add(value);
    }
    add(s.bright ? 1.0 : 0.0);
    if (!s.bright) return;
    add(s.bright->emissive_power_w_m2);
    add(s.bright->extinction_1_m);
  }
  void operator()(const JetFireEvent& e) {
    const JetFireSource& s = e.source;
    for (const double value : {s.rate_kg_s, s.jet_velocity_m_s, s.jet_angle_deg, s.height_m, s.molar_mass_kg_mol,
                               s.heat_of_combustion_J_kg, s.jet_density_kg_m3, e.duration_s}) {
      add(value);
    }
    add(s.radiative_fraction);
    add(e.bearing_deg);
  }
  void operator()(const FlashFireEvent& e) { add(e.release); }
  void operator()(const CloudExplosionEvent& e) {
    add(e.release.has_value() ? 1.0 : 0.0);
    if (e.release) add(*e.release);
    add(e.flammable_mass_kg);
    add(e.heat_of_combustion_J_kg);
    add(e.blast_class ? static_cast<double>(*e.blast_class) : -1.0);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// A field that is added to a source must be added to its key.
constexpr std::size_t kDouble = sizeof(double);
static_assert(sizeof(FireballSource) == 3 * kDouble + 2 * sizeof(std::optional<double>));
static_assert(sizeof(PoolFireEvent) == 6 * kDouble + sizeof(std::optional<BrightFlame>));
static_assert(sizeof(JetFireEvent) == 8 * kDouble + 2 * sizeof(std::optional<double>));
static_assert(sizeof(GasState) == 12 * kDouble);
static_assert(sizeof(FlammableRelease) == 5 * kDouble + sizeof(GasState) + sizeof(std::string));
static_assert(sizeof(ToxicRelease) == 6 * kDouble + sizeof(GasState) + sizeof(std::string));

void add_effects(const RiskCase& c, Key& key) {
  for (const EffectEvent& event : c.effects) {
    key.add(static_cast<double>(event.index()));
    std::visit([&key](const auto& one) { key(one); }, event);
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
  key.add(release.dispersion);
  key.add(release.height_m);
  return key.take();
}

std::string release_key(const ToxicRelease& release) {
  Key key;
  key.add(release.rate_kg_s);
  key.add(release.gas);
  return key.take();
}

std::string unit_key(const RiskUnit& unit) {
  Key key;
  for (const RiskCase& c : unit.cases) {
    key.add(c.frequency_per_year);
    key.add(c.toxic ? 1.0 : 0.0);
    if (c.toxic) {
      for (const double value : {c.toxic->rate_kg_s, c.toxic->duration_s, c.toxic->height_m, c.toxic->probit.a,
                                 c.toxic->probit.b, c.toxic->probit.n}) {
        key.add(value);
      }
      key.add(c.toxic->gas);
      key.add(c.toxic->dispersion);
    }
    key.add(static_cast<double>(c.effects.size()));
    add_effects(c, key);
  }
  return key.take();
}

}  // namespace sise
