// A sentence for people, in both languages of our users.
#pragma once
#include <string>

namespace sise {

enum class Language { en, zh };

/// One message, label or title. Both languages are always filled; files carry both, the screen shows one.
struct Text {
  std::string en;
  std::string zh;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  bool operator==(const Text&) const = default;
};

}  // namespace sise
