// Our names for layers' fields, section by section, as [*.fields] may map them.
#pragma once
#include <string>
#include <vector>

namespace sise {

[[nodiscard]] const std::vector<std::string>& unit_field_names();
[[nodiscard]] const std::vector<std::string>& content_field_names();
[[nodiscard]] const std::vector<std::string>& boundary_field_names();
[[nodiscard]] const std::vector<std::string>& scenario_field_names();
[[nodiscard]] const std::vector<std::string>& target_field_names();
[[nodiscard]] const std::vector<std::string>& population_field_names();
[[nodiscard]] const std::vector<std::string>& wind_rose_field_names();
/// Facts that rules of law and design codes ask of a proposal.
[[nodiscard]] const std::vector<std::string>& fact_field_names();
/// What [proposals.fields] may map: a target's and a unit's names, unit_kind, and facts.
[[nodiscard]] const std::vector<std::string>& proposal_field_names();

/// What [plan.fields] may map: a target's names, code and code_name.
[[nodiscard]] const std::vector<std::string>& plan_field_names();

/// One of the names above.
[[nodiscard]] bool is_field_name(const std::string& name);

}  // namespace sise
