// sise hazards: which units are major hazards, of which level?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/hazards_product.hpp"

namespace sise::app {
namespace {

class Hazards : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "hazards"; }
  [[nodiscard]] Text summary() const override {
    return {"which units are major hazards, of which level?", "哪些单元构成重大危险源, 属几级?"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
  }

  int run(const Session& session) override {
    return tell_report(session, run_hazards(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> hazards_command() { return std::make_unique<Hazards>(); }

}  // namespace sise::app
