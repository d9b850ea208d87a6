#include "models/atmosphere/sigma_set.hpp"

#include <array>
#include <cstddef>

namespace sise {
namespace {
constexpr std::array<std::string_view, 5> kNames{"briggs_rural", "briggs_urban", "pasquill_gifford", "gbt13201",
                                                 "slade_puff"};
}

std::string_view name_of(SigmaSet set) { return kNames.at(static_cast<std::size_t>(set)); }

std::optional<SigmaSet> sigma_set_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<SigmaSet>(i);
  }
  return std::nullopt;
}

}  // namespace sise
