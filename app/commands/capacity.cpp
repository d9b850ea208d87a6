// sise capacity: how much more can stand here?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/capacity_product.hpp"

namespace sise::app {
namespace {

class Capacity : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "capacity"; }
  [[nodiscard]] Text summary() const override { return {"how much more can stand here?", "还能再建多少?"}; }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project with [capacity] (TOML or JSON)",
                          "含 [capacity] 的项目文件 (TOML 或 JSON)");
  }

  int run(const Session& session) override {
    return tell_report(session, run_capacity(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> capacity_command() { return std::make_unique<Capacity>(); }

}  // namespace sise::app
