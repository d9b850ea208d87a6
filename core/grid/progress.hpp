// How long work tells where it stands and learns that it should stop.
#pragma once
#include <string_view>

namespace sise {

class Progress {
 public:
  virtual ~Progress() = default;
  /// `stage` is an identifier ("kernels", "stamping", "writing"); fraction in [0, 1]. Called from any thread.
  virtual void report(std::string_view stage, double fraction) = 0;
  /// Polled between tiles; true makes the work throw Interrupted.
  [[nodiscard]] virtual bool cancelled() const = 0;
};

}  // namespace sise
