// sise zones: who must leave, who shelters?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/zones_product.hpp"

namespace sise::app {
namespace {

class Zones : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "zones"; }
  [[nodiscard]] Text summary() const override { return {"who must leave, who shelters?", "谁须撤离, 谁就地避险?"}; }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "incident (TOML or JSON)", "事故文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
    add_sheet(app, language, arguments_);
  }

  int run(const Session& session) override { return tell_report(session, run_zones(run_options(session, arguments_))); }

 private:
  ProductArguments arguments_;
};

}  // namespace

std::unique_ptr<Command> zones_command() { return std::make_unique<Zones>(); }

}  // namespace sise::app
