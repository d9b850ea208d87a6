#include "models/dispersion/gaussian_plume.hpp"

#include <cstddef>
#include <utility>

#include "models/atmosphere/sigma.hpp"
#include "models/catalogue/entries.hpp"
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

ModelAnswer evaluate(const ModelInput& input) {
  const GaussianPlume plume = plume_of(input.settings);
  const std::vector<double> x_m = column(input.at, "x_m");
  std::vector<double> concentrations(x_m.size());
  plume.concentrations(x_m, column(input.at, "y_m"), column(input.at, "z_m"), concentrations);
  ModelAnswer answer;
  answer.warnings = warnings_of(plume, input);
  for (std::size_t i = 0; i < x_m.size(); ++i) {
    answer.points.push_back(plume_answer(plume, x_m[i], concentrations[i]));
    if (x_m[i] > 0.0 && outside_sigma_range(x_m[i])) answer.warn("outside_sigma_range");
  }
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const GaussianPlume plume = plume_of(input.settings);
  return plume_distance(farthest_distance_m(plume, question.value, question.at.number("z_m")),
                        warnings_of(plume, input));
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{{.group = source,
                                   .name = "rate_kg_s",
                                   .unit = "kg/s",
                                   .text = {"release rate", "释放速率"},
                                   .required = true,
                                   .at_least = 0.0},
                                  release_height_parameter()};
  for (ModelParameter& p : weather_parameters()) all.push_back(std::move(p));
  for (ModelParameter& p : spread_parameters()) all.push_back(std::move(p));
  all.push_back(averaging_time_parameter());
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
  model.descriptor.outputs = concentration_outputs();
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
