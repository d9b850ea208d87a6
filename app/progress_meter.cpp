#include "app/progress_meter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

#include "app/interrupt.hpp"
#include "app/progress_words.hpp"

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
  static const std::vector<Stage> stages{
      {"reach", {"finding how far units reach", "计算影响距离"}, 0.0, 0.05},
      {"kernels", {"computing accidents", "计算事故后果"}, 0.05, 0.5},
      {"stamping", {"adding up risk", "叠加风险"}, 0.05, 0.9},
      {"units", {"looking at every unit", "逐个核查单元"}, 0.05, 0.5},
      {"places", {"adding up risk", "叠加风险"}, 0.05, 0.9},
      {"shares", {"telling whose risk it is", "计算各单元贡献"}, 0.05, 0.9},
      {"review", {"reviewing proposals", "审查用地"}, 0.05, 0.9},
      {"remedies", {"looking for what would make it pass", "寻找可行的调整"}, 0.5, 0.95},
      {"held", {"finding what each enterprise holds", "计算各企业占用的土地"}, 0.05, 0.5},
      {"targets", {"looking at protected targets", "逐个核查防护目标"}, 0.05, 0.5},
      {"capacity", {"looking for what can still stand", "计算剩余容量"}, 0.3, 0.9},
      {"proof", {"proving the answer", "复核结果"}, 0.5, 0.95},
      {"societal", {"computing societal risk", "计算社会风险"}, 0.05, 0.9},
      {"people", {"counting people", "统计人口"}, 0.05, 0.5},
      {"contributors", {"telling whose risk it is", "计算各单元贡献"}, 0.5, 0.95},
      {"relocation", {"ranking enterprises", "企业排序"}, 0.5, 0.95},
      {"residents", {"counting residents", "统计周边人口"}, 0.0, 0.9},
      {"grading", {"grading", "评定等级"}, 0.0, 0.9},
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
    : mode_(resolved(mode, quiet)),
      language_(language),
      start_(std::chrono::steady_clock::now()),
      word_(Text{"reading and checking", "读取与检查"}.in(language)) {
  if (mode_ == ProgressMode::automatic) drawer_ = std::thread([this] { keep_drawing(); });
}

ProgressMeter::~ProgressMeter() {
  if (drawer_.joinable()) {
    {
      const std::lock_guard<std::mutex> lock(guard_);
      end_ = true;
    }
    ended_.notify_one();
    drawer_.join();
  }
  clear();
}

void ProgressMeter::report(std::string_view stage, double fraction_of_stage) {
  if (mode_ == ProgressMode::never) return;
  const std::lock_guard<std::mutex> lock(guard_);
  const Stage& part = stage_of(stage);
  done_ = std::max(done_, std::lerp(part.from, part.to, std::clamp(fraction_of_stage, 0.0, 1.0)));
  word_ = part.word.in(language_);
  drawing_ = true;
  if (mode_ != ProgressMode::automatic) tell_step(stage, fraction_of_stage);
}

void ProgressMeter::tell_step(std::string_view stage, double of_stage) {
  const bool json = mode_ == ProgressMode::json;
  if (!is_next_step(stage, of_stage, json ? 100 : 10)) return;
  const std::optional<double> left = seconds_left(done_, elapsed_s());
  if (json) {
    put(fmt::format("{{\"stage\": \"{}\", \"fraction\": {:.2f}, \"of_stage\": {:.2f}{}}}\n", stage, done_, of_stage,
                    left ? fmt::format(", \"seconds_left\": {:.0f}", *left) : std::string()));
    return;
  }
  const std::string words = time_left_words(left, language_);
  put(fmt::format("{} {:.0f} %{}{}\n", word_, 100.0 * done_, words.empty() ? "" : ", ", words));
}

bool ProgressMeter::cancelled() const { return received_signal() != 0; }

void ProgressMeter::clear() {
  const std::lock_guard<std::mutex> lock(guard_);
  if (line_shown_) put("\r\x1b[K");
  line_shown_ = false;
  drawing_ = false;
}

bool ProgressMeter::is_next_step(std::string_view stage, double of_stage, int steps) {
  constexpr double kSilence_s = 1.0;  // nobody waits longer without a word while a stage moves on
  const int step = static_cast<int>(done_ * steps);
  const int part = static_cast<int>(of_stage * steps);
  const double now = elapsed_s();
  const bool moves_on = part != part_ && now - told_s_ >= kSilence_s;
  if (stage == stage_ && step == step_ && !moves_on) return false;
  stage_ = stage;
  step_ = step;
  part_ = part;
  told_s_ = now;
  return true;
}

double ProgressMeter::elapsed_s() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressMeter::keep_drawing() {
  constexpr auto kEvery = std::chrono::milliseconds(250);
  std::unique_lock<std::mutex> lock(guard_);
  while (!end_) {
    ended_.wait_for(lock, kEvery);
    if (!end_ && drawing_ && elapsed_s() >= 1.0) draw_line();
  }
}

void ProgressMeter::draw_line() {
  put("\r\x1b[K" + progress_line(word_, done_, elapsed_s(), language_));
  line_shown_ = true;
}

}  // namespace sise::app
