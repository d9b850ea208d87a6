// sise models: what is built in?
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "core/criteria/confidence_words.hpp"
#include "gis_io/write/cases/catalogue_json.hpp"
#include "models/catalogue/catalogue.hpp"

namespace sise::app {
namespace {

std::string default_of(const ModelParameter& p) {
  if (p.default_number) return fmt::format("{}", *p.default_number);
  return p.default_name;
}

std::string parameter_line(const ModelParameter& p, Language language) {
  const bool zh = language == Language::zh;
  std::string line = fmt::format("    {}.{}", name_of(p.group), p.name);
  line.append(line.size() < 36 ? 36 - line.size() : 1, ' ');
  line += p.text.in(language);
  const std::string allowed = allowed_values(p).in(language);
  if (!allowed.empty()) line += "; " + allowed;
  if (p.required) line += zh ? "; 必需" : "; required";
  if (!default_of(p).empty()) line += (zh ? "; 默认 " : "; default ") + default_of(p);
  return line + "\n";
}

std::string output_line(const ModelOutput& output, Language language) {
  std::string line = "    " + output.name;
  line.append(line.size() < 36 ? 36 - line.size() : 1, ' ');
  return line + output.text.in(language) + (output.unit.empty() ? "" : " [" + output.unit + "]") + "\n";
}

std::string describe(const ModelDescriptor& d, Language language) {
  const bool zh = language == Language::zh;
  std::string text = d.id + ": " + d.title.in(language) + "\n";
  text += zh ? "  参数\n" : "  parameters\n";
  for (const ModelParameter& p : d.parameters) text += parameter_line(p, language);
  text += zh ? "  结果\n" : "  outputs\n";
  for (const ModelOutput& output : d.outputs) text += output_line(output, language);
  text += zh ? "  适用范围\n" : "  validity\n";
  for (const ModelValidity& v : d.validity) {
    text += "    " + (v.code.empty() ? std::string() : v.code + ": ") + v.text.in(language) + "\n";
  }
  return text + (zh ? "  来源  " : "  source  ") + d.source + " (" + words_of(d.confidence).in(language) + ")\n";
}

class Models : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "models"; }

  [[nodiscard]] Text summary() const override { return {"which models are built in?", "列出内置模型"}; }

  void add_options(CLI::App& app, Language language) override {
    app.add_flag("--json", json_, language == Language::zh ? "机器可读的 JSON" : "as JSON, for machines");
  }

  int run(const Session& session) override {
    if (json_) {
      write_standard_output(catalogue_json());
      return kDone;
    }
    std::string text;
    for (const Model& model : model_catalogue()) {
      if (!text.empty()) text += "\n";
      text += describe(model.descriptor, session.log.language());
    }
    write_standard_output(text);
    return kDone;
  }

 private:
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> models_command() { return std::make_unique<Models>(); }

}  // namespace sise::app
