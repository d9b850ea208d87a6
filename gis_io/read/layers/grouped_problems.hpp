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

/// Each problem once: two readers of one file find the same things.
[[nodiscard]] std::vector<Diagnostic> without_repeats(const std::vector<Diagnostic>& problems);

/// Faults of one kind in one column of one file (same code, place and remedy) as one problem with their number and the
/// first five rows: all that say the same, and more than five that differ in the value alone, which stands beside each
/// row. In the order in which the kinds first came; what names no row stays as it is.
[[nodiscard]] std::vector<Diagnostic> grouped_by_column(const std::vector<Diagnostic>& problems);

}  // namespace sise
