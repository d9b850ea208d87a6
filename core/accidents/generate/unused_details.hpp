// Details of a record that the kind of its unit does not use: what changes nothing is said.
#pragma once
#include "core/accidents/generate/record.hpp"

namespace sise {

/// A remark ("detail_not_used") for each detail that is stated and that no part of a unit of this kind asks for.
void tell_unused_details(const UnitRecord& record);

}  // namespace sise
