// What a rating says in sum.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/results/register_view.hpp"
#include "models/base/text.hpp"

namespace sise {

[[nodiscard]] PropertyObject rate_summary(const std::string& title, const RegisterView& view);
[[nodiscard]] std::vector<Text> rate_headline(const RegisterView& view);

}  // namespace sise
