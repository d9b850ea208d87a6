// sise distances: which sites are closer to people than they may be?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/distances_product.hpp"

namespace sise::app {
namespace {

class Distances : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "distances"; }
  [[nodiscard]] Text summary() const override {
    return {"which sites are closer to people than they may be?", "哪些危险源与人群的距离不足?"};
  }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
  }

  int run(const Session& session) override {
    return tell_report(session, run_distances(run_options(session, arguments_)));
  }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> distances_command() { return std::make_unique<Distances>(); }

}  // namespace sise::app
