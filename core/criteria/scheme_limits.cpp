#include "core/criteria/scheme_limits.hpp"

#include <limits>

namespace sise {
namespace {

SchemeClass* class_named(ClassScheme& scheme, std::string_view id) {
  for (SchemeClass& c : scheme.classes) {
    if (c.id == id) return &c;
  }
  return nullptr;
}

void set_bounds(ClassScheme& scheme, std::string_view id, double lower, double upper) {
  SchemeClass* found = class_named(scheme, id);
  if (found == nullptr) return;
  found->lower = lower;
  found->upper = upper;
}

}  // namespace

ClassScheme with_limits(ClassScheme scheme, const LimitTable& limits, const RulePack& pack) {
  constexpr double kEnd = std::numeric_limits<double>::infinity();
  const double mild = limits.of(TargetClass::general_3).value;
  const double middle = limits.of(TargetClass::general_2).value;
  const double strict = limits.of(TargetClass::high_sensitivity).value;
  const SchemeClass* red = scheme.by_id("red");
  const SchemeClass* yellow = scheme.by_id("yellow");
  const bool same =
      red != nullptr && yellow != nullptr && red->lower == mild && yellow->upper == middle && yellow->lower == strict;
  set_bounds(scheme, "red", mild, kEnd);
  set_bounds(scheme, "orange", middle, mild);
  set_bounds(scheme, "yellow", strict, middle);
  set_bounds(scheme, "blue", -kEnd, strict);
  std::erase_if(scheme.classes, [](const SchemeClass& c) { return c.lower == c.upper; });
  const Limit& limit = limits.of(TargetClass::high_sensitivity);
  if (!same) {
    scheme.source = limit.source;
    scheme.title.en += ", limits of " + pack.title.en;
    scheme.title.zh += ",限值取自“" + pack.title.zh + "”";
  }
  scheme.confidence = limit.confidence;
  return scheme;
}

}  // namespace sise
