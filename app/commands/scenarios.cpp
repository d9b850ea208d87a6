// sise scenarios: which accidents follow from the unit records?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/scenarios_product.hpp"

namespace sise::app {
namespace {

class UnitScenarios : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "scenarios"; }
  [[nodiscard]] Text summary() const override {
    return {"which accidents follow from the unit records?", "由单元记录会产生哪些事故情景?"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
  }

  int run(const Session& session) override {
    return tell_report(session, run_scenarios(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> scenarios_command() { return std::make_unique<UnitScenarios>(); }

}  // namespace sise::app
