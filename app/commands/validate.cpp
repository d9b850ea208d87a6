// sise validate: is this input sound?
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "gis_io/read/project/check_file.hpp"
#include "gis_io/read/text/text_json.hpp"

namespace sise::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kReplaceBrokenText = nlohmann::json::error_handler_t::replace;

Text severity_label(Diagnostic::Severity severity) {
  if (severity == Diagnostic::Severity::error) return {"error", "错误"};
  return severity == Diagnostic::Severity::warning ? Text{"warning", "警告"} : Text{"note", "提示"};
}

Json json_of(const Diagnostic& d) {
  Json json{{"level", severity_label(d.severity).en}, {"code", d.code}};
  const auto add = [&json](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("file", d.where.file);
  add("layer", d.where.layer);
  add("feature", d.where.feature);
  add("field", d.where.field);
  if (d.where.line > 0) json["line"] = d.where.line;
  if (d.where.column > 0) json["column"] = d.where.column;
  json["message"] = text_json<Json>(d.message);
  if (!d.remedy.en.empty()) json["remedy"] = text_json<Json>(d.remedy);
  return json;
}

std::string document(const FileCheck& check) {
  Json diagnostics = Json::array();
  for (const Diagnostic& d : check.diagnostics) diagnostics.push_back(json_of(d));
  const bool sound = !check.configuration_wrong && !check.input_wrong;
  const Json json{{"kind", name_of(check.kind)}, {"sound", sound}, {"diagnostics", diagnostics}};
  return json.dump(2, ' ', false, kReplaceBrokenText) + "\n";
}

std::string lines(const FileCheck& check, LogFormat format, Language language) {
  std::string text;
  for (const Diagnostic& d : check.diagnostics) {
    text += format == LogFormat::json ? json_of(d).dump(-1, ' ', false, kReplaceBrokenText)
                                      : severity_label(d.severity).in(language) + ": " + render(d, language);
    text += "\n";
  }
  return text;
}

class Validate : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "validate"; }

  [[nodiscard]] Text summary() const override { return {"is this input sound?", "检查输入文件是否正确"}; }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option("FILE", file_,
                   zh ? "项目、事故、算例文件或拟建项目图层 (FILE[:layer])"
                      : "a project, incident, cases, or proposals (FILE[:layer])")
        ->required();
    app.add_flag("--json", json_, zh ? "机器可读的 JSON" : "as one JSON document, for machines");
  }

  int run(const Session& session) override {
    const FileCheck check = check_file(file_, session.options.set);
    write_standard_output(json_ ? document(check) : lines(check, session.options.log_format, session.log.language()));
    if (check.configuration_wrong) return kConfigurationWrong;
    if (check.input_wrong) return kInputWrong;
    const Text kind = label_of(check.kind);
    session.log.information({file_ + ": sound (" + kind.en + ")", file_ + ": 正确 (" + kind.zh + ")"});
    return kDone;
  }

 private:
  std::string file_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> validate_command() { return std::make_unique<Validate>(); }

}  // namespace sise::app
