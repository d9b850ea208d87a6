// What is wrong or odd in a row of a register, and what the office can do about it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// Where a row came from: index of its file in the register, line of the text or row of the sheet (or feature number).
struct RowRef {
  std::uint32_t file = 0;
  std::int32_t line = 0;
  bool operator==(const RowRef&) const = default;
};

enum class Weight : std::uint8_t {
  remark,    ///< worth knowing; the row counts as it is
  flagged,   ///< somebody should look; the row counts
  left_out,  ///< a part of the row (or all of it) could not be used: the run is partial
};

struct FindingKind {
  std::string_view code;
  Weight weight = Weight::remark;
  Text what;
  Text remedy;
};

struct Finding {
  const FindingKind* kind = nullptr;
  std::string field;   ///< as the office calls it
  std::string detail;  ///< the value, or what was most likely meant
};

using Findings = std::vector<Finding>;

/// The kind of that code; throws std::logic_error for an unknown one.
[[nodiscard]] const FindingKind& finding_kind(std::string_view code);
void add_finding(Findings& findings, std::string_view code, std::string field = {}, std::string detail = {});
[[nodiscard]] bool has_finding(const Findings& findings, std::string_view code);
/// The heaviest of a row; remark where there are none.
[[nodiscard]] Weight weight_of(const Findings& findings);

}  // namespace sise
