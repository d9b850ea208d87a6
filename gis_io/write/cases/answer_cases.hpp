// Answers to the cases of `sise eval` as a JSON array.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/grid/progress.hpp"
#include "gis_io/read/cases/eval_case.hpp"

namespace sise {

struct CaseAnswers {
  std::string json;        ///< one answer per line, in the order of the cases
  std::size_t failed = 0;  ///< cases answered by an error
};

/// {"id", "model", "values": [{...}], "derived": {...}, "warnings": [...]} per case; a point without an answer has null
/// and a reason; a wrong case has {"id", "error": {"code", "message", "message_zh"}}. Numbers are the shortest that
/// read back the same. The same bytes for any number of threads.
[[nodiscard]] CaseAnswers answer_cases(const std::vector<EvalCase>& cases, Progress* progress = nullptr);

}  // namespace sise
