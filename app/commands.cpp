#include "app/commands.hpp"

namespace sise::app {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(eval_command());
  commands.push_back(models_command());
  return commands;
}

}  // namespace sise::app
