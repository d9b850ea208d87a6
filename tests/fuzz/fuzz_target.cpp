// One parser under libFuzzer: SISE_FUZZ_PARSER names it (`./dev fuzz PARSER`). A fault of the program ends the run with the
// input that led to it.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/parsers.hpp"

namespace {

const sise::testing::Parser& chosen() {
  for (const sise::testing::Parser& parser : sise::testing::parsers()) {
    if (parser.name == SISE_FUZZ_PARSER) return parser;
  }
  std::fprintf(stderr, "there is no parser '%s'\n", SISE_FUZZ_PARSER);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  static const sise::testing::Parser& parser = chosen();
  const std::string fault = sise::testing::fault_in(parser.read({reinterpret_cast<const char*>(bytes), size}));
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
