#include "models/dispersion/gaussian_plume.hpp"

#include <cstddef>

#include "models/atmosphere/sigma.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"

namespace sise {
namespace {

GaussianPlume plume_of(const Parameters& p) {
  return {{p.number("rate_kg_s"), p.number("height_m")}, weather_of(p), plume_options_of(p)};
}

std::vector<std::string> warnings_of(const GaussianPlume& plume, const ModelInput& input) {
  std::vector<std::string> codes = plume.warnings();
  for (std::string& code : heavy_gas_codes(input, input.settings.number("rate_kg_s"))) codes.push_back(std::move(code));
  return codes;
}

PointAnswer answer_at(const GaussianPlume& plume, double x_m, double concentration) {
  PointAnswer answer;
  const bool downwind = x_m > 0.0;
  const std::optional<double> sigma_y = downwind ? finite_or_none(plume.sigma_y_m(x_m)) : std::nullopt;
  const std::optional<double> sigma_z = downwind ? finite_or_none(plume.sigma_z_m(x_m)) : std::nullopt;
  answer.values = {
      {"concentration_kg_m3", finite_or_none(concentration)}, {"sigma_y_m", sigma_y}, {"sigma_z_m", sigma_z}};
  if (!downwind) {
    answer.reason =
        Reason{"upwind", {"upwind of the source the plume has no width", "位于释放源上风向, 烟羽无扩散宽度"}};
  } else if (!sigma_y || !sigma_z) {
    answer.reason = Reason{"no_wind", {"without any wind there is no travel time", "完全无风, 没有输送时间"}};
  }
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  const GaussianPlume plume = plume_of(input.settings);
  const std::vector<double> x_m = column(input.at, "x_m");
  std::vector<double> concentrations(x_m.size());
  plume.concentrations(x_m, column(input.at, "y_m"), column(input.at, "z_m"), concentrations);
  ModelAnswer answer;
  answer.warnings = warnings_of(plume, input);
  for (std::size_t i = 0; i < x_m.size(); ++i) {
    answer.points.push_back(answer_at(plume, x_m[i], concentrations[i]));
    if (x_m[i] > 0.0 && outside_sigma_range(x_m[i])) answer.warn("outside_sigma_range");
  }
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const GaussianPlume plume = plume_of(input.settings);
  FindAnswer answer;
  answer.warnings = warnings_of(plume, input);
  answer.distance_m = farthest_distance_m(plume, question.value, question.at.number("z_m"));
  if (!answer.distance_m) {
    answer.reason =
        Reason{"not_reached", {"the concentration on the axis is lower everywhere", "轴线浓度处处低于该值"}};
  } else if (outside_sigma_range(*answer.distance_m)) {
    answer.warnings.emplace_back("outside_sigma_range");
  }
  return answer;
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
  for (ModelParameter& p : weather_parameters()) all.push_back(std::move(p));
  for (ModelParameter& p : spread_parameters()) all.push_back(std::move(p));
  all.push_back({.group = options,
                 .name = "averaging_time_s",
                 .unit = "s",
                 .text = {"averaging time; none: the set's own", "平均时间; 缺省: 参数集自身"},
                 .above = 0.0});
  for (ModelParameter& p : place_parameters()) all.push_back(std::move(p));
  all.push_back({.group = at,
                 .name = "t_s",
                 .unit = "s",
                 .text = {"time since the release began; a steady plume is the same at any",
                          "释放开始后时间; 稳态烟羽不随时间变化"},
                 .at_least = 0.0});
  return all;
}

std::vector<ModelValidity> validity() {
  std::vector<ModelValidity> all = plume_validity();
  all.push_back({{"upwind of the source the plume has no width; its concentration is 0, except in calm air",
                  "上风向烟羽无宽度, 除小风静风外浓度为 0"},
                 "upwind"});
  return all;
}

}  // namespace

Model gaussian_plume_entry() {
  Model model;
  model.descriptor.id = "gaussian_plume";
  model.descriptor.title = {"Steady Gaussian plume", "连续点源高斯烟羽"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "concentration_kg_m3", .unit = "kg/m3", .text = {"concentration", "浓度"}, .findable = true},
      {.name = "sigma_y_m", .unit = "m", .text = {"crosswind dispersion", "横向扩散参数"}},
      {.name = "sigma_z_m", .unit = "m", .text = {"vertical dispersion", "垂向扩散参数"}}};
  model.descriptor.validity = validity();
  model.descriptor.source = "Turner 1970, ch. 3; ISC3 User's Guide vol. II, 1995; GB/T 13201-91";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/gaussian_plume.md";
  model.descriptor.find_parameter = "z_m";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
