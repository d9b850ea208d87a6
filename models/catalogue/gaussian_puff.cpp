#include "models/dispersion/gaussian_puff.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "models/atmosphere/sigma.hpp"
#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"

namespace sise {
namespace gaussian_puff_parts {
namespace {

/// Released at once, not at a rate; throws ModelError unless the case says exactly one of the two.
bool is_instantaneous(const Parameters& p) {
  const bool mass = p.has("mass_kg");
  const bool rate = p.has("rate_kg_s");
  const bool duration = p.has("duration_s");
  if (mass == (rate && duration) || rate != duration) {
    throw ModelError("one_of_two_keys", {"needs either 'mass_kg' or both 'rate_kg_s' and 'duration_s'",
                                         "需要给出 'mass_kg', 或同时给出 'rate_kg_s' 和 'duration_s', 二者只能取一"});
  }
  return mass;
}

double mass_kg(const Parameters& p) {
  return is_instantaneous(p) ? p.number("mass_kg") : p.number("rate_kg_s") * p.number("duration_s");
}

GaussianPuff puff_of(const Parameters& p) {
  return {p.number("mass_kg"), p.number("height_m"), weather_of(p), plume_options_of(p)};
}

FiniteRelease release_of(const Parameters& p) {
  return {p.number("rate_kg_s"), p.number("duration_s"), p.number("height_m"), weather_of(p), plume_options_of(p)};
}

void append(std::vector<std::string>& codes, const std::vector<std::string>& more) {
  for (const std::string& code : more) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
}

std::vector<std::string> warnings_of(const GaussianPuff& puff, const ModelInput& input) {
  std::vector<std::string> codes = puff.warnings();
  append(codes, heavy_puff_codes(input, mass_kg(input.settings)));
  return codes;
}

/// HJ 169-2018 judges a release as if it came at once where it lasts no longer than the wind takes there and back.
std::vector<std::string> warnings_of(const FiniteRelease& release, const ModelInput& input, double farthest_m) {
  const Parameters& p = input.settings;
  std::vector<std::string> codes = release.warnings();
  append(codes, heavy_gas_codes(input, p.number("rate_kg_s")));
  if (p.number("duration_s") * p.number("wind_speed_m_s") <= 2.0 * farthest_m) {
    append(codes, heavy_puff_codes(input, mass_kg(p)));
  }
  return codes;
}

ModelAnswer evaluate_puff(const ModelInput& input) {
  const GaussianPuff puff = puff_of(input.settings);
  ModelAnswer answer;
  answer.warnings = warnings_of(puff, input);
  for (const Parameters& point : input.at) {
    const double t = point.number("t_s");
    const Puff then = puff.at(t);
    const double c = puff.concentration_kg_m3(point.number("x_m"), point.number("y_m"), point.number("z_m"), t);
    answer.points.push_back({{{"concentration_kg_m3", finite_or_none(c)},
                              {"sigma_y_m", finite_or_none(then.sigma_m)},
                              {"sigma_z_m", finite_or_none(then.sigma_z_m)}},
                             std::nullopt});
    if (outside_sigma_range(then.east_m)) answer.warn("outside_sigma_range");
  }
  return answer;
}

ModelAnswer evaluate_release(const ModelInput& input) {
  const FiniteRelease release = release_of(input.settings);
  ModelAnswer answer;
  double farthest = 0.0;
  for (const Parameters& point : input.at) {
    const double x = point.number("x_m");
    const double c = release.concentration_kg_m3(x, point.number("y_m"), point.number("z_m"), point.number("t_s"));
    answer.points.push_back(plume_answer(release.steady(), x, c));
    if (x > 0.0 && outside_sigma_range(x)) answer.warn("outside_sigma_range");
    farthest = std::max(farthest, x);
  }
  append(answer.warnings, warnings_of(release, input, farthest));
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  ModelAnswer answer = is_instantaneous(input.settings) ? evaluate_puff(input) : evaluate_release(input);
  answer.derived = {{"mass_kg", mass_kg(input.settings)}};
  warn_above_pure_gas(answer, input);
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const double z = question.at.number("z_m");
  FindAnswer answer;
  if (is_instantaneous(input.settings)) {
    const GaussianPuff puff = puff_of(input.settings);
    answer = plume_distance(farthest_distance_m(puff, question.value, z), warnings_of(puff, input));
  } else {
    const FiniteRelease release = release_of(input.settings);
    const std::optional<double> distance = farthest_distance_m(release, question.value, z);
    answer = plume_distance(distance, warnings_of(release, input, distance.value_or(0.0)));
  }
  answer.derived = {{"mass_kg", mass_kg(input.settings)}};
  return answer;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      {.group = source,
       .name = "mass_kg",
       .unit = "kg",
       .text = {"mass released at once", "瞬时释放量"},
       .at_least = 0.0},
      {.group = source,
       .name = "rate_kg_s",
       .unit = "kg/s",
       .text = {"release rate, with duration_s in place of mass_kg", "释放速率, 与 duration_s 一起代替 mass_kg"},
       .at_least = 0.0},
      {.group = source,
       .name = "duration_s",
       .unit = "s",
       .text = {"duration of the release", "释放持续时间"},
       .above = 0.0},
      release_height_parameter()};
  for (ModelParameter& p : weather_parameters()) all.push_back(std::move(p));
  for (ModelParameter& p : spread_parameters()) all.push_back(std::move(p));
  all.push_back(averaging_time_parameter());
  for (ModelParameter& p : place_parameters()) all.push_back(std::move(p));
  all.push_back({.group = at,
                 .name = "t_s",
                 .unit = "s",
                 .text = {"time since the release began", "释放开始后时间"},
                 .required = true,
                 .at_least = 0.0});
  return all;
}

std::vector<ModelValidity> validity() {
  std::vector<ModelValidity> all = plume_validity();
  all.push_back(
      {{"a finite release has its sigma at the receptor: upwind of the source there is none; its concentration "
        "is 0 there, except in calm air",
        "有限时长释放取受体处的扩散参数: 上风向没有扩散参数, 除小风静风外浓度为 0"},
       "upwind"});
  all.push_back(
      {{"the find question asks for the highest concentration of all times", "求距离时取各时刻浓度的最大值"}, ""});
  return all;
}

}  // namespace
}  // namespace gaussian_puff_parts

Model gaussian_puff_entry() {
  using namespace gaussian_puff_parts;
  Model model;
  model.descriptor.id = "gaussian_puff";
  model.descriptor.title = {"Gaussian puff: released at once or for a limited time", "高斯烟团: 瞬时或有限时长释放"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = concentration_outputs();
  model.descriptor.outputs.push_back(
      {.name = "mass_kg", .unit = "kg", .text = {"mass released in all", "释放总量"}, .derived = true});
  model.descriptor.validity = validity();
  model.descriptor.source =
      "Turner 1970, ch. 5; Slade 1968; Palazzi et al. 1982, Atmos. Environ. 16, 2785; GB/T 13201-91";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/gaussian_puff.md";
  model.descriptor.find_parameter = "z_m";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
