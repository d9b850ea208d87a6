// How leaks are stopped: by isolation, or by who stands by.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/generate/part.hpp"
#include "core/criteria/evidence.hpp"

namespace sise {

/// How long a leak lasts in one branch of blocking, and how likely that is.
struct Blocking {
  std::string id;  ///< empty: there is no branch
  std::optional<double> stop_s;
  double probability = 1.0;
  Chain rests_on{};  ///< what time and probability are taken from
};

/// The branches of one case of a part, whose probabilities sum up to 1; one without an id where nothing stops it. A
/// class of isolation that is not understood is remarked and stops nothing.
[[nodiscard]] std::vector<Blocking> blockings(const UnitRecord& record, const Part& part, const FrequencyCase& one);

}  // namespace sise
