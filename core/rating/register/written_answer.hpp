// What people write for an answer: yes, no, or a number.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

/// 是, 有, yes, 1 and the like.
[[nodiscard]] bool says_yes(std::string_view text);
/// 否, 无, no, 0 and the like: a case that a row rules out.
[[nodiscard]] bool says_no(std::string_view text);
/// The whole text as a finite number; nothing where anything else stands there.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

}  // namespace sise
