#include "models/catalogue/vessel_parts.hpp"

#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/tnt_parts.hpp"
#include "models/explosion/tnt.hpp"
#include "models/explosion/vessel_burst.hpp"

namespace sise {

std::vector<ModelParameter> vessel_blast_parameters(double default_share) {
  using enum ParameterGroup;
  return {{.group = options,
           .name = "blast_share",
           .text = {"share of the energy in the blast: 0.4-0.5 ductile, 0.8 brittle failure",
                    "转化为冲击波的能量份额: 韧性破裂 0.4-0.5, 脆性破裂 0.8"},
           .default_number = default_share,
           .above = 0.0,
           .at_most = 1.0},
          {.group = options,
           .name = "tnt_energy_J_kg",
           .unit = "J/kg",
           .text = {"energy of TNT", "TNT 爆热"},
           .default_number = kTntEnergy_J_kg,
           .above = 0.0},
          blast_curve_parameter("gb6722"),
          ground_factor_parameter(),
          air_pressure_parameter(),
          distance_parameter({"distance from the vessel", "距容器距离"})};
}

RadialCase vessel_blast_case(double energy_J, const Parameters& settings) {
  const double blast_J = settings.number("blast_share") * energy_J;
  const double tnt_kg = blast_J / settings.number("tnt_energy_J_kg");
  const BlastCurve curve = settings.choice("curve", blast_curve_from);
  const TntBlast blast{curve, tnt_kg, effective_tnt_kg(curve, tnt_kg, settings.number("ground_factor"))};
  NamedNumbers derived = tnt_numbers(blast);
  derived.insert(derived.begin(), {"energy_J", blast_J});
  const double air_pa = settings.number("pressure_Pa");
  return tnt_blast_case(blast, std::move(derived), [=](double r_m) {
    const bool near = vessel_scaled_distance(blast_J, r_m, air_pa) < kVesselNearField;
    return near ? std::vector<std::string>{"near_field"} : std::vector<std::string>{};
  });
}

std::vector<ModelOutput> vessel_blast_outputs() {
  std::vector<ModelOutput> all{overpressure_output(),
                               derived_output("energy_J", "J", {"energy of the blast", "爆炸能量"})};
  for (ModelOutput& output : tnt_outputs()) all.push_back(std::move(output));
  return all;
}

std::vector<ModelValidity> vessel_blast_validity() {
  return {
      {{"nearer than r (p0/2E)^(1/3) = 2 a TNT curve gives too much", "r (p0/2E)^(1/3) < 2 时 TNT 曲线结果偏大"},
       "near_field"},
      inside_charge_validity(),
      {{"the curve's own fit and range of use, see tnt", "超压曲线自身的拟合区间和适用范围, 见 tnt"}, "outside_fit"}};
}

}  // namespace sise
