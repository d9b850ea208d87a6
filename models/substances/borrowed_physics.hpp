// A mixture with the physics of what stands in for it.
#pragma once
#include <string>
#include <vector>

#include "models/substances/substance.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// What a substance lacks of its physics (how it flows, evaporates, spreads and burns) is taken from the first of its
/// stand-ins that has it. What it does to people and what laws say of it is never borrowed.
class BorrowedPhysics {
 public:
  /// Keeps a reference to the substance, which may be null, where nothing is borrowed.
  BorrowedPhysics(const Substance* substance, const SubstanceTable& substances);

  [[nodiscard]] const Substance* substance() const { return borrowed() ? &whole_ : own_; }
  [[nodiscard]] bool borrowed() const { return !names_.empty(); }
  /// What is not its own: the names of properties, in order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  const Substance* own_;
  Substance whole_;
  std::vector<std::string> names_;
};

}  // namespace sise
