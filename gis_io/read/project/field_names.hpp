// Our names for layers' fields, section by section, as [*.fields] may map them.
#pragma once
#include <string>
#include <vector>

namespace sise {

[[nodiscard]] const std::vector<std::string>& unit_field_names();
[[nodiscard]] const std::vector<std::string>& boundary_field_names();
[[nodiscard]] const std::vector<std::string>& scenario_field_names();
[[nodiscard]] const std::vector<std::string>& target_field_names();
[[nodiscard]] const std::vector<std::string>& population_field_names();
[[nodiscard]] const std::vector<std::string>& wind_rose_field_names();

}  // namespace sise
