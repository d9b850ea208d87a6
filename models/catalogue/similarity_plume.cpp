#include "models/dispersion/similarity_plume.hpp"

#include <cstddef>
#include <utility>

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"

namespace sise {
namespace similarity_plume_parts {
namespace {

SimilarityPlume plume_of(const Parameters& p) {
  const SurfaceLayerState air{.wind_speed_m_s = p.number("wind_speed_m_s"),
                              .wind_height_m = p.number("wind_height_m"),
                              .roughness_m = p.number("roughness_m"),
                              .friction_velocity_m_s = p.number("friction_velocity_m_s"),
                              .obukhov_length_m = p.number("obukhov_length_m")};
  return {{p.number("rate_kg_s"), p.number("height_m")},
          {air, p.optional_number("sigma_theta_deg"), p.optional_number("mixing_height_m")},
          {p.number("deposition_velocity_m_s"), p.optional_number("averaging_time_s")}};
}

std::vector<std::string> warnings_of(const SimilarityPlume& plume, const ModelInput& input) {
  std::vector<std::string> codes = plume.warnings();
  for (std::string& code : heavy_gas_codes(input, plume.source().rate_kg_s)) codes.push_back(std::move(code));
  return codes;
}

PointAnswer answer_at(const SimilarityPlume& plume, const Parameters& point) {
  const double x = point.number("x_m");
  const double z = point.number("z_m");
  const double concentration = plume.concentration_kg_m3(x, point.number("y_m"), z);
  PointAnswer answer;
  answer.values = {{"concentration_kg_m3", finite_or_none(concentration)},
                   {"crosswind_integral_kg_m2", std::nullopt},
                   {"sigma_y_m", std::nullopt}};
  if (!finite_or_none(concentration)) {
    answer.reason =
        Reason{"beyond_any_use", {"no plume model applies beyond 10,000 km", "10000 km 以外不适用任何烟羽模型"}};
  } else if (!(x > 0.0)) {
    answer.values[1].second = 0.0;
    answer.reason =
        Reason{"upwind", {"upwind of the source the plume has no width", "位于释放源上风向, 烟羽无扩散宽度"}};
  } else {
    answer.values[1].second = finite_or_none(plume.crosswind_integral_kg_m2(x, z));
    answer.values[2].second = finite_or_none(plume.sigma_y_m(x));
  }
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  const SimilarityPlume plume = plume_of(input.settings);
  ModelAnswer answer;
  answer.warnings = warnings_of(plume, input);
  for (const Parameters& point : input.at) {
    answer.points.push_back(answer_at(plume, point));
    const double x = point.number("x_m");
    if (x > 0.0 && plume.outside_range(x)) answer.warn("outside_similarity_range");
  }
  warn_above_pure_gas(answer, input);
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const SimilarityPlume plume = plume_of(input.settings);
  FindAnswer answer;
  answer.warnings = warnings_of(plume, input);
  answer.distance_m = farthest_distance_m(plume, question.value, question.at.number("z_m"));
  if (!answer.distance_m) {
    answer.reason =
        Reason{"not_reached", {"the concentration on the axis is lower everywhere", "轴线浓度处处低于该值"}};
  } else if (plume.outside_range(*answer.distance_m)) {
    answer.warnings.emplace_back("outside_similarity_range");
  }
  return answer;
}

// What every plume asks of the air, without the class, and with what surface-layer theory cannot do without.
std::vector<ModelParameter> air_parameters() {
  std::vector<ModelParameter> all;
  for (ModelParameter& p : weather_parameters()) {
    if (p.name == "stability") continue;
    if (p.name == "obukhov_length_m") {
      p.required = true;
      p.text = {"Obukhov length: above 0 stable, below 0 unstable; a very large one is neutral",
                "Obukhov 长度: 正值为稳定, 负值为不稳定, 绝对值很大为中性"};
    }
    all.push_back(std::move(p));
  }
  all.push_back({.group = ParameterGroup::weather,
                 .name = "friction_velocity_m_s",
                 .unit = "m/s",
                 .text = {"friction velocity", "摩擦速度"},
                 .required = true,
                 .above = 0.0});
  all.push_back({.group = ParameterGroup::weather,
                 .name = "sigma_theta_deg",
                 .unit = "deg",
                 .text = {"standard deviation of the wind direction over ten minutes; none: estimated",
                          "10 min 风向标准差; 缺省: 由摩擦速度估算"},
                 .above = 0.0,
                 .at_most = 90.0});
  return all;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{{.group = source,
                                   .name = "rate_kg_s",
                                   .unit = "kg/s",
                                   .text = {"release rate", "释放速率"},
                                   .required = true,
                                   .at_least = 0.0},
                                  {.group = source,
                                   .name = "height_m",
                                   .unit = "m",
                                   .text = {"height of the release", "释放高度"},
                                   .required = true,
                                   .at_least = 0.0}};
  for (ModelParameter& p : air_parameters()) all.push_back(std::move(p));
  all.push_back({.group = options,
                 .name = "deposition_velocity_m_s",
                 .unit = "m/s",
                 .text = {"dry deposition velocity at 1 m; 0: nothing settles", "1 m 高处的干沉积速度; 0 为无沉积"},
                 .default_number = 0.0,
                 .at_least = 0.0});
  all.push_back(
      {.group = options,
       .name = "averaging_time_s",
       .unit = "s",
       .text = {"averaging time; none: ten minutes, as sigma_theta", "平均时间; 缺省: 10 min, 与风向标准差一致"},
       .above = 0.0});
  for (ModelParameter& p : place_parameters()) all.push_back(std::move(p));
  return all;
}

std::vector<ModelValidity> validity() {
  return {
      {{"tested from 50 m to 800 m with releases near the ground; nearer than 25 m, beyond 1.6 km or released above 10 "
        "m "
        "the number stands",
        "经 50 m 至 800 m 近地面释放试验检验; 小于 25 m、大于 1.6 km 或释放高度超过 10 m 时仍给出数值"},
       "outside_similarity_range"},
      {{"sigma_theta was not given; it is estimated from friction velocity and mixing height",
        "未给出风向标准差, 由摩擦速度和混合层高度估算"},
       "sigma_theta_estimated"},
      {{"unstable air without a mixing height: the sideways eddies are taken to be 1000 m deep; no lid",
        "不稳定大气未给出混合层高度: 横向湍涡按 1000 m 深度估算, 不设顶盖"},
       "mixing_height_assumed"},
      {{"the air cannot bring down as much as the deposition velocity says; the ground takes up all that arrives",
        "大气输送不足以达到所给干沉积速度, 按到达地面的气体全部沉积计算"},
       "deposition_limited"},
      {{"wind speed and friction velocity differ by more than half from what the roughness length implies",
        "风速与摩擦速度的关系与地表粗糙度相差一半以上"},
       "wind_and_friction_disagree"},
      {{"the release is heavy after HJ 169-2018 (Richardson number from 1/6) and the plume is passive",
        "按 HJ 169-2018 判定为重质气体 (理查德森数不小于 1/6), 而烟羽按中性气体计算"},
       "heavy_gas_passive_model"},
      {{"the substance's molar mass is unknown, so nobody can tell whether it is heavy",
        "物质摩尔质量未知, 无法判断是否为重质气体"},
       "gas_density_unknown"},
      {{"upwind of the source the concentration is 0 and the plume has no width", "上风向浓度为 0, 烟羽无宽度"},
       "upwind"},
      {{"no plume model applies beyond 10,000 km", "10000 km 以外不适用任何烟羽模型"}, "beyond_any_use"},
  };
}

}  // namespace
}  // namespace similarity_plume_parts

Model similarity_plume_entry() {
  using namespace similarity_plume_parts;
  Model model;
  model.descriptor.id = "similarity_plume";
  model.descriptor.title = {"Surface-layer similarity plume", "近地层相似理论烟羽"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "concentration_kg_m3", .unit = "kg/m3", .text = {"concentration", "浓度"}, .findable = true},
      {.name = "crosswind_integral_kg_m2", .unit = "kg/m2", .text = {"crosswind integral", "横风向积分浓度"}},
      {.name = "sigma_y_m", .unit = "m", .text = {"crosswind dispersion", "横向扩散参数"}}};
  model.descriptor.validity = validity();
  model.descriptor.source =
      "van Ulden 1978; Horst 1979, 1984; Gryning et al. 1983, 1987; Eckman 1994; Cimorelli et al. 2005";
  model.descriptor.confidence = Confidence::recalled;
  model.descriptor.doc_page = "models/similarity_plume.md";
  model.descriptor.find_parameter = "z_m";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
