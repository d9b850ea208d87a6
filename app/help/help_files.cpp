#include "app/help/help_files.hpp"

#include <fstream>

#include "app/help/completion.hpp"
#include "app/help/man_page.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/project/key_schema.hpp"
#include "models/base/error.hpp"

namespace sise::app {
namespace {

void put(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (stream) return;
  Location where;
  where.file = file.string();
  throw OutputError("not_written", {"cannot be written", "无法写入"}, where);
}

void write_man_pages(const std::filesystem::path& folder, const std::filesystem::path& docs, Language language) {
  const ProgramOutline program = program_outline(language);
  put(folder / "sise.1", man_page(program, language));
  for (const CommandOutline& command : program.commands) {
    put(folder / ("sise-" + command.name + ".1"), man_page(command, docs_page(docs, command.name), language));
  }
}

}  // namespace

std::string docs_page(const std::filesystem::path& folder, const std::string& command) {
  const std::filesystem::path file = folder / (command + ".md");
  if (folder.empty() || !std::filesystem::exists(file)) return {};
  return read_text_file(file, file.string());
}

void write_help_files(const std::filesystem::path& folder, const std::filesystem::path& docs) {
  write_man_pages(folder / "man/man1", docs, Language::en);
  write_man_pages(folder / "man/zh_CN/man1", {}, Language::zh);  // the pages of docs/ are English
  const ProgramOutline program = program_outline(Language::en);
  put(folder / "bash-completion/completions/sise", bash_completion(program));
  put(folder / "zsh/vendor-completions/_sise", zsh_completion(program));
  put(folder / "fish/vendor_completions.d/sise.fish", fish_completion(program));
  put(folder / "sise/project.schema.json", key_schema(KeyedFile::project));
  put(folder / "sise/incident.schema.json", key_schema(KeyedFile::incident));
}

}  // namespace sise::app
