// sise review: may this be built here?
#include "gis_io/products/review_product.hpp"

#include <string>

#include "app/commands.hpp"
#include "app/run_product.hpp"
#include "gis_io/products/plan_product.hpp"

namespace sise::app {
namespace {

class Review : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "review"; }
  [[nodiscard]] Text summary() const override { return {"may this be built here?", "这里能不能建?"}; }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    add_also(app, language, arguments_);
    add_sheet(app, language, arguments_);
    auto* const proposals =
        app.add_option("--proposals", proposals_,
                       zh ? "拟建项目图层, 文件或 文件:图层" : "layer of proposals, FILE or FILE:layer")
            ->type_name("FILE[:layer]");
    auto* const plan = app.add_option("--plan", plan_.plan,
                                      zh ? "用地规划图层, 文件或 文件:图层" : "land-use plan, FILE or FILE:layer")
                           ->type_name("FILE[:layer]")
                           ->excludes(proposals);
    app.add_option("--against", plan_.against, zh ? "对照的另一规划方案" : "a second variant of the plan, side by side")
        ->type_name("FILE[:layer]")
        ->needs(plan);
    app.add_flag("--relocation", plan_.relocation,
                 zh ? "按关闭各企业可释放的地块排序, 逐一复核"
                    : "rank enterprises by the parcels that closing each would free")
        ->needs(plan);
    app.add_flag("--suggest", wishes_.suggest,
                 zh ? "给出可行的调整, 逐项复核" : "say what would make it pass, each proven by a second review");
    app.add_flag("--letters", wishes_.letters,
                 zh ? "每个项目 (地块) 写一份审查意见 (中, 英; md 和 docx)"
                    : "a letter per proposal or parcel, zh and en, md and docx");
    app.add_option("--scheme", plan_.scheme,
                   zh ? "用地分类: ydyh_2023, ydyh_2020, third_survey, gbt21010_2017, gb50137_2011"
                      : "scheme of the codes: ydyh_2023, ydyh_2020, third_survey, gbt21010_2017, gb50137_2011")
        ->type_name("SCHEME")
        ->needs(plan);
  }

  int run(const Session& session) override {
    const RunOptions options = run_options(session, arguments_);
    plan_.suggest = wishes_.suggest;
    plan_.letters = wishes_.letters;
    if (!plan_.plan.empty()) return tell_report(session, run_plan_review(options, plan_));
    if (!proposals_.empty()) return tell_report(session, run_review(options, proposals_, wishes_));
    throw ConfigError("missing_option", {"nothing is proposed", "未给出拟建内容"}, {.field = "--proposals"},
                      {"Add --proposals FILE[:layer], or --plan FILE[:layer] for a land-use plan",
                       "请加上 --proposals 文件[:图层], 用地规划则用 --plan 文件[:图层]"});
  }

 private:
  ProductArguments arguments_;
  std::string proposals_;
  PlanRequest plan_;
  ReviewWishes wishes_;
};

}  // namespace

std::unique_ptr<Command> review_command() { return std::make_unique<Review>(); }

}  // namespace sise::app
