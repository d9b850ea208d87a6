// data/warnings: how far a value may be off where a warning is attached to it.
#pragma once
#include <filesystem>
#include <string>

#include "core/criteria/warning_brackets.hpp"

namespace sise {

/// "warning-brackets", or a file of the user's. Throws ConfigError with every problem.
[[nodiscard]] WarningBrackets warning_brackets(const std::string& name, const std::filesystem::path& folder = {});

}  // namespace sise
