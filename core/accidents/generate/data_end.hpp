// The two ends of the ranges that recalled values have.
#pragma once

namespace sise {

enum class DataEnd {
  milder,    ///< makes the least risk
  stricter,  ///< makes the most
};

}  // namespace sise
