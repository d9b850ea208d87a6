#include "models/explosion/vessel_burst.hpp"

#include "models/base/all_names.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/vessel_parts.hpp"

namespace sise {
namespace vessel_burst_parts {
namespace {

RadialCase prepare(const ModelInput& input) {
  const Parameters& p = input.settings;
  const double gamma = number_or_property(input, "gamma", "gas_gamma");
  const GasVessel vessel{p.number("burst_pressure_pa"), p.number("volume_m3"), gamma, p.number("pressure_Pa")};
  return vessel_blast_case(expansion_energy_J(p.choice("energy", expansion_energy_from), vessel), p);
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      {.group = source,
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
       .above = 1.0},
      choice_option("energy", {"which energy of the gas counts", "膨胀能计算方法"}, all_names(kExpansionEnergies))};
  for (ModelParameter& p : vessel_blast_parameters(1.0)) all.push_back(std::move(p));
  return all;
}

}  // namespace
}  // namespace vessel_burst_parts

Model vessel_burst_entry() {
  using namespace vessel_burst_parts;
  Model model;
  model.descriptor.id = "vessel_burst";
  model.descriptor.title = {"Blast of a bursting pressure vessel", "压力容器物理爆炸超压"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = vessel_blast_outputs();
  model.descriptor.validity = vessel_blast_validity();
  model.descriptor.source =
      "CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.3";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vessel_burst.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
