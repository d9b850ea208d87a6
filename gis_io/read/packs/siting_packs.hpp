// Rules that stand beside the criteria of risk: siting rules of law, distances of design codes, the British advice. A
// mistake in one is refused with its line.
#pragma once
#include <filesystem>
#include <string>

#include "core/criteria/advice.hpp"
#include "core/criteria/design_codes.hpp"
#include "core/criteria/law.hpp"
#include "core/criteria/siting_rules.hpp"

namespace sise {

/// "siting", or a path ending in .toml relative to `folder`. Throws ConfigError with every problem and its line.
[[nodiscard]] LawPack law_pack(const std::string& name = "siting", const std::filesystem::path& folder = {});
/// "padhi", or a path.
[[nodiscard]] AdvicePack advice_pack(const std::string& name = "padhi", const std::filesystem::path& folder = {});
/// Every built-in table of distances.
[[nodiscard]] DesignCodes design_codes();
/// "gbt39499-2020", or a path.
[[nodiscard]] SanitaryPack sanitary_pack(const std::string& name = "gbt39499-2020",
                                         const std::filesystem::path& folder = {});
/// "gb32167-2015", or a path.
[[nodiscard]] PipelinePack pipeline_pack(const std::string& name = "gb32167-2015",
                                         const std::filesystem::path& folder = {});
/// A user's lists of admission; none are built in. Throws ConfigError with every problem and its line.
[[nodiscard]] AdmissionLists admission_lists(const std::string& name, const std::filesystem::path& folder);
/// All that is built in, without lists.
[[nodiscard]] SitingRules siting_rules();
/// A table of distances as text; `name` is told in messages.
[[nodiscard]] DesignCodes design_codes_from(std::string_view text, const std::string& name);

}  // namespace sise
