// sise map: what colour is every place today?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/map_product.hpp"

namespace sise::app {
namespace {

class Map : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "map"; }
  [[nodiscard]] Text summary() const override { return {"what colour is every place today?", "今天每一处是什么颜色?"}; }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
    add_sheet(app, language, arguments_);
  }

  int run(const Session& session) override { return tell_report(session, run_map(run_options(session, arguments_))); }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> map_command() { return std::make_unique<Map>(); }

}  // namespace sise::app
