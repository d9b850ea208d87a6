#include "models/catalogue/source_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "models/base/error.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 3> kStack{"stack_diameter_m", "exit_velocity_m_s", "exit_temperature_K"};
// What makes a source more than a point; `angle_deg` alone does not.
constexpr std::array<std::string_view, 10> kDetails{
    "stack_diameter_m",  "exit_velocity_m_s", "exit_temperature_K",      "length_m",   "width_m", "initial_sigma_y_m",
    "initial_sigma_z_m", "air_gradient_K_m",  "deposition_velocity_m_s", "half_life_s"};

double number_or_zero(const Parameters& p, std::string_view name) { return p.optional_number(name).value_or(0.0); }

std::optional<StackGas> stack_of(const Parameters& p) {
  const auto given = std::count_if(kStack.begin(), kStack.end(), [&](std::string_view name) { return p.has(name); });
  if (given == 0) return std::nullopt;
  if (given == static_cast<std::ptrdiff_t>(kStack.size())) {
    return StackGas{p.number(kStack[0]), p.number(kStack[1]), p.number(kStack[2])};
  }
  throw ModelError("incomplete_stack",
                   {"a stack needs stack_diameter_m, exit_velocity_m_s and exit_temperature_K together",
                    "烟囱须同时给出 stack_diameter_m, exit_velocity_m_s 和 exit_temperature_K"},
                   {.field = "source"}, {"Give all three, or none", "请三者都给出, 或都不给"});
}

ModelParameter length(ParameterGroup group, const std::string& name, Text text) {
  return {.group = group, .name = name, .unit = "m", .text = std::move(text), .at_least = 0.0};
}

}  // namespace

std::vector<ModelParameter> source_detail_parameters() {
  using enum ParameterGroup;
  return {
      {.group = source,
       .name = "stack_diameter_m",
       .unit = "m",
       .text = {"inner diameter of the stack; with the next two, the plume rises",
                "烟囱出口内径; 与下两项同时给出时计算抬升"},
       .above = 0.0},
      {.group = source,
       .name = "exit_velocity_m_s",
       .unit = "m/s",
       .text = {"speed of the gas at the stack's top", "烟囱出口烟气流速"},
       .above = 0.0},
      {.group = source,
       .name = "exit_temperature_K",
       .unit = "K",
       .text = {"temperature of the gas at the stack's top", "烟囱出口烟气温度"},
       .above = 0.0},
      length(source, "length_m", {"length of a line, or the long side of an area", "线源长度, 或面源长边"}),
      length(source, "width_m", {"width of an area; none: a line", "面源宽度; 缺省: 线源"}),
      {.group = source,
       .name = "angle_deg",
       .unit = "deg",
       .text = {"of the length from the downwind axis towards positive y; 90: square to the wind",
                "长边与下风向轴的夹角, 向 y 正向为正; 90 为垂直于风向"},
       .default_number = 90.0,
       .at_least = -360.0,
       .at_most = 360.0},
      length(source, "initial_sigma_y_m", {"crosswind sigma of the source itself", "源自身的横向扩散参数"}),
      length(source, "initial_sigma_z_m", {"vertical sigma of the source itself", "源自身的垂向扩散参数"}),
      {.group = weather,
       .name = "air_gradient_K_m",
       .unit = "K/m",
       .text = {"gradient of the potential temperature, for the rise in stable air; none: the class's own",
                "位温梯度, 用于稳定层结抬升; 缺省: 按稳定度"},
       .above = 0.0},
      {.group = options,
       .name = "deposition_velocity_m_s",
       .unit = "m/s",
       .text = {"dry deposition velocity; none: nothing is deposited", "干沉降速度; 缺省: 不计沉降"},
       .at_least = 0.0},
      {.group = options,
       .name = "half_life_s",
       .unit = "s",
       .text = {"half-life in the air; none: nothing decays", "大气中的半衰期; 缺省: 不衰减"},
       .above = 0.0},
  };
}

std::vector<ModelOutput> source_detail_outputs() {
  return {{.name = "effective_height_m", .unit = "m", .text = {"height of the plume's axis", "烟羽轴线高度"}},
          {.name = "remaining_fraction", .text = {"share still in the air", "仍在空气中的份额"}},
          derived_output("plume_rise_m", "m", {"final rise above the stack's top", "最终抬升高度"}),
          derived_output("final_rise_distance_m", "m", {"where the rise ends", "抬升终止距离"})};
}

std::optional<SourcePlume> detailed_plume(const Parameters& p) {
  if (std::none_of(kDetails.begin(), kDetails.end(), [&](std::string_view name) { return p.has(name); })) {
    return std::nullopt;
  }
  const ColumnDetails details{.stack = stack_of(p),
                              .air_gradient_K_m = p.optional_number("air_gradient_K_m"),
                              .initial_sigma_y_m = number_or_zero(p, "initial_sigma_y_m"),
                              .initial_sigma_z_m = number_or_zero(p, "initial_sigma_z_m"),
                              .deposition_velocity_m_s = number_or_zero(p, "deposition_velocity_m_s"),
                              .half_life_s = p.optional_number("half_life_s")};
  const SourceShape shape{number_or_zero(p, "length_m"), number_or_zero(p, "width_m"), p.number("angle_deg")};
  return SourcePlume({p.number("rate_kg_s"), p.number("height_m")}, weather_of(p), plume_options_of(p), details, shape);
}

std::vector<std::string> stack_codes(const Parameters& p) {
  const std::optional<double> gas_K = p.optional_number("exit_temperature_K");
  if (gas_K && *gas_K < p.number("temperature_K")) return {"cold_plume_may_sink"};
  return {};
}

}  // namespace sise
