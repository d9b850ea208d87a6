// What a unit holds: its record's own substance, those of the table of contents, and the parts of mixtures.
#pragma once
#include <vector>

#include "core/accidents/generate/stored.hpp"
#include "core/study/unit_content.hpp"

namespace sise {

/// Of the record's unit; rows of other units are left out. A mixture whose shares nobody states is each of its
/// substances in the whole amount, which is remarked.
[[nodiscard]] std::vector<Content> contents_of(const UnitRecord& record, const std::vector<UnitContent>& contents);

}  // namespace sise
