// Small worlds for the tests of individual risk.
#pragma once
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/risk/risk_inputs.hpp"

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
  c.explosion = ExplosionSource{tnt_kg};
  return c;
}

inline RiskUnit unit_at(std::string id, Point source, std::vector<RiskCase> cases) {
  RiskUnit unit;
  unit.id = std::move(id);
  unit.source = source;
  unit.cases = std::move(cases);
  return unit;
}

/// Harm as in AQ/T 3046-2013: 30 minutes at most, 30 kPa.
inline HarmPack harm() {
  HarmPack pack;
  pack.toxic_exposure_cap_s = 1800.0;
  pack.lethal_overpressure_pa = 30000.0;
  return pack;
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
  inputs.harm = harm();
  return inputs;
}

}  // namespace sise::testing
