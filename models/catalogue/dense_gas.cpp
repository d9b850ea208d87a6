#include "models/dispersion/dense_gas.hpp"

#include <fmt/format.h>

#include <utility>

#include "models/base/error.hpp"
#include "models/catalogue/dense_gas_parts.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"
#include "models/catalogue/release_parts.hpp"

namespace sise {
namespace dense_gas_parts {
namespace {

constexpr double kFarthestUse_m = 1e4;
constexpr double kRoughestUse_m = 0.1;
constexpr double kShallow_m = 1.0;

/// A case made ready: the cloud and what has to be said of it.
struct DenseCase {
  DenseGas cloud;
  std::vector<std::string> warnings;
  double source_K = 0.0;
};

DenseCase prepare(const ModelInput& input) {
  const Parameters& p = input.settings;
  const DenseCaseSource source = dense_source_of(input);
  DenseGas cloud(source.source, source.substance, weather_of(p), p.number("relative_humidity"), dense_options_of(p));
  std::vector<std::string> warnings = source.warnings;
  for (std::string& code : cloud.warnings()) warnings.push_back(std::move(code));
  if (p.number("roughness_m") > kRoughestUse_m) warnings.emplace_back("rough_ground");
  return {std::move(cloud), std::move(warnings), source.source.temperature_K};
}

std::vector<std::pair<std::string, double>> derived_of(const DenseCase& ready) {
  const DensePath& path = ready.cloud.path();
  std::vector<std::pair<std::string, double>> derived{
      {"source_half_width_m", ready.cloud.section(path.first_m())->half_width_m}};
  if (path.transition_m()) derived.emplace_back("transition_distance_m", *path.transition_m());
  if (path.rise_m() > 0.0) derived.emplace_back("rise_height_m", path.rise_m());
  derived.emplace_back("richardson_number", ready.cloud.richardson());
  derived.emplace_back("source_temperature_K", ready.source_K);
  return derived;
}

/// Why there is no slice at this distance.
Reason why_no_slice(const DenseGas& cloud, double x_m) {
  if (x_m > cloud.path().last_m() && cloud.path().risen()) {
    return {"cloud_rises",
            {fmt::format("warmer than the air, the cloud has risen to the lid at {:.0f} m", cloud.path().last_m()),
             fmt::format("云团热于空气, 在 {:.0f} m 处已上升至混合层顶", cloud.path().last_m())}};
  }
  if (x_m > cloud.path().last_m()) {
    return {"too_far",
            {fmt::format("the cloud was followed to {:.0f} m only", cloud.path().last_m()),
             fmt::format("云团只计算到 {:.0f} m", cloud.path().last_m())}};
  }
  return {"before_the_cloud",
          {fmt::format("the cloud's first slice stands at {:.4g} m", cloud.path().first_m()),
           fmt::format("云团的第一个断面位于 {:.4g} m", cloud.path().first_m())}};
}

PointAnswer answer_at(const DenseGas& cloud, const Parameters& at) {
  const double x = at.number("x_m");
  const double y = at.number("y_m");
  const double z = at.number("z_m");
  const std::optional<double> t = at.optional_number("t_s");
  const double share = t ? cloud.volume_fraction(x, y, z, *t) : cloud.volume_fraction(x, y, z);
  const std::optional<CloudSection> s = cloud.section(x);
  const auto of_slice = [&](auto&& value) { return s ? finite_or_none(value(*s)) : std::nullopt; };
  const auto number = [&](double CloudSection::*part) {
    return of_slice([part](const CloudSection& section) { return section.*part; });
  };
  PointAnswer answer;
  answer.values = {
      {"concentration_kg_m3", finite_or_none(share * cloud.mixture().pure_kg_m3())},
      {"volume_fraction", finite_or_none(share)},
      {"mean_volume_fraction", of_slice([&](const CloudSection& c) { return cloud.mean_volume_fraction(c); })},
      {"cloud_half_width_m", number(&CloudSection::half_width_m)},
      {"cloud_height_m", number(&CloudSection::height_m)},
      {"cloud_half_length_m", number(&CloudSection::half_length_m)},
      {"centre_height_m", number(&CloudSection::centre_m)},
      {"cloud_speed_m_s", number(&CloudSection::speed_m_s)},
      {"cloud_temperature_K", of_slice([](const CloudSection& c) { return c.mixture.temperature_K; })},
      {"cloud_density_kg_m3", of_slice([](const CloudSection& c) { return c.mixture.density_kg_m3; })},
      {"arrival_s", of_slice([&](const CloudSection&) { return cloud.passage(x)->arrival_s; })}};
  if (!s) answer.reason = why_no_slice(cloud, x);
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  const DenseCase ready = prepare(input);
  ModelAnswer answer;
  answer.derived = derived_of(ready);
  answer.warnings = ready.warnings;
  for (const Parameters& at : input.at) {
    answer.points.push_back(answer_at(ready.cloud, at));
    const double x = at.number("x_m");
    if (x > kFarthestUse_m) answer.warn("outside_tested_distance");
    const std::optional<CloudSection> s = ready.cloud.section(x);
    if (s && !s->lifted && s->height_m < kShallow_m && at.number("z_m") > 0.0) answer.warn("shallow_cloud");
  }
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const DenseCase ready = prepare(input);
  const double pure = question.output == "volume_fraction" ? 1.0 : ready.cloud.mixture().pure_kg_m3();
  FindAnswer answer{.distance_m = farthest_distance_m(ready.cloud, question.value / pure, question.at.number("z_m")),
                    .warnings = ready.warnings};
  answer.derived = derived_of(ready);
  if (!answer.distance_m) {
    answer.reason =
        Reason{"not_reached", {"the concentration on the axis is lower everywhere", "轴线浓度处处低于该值"}};
  } else if (*answer.distance_m > kFarthestUse_m) {
    answer.warnings.emplace_back("outside_tested_distance");
  }
  return answer;
}

std::vector<ModelOutput> outputs() {
  std::vector<ModelOutput> all{
      {.name = "concentration_kg_m3",
       .unit = "kg/m3",
       .text = {"concentration at the air's temperature: the highest over time, or at t_s",
                "按气温计的浓度: 各时刻最大值, 或 t_s 时刻值"},
       .findable = true},
      {.name = "volume_fraction", .text = {"the same as volume fraction", "同上, 体积分数"}, .findable = true},
      {.name = "mean_volume_fraction", .text = {"mean of the slice", "断面平均体积分数"}},
      {.name = "cloud_half_width_m", .unit = "m", .text = {"half width B", "云团半宽 B"}},
      {.name = "cloud_height_m", .unit = "m", .text = {"height h", "云团高度 h"}},
      {.name = "cloud_half_length_m", .unit = "m", .text = {"half length of a puff; 0: a plume", "烟团半长, 0 为烟羽"}},
      {.name = "centre_height_m", .unit = "m", .text = {"height of the centre", "云团中心高度"}},
      {.name = "cloud_speed_m_s", .unit = "m/s", .text = {"speed downwind", "云团移动速度"}},
      {.name = "cloud_temperature_K", .unit = "K", .text = {"mean temperature", "云团平均温度"}},
      {.name = "cloud_density_kg_m3", .unit = "kg/m3", .text = {"mean density", "云团平均密度"}},
      {.name = "arrival_s", .unit = "s", .text = {"when the cloud arrives", "云团到达时间"}}};
  all.push_back(derived_output("source_half_width_m", "m",
                               {"half width where the cloud begins; of a pool with what its vapour covers upwind",
                                "云团起始半宽, 液池含上风向蒸气覆盖范围"}));
  all.push_back(
      derived_output("transition_distance_m", "m",
                     {"where the plume of a limited release becomes a puff", "有限时长释放由烟羽转为烟团处"}));
  all.push_back(derived_output("rise_height_m", "m", {"rise of a vertical jet", "竖直射流的抬升高度"}));
  all.push_back(derived_output("richardson_number", "",
                               {"of HJ 169-2018: heavy from 1/6, released at once above 0.04",
                                "HJ 169-2018 理查德森数: 连续排放不小于 1/6, 瞬时排放大于 0.04 为重质气体"}));
  all.push_back(derived_output("source_temperature_K", "K", {"temperature of what leaves", "释放物温度"}));
  return all;
}

}  // namespace
}  // namespace dense_gas_parts

Model dense_gas_entry() {
  using namespace dense_gas_parts;
  Model model;
  model.descriptor.id = "dense_gas";
  model.descriptor.title = {"Dense gas: slumping cloud from a pool, a jet or at once",
                            "重质气体扩散: 液池, 射流或瞬时释放"};
  model.descriptor.parameters = dense_gas_parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = dense_gas_validity();
  model.descriptor.source =
      "Ermak 1990, UCRL-MA-105607 (SLAB); CPR 14E (Yellow Book) 1997, ch. 4; Hoot, Meroney and Peterka 1973; "
      "far away the curves of gaussian_plume";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/dense_gas.md";
  model.descriptor.find_parameter = "z_m";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
