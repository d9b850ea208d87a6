// The commands of the program, one function each.
#pragma once
#include <memory>
#include <vector>

#include "app/command.hpp"

namespace sise::app {

[[nodiscard]] std::unique_ptr<Command> map_command();
[[nodiscard]] std::unique_ptr<Command> distances_command();
[[nodiscard]] std::unique_ptr<Command> review_command();
[[nodiscard]] std::unique_ptr<Command> capacity_command();
[[nodiscard]] std::unique_ptr<Command> relocation_command();
[[nodiscard]] std::unique_ptr<Command> societal_command();
[[nodiscard]] std::unique_ptr<Command> zones_command();
[[nodiscard]] std::unique_ptr<Command> scenarios_command();
[[nodiscard]] std::unique_ptr<Command> hazards_command();
[[nodiscard]] std::unique_ptr<Command> onemap_command();
[[nodiscard]] std::unique_ptr<Command> rate_command();
[[nodiscard]] std::unique_ptr<Command> rose_command();
[[nodiscard]] std::unique_ptr<Command> eval_command();
[[nodiscard]] std::unique_ptr<Command> models_command();
[[nodiscard]] std::unique_ptr<Command> substances_command();
[[nodiscard]] std::unique_ptr<Command> rules_command();
[[nodiscard]] std::unique_ptr<Command> validate_command();
[[nodiscard]] std::unique_ptr<Command> init_command();
[[nodiscard]] std::unique_ptr<Command> schema_command();
[[nodiscard]] std::unique_ptr<Command> help_command();

/// All of them, in the order of --help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace sise::app
