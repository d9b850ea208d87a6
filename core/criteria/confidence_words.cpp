#include "core/criteria/confidence_words.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace sise {

Text words_of(Confidence confidence) {
  constexpr std::array<const char*, 3> kChinese{"见过原文", "有旁证", "凭记忆"};
  return {std::string(name_of(confidence)), kChinese.at(static_cast<std::size_t>(confidence))};
}

}  // namespace sise
