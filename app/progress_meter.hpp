// Progress on stderr, and the place where an interrupt reaches the work.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "app/options.hpp"
#include "core/grid/progress.hpp"

namespace sise::app {

/// automatic: one line, rewritten, on a terminal, for work that takes longer than a second, be it that nothing was reported
/// yet (reading large layers). always: a line of text per tenth. json: {"stage", "fraction", "of_stage"} per hundredth, with
/// "seconds_left" once it can be told; and after a second without a word, as soon as the stage itself has moved on.
/// Quiet or never: nothing. report() is called by one thread at a time.
///
/// The fraction told is that of the whole run and only grows: each stage has its part of it, and a stage that begins anew
/// (every band of a map has its kernels) does not take anything back.
class ProgressMeter : public Progress {
 public:
  ProgressMeter(ProgressMode mode, bool quiet, Language language);
  ~ProgressMeter() override;
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;
  ProgressMeter(ProgressMeter&&) = delete;
  ProgressMeter& operator=(ProgressMeter&&) = delete;

  void report(std::string_view stage, double fraction) override;
  [[nodiscard]] bool cancelled() const override;

  /// Removes the line from the terminal, so that other messages start on an empty one.
  void clear();

 private:
  [[nodiscard]] bool is_next_step(std::string_view stage, double of_stage, int steps);
  [[nodiscard]] double elapsed_s() const;
  void tell_step(std::string_view stage, double of_stage);
  /// On a terminal: once a while, so that the time left goes on while a stage says nothing.
  void keep_drawing();
  void draw_line();

  ProgressMode mode_;
  Language language_;
  double done_ = 0.0;  ///< of the whole run
  std::chrono::steady_clock::time_point start_;
  std::string stage_;
  int step_ = -1;
  int part_ = -1;
  double told_s_ = 0.0;  ///< when something was told last
  bool line_shown_ = false;
  bool drawing_ = true;  ///< false from clear() to the next report
  std::string word_;     ///< of the stage
  std::mutex guard_;     ///< of all above, on a terminal
  std::condition_variable ended_;
  bool end_ = false;
  std::thread drawer_;
};

}  // namespace sise::app
