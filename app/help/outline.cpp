#include "app/help/outline.hpp"

#include <algorithm>
#include <sstream>

#include "app/program.hpp"

namespace sise::app {
namespace {

std::vector<std::string> split_choices(const std::string& name) {
  std::vector<std::string> words;
  std::istringstream parts(name);
  for (std::string word; std::getline(parts, word, '|');) words.push_back(word);
  return words.size() > 1 ? words : std::vector<std::string>();
}

Takes takes_of(const std::string& name, const std::vector<std::string>& choices) {
  if (name.empty()) return Takes::nothing;
  if (!choices.empty()) return Takes::choice;
  if (name == "DIR") return Takes::folder;
  const bool file = name.starts_with("FILE") || name == "CASES" || name == "RECORD" || name == "LAYER";
  return file ? Takes::file : Takes::word;
}

OptionOutline outline_of(const CLI::Option& option) {
  OptionOutline out;
  for (const std::string& name : option.get_snames()) out.flags.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.flags.push_back("--" + name);
  const bool positional = out.flags.empty();
  const bool has_value = option.get_items_expected_max() > 0;
  const std::string type = has_value ? option.get_type_name() : std::string();
  out.choices = split_choices(type);
  // CLI11's own names of types say nothing; a positional argument has a name.
  const bool nameless = type.empty() || type == "TEXT" || type == "INT";
  out.name = positional ? option.get_single_name() : type;
  out.takes = takes_of(positional && nameless ? out.name : type, out.choices);
  out.text = option.get_description();
  out.required = option.get_required();
  return out;
}

std::vector<OptionOutline> options_of(const CLI::App& app) {
  std::vector<OptionOutline> all;
  for (const CLI::Option* option : app.get_options()) all.push_back(outline_of(*option));
  std::stable_partition(all.begin(), all.end(), [](const OptionOutline& option) { return option.flags.empty(); });
  return all;
}

bool has_flag(const std::vector<OptionOutline>& options, const std::string& flag) {
  return std::any_of(options.begin(), options.end(), [&](const OptionOutline& option) {
    return std::find(option.flags.begin(), option.flags.end(), flag) != option.flags.end();
  });
}

CommandOutline outline_of(const CLI::App& command, const std::vector<OptionOutline>& common) {
  CommandOutline out{command.get_name(), command.get_description(), options_of(command)};
  for (const std::string& idle : idle_flags(out.name)) {
    std::erase_if(out.options, [&](const OptionOutline& option) { return has_flag({option}, idle); });
  }
  for (OptionOutline& option : out.options) {
    option.common = !option.flags.empty() && has_flag(common, option.flags.back());
  }
  return out;
}

}  // namespace

ProgramOutline program_outline(Language language) {
  CommonOptions options;
  options.language = language;
  const Program program(options);
  ProgramOutline out{program.app().get_description(), {}, options_of(program.app())};
  for (OptionOutline& option : out.options) option.common = true;
  const auto any = [](const CLI::App*) { return true; };
  for (const CLI::App* command : program.app().get_subcommands(any)) {
    out.commands.push_back(outline_of(*command, out.options));
  }
  return out;
}

std::string flags_line(const OptionOutline& option) {
  std::string line;
  for (const std::string& flag : option.flags) line += (line.empty() ? "" : ", ") + flag;
  if (!option.name.empty()) line += (line.empty() ? "" : " ") + option.name;
  return line;
}

}  // namespace sise::app
