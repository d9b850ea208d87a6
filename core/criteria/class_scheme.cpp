#include "core/criteria/class_scheme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/criteria/limits.hpp"

namespace sise {
namespace {

template <class Condition>
const SchemeClass* first_where(const ClassScheme& scheme, Condition condition) {
  const auto found = std::find_if(scheme.classes.begin(), scheme.classes.end(), condition);
  return found == scheme.classes.end() ? nullptr : &*found;
}

}  // namespace

std::string hex_colour(const Rgb& rgb) { return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]); }

const SchemeClass* ClassScheme::by_code(int code) const {
  return first_where(*this, [code](const SchemeClass& c) { return c.code == code; });
}

const SchemeClass* ClassScheme::by_id(std::string_view class_id) const {
  return first_where(*this, [class_id](const SchemeClass& c) { return c.id == class_id; });
}

const SchemeClass* ClassScheme::of(double value) const {
  if (std::isnan(value)) return nullptr;
  return first_where(*this,
                     [value](const SchemeClass& c) { return exceeds(value, c.lower) && !exceeds(value, c.upper); });
}

}  // namespace sise
