// sise onemap: everything on one map.
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/onemap_product.hpp"

namespace sise::app {
namespace {

class OneMapCommand : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "onemap"; }
  [[nodiscard]] Text summary() const override {
    return {"everything on one map: a GeoPackage with styles and a QGIS project",
            "一张图: 带样式的 GeoPackage 与 QGIS 工程"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
    add_sheet(app, language, arguments_);
  }

  int run(const Session& session) override {
    return tell_report(session, run_onemap(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> onemap_command() { return std::make_unique<OneMapCommand>(); }

}  // namespace sise::app
