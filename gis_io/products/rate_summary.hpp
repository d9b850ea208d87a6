// What a rating says in sum, for machines: summary.json.
#pragma once
#include <string>

#include "gis_io/write/results/register_view.hpp"

namespace sise {

[[nodiscard]] PropertyObject rate_summary(const std::string& title, const RegisterView& view);

}  // namespace sise
