// What a person reads on stderr.
#pragma once
#include <string>

#include "app/options.hpp"
#include "models/base/error.hpp"

namespace sise::app {

/// Errors are always told; warnings, notes and information only without --quiet. In the chosen language, as text
/// ("error: file:3:5: ...") or as one JSON object per line.
class Log {
 public:
  Log(LogFormat format, Language language, bool quiet) : format_(format), language_(language), quiet_(quiet) {}

  void tell(const Diagnostic& diagnostic) const;
  void information(const Text& message) const;
  void failure(const Error& error) const;

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool quiet() const { return quiet_; }

 private:
  LogFormat format_;
  Language language_;
  bool quiet_;
};

}  // namespace sise::app
