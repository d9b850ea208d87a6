// How far from a fire a given radiation is still received.
#pragma once
#include <optional>

#include "models/numeric/roots.hpp"

namespace sise {

/// The outermost distance beyond `nearest_m` from a flame of about `size_m` where the radiation, which vanishes far
/// away, has the value (> 0). On a wall the radiation of a raised flame first grows with distance: the outer of the two
/// places counts. nullopt: not reached.
[[nodiscard]] std::optional<double> farthest_radiation_m(const Function1& radiation_w_m2, double nearest_m,
                                                         double size_m, double value_w_m2);

}  // namespace sise
