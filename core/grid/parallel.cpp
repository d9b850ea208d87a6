#include "core/grid/parallel.hpp"

#include <omp.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <exception>
#include <limits>
#include <mutex>

#include "core/grid/interruption.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// 0: not set.
std::atomic<int>& thread_limit() {
  static std::atomic<int> limit{0};
  return limit;
}

/// What the threads of one loop share.
class Loop {
 public:
  Loop(std::int64_t count, const std::function<void(std::int64_t)>& body, Progress* progress, std::string_view stage)
      : count_(count), body_(body), progress_(progress), stage_(stage) {}

  /// Takes items until none is left or the loop stops. Runs on every thread; never throws.
  void work() noexcept {
    // The flag is read before an item is taken, so a taken item always runs: the lowest failing item is always found.
    while (!stop_) {
      const std::int64_t item = next_.fetch_add(1);
      if (item >= count_) return;
      run(item);
    }
  }

  /// To be called by one thread after all have finished.
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
    if (cancelled_) throw Interrupted(SIGINT);
  }

 private:
  void run(std::int64_t item) noexcept {
    try {
      if (interruption_wanted() || (progress_ != nullptr && progress_->cancelled())) {
        cancelled_ = true;
        stop_ = true;
        return;
      }
      body_(item);
      if (progress_ != nullptr) report();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (item < failed_item_) {
        failed_item_ = item;
        error_ = std::current_exception();
      }
      stop_ = true;
    }
  }

  /// At most a thousand reports, in rising order.
  void report() {
    const std::lock_guard lock(mutex_);
    ++completed_;
    const auto permille = static_cast<int>(static_cast<double>(completed_) * 1000.0 / static_cast<double>(count_));
    if (permille <= reported_permille_ && completed_ < count_) return;
    reported_permille_ = permille;
    progress_->report(stage_, static_cast<double>(completed_) / static_cast<double>(count_));
  }

  const std::int64_t count_;
  const std::function<void(std::int64_t)>& body_;
  Progress* const progress_;
  const std::string_view stage_;

  std::atomic<std::int64_t> next_{0};
  std::atomic<bool> stop_{false};
  std::atomic<bool> cancelled_{false};

  std::mutex mutex_;  // guards what follows
  std::int64_t completed_ = 0;
  int reported_permille_ = -1;
  std::int64_t failed_item_ = std::numeric_limits<std::int64_t>::max();
  std::exception_ptr error_;
};

}  // namespace

void set_threads(int count) {
  if (count < 1) {
    const std::string value = std::to_string(count);
    throw ConfigError("bad_threads",
                      {"the number of threads must be at least 1, not " + value, "线程数至少为 1,不能是 " + value});
  }
  thread_limit() = count;
}

int threads() {
  const int limit = thread_limit();
  return limit > 0 ? limit : omp_get_max_threads();
}

void parallel_for(std::int64_t count, const std::function<void(std::int64_t)>& body, Progress* progress,
                  std::string_view stage) {
  if (count <= 0) return;
  Loop loop(count, body, progress, stage);
  const auto team = static_cast<int>(std::min<std::int64_t>(threads(), count));
  if (team == 1 || omp_in_parallel() != 0) {
    loop.work();
  } else {
#pragma omp parallel num_threads(team) default(none) shared(loop)
    loop.work();
  }
  loop.rethrow();
}

}  // namespace sise
