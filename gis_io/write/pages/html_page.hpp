// What the pages for people share: a frame that stands alone, cells, and file names from ids.
#pragma once
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// A page of HTML that needs nothing beside it; `provenance` is shown at its end.
[[nodiscard]] std::string html_page(const std::string& title, const std::string& body, const std::string& provenance);

[[nodiscard]] std::string html_cell(const std::string& text);
/// Chinese, and below it English.
[[nodiscard]] std::string html_both(const Text& text);

/// "PREFIX_ID.html" of each id: without what file systems refuse, numbered where two become the same.
[[nodiscard]] std::vector<std::string> page_names(const std::string& prefix, const std::vector<std::string>& ids);

}  // namespace sise
