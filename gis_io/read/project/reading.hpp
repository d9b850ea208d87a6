// Several readers one after the other, the problems of all told together. Not for use outside gis_io/project.
#pragma once
#include <vector>

#include "gis_io/read/layers/grouped_problems.hpp"
#include "models/base/error.hpp"

namespace sise {

class Reading {
 public:
  /// Runs one reader on the common list of problems; what it throws joins them.
  template <class Reader>
  void run(Reader reader) {
    try {
      reader(problems_);
    } catch (const ConfigError& error) {
      config_wrong_ = true;
      add(error);
    } catch (const InputError& error) {
      add(error);
    }
  }

  /// Throws ConfigError or InputError with everything when there is an error; else returns the remarks.
  [[nodiscard]] std::vector<Diagnostic> finish() const {
    Problems once;
    for (const Diagnostic& d : grouped_by_column(without_repeats(problems_.all()))) once.add(d);
    if (config_wrong_) once.throw_if_errors<ConfigError>();
    once.throw_if_errors<InputError>();
    return once.all();
  }

 private:
  void add(const Error& error) {
    for (const Diagnostic& diagnostic : error.diagnostics()) problems_.add(diagnostic);
  }

  Problems problems_;
  bool config_wrong_ = false;
};

}  // namespace sise
