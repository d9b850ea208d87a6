#include "app/run_product.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "core/grid/parallel.hpp"
#include "gis_io/write/pictures/type.hpp"

namespace sise::app {
namespace {

/// The plan of a dry run, as JSON on stdout.
void print_plan(const RunPlan& plan) {
  nlohmann::ordered_json json;
  json["config"] = nlohmann::ordered_json::parse(plan.config_json);
  json["cells"] = plan.cells;
  json["tiles"] = plan.tiles;
  json["files"] = plan.files;
  json["peak_memory_bytes"] = plan.peak_memory_bytes;
  write_standard_output(json.dump(2) + "\n");
}

/// Other fonts make other pictures; what they show is the same.
void tell_missing_font(const Session& session, const std::vector<std::string>& files) {
  const bool any =
      std::any_of(files.begin(), files.end(), [](const std::string& name) { return name.ends_with(".png"); });
  if (!any) return;
  if (const std::optional<Diagnostic> lacks = missing_font({"pictures", "图片"})) session.log.tell(*lacks);
}

}  // namespace

void add_product_arguments(CLI::App& app, Language language, ProductArguments& arguments, const char* file_en,
                           const char* file_zh) {
  const bool zh = language == Language::zh;
  app.add_option("FILE", arguments.input, zh ? file_zh : file_en)->required();
  app.add_option(
         "-o,--output", arguments.output,
         zh ? "输出文件夹; 其中的 index.html 可用浏览器打开" : "folder to write; its index.html opens in any browser")
      ->type_name("DIR");
}

void add_also(CLI::App& app, Language language, ProductArguments& arguments) {
  app.add_option("--also", arguments.also,
                 language == Language::zh
                     ? "另外写出: gpkg (附 QGIS 工程)、kml、kmz、sld、xlsx 或 all, 以逗号分隔"
                     : "write besides: gpkg (with a QGIS project), kml, kmz, sld, xlsx or all, by commas")
      ->type_name("FORMATS");
}

void add_sheet(CLI::App& app, Language language, ProductArguments& arguments) {
  app.add_option("--sheet", arguments.sheet,
                 language == Language::zh
                     ? "另外写出图幅 (PDF 与 PNG): A4、A3, 单语加 -zh 或 -en, 灰度加 -grey, 色觉友好加 -colour-blind, "
                       "以逗号分隔"
                     : "draw map sheets besides (PDF and PNG): A4, A3, with -zh or -en for one language, then -grey or "
                       "-colour-blind for other colours, by commas")
      ->type_name("SHEETS");
}

RunOptions run_options(const Session& session, const ProductArguments& arguments) {
  const CommonOptions& common = session.options;
  if (arguments.output.empty() && !common.dry_run) {
    throw ConfigError("missing_output", {"the output folder is missing", "缺少输出文件夹"}, {.field = "-o"},
                      {"Add -o DIR", "请加上 -o DIR"});
  }
  RunOptions options;
  options.input = arguments.input;
  options.overrides = common.set;
  options.output = arguments.output;
  if (arguments.also) options.also = also_formats(*arguments.also);
  if (arguments.sheet) options.sheets = sheet_formats(*arguments.sheet);
  options.overwrite = common.overwrite;
  options.dry_run = common.dry_run;
  options.threads = threads();
  options.max_memory_bytes = common.max_memory_bytes;
  options.max_cells = common.max_cells;
  options.progress = &session.progress;
  return options;
}

int tell_report(const Session& session, const RunReport& report) {
  session.progress.clear();
  for (const Diagnostic& note : report.notes) session.log.tell(note);
  tell_missing_font(session, report.plan.files);
  if (session.options.dry_run) {
    print_plan(report.plan);
    return kDone;
  }
  for (const Text& line : report.headline) session.log.information(line);
  return report.status == RunStatus::partial ? kPartial : kDone;
}

}  // namespace sise::app
