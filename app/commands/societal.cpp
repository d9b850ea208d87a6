// sise societal: how often do accidents kill many at once?
#include "gis_io/products/societal_product.hpp"

#include "app/commands.hpp"
#include "app/run_product.hpp"

namespace sise::app {
namespace {

class Societal : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "societal"; }
  [[nodiscard]] Text summary() const override {
    return {"how often do accidents kill many at once?", "一次事故致多人死亡的频率有多高?"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
  }

  int run(const Session& session) override {
    return tell_report(session, run_societal(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> societal_command() { return std::make_unique<Societal>(); }

}  // namespace sise::app
