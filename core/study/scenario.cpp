#include "core/study/scenario.hpp"

#include <array>
#include <cstddef>

namespace sise {
namespace {
constexpr std::array<std::string_view, 7> kNames{"toxic",     "explosion",  "fireball", "jet_fire",
                                                 "pool_fire", "flash_fire", "vce"};
}

std::string_view name_of(ScenarioKind kind) { return kNames.at(static_cast<std::size_t>(kind)); }

std::optional<ScenarioKind> scenario_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<ScenarioKind>(i);
  }
  return std::nullopt;
}

}  // namespace sise
