// Every word that a field of kinds or classes may hold, so that lists for people can be checked against the code.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/target_class.hpp"
#include "core/criteria/unit_kind.hpp"

namespace sise {

/// The identifier first, then the other accepted words.
[[nodiscard]] std::vector<std::string> names_of(UnitKind kind);
[[nodiscard]] std::vector<std::string> names_of(TargetClass target_class);

/// All kinds but "not stated", and all classes, in their order.
[[nodiscard]] std::vector<UnitKind> unit_kinds();
[[nodiscard]] std::vector<TargetClass> target_classes();

}  // namespace sise
