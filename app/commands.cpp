#include "app/commands.hpp"

namespace sise::app {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(map_command());
  commands.push_back(distances_command());
  commands.push_back(review_command());
  commands.push_back(capacity_command());
  commands.push_back(relocation_command());
  commands.push_back(societal_command());
  commands.push_back(zones_command());
  commands.push_back(scenarios_command());
  commands.push_back(hazards_command());
  commands.push_back(onemap_command());
  commands.push_back(rate_command());
  commands.push_back(rose_command());
  commands.push_back(eval_command());
  commands.push_back(models_command());
  commands.push_back(substances_command());
  commands.push_back(rules_command());
  commands.push_back(validate_command());
  commands.push_back(init_command());
  commands.push_back(schema_command());
  commands.push_back(help_command());
  return commands;
}

}  // namespace sise::app
