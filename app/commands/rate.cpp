// sise rate: what grade has each risk point, enterprise and area?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/rate_product.hpp"

namespace sise::app {
namespace {

class Rate : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "rate"; }
  [[nodiscard]] Text summary() const override {
    return {"what grade has each risk point, enterprise and area?", "各风险点、企业和区域的安全风险等级?"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
  }

  int run(const Session& session) override { return tell_report(session, run_rate(run_options(session, arguments_))); }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> rate_command() { return std::make_unique<Rate>(); }

}  // namespace sise::app
