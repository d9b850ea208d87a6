// Collects what is impossible about a model's parameters, so that all is told at once.
#pragma once
#include <string>

#include "models/base/error.hpp"

namespace sise {

class ParameterChecks {
 public:
  void not_negative(const std::string& field, double value);
  void positive(const std::string& field, double value);
  /// `en` and `zh` go on after "the value 3 ...".
  void require(bool good, const std::string& field, double value, const std::string& en, const std::string& zh);
  /// Throws ModelError.
  void throw_if_any() const { problems_.throw_if_errors<ModelError>(); }

 private:
  Problems problems_;
};

}  // namespace sise
