// What a person wants to know of a rating first.
#pragma once
#include <vector>

#include "gis_io/write/results/register_view.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Points and enterprises by colour, hidden dangers, live data: one line each.
[[nodiscard]] std::vector<Text> rate_headline(const RegisterView& view);

}  // namespace sise
