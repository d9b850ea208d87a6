#include "core/grid/interruption.hpp"

#include <atomic>
#include <csignal>

#include "models/base/error.hpp"

namespace sise {
namespace {

using Question = bool (*)();

std::atomic<Question>& question() {
  static std::atomic<Question> asked{nullptr};
  return asked;
}

}  // namespace

void listen_for_interruption(bool (*wants_to_stop)()) { question() = wants_to_stop; }

bool interruption_wanted() {
  const Question wants_to_stop = question().load(std::memory_order_relaxed);
  return wants_to_stop != nullptr && wants_to_stop();
}

void stop_if_interrupted() {
  if (interruption_wanted()) throw Interrupted(SIGINT);
}

}  // namespace sise
