// stdout carries only what was asked for, and a failed write is told.
#pragma once
#include <string_view>

namespace sise::app {

/// Throws OutputError when stdout cannot take it (a full disk, a closed pipe).
void write_standard_output(std::string_view text);

}  // namespace sise::app
