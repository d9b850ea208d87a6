// Ctrl-C and termination, turned into a flag that work polls.
#pragma once

namespace sise::app {

/// SIGINT and SIGTERM set a flag from now on; a second one ends the process at once. A closed pipe is an error of the
/// write, not a signal.
void catch_signals();

/// The signal received, or 0.
[[nodiscard]] int received_signal();

}  // namespace sise::app
