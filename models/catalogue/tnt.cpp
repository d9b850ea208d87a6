#include "models/explosion/tnt.hpp"

#include <fmt/core.h>

#include <cmath>
#include <stdexcept>

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/catalogue/tnt_parts.hpp"
#include "models/explosion/scaled_blast.hpp"

namespace sise {
namespace tnt_parts {
namespace {

struct Question {
  BlastCurve curve;
  double tnt_kg;  ///< with the ground factor
};

Question question_of(const Parameters& settings) {
  const BlastCurve curve = settings.choice("curve", blast_curve_from);
  return {curve, effective_tnt_kg(curve, settings.number("tnt_kg"), settings.number("ground_factor"))};
}

std::string range_text(const FitRange& range) {
  return std::isfinite(range.z_max) ? fmt::format("{}-{}", range.z_min, range.z_max)
                                    : fmt::format(">= {}", range.z_min);
}

Reason outside_fit(const Question& question, BlastQuantity quantity, const FitRange& range, double r_m) {
  const double z = scaled_distance(question.tnt_kg, r_m);
  return {"outside_fit",
          {fmt::format("{} of curve {} is fitted for Z {} m/kg^(1/3), here Z = {:.4g}", name_of(quantity),
                       name_of(question.curve), range_text(range), z),
           fmt::format("曲线 {} 的 {} 拟合区间为 Z {} m/kg^(1/3), 此处 Z = {:.4g}", name_of(question.curve),
                       name_of(quantity), range_text(range), z)}};
}

PointAnswer answer_at(const Question& question, double r_m) {
  PointAnswer answer;
  const std::optional<Reason> inside = inside_charge(question.curve, question.tnt_kg, r_m);
  for (const BlastQuantity quantity : kBlastQuantities) {
    const std::optional<ScaledBlast> blast = ScaledBlast::prepare(question.curve, quantity);
    if (!blast) continue;
    const double value = blast_quantity(question.curve, quantity, question.tnt_kg, r_m);
    const bool known = !inside && !std::isnan(value);
    answer.values.emplace_back(name_of(quantity), known ? std::optional<double>(value) : std::nullopt);
    if (std::isnan(value) && !answer.reason) answer.reason = outside_fit(question, quantity, blast->range(), r_m);
  }
  if (!answer.reason) answer.reason = inside;
  return answer;
}

Reason why_not_found(const Question& question, BlastQuantity quantity, const BlastDistance& distance) {
  const std::string_view name = name_of(quantity);
  const std::string_view curve = name_of(question.curve);
  switch (distance.status) {
    case BlastDistance::Status::not_given:
      return {"not_given",
              {fmt::format("curve {} does not give {}", curve, name), fmt::format("曲线 {} 不提供 {}", curve, name)}};
    case BlastDistance::Status::inside_inner_edge:
      return {"outside_fit",
              {fmt::format("the value lies nearer than {:.4g} m, where the fit of {} by {} begins", distance.r_m, name,
                           curve),
               fmt::format("该值所在距离小于 {:.4g} m, 已超出曲线 {} 的 {} 拟合区间内端", distance.r_m, curve, name)}};
    case BlastDistance::Status::outside_outer_edge:
      return {"outside_fit",
              {fmt::format("the value lies farther than {:.4g} m, where the fit of {} by {} ends", distance.r_m, name,
                           curve),
               fmt::format("该值所在距离大于 {:.4g} m, 已超出曲线 {} 的 {} 拟合区间外端", distance.r_m, curve, name)}};
    default:
      return {"not_reached",
              {fmt::format("{} by {} takes this value nowhere", name, curve),
               fmt::format("曲线 {} 的 {} 在任何距离都不取该值", curve, name)}};
  }
}

FoundDistance find_in(const Question& question, const FindQuestion& asked) {
  const std::optional<BlastQuantity> quantity = blast_quantity_from(asked.output);
  if (!quantity) throw std::out_of_range("no output " + asked.output);
  const BlastDistance distance = distance_to(question.curve, *quantity, question.tnt_kg, asked.value);
  if (distance.status != BlastDistance::Status::found) return {{}, why_not_found(question, *quantity, distance)};
  return outside_charge({distance.r_m, {}}, question.curve, question.tnt_kg);
}

RadialCase prepare(const ModelInput& input) {
  const Question question = question_of(input.settings);
  RadialCase prepared;
  prepared.derived = {{"effective_tnt_kg", question.tnt_kg}};
  prepared.at = [question](double r_m) {
    return RadialPoint{answer_at(question, r_m), blast_warnings(question.curve, question.tnt_kg, r_m)};
  };
  prepared.find = [question](const FindQuestion& asked) { return find_in(question, asked); };
  return prepared;
}

ModelOutput output(BlastQuantity quantity, const std::string& unit, Text text) {
  return {.name = std::string(name_of(quantity)), .unit = unit, .text = std::move(text), .findable = true};
}

std::vector<ModelOutput> outputs() {
  return {
      output(BlastQuantity::overpressure, "Pa", {"side-on peak overpressure", "侧向超压峰值"}),
      output(BlastQuantity::reflected_overpressure, "Pa", {"peak overpressure on a facing wall", "正反射超压峰值"}),
      output(BlastQuantity::dynamic_pressure, "Pa", {"peak dynamic pressure", "动压峰值"}),
      output(BlastQuantity::impulse, "Pa s", {"side-on impulse of the positive phase", "正压区侧向冲量"}),
      output(BlastQuantity::reflected_impulse, "Pa s", {"reflected impulse", "反射冲量"}),
      output(BlastQuantity::arrival, "s", {"arrival of the shock", "冲击波到达时间"}),
      output(BlastQuantity::duration, "s", {"duration of the positive phase", "正压作用时间"}),
      output(BlastQuantity::shock_speed, "m/s", {"speed of the shock front", "冲击波阵面速度"}),
      derived_output("effective_tnt_kg", "kg",
                     {"charge in the scaled distance, with the ground factor", "计入地面系数后的当量"}),
  };
}

std::vector<ModelParameter> parameters() {
  return {
      {.group = ParameterGroup::source,
       .name = "tnt_kg",
       .unit = "kg",
       .text = {"TNT equivalent", "TNT 当量"},
       .required = true,
       .above = 0.0},
      blast_curve_parameter("gb6722"),
      ground_factor_parameter(),
      distance_parameter({"distance from the charge", "距爆源距离"}),
  };
}

std::vector<ModelValidity> validity() {
  return {
      {{"fits, in Z = r/W^(1/3): Kingery-Bulmash 0.0674-40 (surface), 0.0531-40 (air), durations from 0.178 and 0.147; "
        "Swisdak 0.2-198.5 (impulse to 158.7, other quantities to 40); Sadovsky 1-15; Henrych 0.05-10; Mills 1-40; "
        "Brode 0.946-51.78; "
        "gb6722 and kinney_graham have no edge",
        "拟合区间 Z = r/W^(1/3): Kingery-Bulmash 0.0674-40 (地面), 0.0531-40 (空中), 作用时间自 0.178 和 0.147 起; "
        "Swisdak 0.2-198.5 (冲量至 158.7, 其余至 40); 萨道夫斯基 1-15; 亨里奇 0.05-10; Mills 1-40; Brode 0.946-51.78; "
        "gb6722 与 kinney_graham 无区间限制"},
       "outside_fit"},
      {{"gb6722 beyond Z = 15: the number is given, distances are too long; brode beyond Z = 9.92, below 10 kPa",
        "gb6722 在 Z > 15 时仍给出数值, 但距离偏大; brode 在 Z > 9.92 (低于 10 kPa) 时仍给出数值"},
       "outside_range_of_use"},
      inside_charge_validity(),
      {{"shock relations above 2.5 MPa side-on, where air is no ideal gas",
        "侧向超压高于 2.5 MPa 时激波关系式的理想气体假设不再成立"},
       "ideal_gas_shock"},
  };
}

}  // namespace
}  // namespace tnt_parts

Model tnt_entry() {
  using namespace tnt_parts;
  Model model;
  model.descriptor.id = "tnt";
  model.descriptor.title = {"Blast of a condensed explosive by its TNT equivalent", "凝聚相爆炸 TNT 当量超压"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = validity();
  model.descriptor.source =
      "GB 6722-2014 eq. (3); Kingery and Bulmash, ARBRL-TR-02555, 1984; Swisdak 1994; Kinney and Graham 1985; "
      "Sadovsky 1952; Henrych 1979; Mills 1987; Brode 1959";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/tnt.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
