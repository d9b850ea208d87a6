// Small worlds for the tests of individual risk.
#pragma once
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/models/harm/aqt3046.hpp"

namespace sise::testing {

// Probits as in TNO's Purple Book (CPR 18E, table 5.2): the flattest, the commonest and the two steepest in b·n.
inline const ToxicProbit chlorine{-6.35, 0.5, 2.75};
inline const ToxicProbit ammonia{-15.6, 1.0, 2.0};
inline const ToxicProbit hydrogen_chloride{-37.3, 3.69, 1.0};
inline const ToxicProbit nitrogen_dioxide{-18.6, 1.0, 3.7};
inline const ToxicProbit carbon_monoxide{-7.4, 1.0, 1.0};

inline RiskCase toxic_case(std::string id, double frequency, double rate_kg_s, const ToxicProbit& probit,
                           double height_m = 1.0, double duration_s = 1800.0) {
  RiskCase c;
  c.case_id = std::move(id);
  c.frequency_per_year = frequency;
  c.toxic = ToxicRelease{rate_kg_s, duration_s, height_m, probit};
  return c;
}

inline RiskCase explosion_case(std::string id, double frequency, double tnt_kg) {
  RiskCase c;
  c.case_id = std::move(id);
  c.frequency_per_year = frequency;
  c.effects.emplace_back(BlastEvent{tnt_kg});
  return c;
}

inline RiskUnit unit_at(std::string id, Point source, std::vector<RiskCase> cases) {
  RiskUnit unit;
  unit.id = std::move(id);
  unit.source = source;
  unit.cases = std::move(cases);
  return unit;
}

inline RiskCase effect_case(double frequency, std::vector<EffectEvent> effects) {
  RiskCase c;
  c.frequency_per_year = frequency;
  c.effects = std::move(effects);
  return c;
}

/// One of each kind of fire and cloud explosion, of LPG or petrol.
inline EffectEvent fireball(double mass_kg = 5000.0) {
  return FireballEvent{{.mass_kg = mass_kg, .heat_of_combustion_J_kg = 46.35e6, .radiative_fraction = 0.35}};
}

inline EffectEvent pool_fire(double diameter_m = 20.0) {
  return PoolFireEvent{{.diameter_m = diameter_m, .burning_rate_kg_m2_s = 0.055}, 1800.0};
}

inline EffectEvent jet_fire(std::optional<double> bearing_deg = {}) {
  return JetFireEvent{{.rate_kg_s = 8.0,
                       .jet_velocity_m_s = 500.0,
                       .jet_angle_deg = 0.0,
                       .height_m = 1.0,
                       .molar_mass_kg_mol = 0.0441,
                       .heat_of_combustion_J_kg = 46.35e6,
                       .jet_density_kg_m3 = 2.3},
                      bearing_deg,
                      1800.0};
}

inline FlammableRelease propane_release(double rate_kg_s = 20.0) { return {rate_kg_s, 1800.0, 1.0, 0.038, 0.18}; }

inline EffectEvent flash_fire() { return FlashFireEvent{propane_release()}; }

inline EffectEvent cloud_explosion(std::optional<int> blast_class = 7) {
  return CloudExplosionEvent{
      .release = propane_release(), .heat_of_combustion_J_kg = 46.35e6, .blast_class = blast_class};
}

struct Air {
  Stability stability;
  double speed_m_s;
  double share;
};

inline const std::vector<Air> all_airs{{Stability::A, 2.0, 0.05}, {Stability::B, 2.5, 0.15}, {Stability::C, 3.5, 0.2},
                                       {Stability::D, 4.5, 0.35}, {Stability::E, 2.5, 0.15}, {Stability::F, 1.5, 0.1}};

/// 16 sectors with two favoured directions; each air turned a little against the others.
inline WindRose rose_of(const std::vector<Air>& airs, double turned_deg = 0.0) {
  WindRose rose;
  for (std::size_t a = 0; a < airs.size(); ++a) {
    std::vector<double> weights;
    double sum = 0.0;
    for (int k = 0; k < 16; ++k) {
      const double angle = (k * 22.5 - 30.0 * static_cast<double>(a)) * 3.14159265358979 / 180.0;
      weights.push_back(std::pow(1.0 + 0.8 * std::cos(angle), 2.0) + 0.3 * std::cos(2.0 * angle) + 0.4);
      sum += weights.back();
    }
    for (int k = 0; k < 16; ++k) {
      rose.rows.push_back({turned_deg + k * 22.5, airs[a].stability, airs[a].speed_m_s,
                           airs[a].share * weights[static_cast<std::size_t>(k)] / sum});
    }
  }
  return rose;
}

/// The same in every direction.
inline WindRose even_rose(const std::vector<Air>& airs) {
  WindRose rose;
  for (const Air& air : airs) rose.rows.push_back({std::nullopt, air.stability, air.speed_m_s, air.share});
  return rose;
}

inline RiskInputs inputs_with(WindRose rose, std::vector<RiskUnit> units) {
  RiskInputs inputs;
  inputs.units = std::move(units);
  inputs.rose = std::move(rose);
  inputs.harm = aqt3046();
  return inputs;
}

/// Does direct integration take this value within a metre of the place?
[[nodiscard]] inline bool taken_nearby(const RiskInputs& inputs, Point place, double value) {
  double low = risk_direct(inputs, place);
  double high = low;
  for (int k = 0; k < 8; ++k) {
    const double angle = k * std::numbers::pi / 4.0;
    const double there = risk_direct(inputs, {place.x + std::cos(angle), place.y + std::sin(angle)});
    low = std::min(low, there);
    high = std::max(high, there);
  }
  return value >= low && value <= high;
}

}  // namespace sise::testing
