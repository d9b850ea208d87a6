#include "gis_io/read/config/key_listener.hpp"

#include <utility>

namespace sise {
namespace {

Listening*& present_listening() {
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): who listens to this thread's readers
  thread_local Listening* present = nullptr;
  return present;
}

}  // namespace

Listening::Listening(KeyListener& listener, std::string file)
    : listener_(listener), file_(std::move(file)), before_(present_listening()) {
  present_listening() = this;
}

Listening::~Listening() { present_listening() = before_; }

KeyListener* Listening::to(const ConfigNode& table) {
  const Listening* present = present_listening();
  return present != nullptr && table.where.file == present->file_ ? &present->listener_ : nullptr;
}

}  // namespace sise
