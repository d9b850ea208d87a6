#include "gis_io/write/results/warning_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "core/criteria/warning_text.hpp"

namespace sise {
namespace {

std::string sentence(std::string clause) {
  if (!clause.empty()) clause.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(clause.front())));
  return clause;
}

}  // namespace

Diagnostic warning_note(const std::string& code, const Text& about) {
  const Text words = warning_text(code);
  Diagnostic note;
  note.severity = Diagnostic::Severity::warning;
  note.code = code;
  note.message = {words.en + (about.en.empty() ? "" : ": " + about.en) + " [" + code + "]",
                  words.zh + (about.zh.empty() ? "" : ":" + about.zh) + "〔" + code + "〕"};
  return note;
}

std::vector<Text> texts_of(const std::vector<std::string>& codes) {
  std::vector<Text> texts;
  for (const std::string& code : codes) {
    const Text words = warning_text(code);
    texts.push_back({sentence(words.en) + ".", words.zh + "。"});
  }
  return texts;
}

Text first_five(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 5;
  Text text;
  for (std::size_t i = 0; i < std::min(kMost, names.size()); ++i) {
    text.en += (i == 0 ? "" : ", ") + names[i];
    text.zh += (i == 0 ? "" : "、") + names[i];
  }
  if (names.size() > kMost) {
    text.en += fmt::format(" and {} more", names.size() - kMost);
    text.zh += fmt::format(" 等 {} 个", names.size());
  }
  return text;
}

}  // namespace sise
