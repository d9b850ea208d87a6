// What the TOML parser complains about, in Chinese.
#pragma once
#include <string>
#include <string_view>

namespace sise {

/// Of "Error while parsing SCOPE: DETAIL": all in Chinese; a detail that is not known becomes a sentence that says only that
/// the text is no TOML here.
[[nodiscard]] std::string toml_error_zh(std::string_view description);

}  // namespace sise
