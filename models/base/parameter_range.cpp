#include "models/base/parameter_range.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/base/error.hpp"

namespace sise {

void require_range(bool holds, const char* name, double value, const Text& allowed) {
  if (holds) return;
  throw ModelError("parameter_out_of_range", {fmt::format("{} must be {}, here {}", name, allowed.en, value),
                                              fmt::format("{} 必须{}, 当前值 {}", name, allowed.zh, value)});
}

void require_positive(const char* name, double value) {
  require_range(value > 0.0 && std::isfinite(value), name, value, {"a positive number", "为正数"});
}

}  // namespace sise
