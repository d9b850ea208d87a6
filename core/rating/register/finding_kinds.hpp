// The tables of findings. Not for use outside register.
#pragma once
#include <vector>

#include "core/rating/register/findings.hpp"

namespace sise {

inline constexpr Weight kRemark = Weight::remark;
inline constexpr Weight kFlagged = Weight::flagged;
inline constexpr Weight kLeftOut = Weight::left_out;

[[nodiscard]] const std::vector<FindingKind>& grade_finding_kinds();
[[nodiscard]] const std::vector<FindingKind>& place_finding_kinds();
[[nodiscard]] const std::vector<FindingKind>& record_finding_kinds();

}  // namespace sise
