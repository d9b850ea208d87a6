// From checks to a verdict: what a broken rule, a missing datum or a warning may do.
#pragma once
#include <vector>

#include "core/decision/review.hpp"

namespace sise {

/// veto: a rule is broken whose value is seen, corroborated or confirmed by the office. conditional: a broken rule rests
/// on a recalled value, only a part of the parcel fails, data are missing, or with its warnings a value may lie on either side of
/// its limit. allow: otherwise.
void decide(Decision& decision);

}  // namespace sise
