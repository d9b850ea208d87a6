#include "models/base/error.hpp"

#include <algorithm>
#include <utility>

namespace sise {
namespace {

void append_part(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += ": ";
  text += part;
}

std::string place(const Location& where, Language language) {
  const bool zh = language == Language::zh;
  std::string text = where.file;
  if (where.line > 0) text += ":" + std::to_string(where.line);
  if (where.line > 0 && where.column > 0) text += ":" + std::to_string(where.column);
  if (!where.layer.empty()) append_part(text, (zh ? "图层 '" : "layer '") + where.layer + "'");
  if (!where.feature.empty()) append_part(text, (zh ? "要素 '" : "feature '") + where.feature + "'");
  if (!where.field.empty()) append_part(text, (zh ? "字段 '" : "field '") + where.field + "'");
  return text;
}

std::string join(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) {
    if (!text.empty()) text += '\n';
    text += render(d, Language::en);
  }
  return text;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Language language) {
  std::string text = place(diagnostic.where, language);
  append_part(text, diagnostic.message.in(language));
  const std::string& remedy = diagnostic.remedy.in(language);
  if (!remedy.empty()) text += (language == Language::zh ? "。" : ". ") + remedy;
  return text;
}

Error::Error(std::vector<Diagnostic> diagnostics) : diagnostics_(std::move(diagnostics)), what_(join(diagnostics_)) {}

Error::Error(std::string code, Text message, Location where, Text remedy)
    : Error(std::vector<Diagnostic>{
          {Diagnostic::Severity::error, std::move(code), std::move(where), std::move(message), std::move(remedy)}}) {}

Interrupted::Interrupted(int signal) : Error("interrupted", {"interrupted", "已中断"}), signal_(signal) {}

void Problems::error(std::string code, Text message, Location where, Text remedy) {
  add({Diagnostic::Severity::error, std::move(code), std::move(where), std::move(message), std::move(remedy)});
}

void Problems::warning(std::string code, Text message, Location where, Text remedy) {
  add({Diagnostic::Severity::warning, std::move(code), std::move(where), std::move(message), std::move(remedy)});
}

bool Problems::has_errors() const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.severity == Diagnostic::Severity::error; });
}

}  // namespace sise
