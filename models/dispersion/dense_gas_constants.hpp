// Constants of the dense-gas model that several of its files use. Source: D. L. Ermak, User's manual for SLAB (1990), unless
// another is named there.
#pragma once

namespace sise {

inline constexpr double kDenseSlowest_m_s = 0.5;  // a calmer wind counts as this
inline constexpr double kSlumpPressure = 0.25;    // of the weight of a spreading cloud, on its rim
inline constexpr double kSlumpForce = 0.75;       // of that of a cloud that spreads along the wind
inline constexpr double kFirstCore = 0.9;         // flat part of a young cloud's profile
inline constexpr int kSlicesPerDecade = 24;

}  // namespace sise
