#include "app/standard_output.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "models/base/error.hpp"

namespace sise::app {

void write_standard_output(std::string_view text) {
  errno = 0;
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written == text.size() && std::fflush(stdout) == 0) return;
  const std::string cause = std::generic_category().message(errno);
  throw OutputError("not_written", {"cannot write to standard output: " + cause, "无法写入标准输出: " + cause});
}

}  // namespace sise::app
