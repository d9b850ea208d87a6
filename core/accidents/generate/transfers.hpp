// What passes between tankers or ships and a plant: how often, through what, and the tanker itself.
#pragma once
#include <string_view>
#include <vector>

#include "core/accidents/generate/part.hpp"

namespace sise {

struct Transfers {
  double number = 0.0;
  double hours = 0.0;
};

/// As the record has them; hours that it does not say are the number times the default of that id.
[[nodiscard]] Transfers transfers_of(const UnitRecord& record, std::string_view hours_id);
/// The hose or arm through which it passes.
[[nodiscard]] Part transfer_part(const UnitRecord& record, const Stored& stored, const Transfers& transfers);
/// The tanker for its share of the year, and the fire under it.
void add_tanker(const UnitRecord& record, const Stored& stored, double hours, std::vector<Part>& parts);

}  // namespace sise
