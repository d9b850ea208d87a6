// Loops over independent items on all processors. OpenMP lives behind this file and nowhere else.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

#include "core/grid/progress.hpp"

namespace sise {

/// How many threads parallel_for may use from now on. Throws ConfigError for fewer than one.
void set_threads(int count);
/// As set; before that, what OpenMP offers (OMP_NUM_THREADS or the processors of this process).
[[nodiscard]] int threads();

/// Calls body(0) ... body(count − 1), each exactly once, on up to threads() threads, handing out items in rising order.
///
/// The results are the same bytes for any number of threads as long as an item writes only what belongs to it alone:
/// never sum floating-point numbers across items in the body, store each item's part and add them up afterwards.
///
/// An exception stops the handing out and is thrown again here; if several items fail it is that of the lowest item,
/// which is again the same for any number of threads. `progress` hears the completed fraction (never falling, 1 at the
/// end) under the name `stage`, and is asked before every item whether to stop: then Interrupted is thrown.
/// A parallel_for inside a body runs in order on the calling thread.
void parallel_for(std::int64_t count, const std::function<void(std::int64_t)>& body, Progress* progress = nullptr,
                  std::string_view stage = {});

}  // namespace sise
