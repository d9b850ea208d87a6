// What can go wrong, said so that a person can mend it.
#pragma once
#include <exception>
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// Where a problem sits in the user's input. Empty or zero members are unknown.
struct Location {
  std::string file;     ///< as the user named it, never absolute unless the user wrote it so
  std::string layer;    ///< layer or table within the file
  std::string feature;  ///< id or number of the feature or row
  std::string field;    ///< field, column or configuration key ("units.fields.id")
  int line = 0;         ///< 1-based
  int column = 0;       ///< 1-based

  bool operator==(const Location&) const = default;
};

/// One problem: what, where, and what would mend it.
struct Diagnostic {
  enum class Severity { error, warning, note };

  Severity severity = Severity::error;
  std::string code;  ///< stable, machine readable: "unknown_key", "missing_crs", ...
  Location where;
  Text message;  ///< names the value and what is allowed
  Text remedy;   ///< may be empty

  bool operator==(const Diagnostic&) const = default;
};

/// "file:line:column: layer 'x': feature 'y': field 'z': message. Remedy" in one language.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, Language language);

/// Base of everything Sise throws. Carries every problem found, not only the first.
class Error : public std::exception {
 public:
  explicit Error(std::vector<Diagnostic> diagnostics);
  Error(std::string code, Text message, Location where = {}, Text remedy = {});

  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::vector<Diagnostic> diagnostics_;
  std::string what_;
};

/// Command line or configuration wrong: exit code 2.
class ConfigError : public Error {
 public:
  using Error::Error;
};
/// Input unreadable or inconsistent: exit code 3.
class InputError : public Error {
 public:
  using Error::Error;
};
/// Output not written: exit code 4.
class OutputError : public Error {
 public:
  using Error::Error;
};
/// A model was asked for something it cannot answer: exit code 1, or a case's own error in `sise eval`.
class ModelError : public Error {
 public:
  using Error::Error;
};
/// A budget (memory, cells) forbids the run: exit code 6.
class BudgetError : public Error {
 public:
  using Error::Error;
};
/// The user interrupted the run: exit code 130 or 143.
class Interrupted : public Error {
 public:
  explicit Interrupted(int signal);
  [[nodiscard]] int signal() const { return signal_; }

 private:
  int signal_;
};

/// Collects problems so that all are told at once.
class Problems {
 public:
  void add(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  void error(std::string code, Text message, Location where = {}, Text remedy = {});
  void warning(std::string code, Text message, Location where = {}, Text remedy = {});

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return diagnostics_; }

  /// Throws E with every problem if there is at least one of severity error.
  template <class E>
  void throw_if_errors() const {
    if (has_errors()) throw E(diagnostics_);
  }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace sise
