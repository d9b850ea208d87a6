// sise rose: which wind rose follows from a station's record?
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "gis_io/products/rose_product.hpp"

namespace sise::app {
namespace {

class Rose : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "rose"; }

  [[nodiscard]] Text summary() const override {
    return {"which wind rose follows from a station's record?", "由气象站记录得到怎样的风玫瑰?"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option("RECORD", request_.record,
                   zh ? "逐时观测记录 (CSV, XLSX 等表格)" : "hourly record (CSV, XLSX or another table)")
        ->required();
    app.add_option("--settings", settings_, zh ? "设置文件 (TOML 或 JSON)" : "settings (TOML or JSON)")
        ->type_name("FILE");
    app.add_option("-o,--output", output_,
                   zh ? "风玫瑰 CSV 文件, - 表示标准输出" : "CSV file of the wind rose, - for stdout")
        ->required()
        ->type_name("FILE");
  }

  int run(const Session& session) override {
    request_.settings = settings_;
    request_.overrides = session.options.set;
    const RoseProduct product = make_rose(request_);
    for (const Diagnostic& remark : product.notes) session.log.tell(remark);
    if (session.options.dry_run) {
      announce(product);
      return kDone;
    }
    if (output_ == "-") {
      write_standard_output(product.csv);
    } else {
      publish_rose(product, output_, session.options.overwrite);
    }
    for (const Text& line : product.headline) session.log.information(line);
    return kDone;
  }

 private:
  void announce(const RoseProduct& product) const {
    nlohmann::ordered_json plan;
    plan["config"] = nlohmann::ordered_json::parse(product.provenance.config_json);
    plan["observations"] = product.rose.hours;
    plan["rows"] = product.rose.rows.size();
    plan["files"] = nlohmann::ordered_json::array();
    if (output_ != "-") {
      for (const std::filesystem::path& file : rose_files(output_)) plan["files"].push_back(file.filename().string());
    }
    write_standard_output(plan.dump(2) + "\n");
  }

  RoseRequest request_;
  std::string settings_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> rose_command() { return std::make_unique<Rose>(); }

}  // namespace sise::app
