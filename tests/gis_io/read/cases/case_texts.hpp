// Cases given as JSON text, read and answered as `sise eval` does.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/cases/answer_cases.hpp"

namespace sise::test {

inline std::vector<EvalCase> cases_of(const std::string& json, const std::vector<std::string>& overrides = {}) {
  const CaseTables tables{substances(), [](std::string_view id) { return harm_pack(std::string(id)); }};
  return read_cases(parse_config(json, "cases.json", ConfigFormat::json), overrides, tables);
}

inline nlohmann::json answers_to(const std::string& json) {
  return nlohmann::json::parse(answer_cases(cases_of(json)).json);
}

/// The code of the error that answers a single case; empty when it has none.
inline std::string error_code(const std::string& json) {
  const nlohmann::json answer = answers_to(json).at(0);
  return answer.contains("error") ? answer.at("error").at("code").get<std::string>() : "";
}

}  // namespace sise::test
