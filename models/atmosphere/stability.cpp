#include "models/atmosphere/stability.hpp"

#include <array>
#include <cctype>
#include <cstddef>
#include <string>

namespace sise {
namespace {
constexpr std::array<std::string_view, 11> kStabilityNames{"A", "A-B", "B", "B-C", "C", "C-D",
                                                           "D", "D-E", "E", "E-F", "F"};
}

std::string_view name_of(Stability stability) { return kStabilityNames.at(static_cast<std::size_t>(stability)); }

std::optional<Stability> stability_from(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c != '-') letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (letters.size() == 2) letters.insert(1, "-");
  for (std::size_t i = 0; i < kStabilityNames.size(); ++i) {
    if (kStabilityNames.at(i) == letters) return static_cast<Stability>(i);
  }
  return std::nullopt;
}

}  // namespace sise
