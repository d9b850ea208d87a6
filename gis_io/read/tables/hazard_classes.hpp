// Hazard classes of GB 18218 table 2 as a column gives them: "W5.3", "W5.3;J5", "w5.3、j5".
#pragma once
#include <string>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

/// The symbols, each as the standard writes it; one that the standard does not have is an error at `where`.
[[nodiscard]] std::vector<std::string> hazard_classes_from(const std::string& text, const Location& where,
                                                           Problems& problems);

}  // namespace sise
