// sise review: may this be built here?
#include "gis_io/products/review_product.hpp"

#include <string>

#include "app/commands.hpp"
#include "app/run_product.hpp"

namespace sise::app {
namespace {

class Review : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "review"; }
  [[nodiscard]] Text summary() const override { return {"may this be built here?", "这里能不能建?"}; }

  void add_options(CLI::App& app, Language language) override {
    add_product_arguments(app, language, arguments_, "project (TOML or JSON)", "项目文件 (TOML 或 JSON)");
    app.add_option(
           "--proposals", proposals_,
           language == Language::zh ? "拟建项目图层, 文件或 文件:图层" : "layer of proposals, FILE or FILE:layer")
        ->required()
        ->type_name("FILE[:layer]");
  }

  int run(const Session& session) override {
    return tell_report(session, run_review(run_options(session, arguments_), proposals_));
  }

 private:
  ProductArguments arguments_;
  std::string proposals_;
};

}  // namespace

std::unique_ptr<Command> review_command() { return std::make_unique<Review>(); }

}  // namespace sise::app
