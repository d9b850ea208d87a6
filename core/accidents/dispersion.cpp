#include "core/accidents/dispersion.hpp"

#include <array>
#include <stdexcept>

namespace sise {
namespace {

constexpr std::array kKinds{DispersionKind{passive_dispersion, false}, DispersionKind{dense_dispersion, true},
                            DispersionKind{dense_mixed_otherwise, true, false}};

}  // namespace

std::span<const DispersionKind> dispersion_kinds() { return kKinds; }

bool is_for_heavy_gas(std::string_view dispersion) {
  for (const DispersionKind& kind : kKinds) {
    if (kind.id == dispersion) return kind.for_heavy_gas;
  }
  throw std::invalid_argument("no dispersion model '" + std::string(dispersion) + "'");
}

std::vector<std::string> dispersion_choices() {
  std::vector<std::string> choices{std::string(auto_dispersion)};
  for (const DispersionKind& kind : kKinds) {
    if (kind.may_be_chosen) choices.emplace_back(kind.id);
  }
  return choices;
}

std::string chosen_dispersion(std::string_view wanted, std::optional<bool> slumps) {
  if (wanted != auto_dispersion) return std::string(wanted);
  for (const DispersionKind& kind : kKinds) {
    if (kind.for_heavy_gas && kind.may_be_chosen && slumps.value_or(false)) return std::string(kind.id);
  }
  return std::string(passive_dispersion);
}

}  // namespace sise
