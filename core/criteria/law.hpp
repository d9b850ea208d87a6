// Rules that need no risk run: where the law forbids something by what it is and where it stands.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/facts.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct LawRule {
  std::string id;
  Text title;
  Text clause;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::string kind;                   ///< "unit" or "development"; empty: both
  std::vector<FactCondition> when;    ///< to what it applies
  std::vector<FactCondition> broken;  ///< how it is broken
  std::string exception;              ///< a fact that lifts it; empty: none
  bool condition_only = false;        ///< a person must look; it forbids nothing
  std::string measured;               ///< the number that is compared; empty: a fact
  double limit = 0.0;                 ///< of the number
  Text text;                          ///< the finding
};

struct LawPack {
  std::string id;
  Text title;
  std::vector<LawRule> rules;  ///< in the order of the law
};

/// What a pack finds: rules that are broken, and rules that apply as far as is known but ask for a fact that is not stated.
struct LawFindings {
  std::vector<const LawRule*> broken;
  std::vector<std::string> not_stated;  ///< facts, each once
};
[[nodiscard]] LawFindings find_broken(const LawPack& pack, const std::string& kind, const Facts& facts);

}  // namespace sise
