// sise relocation: which enterprise, closed, halved or moved, gives most back?
#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/relocation_product.hpp"

namespace sise::app {
namespace {

class Relocation : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "relocation"; }
  [[nodiscard]] Text summary() const override {
    return {"which enterprise, closed, halved or moved, gives most back?", "关停、减半或搬迁哪家企业收益最大?"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    auto* const plan = app.add_option("--plan", wishes_.plan,
                                      zh ? "用地规划图层: 复算时统计不再超限的地块"
                                         : "land-use plan: parcels that break no limit any more are counted")
                           ->type_name("FILE[:layer]");
    app.add_option("--scheme", wishes_.scheme, zh ? "规划的用地分类" : "scheme of the plan's codes")
        ->type_name("SCHEME")
        ->needs(plan);
    app.add_option("--prove", wishes_.prove,
                   zh ? "对排名前 N 项逐一做全区复算 (默认 3)"
                      : "prove the first N by a run of the whole district each (default 3)")
        ->type_name("N");
  }

  int run(const Session& session) override {
    return tell_report(session, run_relocation(run_options(session, arguments_), wishes_));
  }

 private:
  ProductArguments arguments_;
  RelocationWishes wishes_;
};

}  // namespace

std::unique_ptr<Command> relocation_command() { return std::make_unique<Relocation>(); }

}  // namespace sise::app
