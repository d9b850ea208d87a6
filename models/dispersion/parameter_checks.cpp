#include "models/dispersion/parameter_checks.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sise {

void ParameterChecks::not_negative(const std::string& field, double value) {
  require(value >= 0.0 && std::isfinite(value), field, value, "must be finite and not negative",
          "必须是有限值且不得为负");
}

void ParameterChecks::positive(const std::string& field, double value) {
  require(value > 0.0 && std::isfinite(value), field, value, "must be finite and above zero", "必须是有限值且大于零");
}

void ParameterChecks::require(bool good, const std::string& field, double value, const std::string& en,
                              const std::string& zh) {
  if (good) return;
  Location where;
  where.field = field;
  problems_.error("parameter_out_of_range",
                  {fmt::format("the value {} {}", value, en), fmt::format("取值 {} {}", value, zh)}, where);
}

}  // namespace sise
