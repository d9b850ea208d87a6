// The files of data/ as they are inside the program.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// The bytes of a built-in file, named relative to data/ ("rules/gb36894-2018.toml").
[[nodiscard]] std::optional<std::string_view> embedded_file(std::string_view name);

/// The names of the built-in files below a folder ("rules/"), sorted.
[[nodiscard]] std::vector<std::string> embedded_names(std::string_view folder);

}  // namespace sise
