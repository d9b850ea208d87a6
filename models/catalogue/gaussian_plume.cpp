#include "models/dispersion/gaussian_plume.hpp"

#include <cstddef>
#include <utility>

#include "models/atmosphere/sigma.hpp"
#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"
#include "models/catalogue/source_parts.hpp"

namespace sise {
namespace gaussian_plume_parts {
namespace {

ModelAnswer evaluate(const ModelInput& input);

GaussianPlume plume_of(const Parameters& p) {
  return {{p.number("rate_kg_s"), p.number("height_m")}, weather_of(p), plume_options_of(p)};
}

std::vector<std::string> warnings_of(std::vector<std::string> codes, const ModelInput& input) {
  for (std::string& code : stack_codes(input.settings)) codes.push_back(std::move(code));
  for (std::string& code : heavy_gas_codes(input, input.settings.number("rate_kg_s"))) codes.push_back(std::move(code));
  return codes;
}

PointAnswer answer_at(const SourcePlume& plume, const Parameters& at) {
  const double x_m = at.number("x_m");
  const PlumeColumn& column = plume.column();
  PointAnswer answer;
  const double concentration = plume.concentration_kg_m3(x_m, at.number("y_m"), at.number("z_m"));
  const auto downwind = [&](double value) { return x_m > 0.0 ? finite_or_none(value) : std::nullopt; };
  answer.values = {{"concentration_kg_m3", finite_or_none(concentration)},
                   {"sigma_y_m", downwind(column.sigma_y_m(x_m))},
                   {"sigma_z_m", downwind(column.sigma_z_m(x_m))},
                   {"effective_height_m", downwind(column.height_m(x_m))},
                   {"remaining_fraction", downwind(column.remaining(x_m))}};
  if (!(x_m > 0.0)) answer.reason = upwind_reason();
  return answer;
}

ModelAnswer evaluate_detailed(const SourcePlume& plume, const ModelInput& input) {
  ModelAnswer answer;
  answer.warnings = warnings_of(plume.column().warnings(), input);
  if (const auto& rise = plume.column().rise()) {
    answer.derived = {{"plume_rise_m", rise->final_rise_m()}, {"final_rise_distance_m", rise->final_distance_m()}};
  }
  for (const Parameters& at : input.at) {
    answer.points.push_back(answer_at(plume, at));
    const double x_m = at.number("x_m");
    if (x_m > 0.0 && outside_sigma_range(x_m)) answer.warn("outside_sigma_range");
  }
  return answer;
}

/// The case as one of its sources sees it.
ModelInput seen_from(const PlacedSource& placed, const ModelInput& input) {
  ModelInput own = input;
  own.sources.clear();
  own.settings = placed.settings;
  for (Parameters& at : own.at) {
    at.set("x_m", at.number("x_m") - placed.x_m);
    at.set("y_m", at.number("y_m") - placed.y_m);
  }
  return own;
}

/// Concentrations add up; widths do not.
ModelAnswer sum_of_sources(const ModelInput& input) {
  ModelAnswer sum;
  sum.points.assign(input.at.size(), PointAnswer{{{"concentration_kg_m3", 0.0}}, std::nullopt});
  for (const PlacedSource& placed : input.sources) {
    const ModelAnswer one = evaluate(seen_from(placed, input));
    for (const std::string& code : one.warnings) sum.warn(code);
    for (std::size_t i = 0; i < one.points.size(); ++i) {
      std::optional<double>& total = sum.points[i].values.front().second;
      const std::optional<double> part = one.points[i].values.front().second;
      total = total && part ? std::optional(*total + *part) : std::nullopt;
    }
  }
  return sum;
}

void refuse_several(const ModelInput& input) {
  if (input.sources.empty()) return;
  throw ModelError(
      "several_sources",
      {"a distance is measured from one source; the case has several", "距离须从一个源量起, 而该算例有多个源"},
      {.field = "sources"}, {"Ask at points instead", "请改用 at 指定点"});
}

ModelAnswer evaluate_point_source(const ModelInput& input) {
  const GaussianPlume plume = plume_of(input.settings);
  const std::vector<double> x_m = column(input.at, "x_m");
  std::vector<double> concentrations(x_m.size());
  plume.concentrations(x_m, column(input.at, "y_m"), column(input.at, "z_m"), concentrations);
  ModelAnswer answer;
  answer.warnings = warnings_of(plume.warnings(), input);
  for (std::size_t i = 0; i < x_m.size(); ++i) {
    answer.points.push_back(plume_answer(plume, x_m[i], concentrations[i]));
    if (x_m[i] > 0.0 && outside_sigma_range(x_m[i])) answer.warn("outside_sigma_range");
  }
  return answer;
}

ModelAnswer evaluate_one(const ModelInput& input) {
  if (const auto plume = detailed_plume(input.settings)) return evaluate_detailed(*plume, input);
  return evaluate_point_source(input);
}

ModelAnswer evaluate(const ModelInput& input) {
  ModelAnswer answer = input.sources.empty() ? evaluate_one(input) : sum_of_sources(input);
  warn_above_pure_gas(answer, input);
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  refuse_several(input);
  const double z_m = question.at.number("z_m");
  if (const auto detailed = detailed_plume(input.settings)) {
    return plume_distance(farthest_distance_m(*detailed, question.value, z_m),
                          warnings_of(detailed->column().warnings(), input));
  }
  const GaussianPlume plume = plume_of(input.settings);
  return plume_distance(farthest_distance_m(plume, question.value, z_m), warnings_of(plume.warnings(), input));
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
  for (ModelParameter& p : source_detail_parameters()) all.push_back(std::move(p));
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
  all.push_back(
      {{"gas colder than the air leaves the stack: that it may sink is not modelled", "烟气冷于空气: 未计其可能下沉"},
       "cold_plume_may_sink"});
  return all;
}

}  // namespace
}  // namespace gaussian_plume_parts

Model gaussian_plume_entry() {
  using namespace gaussian_plume_parts;
  Model model;
  model.descriptor.id = "gaussian_plume";
  model.descriptor.title = {"Steady Gaussian plume", "连续点源高斯烟羽"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = concentration_outputs();
  for (ModelOutput& output : source_detail_outputs()) model.descriptor.outputs.push_back(std::move(output));
  model.descriptor.sums_sources = true;
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
