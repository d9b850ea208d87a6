// How arrays are laid out for vector code.
//
// A point must get the same bytes whichever batch it sits in and however many doubles a register of the machine holds.
// So there is no scalar remainder loop: arrays are padded to a whole number of the widest registers, and each lane is
// computed without looking at the others.
#pragma once
#include <cstddef>

namespace sise {

/// Doubles in the widest register that we use (512 bits).
inline constexpr std::size_t kLanes = 8;

/// Points that are carried through the stages of a computation at a time; a few such arrays fit the first-level cache.
inline constexpr std::size_t kBlock = 256;

/// The least whole number of registers, in doubles, that holds `count` doubles.
[[nodiscard]] constexpr std::size_t padded(std::size_t count) { return (count + kLanes - 1) / kLanes * kLanes; }

}  // namespace sise
