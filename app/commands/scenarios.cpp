// sise scenarios: which accidents follow from the unit records?
#include <string>

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
    app.add_option("--effects", effects_,
                   language == Language::zh
                       ? "计算各缺省值对控制目标处风险的影响: auto (不超过 100 个单元时), all, none"
                       : "what each default does to the risk: auto (up to 100 units), all, none")
        ->check(CLI::IsMember({"auto", "all", "none"}))
        ->capture_default_str();
  }

  int run(const Session& session) override {
    EffectsWish wish = EffectsWish::small_district;
    if (effects_ == "all") wish = EffectsWish::all;
    if (effects_ == "none") wish = EffectsWish::none;
    return tell_report(session, run_scenarios(run_options(session, arguments_), wish));
  }

 private:
  ProductArguments arguments_;
  std::string effects_ = "auto";
};

}  // namespace

std::unique_ptr<Command> scenarios_command() { return std::make_unique<UnitScenarios>(); }

}  // namespace sise::app
