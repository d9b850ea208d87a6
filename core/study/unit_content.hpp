// A further substance of a unit that holds several.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace sise {

struct UnitContent {
  std::string unit_id;
  std::string substance;       ///< canonical id of the substance table; empty when unknown
  std::string substance_text;  ///< as the table said it
  std::optional<double> inventory_kg;
  std::vector<std::string> hazard_classes;  ///< symbols of GB 18218 table 2, as stated
};

}  // namespace sise
