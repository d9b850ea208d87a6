// Cases of the catalogue to walk over: for every model a few that between them use everything it takes.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/substances/substance.hpp"

namespace sise::test {

struct WalkCase {
  std::string model;
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> texts;
  std::map<std::string, double> at;
};

/// Propane, toluene and chlorine with all that any model reads.
[[nodiscard]] Substance rich_propane();
[[nodiscard]] Substance rich_toluene();
[[nodiscard]] Substance rich_chlorine();

struct SubstanceCase {
  WalkCase wanted;
  Substance substance;
};

/// Every model that takes properties appears with cases that use each of them.
[[nodiscard]] std::vector<SubstanceCase> property_cases();

/// These and more: between them they use every parameter of every model.
[[nodiscard]] std::vector<SubstanceCase> parameter_cases();

/// All numbers and codes of the answer, or the code of the refusal.
[[nodiscard]] std::string answer_text(const WalkCase& wanted, const Substance* substance);

}  // namespace sise::test
