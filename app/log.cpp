#include "app/log.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

namespace sise::app {
namespace {

struct LevelNames {
  std::string_view id;
  std::string_view zh;
};

// In the order of Diagnostic::Severity.
constexpr std::array<LevelNames, 3> kLevels{{{"error", "错误"}, {"warning", "警告"}, {"note", "提示"}}};

void put_line(const std::string& line) {
  const std::string text = line + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void add_place(nlohmann::ordered_json& json, const Location& where) {
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("file", where.file);
  add("layer", where.layer);
  add("feature", where.feature);
  add("field", where.field);
  if (where.line > 0) json["line"] = where.line;
  if (where.column > 0) json["column"] = where.column;
}

std::string json_line(const Diagnostic& diagnostic, Language language) {
  nlohmann::ordered_json json;
  json["level"] = kLevels.at(static_cast<std::size_t>(diagnostic.severity)).id;
  if (!diagnostic.code.empty()) json["code"] = diagnostic.code;
  add_place(json, diagnostic.where);
  json["message"] = diagnostic.message.in(language);
  if (!diagnostic.remedy.in(language).empty()) json["remedy"] = diagnostic.remedy.in(language);
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string text_line(const Diagnostic& diagnostic, Language language) {
  const LevelNames& level = kLevels.at(static_cast<std::size_t>(diagnostic.severity));
  return std::string(language == Language::zh ? level.zh : level.id) + ": " + render(diagnostic, language);
}

}  // namespace

void Log::tell(const Diagnostic& diagnostic) const {
  if (quiet_ && diagnostic.severity != Diagnostic::Severity::error) return;
  put_line(format_ == LogFormat::json ? json_line(diagnostic, language_) : text_line(diagnostic, language_));
}

void Log::information(const Text& message) const {
  if (quiet_) return;
  if (format_ == LogFormat::json) {
    const nlohmann::ordered_json json{{"level", "info"}, {"message", message.in(language_)}};
    put_line(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  } else {
    put_line(message.in(language_));
  }
}

void Log::failure(const Error& error) const {
  for (const Diagnostic& diagnostic : error.diagnostics()) tell(diagnostic);
}

}  // namespace sise::app
