// Exit codes of the program.
#pragma once
#include <span>

#include "models/base/error.hpp"
#include "models/base/text.hpp"

namespace sise::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kConfigurationWrong = 2;
inline constexpr int kInputWrong = 3;
inline constexpr int kNotWritten = 4;
inline constexpr int kPartial = 5;
inline constexpr int kOverBudget = 6;

/// The code for an error: 2 configuration, 3 input, 4 output, 6 budget, 128 + signal interrupted, else 1.
[[nodiscard]] int exit_code_of(const Error& error);

struct ExitCode {
  const char* code = "";
  Text meaning;
};

/// All of them, for manual pages.
[[nodiscard]] std::span<const ExitCode> exit_codes();

}  // namespace sise::app
