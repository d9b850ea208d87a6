// The one place by which an enterprise belongs to an area.
#pragma once
#include <map>
#include <string>

#include "core/study/study.hpp"

namespace sise {

/// A place of the enterprise's own ground ([units] boundary); without one, of its first unit. By Unit::enterprise_key().
[[nodiscard]] std::map<std::string, Point> enterprise_places(const Study& study);

}  // namespace sise
