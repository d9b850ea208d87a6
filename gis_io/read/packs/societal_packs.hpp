// data/fn_lines and data/vulnerability: what societal risk is judged by, and whom accidents kill indoors and out.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/criteria/fn_lines.hpp"
#include "models/harm/people_vulnerability.hpp"

namespace sise {

/// "hk", "nl_1990", ..., a built-in rule pack with lines of its own ("gb36894-2018"), or a file of the user's. Throws ConfigError
/// with every problem.
[[nodiscard]] FnCriterion fn_lines(const std::string& name, const std::filesystem::path& folder = {});
/// The ids of the built-in lines, sorted; those of rule packs are not among them.
[[nodiscard]] std::vector<std::string> fn_lines_ids();

/// "aqt3046-2013", or a file of the user's. Throws ConfigError with every problem.
[[nodiscard]] PeopleVulnerability people_vulnerability(const std::string& name,
                                                       const std::filesystem::path& folder = {});
[[nodiscard]] std::vector<std::string> people_vulnerability_ids();

}  // namespace sise
