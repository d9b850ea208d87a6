#include "models/explosion/multi_energy.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"

namespace sise {
namespace multi_energy_parts {
namespace {

double energy_J(const Parameters& settings) {
  const std::optional<double> energy = settings.optional_number("energy_J");
  const std::optional<double> volume = settings.optional_number("cloud_volume_m3");
  if (energy.has_value() == volume.has_value()) {
    throw ModelError("one_of_two_keys", {"needs exactly one of 'energy_J' and 'cloud_volume_m3'",
                                         "'energy_J' 与 'cloud_volume_m3' 必须且只能给出一个"});
  }
  return energy ? *energy : *volume * kStoichiometricEnergy_J_m3;
}

int blast_class(const Parameters& settings) {
  const double stated = settings.number("blast_class");
  if (stated != std::floor(stated)) {
    throw ModelError("parameter_out_of_range",
                     {fmt::format("blast_class must be a whole number from 1 to 10, here {}", stated),
                      fmt::format("blast_class 必须为 1 至 10 的整数, 当前值 {}", stated)});
  }
  return static_cast<int>(stated);
}

MultiEnergy model_of(const Parameters& settings) {
  const BlastAir air{settings.number("pressure_Pa"), sound_speed_m_s(settings.number("temperature_K"))};
  return {energy_J(settings), blast_class(settings), air};
}

Reason why_missing(const MultiEnergy& model, double r_m, bool pressure_known) {
  if (!pressure_known) {
    return {"outside_fit",
            {fmt::format("the chart of this class ends at r' = {}, here r' = {:.4g}", model.scaled_distance_max(),
                         model.scaled_distance(r_m)),
             fmt::format("该强度级别的曲线止于 r' = {}, 此处 r' = {:.4g}", model.scaled_distance_max(),
                         model.scaled_distance(r_m))}};
  }
  return {
      "no_duration",
      {"durations are known for class 10 between r' = 0.24 and 50 only", "仅 10 级在 r' = 0.24 至 50 之间有作用时间"}};
}

PointAnswer answer_at(const MultiEnergy& model, double r_m) {
  PointAnswer answer;
  const std::optional<double> pressure = finite_or_none(model.overpressure_pa(r_m));
  const std::optional<double> duration = finite_or_none(model.duration_s(r_m));
  answer.values = {{"overpressure_pa", pressure}, {"duration_s", duration}};
  if (!pressure || !duration) answer.reason = why_missing(model, r_m, pressure.has_value());
  return answer;
}

RadialCase prepare(const ModelInput& input) {
  require_flammable(input);
  const MultiEnergy model = model_of(input.settings);
  RadialCase prepared;
  prepared.derived = {{"cloud_energy_J", energy_J(input.settings)}};
  prepared.at = [model](double r_m) {
    const bool open_above = model.lower_bound_only(r_m);
    return RadialPoint{answer_at(model, r_m),
                       open_above ? std::vector<std::string>{"lower_bound"} : std::vector<std::string>{}};
  };
  prepared.find = [model](const FindQuestion& question) { return found_distance(model.distance_to(question.value)); };
  prepared.derived_at = [model](double r_m) { return NamedNumbers{{"scaled_distance", model.scaled_distance(r_m)}}; };
  return prepared;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  return {{.group = source,
           .name = "energy_J",
           .unit = "J",
           .text = {"combustion energy of the obstructed part of the cloud", "受限区内可燃云的燃烧能量"},
           .above = 0.0},
          {.group = source,
           .name = "cloud_volume_m3",
           .unit = "m3",
           .text = {"volume of stoichiometric hydrocarbon-air in the obstructed part, 3.5 MJ/m3",
                    "受限区内化学计量比烃-空气混合物体积, 3.5 MJ/m3"},
           .above = 0.0},
          {.group = source,
           .name = "blast_class",
           .text = {"strength: 10 detonation, 7 obstructed plant, 5-6 partly confined, 1-3 open",
                    "爆炸强度级别: 10 爆轰, 7 典型装置区, 5-6 部分受限, 1-3 开阔"},
           .required = true,
           .at_least = 1.0,
           .at_most = 10.0},
          air_pressure_parameter(),
          air_temperature_parameter(),
          distance_parameter({"distance from the centre of the obstructed part", "距受限区中心距离"})};
}

}  // namespace
}  // namespace multi_energy_parts

Model multi_energy_entry() {
  using namespace multi_energy_parts;
  Model model;
  model.descriptor.id = "multi_energy";
  model.descriptor.title = {"Blast of a vapour cloud, TNO multi-energy method", "蒸气云爆炸 TNO 多能法"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      overpressure_output(),
      {.name = "duration_s", .unit = "s", .text = {"duration of the positive phase", "正压作用时间"}},
      {.name = "cloud_energy_J",
       .unit = "J",
       .text = {"energy that scales the distance", "比例距离所用能量"},
       .derived = true},
      {.name = "scaled_distance",
       .text = {"r (p0/E)^(1/3) of the only point, or of the distance found", "唯一点或所求距离的 r (p0/E)^(1/3)"},
       .derived = true}};
  model.descriptor.validity = {
      {{"read from a chart, error 10 to 15 %; the curves end at r' = 5 (class 1), 10 (2), 20 (3), 50 (4 to 10)",
        "由图读取, 误差 10% 至 15%; 曲线止于 r' = 5 (1 级), 10 (2 级), 20 (3 级), 50 (4 至 10 级)"},
       "outside_fit"},
      {{"durations are known for class 10 only", "仅 10 级有作用时间"}, "no_duration"},
      {{"class 10 nearer than r' = 0.24: at least 10.4 times the air pressure",
        "10 级在 r' < 0.24 时超压至少为大气压的 10.4 倍"},
       "lower_bound"}};
  model.descriptor.source =
      "A. C. van den Berg, J. Hazard. Mater. 12 (1985) 1; CPR 14E (Yellow Book) 1997, section 5.5.3";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/multi_energy.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
