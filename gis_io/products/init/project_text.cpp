#include "gis_io/products/init/project_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gis_io/read/layers/source_path.hpp"

namespace sise {
namespace {

/// A comment is one line, whatever a column's values hold.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return text;
}

std::string comment(const Text& why) {
  return why.en.empty() ? std::string() : "  # " + one_line(why.en) + " / " + one_line(why.zh);
}

}  // namespace

std::string ProjectText::quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < ' ') {
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void ProjectText::section(const std::string& name) { text_ += "\n" + name + "\n"; }

void ProjectText::remark(const Text& text) { text_ += "# " + one_line(text.en) + "\n# " + one_line(text.zh) + "\n"; }

void ProjectText::line(const std::string& key, const std::string& toml_value, const Text& why, bool sure) {
  text_ += (sure ? "" : "# ") + key + " = " + toml_value + comment(why) + "\n";
  ++(sure ? written_ : open_);
}

void ProjectText::fields(const std::string& section_name, const std::vector<FieldGuess>& guesses) {
  if (guesses.empty()) return;
  section(section_name);
  for (const FieldGuess& guess : guesses) line(guess.ours, quoted(guess.theirs), guess.why, guess.sure);
}

std::string ProjectText::path(const LayerSight& sight) const {
  if (source_kind(sight.source) != SourceKind::file) return quoted(sight.source);
  const std::filesystem::path here = std::filesystem::absolute(folder_).lexically_normal();
  const std::filesystem::path there = std::filesystem::absolute(sight.path).lexically_normal();
  const std::filesystem::path relative = there.lexically_relative(here);
  return quoted((relative.empty() ? there : relative).generic_string());
}

}  // namespace sise
