// Manual pages, completions and schemas as a package installs them.
#pragma once
#include <filesystem>
#include <string>

namespace sise::app {

/// A command's page below `folder` (docs/commands); empty when no folder is named or the command has no page there.
[[nodiscard]] std::string docs_page(const std::filesystem::path& folder, const std::string& command);

/// Below `folder`: man/man1, man/zh_CN/man1, bash-completion, zsh, fish and sise/*.schema.json, replacing what is there.
/// `docs`: docs/commands, or empty. Throws OutputError.
void write_help_files(const std::filesystem::path& folder, const std::filesystem::path& docs);

}  // namespace sise::app
