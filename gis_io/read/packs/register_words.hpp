// The words of registers, as data: what offices call their columns, what their codes mean, which coordinates are none.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/rating/register/grade.hpp"

namespace sise {

enum class RegisterRecord { point, enterprise, danger, step, live };

/// "point", "enterprise", "danger", "step", "live".
[[nodiscard]] std::string_view name_of(RegisterRecord record);

struct RegisterField {
  RegisterRecord record = RegisterRecord::point;
  std::string name;  ///< ours
  std::string kind;  ///< "text", "grade", "factor", "fact", "answer", "date", "place", "flag", "private" ...
  std::vector<std::string> headings;
};

[[nodiscard]] const std::vector<RegisterField>& register_fields();
/// Our names for the columns of one kind of record, and those of its fields of some kinds alone.
[[nodiscard]] const std::vector<std::string>& register_field_names(RegisterRecord record);

struct CodeMeaning {
  std::string code;
  std::string means;
};

struct CodeTable {
  std::string id;
  std::string kind;  ///< "grade", "danger", "state", "report", "text"
  RuleMark mark = RuleMark::recalled;
  std::vector<std::string> aliases;
  std::vector<CodeMeaning> codes;
};

[[nodiscard]] const std::vector<CodeTable>& code_tables();
/// By id or alias; null for none.
[[nodiscard]] const CodeTable* code_table(std::string_view name);
[[nodiscard]] std::vector<std::string> code_table_ids();

[[nodiscard]] const std::vector<LonLat>& default_centres();

}  // namespace sise
