#include "core/accidents/generate/generator_rules.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace sise {

const GeneratorDefault& GeneratorRules::find(std::string_view name) const {
  const auto found =
      std::find_if(defaults.begin(), defaults.end(), [name](const GeneratorDefault& one) { return one.id == name; });
  if (found == defaults.end()) throw std::out_of_range("no default '" + std::string(name) + "'");
  return *found;
}

const StandIn* GeneratorRules::stand_in_for(const std::vector<std::string>& hazard_classes) const {
  for (const StandIn& one : stand_ins) {
    if (std::find(hazard_classes.begin(), hazard_classes.end(), one.hazard_class) != hazard_classes.end()) return &one;
  }
  return nullptr;
}

const LedgerName* GeneratorRules::named(std::string_view written) const {
  std::string in_small(written);
  std::transform(in_small.begin(), in_small.end(), in_small.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  const LedgerName* found = nullptr;
  std::size_t longest = 0;
  for (const LedgerName& one : names) {
    for (const std::string& word : one.words) {
      if (word.size() <= longest || in_small.find(word) == std::string::npos) continue;
      longest = word.size();
      found = &one;
    }
  }
  return found;
}

double isolation_s(const IsolationClass& isolation, double hole_m) {
  constexpr double kMinute_s = 60.0;
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < isolation.holes_m.size(); ++i) {
    const double far = std::abs(std::log(hole_m / isolation.holes_m[i]));
    if (far < std::abs(std::log(hole_m / isolation.holes_m[nearest]))) nearest = i;
  }
  return isolation.minutes.at(nearest) * kMinute_s;
}

}  // namespace sise
