#include "models/fire/receiver.hpp"

#include <cstddef>

namespace sise {
namespace {

constexpr std::array<std::string_view, 3> kNames{"facing", "vertical", "horizontal"};

}  // namespace

std::string_view name_of(Receiver receiver) { return kNames.at(static_cast<std::size_t>(receiver)); }

std::optional<Receiver> receiver_from(std::string_view name) {
  for (const Receiver receiver : kReceivers) {
    if (name_of(receiver) == name) return receiver;
  }
  return std::nullopt;
}

}  // namespace sise
