// Checksums of inputs and outputs.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace sise {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

/// The same of a file's content, read in pieces. Throws InputError when the file cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace sise
