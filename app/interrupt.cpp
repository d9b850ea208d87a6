#include "app/interrupt.hpp"

#include <csignal>

#include "core/grid/interruption.hpp"

namespace sise::app {
namespace {

// The only way for a signal handler to tell anything.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t signal_received = 0;

extern "C" void remember(int signal) {
  signal_received = signal;
  std::signal(signal, SIG_DFL);
}

}  // namespace

void catch_signals() {
  listen_for_interruption([] { return signal_received != 0; });
  std::signal(SIGINT, remember);
  std::signal(SIGTERM, remember);
  std::signal(SIGPIPE, SIG_IGN);
}

int received_signal() { return signal_received; }

}  // namespace sise::app
