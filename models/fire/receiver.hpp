// How the surface that is heated stands.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace sise {

enum class Receiver {
  facing,      ///< turned to where it receives most
  vertical,    ///< a wall towards the fire
  horizontal,  ///< the ground
};

constexpr std::array<Receiver, 3> kReceivers{Receiver::facing, Receiver::vertical, Receiver::horizontal};

[[nodiscard]] std::string_view name_of(Receiver receiver);
[[nodiscard]] std::optional<Receiver> receiver_from(std::string_view name);

}  // namespace sise
