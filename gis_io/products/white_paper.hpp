// The year's white paper of a district's safety risks: the outline that offices follow, with the register's own figures.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/register_view.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Ten chapters in Markdown: scope, base, grades by trade and area, red and orange enterprises, hidden dangers, accidents, live
/// monitoring, capacity, changes, limits. What the register does not tell is said to be missing; a share of nothing has no value.
[[nodiscard]] std::string white_paper(const std::string& title, const RegisterView& view, Language language);

/// Chinese and English, Markdown and a document.
[[nodiscard]] const std::vector<std::string>& white_paper_files();
/// Throws OutputError.
void write_white_paper(const OutputSet& outputs, const std::string& title, const RegisterView& view);

}  // namespace sise
