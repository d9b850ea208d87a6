#include "models/explosion/vessel_burst.hpp"

#include <cmath>

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

struct Burst {
  double energy_J;
  double tnt_kg;
  double effective_tnt_kg;
  BlastCurve curve;
  double ambient_pressure_pa;
};

Burst burst_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  const double gamma = number_or_property(input, "gamma", "gas_gamma");
  const GasVessel vessel{p.number("burst_pressure_pa"), p.number("volume_m3"), gamma, p.number("pressure_Pa")};
  const double energy_J =
      p.number("blast_share") * expansion_energy_J(*expansion_energy_from(p.text("energy")), vessel);
  const double tnt_kg = energy_J / p.number("tnt_energy_J_kg");
  const BlastCurve curve = *blast_curve_from(p.text("curve"));
  return {energy_J, tnt_kg, effective_tnt_kg(curve, tnt_kg, p.number("ground_factor")), curve,
          vessel.ambient_pressure_pa};
}

std::vector<std::pair<std::string, double>> derived(const Burst& burst) {
  return {{"energy_J", burst.energy_J}, {"tnt_kg", burst.tnt_kg}, {"effective_tnt_kg", burst.effective_tnt_kg}};
}

std::vector<std::string> warnings_at(const Burst& burst, double r_m) {
  std::vector<std::string> codes = blast_warnings(burst.curve, burst.effective_tnt_kg, r_m);
  if (vessel_scaled_distance(burst.energy_J, r_m, burst.ambient_pressure_pa) < kVesselNearField) {
    codes.emplace_back("near_field");
  }
  return codes;
}

ModelAnswer evaluate(const ModelInput& input) {
  const Burst burst = burst_of(input);
  ModelAnswer answer;
  answer.derived = derived(burst);
  for (const Parameters& point : input.at) {
    const double r_m = point.number("r_m");
    PointAnswer at;
    at.values = {{"overpressure_pa", finite_or_none(overpressure_pa(burst.curve, burst.effective_tnt_kg, r_m))}};
    if (!at.values.front().second) {
      at.reason = Reason{"outside_fit", {"outside the fit of the blast curve", "超出超压曲线的拟合区间"}};
    }
    answer.points.push_back(std::move(at));
    for (const std::string& code : warnings_at(burst, r_m)) answer.warn(code);
  }
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const Burst burst = burst_of(input);
  FindAnswer answer;
  answer.derived = derived(burst);
  const BlastDistance distance =
      distance_to(burst.curve, BlastQuantity::overpressure, burst.effective_tnt_kg, question.value);
  if (distance.status != BlastDistance::Status::found) {
    answer.reason = why_no_distance(distance);
    return answer;
  }
  answer.distance_m = distance.r_m;
  answer.warnings = warnings_at(burst, distance.r_m);
  return answer;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  return {{.group = source,
           .name = "burst_pressure_pa",
           .unit = "Pa",
           .text = {"absolute pressure at which the vessel bursts", "容器破裂时绝对压力"},
           .required = true,
           .above = 0.0},
          {.group = source,
           .name = "volume_m3",
           .unit = "m3",
           .text = {"volume of gas", "气相容积"},
           .required = true,
           .above = 0.0},
          {.group = source,
           .name = "gamma",
           .text = {"ratio of specific heats; default: the substance's", "比热比, 默认取自物质"},
           .above = 1.0}};
}

std::vector<ModelParameter> option_parameters() {
  using enum ParameterGroup;
  std::vector<std::string> energies;
  energies.reserve(kExpansionEnergies.size());
  for (const ExpansionEnergy energy : kExpansionEnergies) energies.emplace_back(name_of(energy));
  return {{.group = options,
           .name = "energy",
           .type = ParameterType::choice,
           .text = {"which energy of the gas counts", "膨胀能计算方法"},
           .default_name = "brode",
           .choices = energies},
          {.group = options,
           .name = "blast_share",
           .text = {"share of the energy in the blast: 0.4-0.5 ductile, 0.8 brittle failure",
                    "转化为冲击波的能量份额: 韧性破裂 0.4-0.5, 脆性破裂 0.8"},
           .default_number = 1.0,
           .above = 0.0,
           .at_most = 1.0},
          {.group = options,
           .name = "tnt_energy_J_kg",
           .unit = "J/kg",
           .text = {"energy of TNT", "TNT 爆热"},
           .default_number = kTntEnergy_J_kg,
           .above = 0.0},
          blast_curve_parameter("gb6722"),
          ground_factor_parameter()};
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  for (ModelParameter& p : option_parameters()) all.push_back(std::move(p));
  all.push_back(air_pressure_parameter());
  all.push_back(distance_parameter({"distance from the vessel", "距容器距离"}));
  return all;
}

}  // namespace

Model vessel_burst_entry() {
  Model model;
  model.descriptor.id = "vessel_burst";
  model.descriptor.title = {"Blast of a bursting pressure vessel", "压力容器物理爆炸超压"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "overpressure_pa",
       .unit = "Pa",
       .text = {"side-on peak overpressure", "侧向超压峰值"},
       .findable = true},
      {.name = "energy_J", .unit = "J", .text = {"energy of the blast", "爆炸能量"}, .derived = true},
      {.name = "tnt_kg", .unit = "kg", .text = {"TNT equivalent", "TNT 当量"}, .derived = true},
      {.name = "effective_tnt_kg",
       .unit = "kg",
       .text = {"charge in the scaled distance, with the ground factor", "计入地面系数后的当量"},
       .derived = true}};
  model.descriptor.validity = {
      {{"nearer than r (p0/2E)^(1/3) = 2 a TNT curve gives too much", "r (p0/2E)^(1/3) < 2 时 TNT 曲线结果偏大"},
       "near_field"},
      {{"the curve's own fit and range of use, see tnt", "超压曲线自身的拟合区间和适用范围, 见 tnt"}, "outside_fit"}};
  model.descriptor.source =
      "CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.3";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vessel_burst.md";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
