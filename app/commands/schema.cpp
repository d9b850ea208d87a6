// sise schema: which keys may a project or an incident file have?
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "gis_io/read/project/key_schema.hpp"

namespace sise::app {
namespace {

class Schema : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "schema"; }

  [[nodiscard]] Text summary() const override {
    return {"which keys may a project or an incident file have? (JSON Schema)",
            "项目文件和事故文件可用哪些键? (JSON Schema)"};
  }

  void add_options(CLI::App& app, Language language) override {
    app.add_option("FILE", kind_, language == Language::zh ? "哪种文件" : "which of the two")
        ->required()
        ->check(CLI::IsMember({"project", "incident"}).description(""))
        ->type_name("project|incident");
  }

  int run(const Session&) override {
    write_standard_output(key_schema(kind_ == "project" ? KeyedFile::project : KeyedFile::incident));
    return kDone;
  }

 private:
  std::string kind_;
};

}  // namespace

std::unique_ptr<Command> schema_command() { return std::make_unique<Schema>(); }

}  // namespace sise::app
