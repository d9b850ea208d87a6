// sise substances: what is known of a substance, and what is not?
#include <fmt/format.h>

#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/standard_output.hpp"
#include "core/criteria/confidence_words.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/packs_json.hpp"
#include "models/substances/property_groups.hpp"

namespace sise::app {
namespace {

std::string joined(const std::set<std::string, std::less<>>& names) {
  return join_names(std::vector<std::string>(names.begin(), names.end()));
}

std::string padded(std::string text, std::size_t width) {
  text.append(text.size() < width ? width - text.size() : 1, ' ');
  return text;
}

std::string list_line(const Substance& s) {
  return padded(s.id, 32) + padded(s.cas.empty() ? "-" : s.cas, 12) +
         padded(s.un_number.empty() ? "-" : s.un_number, 6) + s.name_en + " / " + s.name_zh + "\n";
}

std::string property_line(const std::string& name, const SourcedValue& v, bool zh) {
  const std::string unit = v.unit == "1" ? "" : " " + v.unit;
  return "    " + padded(name, 36) + padded(fmt::format("{}{}", v.value, unit), 22) +
         padded(words_of(v.confidence).in(zh ? Language::zh : Language::en), 14) + (zh ? v.source_zh : v.source) + "\n";
}

std::string identity_lines(const Substance& s, bool zh) {
  const Language language = zh ? Language::zh : Language::en;
  std::string text = s.id + ": " + s.name_en + " / " + s.name_zh + "\n";
  const auto line = [&text, zh](const char* en, const char* chinese, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {}: {}\n", zh ? chinese : en, value);
  };
  line("CAS", "CAS 号", s.cas);
  line("UN", "UN 号", s.un_number);
  line("formula", "分子式", s.formula);
  line("also called", "别名", join_names(s.aliases));
  line("hazards", "危险特性", joined(s.hazard_flags));
  line("physics by surrogate", "物性代用物质", join_names(s.surrogates));
  if (s.key_supervised_batch) {
    const int batch = *s.key_supervised_batch;
    const int number = s.key_supervised_number.value_or(0);
    line("key-supervised hazardous chemical", "重点监管的危险化学品",
         zh ? fmt::format("第 {} 批第 {} 号", batch, number) : fmt::format("batch {}, number {}", batch, number));
  }
  line("names and numbers from", "名称和编号来源",
       s.identity_source.in(language) + " (" + words_of(s.identity_confidence).in(language) + ")");
  return text;
}

std::string describe(const Substance& s, Language language) {
  const bool zh = language == Language::zh;
  std::string text = identity_lines(s, zh) + (zh ? "已知\n" : "known\n");
  for (const PropertyGroup& group : property_groups()) {
    std::string lines;
    for (const auto& [name, value] : s.properties) {
      if (belongs_to(name, group)) lines += property_line(name, value, zh);
    }
    if (!lines.empty()) text += "  " + group.label.in(language) + "\n" + lines;
  }
  text += zh ? "未知\n" : "not known\n";
  for (const PropertyGroup* group : unknown_groups(s)) text += "  " + group->label.in(language) + "\n";
  const std::vector<const PropertyGroup*> needless = needless_groups(s);
  if (!needless.empty()) text += zh ? "不需要 (不沸腾的固体)\n" : "needs none (a solid that does not boil)\n";
  for (const PropertyGroup* group : needless) text += "  " + group->label.in(language) + "\n";
  if (!s.notes.empty()) text += zh ? "说明\n" : "notes\n";
  for (const Text& note : s.notes) text += "  " + note.in(language) + "\n";
  return text;
}

const Substance& found(const std::string& name) {
  if (const Substance* substance = substances().find(name)) return *substance;
  const std::string near = join_names(substances().suggest(name));
  if (!substances().matches(name).empty()) {
    throw ConfigError("ambiguous_substance",
                      {"'" + name + "' may be several substances", "'" + name + "' 对应多种物质"}, {},
                      {"Name one of: " + near, "请指明其中之一: " + near});
  }
  throw ConfigError("unknown_substance", {"the substance '" + name + "' is not known", "未知的物质 '" + name + "'"}, {},
                    near.empty() ? Text{"`sise substances` lists all", "sise substances 可列出全部"}
                                 : Text{"Did you mean: " + near + "?", "是否应为: " + near + "?"});
}

class Substances : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "substances"; }

  [[nodiscard]] Text summary() const override {
    return {"what is known of a substance, and what is not?", "查询物质: 已知和未知的性质"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option(
        "NAME", name_,
        zh ? "中英文名称、别名、CAS 号、UN 号或分子式" : "English or Chinese name, alias, CAS, UN number or formula");
    app.add_flag("--json", json_, zh ? "机器可读的 JSON" : "as JSON, for machines");
  }

  int run(const Session& session) override {
    if (name_.empty()) {
      write_standard_output(json_ ? all_json() : all_lines());
    } else {
      const Substance& substance = found(name_);
      write_standard_output(json_ ? substance_json(substance) : describe(substance, session.log.language()));
    }
    return kDone;
  }

 private:
  static std::string all_lines() {
    std::string text;
    for (const Substance& substance : substances().all()) text += list_line(substance);
    return text;
  }

  static std::string all_json() {
    std::vector<const Substance*> all;
    for (const Substance& substance : substances().all()) all.push_back(&substance);
    return substances_json(all);
  }

  std::string name_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> substances_command() { return std::make_unique<Substances>(); }

}  // namespace sise::app
