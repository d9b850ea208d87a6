// One message where many rows have the same fault.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

/// Collects faults under keys and tells each key once, at its first row, with the other rows named.
class GroupedProblems {
 public:
  void add(const std::string& key, const Diagnostic& diagnostic);
  /// In the order in which the keys first came.
  void tell(Problems& problems) const;

 private:
  struct Group {
    Diagnostic first;
    std::vector<std::string> others;  ///< how the other rows are called
  };
  std::map<std::string, Group> groups_;
  std::vector<std::string> order_;
};

}  // namespace sise
