#include "app/exit_code.hpp"

namespace sise::app {

int exit_code_of(const Error& error) {
  constexpr int kSignalBase = 128;
  if (dynamic_cast<const ConfigError*>(&error) != nullptr) return kConfigurationWrong;
  if (dynamic_cast<const InputError*>(&error) != nullptr) return kInputWrong;
  if (dynamic_cast<const OutputError*>(&error) != nullptr) return kNotWritten;
  if (dynamic_cast<const BudgetError*>(&error) != nullptr) return kOverBudget;
  if (const auto* interrupted = dynamic_cast<const Interrupted*>(&error)) return kSignalBase + interrupted->signal();
  return kFailed;
}

}  // namespace sise::app
