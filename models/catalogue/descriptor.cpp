#include "models/catalogue/descriptor.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace sise {
namespace {

constexpr std::array<std::string_view, 4> kGroups{"source", "weather", "options", "at"};
constexpr std::array<std::string_view, 3> kTypes{"number", "choice", "name"};

}  // namespace

std::string_view name_of(ParameterGroup group) { return kGroups.at(static_cast<std::size_t>(group)); }

std::string_view name_of(ParameterType type) { return kTypes.at(static_cast<std::size_t>(type)); }

const ModelParameter* ModelDescriptor::parameter(ParameterGroup group, std::string_view name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const ModelParameter& p) { return p.group == group && p.name == name; });
  return found == parameters.end() ? nullptr : &*found;
}

const ModelOutput* ModelDescriptor::output(std::string_view name) const {
  const auto found =
      std::find_if(outputs.begin(), outputs.end(), [&](const ModelOutput& output) { return output.name == name; });
  return found == outputs.end() ? nullptr : &*found;
}

bool ModelDescriptor::takes(ParameterGroup group) const {
  return std::any_of(parameters.begin(), parameters.end(), [&](const ModelParameter& p) { return p.group == group; });
}

Text allowed_values(const ModelParameter& p) {
  if (!p.choices.empty()) {
    const std::string names = fmt::format("{}", fmt::join(p.choices, ", "));
    return {"one of " + names, "取值之一: " + names};
  }
  if (p.at_least && p.at_most) {
    return {fmt::format("from {} to {}", *p.at_least, *p.at_most), fmt::format("{} 至 {}", *p.at_least, *p.at_most)};
  }
  if (p.above && p.at_most) {
    return {fmt::format("above {}, up to {}", *p.above, *p.at_most),
            fmt::format("大于 {} 且不大于 {}", *p.above, *p.at_most)};
  }
  if (p.above) return {fmt::format("above {}", *p.above), fmt::format("大于 {}", *p.above)};
  if (p.at_least) return {fmt::format("at least {}", *p.at_least), fmt::format("不小于 {}", *p.at_least)};
  if (p.at_most) return {fmt::format("at most {}", *p.at_most), fmt::format("不大于 {}", *p.at_most)};
  return {};
}

}  // namespace sise
