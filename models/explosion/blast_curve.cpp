#include "models/explosion/blast_curve.hpp"

#include <array>
#include <cstddef>

namespace sise {
namespace {

// In the order of BlastCurve.
constexpr std::array<std::string_view, 9> kNames{"gb6722",
                                                 "kingery_bulmash_hemispherical",
                                                 "kingery_bulmash_spherical",
                                                 "swisdak_hemispherical",
                                                 "kinney_graham",
                                                 "sadovsky",
                                                 "henrych",
                                                 "mills",
                                                 "brode"};

}  // namespace

std::string_view name_of(BlastCurve curve) { return kNames.at(static_cast<std::size_t>(curve)); }

std::optional<BlastCurve> blast_curve_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<BlastCurve>(i);
  }
  return std::nullopt;
}

}  // namespace sise
