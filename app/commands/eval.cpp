// sise eval: what does one model say at these points?
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/cases/answer_cases.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/transaction.hpp"

namespace sise::app {
namespace {

ConfigNode read(const std::string& file) {
  if (file != "-") return read_config(file, file);
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  return parse_config(text, "stdin", ConfigFormat::json);
}

class Eval : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "eval"; }

  [[nodiscard]] Text summary() const override {
    return {"what does one model say at these points?", "计算单个模型在给定点的结果"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option("CASES", cases_,
                   zh ? "算例文件 (JSON 或 TOML), - 表示标准输入" : "cases (JSON or TOML), - for stdin")
        ->required();
    app.add_option("-o,--output", output_, zh ? "结果 JSON 文件, - 表示标准输出" : "JSON file to write, - for stdout")
        ->required()
        ->type_name("FILE");
  }

  int run(const Session& session) override {
    const CaseTables tables{substances(), [](std::string_view id) { return harm_pack(std::string(id)); }};
    const std::vector<EvalCase> cases = read_cases(read(cases_), session.options.set, tables);
    refuse_reading_what_is_written();
    require_cells(points_of(cases), session.options.max_cells);
    if (session.options.dry_run) return announce(cases);
    const CaseAnswers answers = answer_cases(cases, &session.progress);
    if (output_ == "-") {
      write_standard_output(answers.json);
    } else {
      publish_file(output_, answers.json, session.options.overwrite);
    }
    return verdict(session, cases.size(), answers.failed);
  }

 private:
  void refuse_reading_what_is_written() const {
    if (cases_ == "-" || output_ == "-") return;
    const std::filesystem::path output = output_;
    const std::filesystem::path folder = output.parent_path().empty() ? "." : output.parent_path();
    refuse_inputs_as_outputs(folder, {output.filename().string()}, {{.path = cases_, .sha256 = {}, .file = cases_}});
  }

  static std::int64_t points_of(const std::vector<EvalCase>& cases) {
    std::size_t points = 0;
    for (const EvalCase& asked : cases) points += asked.find ? 1 : asked.input.at.size();
    return static_cast<std::int64_t>(points);
  }

  static int announce(const std::vector<EvalCase>& cases) {
    const auto wrong = std::count_if(cases.begin(), cases.end(), [](const EvalCase& c) { return !c.problems.empty(); });
    write_standard_output(
        fmt::format("{{\"cases\": {}, \"points\": {}, \"wrong\": {}}}\n", cases.size(), points_of(cases), wrong));
    return wrong > 0 ? kPartial : kDone;
  }

  static int verdict(const Session& session, std::size_t cases, std::size_t failed) {
    if (failed == 0) return kDone;
    session.log.tell({Diagnostic::Severity::warning,
                      "cases_failed",
                      {},
                      {fmt::format("{} of {} cases failed; their errors stand in their places", failed, cases),
                       fmt::format("{} 个算例中有 {} 个失败, 错误写在其结果位置", cases, failed)},
                      {}});
    return kPartial;
  }

  std::string cases_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> eval_command() { return std::make_unique<Eval>(); }

}  // namespace sise::app
