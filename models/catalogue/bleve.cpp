#include "models/explosion/bleve.hpp"

#include <fmt/core.h>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/vessel_parts.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace bleve_parts {
namespace {

constexpr double kDuctileShare = 0.5;  // upper end of 40 to 50 %

const Substance& substance_of(const ModelInput& input) {
  if (input.substance != nullptr) return *input.substance;
  throw ModelError("missing_key", {"needs a 'substance'", "需要给出 'substance'"});
}

double burst_temperature_K(const ModelInput& input) {
  const std::optional<double> temperature_K = input.settings.optional_number("burst_temperature_K");
  const std::optional<double> pressure_pa = input.settings.optional_number("burst_pressure_pa");
  if (temperature_K.has_value() == pressure_pa.has_value()) {
    throw ModelError("one_of_two_keys", {"needs exactly one of 'burst_temperature_K' and 'burst_pressure_pa'",
                                         "'burst_temperature_K' 与 'burst_pressure_pa' 必须且只能给出一个"});
  }
  return temperature_K ? *temperature_K : Fluid(substance_of(input)).boiling_temperature_K(*pressure_pa);
}

/// A stated pressure is a vapour pressure: it says nothing of a vessel without liquid.
[[noreturn]] void refuse_pressure_of_vapour_alone(const BleveEnergy& energy) {
  throw ModelError(
      "all_vapour",
      {fmt::format("the vessel is too large for its content to be liquid at this vapour pressure: the "
                   "vapour alone has {:.4g} Pa",
                   energy.burst_pressure_pa),
       fmt::format("容器过大, 在该蒸气压下内容物全为蒸气: 蒸气压力仅为 {:.4g} Pa", energy.burst_pressure_pa)},
      {},
      {"State 'burst_temperature_K', or use model 'vessel_burst'",
       "请给出 'burst_temperature_K', 或改用模型 'vessel_burst'"});
}

RadialCase prepare(const ModelInput& input) {
  const Parameters& p = input.settings;
  const BleveVessel vessel{p.number("mass_kg"), p.optional_number("volume_m3"), burst_temperature_K(input),
                           p.number("pressure_Pa")};
  const BleveEnergy energy = bleve_energy(substance_of(input), vessel);
  if (energy.liquid_kg == 0.0 && p.has("burst_pressure_pa")) refuse_pressure_of_vapour_alone(energy);
  RadialCase prepared = vessel_blast_case(energy.energy_J, p);
  const NamedNumbers more{{"expansion_energy_J", energy.energy_J},
                          {"vessel_pressure_pa", energy.burst_pressure_pa},
                          {"vessel_temperature_K", vessel.temperature_K},
                          {"liquid_kg", energy.liquid_kg},
                          {"vapour_kg", energy.vapour_kg},
                          {"flashed_fraction", energy.liquid.vapour_fraction}};
  prepared.derived.insert(prepared.derived.end(), more.begin(), more.end());
  prepared.warnings = Fluid(substance_of(input)).liquid_warnings(vessel.temperature_K);
  if (energy.liquid_kg == 0.0) prepared.warnings.emplace_back("all_vapour");
  if (energy.below_superheat_limit) prepared.warnings.emplace_back("below_superheat_limit");
  return prepared;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all{
      positive_source("mass_kg", "kg", {"mass of liquid and vapour in the vessel", "容器内液体和蒸气总质量"}),
      positive_source("volume_m3", "m3", {"volume of the vessel; none: full of liquid", "容器容积, 缺省: 充满液体"}),
      positive_source("burst_temperature_K", "K", {"temperature at the burst", "破裂时温度"}),
      positive_source("burst_pressure_pa", "Pa",
                      {"absolute pressure at the burst, instead of the temperature: the vapour pressure",
                       "破裂时绝对压力 (饱和蒸气压), 代替温度"})};
  all.front().required = true;
  for (ModelParameter& p : vessel_blast_parameters(kDuctileShare)) all.push_back(std::move(p));
  return all;
}

std::vector<ModelOutput> outputs() {
  std::vector<ModelOutput> all = vessel_blast_outputs();
  const std::vector<ModelOutput> more{
      derived_output("expansion_energy_J", "J", {"mechanical energy of the expansion", "膨胀机械能"}),
      derived_output("vessel_pressure_pa", "Pa", {"absolute pressure at the burst", "破裂时绝对压力"}),
      derived_output("vessel_temperature_K", "K", {"temperature at the burst", "破裂时温度"}),
      derived_output("liquid_kg", "kg", {"liquid at the burst", "破裂时液体质量"}),
      derived_output("vapour_kg", "kg", {"vapour at the burst", "破裂时蒸气质量"}),
      derived_output("flashed_fraction", "",
                     {"share of the liquid that is vapour after the expansion", "液体膨胀后的气化份额"})};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace
}  // namespace bleve_parts

Model bleve_entry() {
  using namespace bleve_parts;
  Model model;
  model.descriptor.id = "bleve";
  model.descriptor.title = {"Blast of a bursting vessel of liquefied gas (BLEVE)",
                            "液化气体容器沸腾液体扩展蒸气爆炸超压"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = vessel_blast_validity();
  model.descriptor.validity.push_back(
      {{"colder than 0.89 of the critical temperature a liquid boils too slowly to explode",
        "温度低于临界温度的 0.89 倍时液体沸腾较慢, 一般不致爆炸"},
       "below_superheat_limit"});
  model.descriptor.validity.push_back(
      {{"the vessel holds no liquid at this temperature: vapour below its vapour pressure expands",
        "该温度下容器内没有液体: 低于饱和蒸气压的蒸气膨胀"},
       "all_vapour"});
  model.descriptor.source =
      "CCPS, Guidelines for Evaluating the Characteristics of Vapor Cloud Explosions, Flash Fires, and BLEVEs, 1994, "
      "chapter 6";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/bleve.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
