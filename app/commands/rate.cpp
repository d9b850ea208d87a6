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
    const bool zh = language == Language::zh;
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
    add_sheet(app, language, arguments_);
    app.add_flag("--xlsx", choice_.workbooks,
                 zh ? "另外写出 enterprises.xlsx 和 points.xlsx" : "write enterprises.xlsx and points.xlsx besides");
    app.add_flag("--white-paper", choice_.white_paper,
                 zh ? "另外写出年度安全风险白皮书 (中, 英; md 和 docx)"
                    : "write the year's white paper on safety risks besides (zh and en, md and docx)");
    app.add_option(
           "--dossiers", choice_.dossiers,
           zh ? "一企一档: 按信用代码、编号或名称, 以逗号分隔; all 为全部"
              : "a sheet for each of these enterprises, by credit code, id or name, by commas; all for every one")
        ->type_name("NAMES")
        ->delimiter(',');
  }

  int run(const Session& session) override {
    return tell_report(session, run_rate(run_options(session, arguments_), choice_));
  }

 private:
  ProductArguments arguments_;
  RateChoice choice_;
};

}  // namespace

std::unique_ptr<Command> rate_command() { return std::make_unique<Rate>(); }

}  // namespace sise::app
