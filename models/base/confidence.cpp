#include "models/base/confidence.hpp"

#include <array>
#include <cstddef>

namespace sise {
namespace {
constexpr std::array<std::string_view, 3> kNames{"seen", "corroborated", "recalled"};
}

std::string_view name_of(Confidence confidence) { return kNames.at(static_cast<std::size_t>(confidence)); }

std::optional<Confidence> confidence_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<Confidence>(i);
  }
  return std::nullopt;
}

}  // namespace sise
