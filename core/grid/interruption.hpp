// Being told to stop where no Progress is at hand: while files are read and written, in loops that report nothing.
#pragma once

namespace sise {

/// Whoever runs the program says how to ask whether somebody wants it to stop; null: nobody does. `wants_to_stop` is asked
/// often and from any thread.
void listen_for_interruption(bool (*wants_to_stop)());

[[nodiscard]] bool interruption_wanted();

/// Throws Interrupted where somebody wants it.
void stop_if_interrupted();

}  // namespace sise
