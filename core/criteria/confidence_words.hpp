// How sure we are of a number, as people read it.
#pragma once
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// "recalled", "凭记忆": the one wording of the marks in texts. Data and outputs for machines carry name_of().
[[nodiscard]] Text words_of(Confidence confidence);

}  // namespace sise
