#include "app/progress_meter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "app/interrupt.hpp"

namespace sise::app {
namespace {

void put(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

ProgressMode resolved(ProgressMode mode, bool quiet) {
  if (quiet) return ProgressMode::never;
  if (mode == ProgressMode::automatic && isatty(STDERR_FILENO) == 0) return ProgressMode::never;
  return mode;
}

}  // namespace

ProgressMeter::ProgressMeter(ProgressMode mode, bool quiet)
    : mode_(resolved(mode, quiet)), start_(std::chrono::steady_clock::now()) {}

ProgressMeter::~ProgressMeter() { clear(); }

void ProgressMeter::report(std::string_view stage, double fraction) {
  switch (mode_) {
    case ProgressMode::never:
      return;
    case ProgressMode::automatic:
      if (std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1)) return;
      if (is_next_step(stage, fraction, 1000)) rewrite_line(stage, fraction);
      return;
    case ProgressMode::always:
      if (is_next_step(stage, fraction, 10)) put(fmt::format("{} {:.0f} %\n", stage, 100.0 * fraction));
      return;
    case ProgressMode::json:
      if (is_next_step(stage, fraction, 100)) {
        put(fmt::format("{{\"stage\": \"{}\", \"fraction\": {:.2f}}}\n", stage, fraction));
      }
      return;
  }
}

bool ProgressMeter::cancelled() const { return received_signal() != 0; }

void ProgressMeter::clear() {
  if (line_shown_) put("\r\x1b[K");
  line_shown_ = false;
}

bool ProgressMeter::is_next_step(std::string_view stage, double fraction, int steps) {
  const int step = static_cast<int>(fraction * steps);
  if (stage == stage_ && step == step_) return false;
  stage_ = stage;
  step_ = step;
  return true;
}

void ProgressMeter::rewrite_line(std::string_view stage, double fraction) {
  put(fmt::format("\r\x1b[K{} {:.1f} %", stage, 100.0 * fraction));
  line_shown_ = true;
}

}  // namespace sise::app
