// An event tree drawn as SVG: from a case of a part to its ends, with every probability.
#pragma once
#include <string>

#include "core/accidents/generate/trace.hpp"

namespace sise {

/// Of frequencies on these pages.
inline constexpr int kFrequencyDigits = 3;

/// One <svg> element, in both languages.
[[nodiscard]] std::string tree_svg(const TraceCase& traced);

/// "flash fire" / "闪火" for an outcome.
[[nodiscard]] Text outcome_label(std::string_view outcome);

}  // namespace sise
