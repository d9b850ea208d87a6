#include "models/explosion/vapour_cloud_tnt.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/tnt_parts.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace vapour_cloud_tnt_parts {
namespace {

RadialCase prepare(const ModelInput& input) {
  require_flammable(input);
  const Parameters& p = input.settings;
  const CloudPractice& practice = practice_of(*cloud_equivalency_from(p.text("method")));
  const double efficiency = p.optional_number("efficiency").value_or(practice.efficiency);
  const double tnt_kg = cloud_tnt_kg(
      p.number("flammable_mass_kg"), number_or_property(input, "heat_of_combustion_J_kg", "heat_of_combustion_J_kg"),
      efficiency, p.optional_number("tnt_energy_J_kg").value_or(practice.tnt_energy_J_kg));
  const BlastCurve curve = p.has("curve") ? *blast_curve_from(p.text("curve")) : practice.curve;
  const double factor = p.optional_number("ground_factor").value_or(practice.ground_factor);
  const TntBlast blast{curve, tnt_kg, effective_tnt_kg(curve, tnt_kg, factor)};
  RadialCase prepared = tnt_blast_case(blast, tnt_numbers(blast));
  const bool observed = efficiency >= kLeastEfficiency && efficiency <= kMostEfficiency;
  if (!observed) prepared.warnings.emplace_back("efficiency_not_observed");
  return prepared;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  ModelParameter curve = blast_curve_parameter("");
  curve.text = {"blast curve; default: kingery_bulmash_hemispherical, for chinese kingery_bulmash_spherical",
                "超压曲线, 默认 kingery_bulmash_hemispherical, chinese 为 kingery_bulmash_spherical"};
  ModelParameter ground_factor = ground_factor_parameter();
  ground_factor.default_number.reset();
  ground_factor.text = {"multiplies the charge once, for free-air curves only; default: 1, for chinese 1.8",
                        "地面反射系数, 仅对空中爆炸曲线乘于药量一次, 默认 1, chinese 为 1.8"};
  return {{.group = source,
           .name = "flammable_mass_kg",
           .unit = "kg",
           .text = {"mass of fuel between the flammable limits", "爆炸极限之间的燃料质量"},
           .required = true,
           .above = 0.0},
          heat_of_combustion_parameter(),
          choice_option("method", {"whose practice", "采用的做法"}, {"european", "chinese"}),
          {.group = options,
           .name = "efficiency",
           .text = {"share of the heat in the blast; default: 0.03, for chinese 0.04",
                    "效率因子, 默认 0.03, chinese 为 0.04"},
           .above = 0.0,
           .at_most = 1.0},
          {.group = options,
           .name = "tnt_energy_J_kg",
           .unit = "J/kg",
           .text = {"energy of TNT; default: 4.686e6, for chinese 4.52e6", "TNT 爆热, 默认 4.686e6, chinese 为 4.52e6"},
           .above = 0.0},
          curve,
          ground_factor,
          distance_parameter({"distance from the centre of the cloud", "距云团中心距离"})};
}

}  // namespace
}  // namespace vapour_cloud_tnt_parts

Model vapour_cloud_tnt_entry() {
  using namespace vapour_cloud_tnt_parts;
  Model model;
  model.descriptor.id = "vapour_cloud_tnt";
  model.descriptor.title = {"Blast of a vapour cloud by its TNT equivalent", "蒸气云爆炸 TNT 当量法"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {overpressure_output()};
  for (ModelOutput& output : tnt_outputs()) model.descriptor.outputs.push_back(std::move(output));
  model.descriptor.validity = {
      {{"efficiencies derived from accidents: 0.01 to 0.2", "事故反推的效率因子为 0.01 至 0.2"},
       "efficiency_not_observed"},
      inside_charge_validity(),
      {{"the curve's own fit, see tnt", "超压曲线自身的拟合区间, 见 tnt"}, "outside_fit"}};
  model.descriptor.source =
      "CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.1; Chinese practice";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vapour_cloud_tnt.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
