#include "app/progress_meter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "app/interrupt.hpp"

namespace sise::app {
namespace {

void put(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

/// A stage that work tells of: its words, and from where to where it brings the run. Where two alternate (kernels are built
/// as bands are stamped) they share their part.
struct Stage {
  std::string_view id;
  Text word;
  double from;
  double to;
};

const Stage& stage_of(std::string_view id) {
  static const std::vector<Stage> stages{{"reach", {"finding how far units reach", "计算影响距离"}, 0.0, 0.05},
                                         {"kernels", {"computing accidents", "计算事故后果"}, 0.05, 0.5},
                                         {"stamping", {"adding up risk", "叠加风险"}, 0.05, 0.9},
                                         {"units", {"looking at every unit", "逐个核查单元"}, 0.05, 0.5},
                                         {"places", {"adding up risk", "叠加风险"}, 0.05, 0.9},
                                         {"shares", {"telling whose risk it is", "计算各单元贡献"}, 0.05, 0.9},
                                         {"review", {"reviewing proposals", "审查用地"}, 0.05, 0.9},
                                         {"distances", {"measuring distances", "计算距离"}, 0.5, 0.7},
                                         {"domino", {"looking for domino effects", "筛查多米诺效应"}, 0.7, 0.95},
                                         {"puffs", {"following the cloud", "追踪气云"}, 0.0, 0.2},
                                         {"cloud", {"following the cloud", "追踪气云"}, 0.0, 0.9},
                                         {"field", {"computing the field", "计算影响场"}, 0.0, 0.9},
                                         {"cases", {"answering cases", "计算算例"}, 0.0, 1.0},
                                         {"writing", {"writing files", "写出文件"}, 0.9, 1.0}};
  static const Stage unknown{"", {"computing", "计算中"}, 0.0, 0.9};
  const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == id; });
  return found == stages.end() ? unknown : *found;
}

ProgressMode resolved(ProgressMode mode, bool quiet) {
  if (quiet) return ProgressMode::never;
  if (mode == ProgressMode::automatic && isatty(STDERR_FILENO) == 0) return ProgressMode::never;
  return mode;
}

}  // namespace

ProgressMeter::ProgressMeter(ProgressMode mode, bool quiet, Language language)
    : mode_(resolved(mode, quiet)), language_(language), start_(std::chrono::steady_clock::now()) {}

ProgressMeter::~ProgressMeter() { clear(); }

void ProgressMeter::report(std::string_view stage, double fraction_of_stage) {
  const Stage& part = stage_of(stage);
  done_ = std::max(done_, std::lerp(part.from, part.to, std::clamp(fraction_of_stage, 0.0, 1.0)));
  const double fraction = done_;
  const std::string& word = part.word.in(language_);
  switch (mode_) {
    case ProgressMode::never:
      return;
    case ProgressMode::automatic:
      if (std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1)) return;
      if (is_next_step(stage, fraction, 1000)) rewrite_line(word, fraction);
      return;
    case ProgressMode::always:
      if (is_next_step(stage, fraction, 10)) put(fmt::format("{} {:.0f} %\n", word, 100.0 * fraction));
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
