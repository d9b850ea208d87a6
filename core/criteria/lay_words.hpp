// Risks in words that people who are no engineers can read.
#pragma once
#include "models/base/text.hpp"

namespace sise {

/// "of a million people who were always here, about 14 a year would die in such an accident; over 30 years the chance for one
/// person is about 0.043 %": never only "once in so many years". `risk_per_year` is above 0.
[[nodiscard]] Text lay_risk(double risk_per_year);

}  // namespace sise
