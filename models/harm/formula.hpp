// A vulnerability function as people read it.
#pragma once
#include <string>

#include "models/harm/dose_response.hpp"

namespace sise {

/// "Y = -12.6 + 1.524 ln(p), p Pa". All constants in SI.
[[nodiscard]] std::string formula_text(const ProbitForm& form);

/// The name of a form in a pack's file: "heat", "overpressure", "impulse", "body", "lung", "structure".
[[nodiscard]] std::string_view form_name(const ProbitForm& form);

}  // namespace sise
