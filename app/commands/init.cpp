// sise init: which project file would fit these layers?
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "gis_io/products/init/init_product.hpp"

namespace sise::app {
namespace {

class Init : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "init"; }

  [[nodiscard]] Text summary() const override {
    return {"which project file would fit these layers?", "根据已有图层写出项目文件初稿"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option("DIR", folder_, zh ? "写入 project.toml 的文件夹" : "folder for project.toml")
        ->required()
        ->type_name("DIR");
    app.add_option("--from", layers_,
                   zh ? "要查看的图层、表格和栅格, 文件或 文件:图层"
                      : "layers, tables and rasters to look at, FILE or FILE:layer")
        ->required()
        ->type_name("FILE[:layer]");
  }

  int run(const Session& session) override {
    refuse_existing(session.options.dry_run);
    const FirstProject project = first_project(folder_, layers_);
    for (const Diagnostic& note : project.notes) session.log.tell(note);
    if (session.options.dry_run) {
      write_standard_output(project.toml);
      return kDone;
    }
    write_first_project(folder_, project);
    const std::string file = (std::filesystem::path(folder_) / "project.toml").string();
    session.log.information(
        {fmt::format("{}: {} lines written, {} left open; complete these and run `sise validate {}`", file,
                     project.written, project.open, file),
         fmt::format("{}: 写入 {} 行, 留待确认 {} 行; 补全后请运行 sise validate {}", file, project.written,
                     project.open, file)});
    const bool some_failed = std::any_of(project.notes.begin(), project.notes.end(), [](const Diagnostic& note) {
      return note.severity == Diagnostic::Severity::error;
    });
    return some_failed ? kPartial : kDone;
  }

 private:
  /// Before the layers are read: what somebody wrote is never replaced.
  void refuse_existing(bool dry_run) const {
    const std::filesystem::path file = std::filesystem::path(folder_) / "project.toml";
    if (dry_run || !std::filesystem::exists(file)) return;
    Location where;
    where.file = file.string();
    throw OutputError(
        "already_there", {"there is a project already", "项目文件已存在"}, where,
        {"Choose another folder; `sise init` replaces nothing", "请另选文件夹; sise init 不会覆盖任何文件"});
  }

  std::string folder_;
  std::vector<std::string> layers_;
};

}  // namespace

std::unique_ptr<Command> init_command() { return std::make_unique<Init>(); }

}  // namespace sise::app
