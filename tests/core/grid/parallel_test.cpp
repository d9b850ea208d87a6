#include "core/grid/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/grid/interruption.hpp"
#include "models/base/error.hpp"

namespace {

/// Restores the number of threads, so that tests do not depend on their order.
class ThreadsGuard {
 public:
  ThreadsGuard() : before_(sise::threads()) {}
  ~ThreadsGuard() { sise::set_threads(before_); }
  ThreadsGuard(const ThreadsGuard&) = delete;
  ThreadsGuard& operator=(const ThreadsGuard&) = delete;

 private:
  int before_;
};

class Recorder : public sise::Progress {
 public:
  explicit Recorder(int polls_before_cancel = std::numeric_limits<int>::max())
      : polls_before_cancel_(polls_before_cancel) {}
  void report(std::string_view stage, double fraction) override {
    const std::lock_guard lock(mutex_);
    stages.emplace_back(stage);
    fractions.push_back(fraction);
  }
  [[nodiscard]] bool cancelled() const override { return polls_.fetch_add(1) >= polls_before_cancel_; }

  std::vector<std::string> stages;
  std::vector<double> fractions;

 private:
  std::mutex mutex_;
  const int polls_before_cancel_;
  mutable std::atomic<int> polls_{0};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(parallel, ThreadsGuard)

BOOST_AUTO_TEST_CASE(every_item_runs_exactly_once) {
  for (const int count : {1, 2, 7}) {
    sise::set_threads(count);
    std::vector<int> runs(1000, 0);
    sise::parallel_for(1000, [&](std::int64_t i) { ++runs[static_cast<std::size_t>(i)]; });
    BOOST_TEST(runs == std::vector<int>(1000, 1));
  }
}

BOOST_AUTO_TEST_CASE(nothing_to_do_does_nothing) {
  sise::parallel_for(0, [](std::int64_t) { throw std::logic_error("called"); });
  sise::parallel_for(-3, [](std::int64_t) { throw std::logic_error("called"); });
}

BOOST_AUTO_TEST_CASE(one_two_and_seven_threads_give_the_same_bytes) {
  const auto field = [](int count) {
    sise::set_threads(count);
    std::vector<double> values(5000);
    sise::parallel_for(5000, [&](std::int64_t i) {
      values[static_cast<std::size_t>(i)] = std::sin(static_cast<double>(i)) * std::exp(-1e-3 * static_cast<double>(i));
    });
    return values;
  };
  const std::vector<double> one = field(1);
  BOOST_TEST((one == field(2)));
  BOOST_TEST((one == field(7)));
}

BOOST_AUTO_TEST_CASE(the_exception_of_the_lowest_failing_item_comes_out) {
  for (const int count : {1, 2, 7}) {
    sise::set_threads(count);
    for (int repeat = 0; repeat < 20; ++repeat) {
      try {
        sise::parallel_for(200, [](std::int64_t i) {
          if (i % 50 == 41) throw std::runtime_error(std::to_string(i));
        });
        BOOST_ERROR("no exception");
      } catch (const std::runtime_error& error) {
        BOOST_TEST(error.what() == std::string("41"));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_failure_stops_the_rest) {
  sise::set_threads(2);
  std::atomic<int> ran{0};
  BOOST_CHECK_THROW(sise::parallel_for(1'000'000,
                                       [&](std::int64_t) {
                                         ++ran;
                                         throw std::runtime_error("stop");
                                       }),
                    std::runtime_error);
  BOOST_TEST(ran <= 2);
}

BOOST_AUTO_TEST_CASE(progress_rises_to_one_and_names_its_stage) {
  for (const int count : {1, 7}) {
    sise::set_threads(count);
    Recorder recorder;
    sise::parallel_for(
        5000, [](std::int64_t) {}, &recorder, "kernels");
    BOOST_TEST(recorder.fractions.back() == 1.0);
    BOOST_TEST(std::is_sorted(recorder.fractions.begin(), recorder.fractions.end()));
    BOOST_TEST(recorder.fractions.size() <= 1001U);
    BOOST_TEST(recorder.stages.front() == "kernels");
  }
}

BOOST_AUTO_TEST_CASE(a_cancelled_loop_throws_interrupted_and_stops_early) {
  for (const int count : {1, 2}) {
    sise::set_threads(count);
    Recorder recorder(10);
    std::atomic<int> ran{0};
    BOOST_CHECK_THROW(sise::parallel_for(
                          1000, [&](std::int64_t) { ++ran; }, &recorder),
                      sise::Interrupted);
    BOOST_TEST(ran == 10);
  }
}

BOOST_AUTO_TEST_CASE(whoever_wants_to_stop_is_heard_where_nobody_reports) {
  static std::atomic<int> ran{0};
  sise::listen_for_interruption([] { return ran >= 5; });
  BOOST_TEST(!sise::interruption_wanted());
  BOOST_CHECK_THROW(sise::parallel_for(1000, [](std::int64_t) { ++ran; }), sise::Interrupted);
  BOOST_TEST(ran < 1000);
  BOOST_CHECK_THROW(sise::stop_if_interrupted(), sise::Interrupted);
  sise::listen_for_interruption(nullptr);
  BOOST_CHECK_NO_THROW(sise::stop_if_interrupted());
}

BOOST_AUTO_TEST_CASE(a_loop_inside_a_loop_runs_in_order) {
  sise::set_threads(2);
  std::vector<std::vector<std::int64_t>> order(8);
  sise::parallel_for(8, [&](std::int64_t i) {
    sise::parallel_for(100, [&](std::int64_t j) { order[static_cast<std::size_t>(i)].push_back(j); });
  });
  for (const auto& inner : order) {
    BOOST_TEST(inner.size() == 100U);
    BOOST_TEST(std::is_sorted(inner.begin(), inner.end()));
  }
}

BOOST_AUTO_TEST_CASE(fewer_than_one_thread_is_refused) {
  BOOST_CHECK_THROW(sise::set_threads(0), sise::ConfigError);
  BOOST_CHECK_THROW(sise::set_threads(-2), sise::ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
