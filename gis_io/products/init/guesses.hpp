// Guesses about layers and columns, each with its reason; what is unsure says so.
#pragma once
#include <string>
#include <vector>

#include "gis_io/products/init/layer_sight.hpp"
#include "models/base/text.hpp"

namespace sise {

/// What a layer is for; "units", "targets" ... as sections of a project are called, "district", "townships", "points",
/// "record" (of a weather station), or empty: not known.
struct RoleGuess {
  std::string role;
  Text why;
};

[[nodiscard]] RoleGuess guess_role(const LayerSight& sight);

/// ours = "column [unit]". Unsure ones are written as comments; a unit that nobody states is "?".
struct FieldGuess {
  std::string ours;
  std::string theirs;
  bool sure = false;
  Text why;
};

[[nodiscard]] std::vector<FieldGuess> guess_fields(const LayerSight& sight, const std::string& role);

}  // namespace sise
