// decisions.json, for proposals and plans alike.
#pragma once
#include <filesystem>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// The contract's array: one decision a line, in the order of the proposals. `colours`: the map's; `remedies`: per
/// proposal, or none. Throws OutputError.
void write_decisions(const std::filesystem::path& path, const std::vector<Proposal>& proposals,
                     const std::vector<Decision>& decisions, const ClassScheme& colours,
                     const std::vector<std::vector<Remedy>>& remedies = {});

/// {"id": ..., "what": ..., "source": ..., "confidence": ...}.
[[nodiscard]] PropertyObject json_of(const Link& link);

/// {"zh": ..., "en": ...}.
[[nodiscard]] PropertyObject both(const Text& text);

}  // namespace sise
