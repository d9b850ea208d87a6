// Letters of a review: their names and files. Not for use outside products.
#pragma once
#include <string>
#include <vector>

#include "core/decision/letter.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/write/provenance/output_set.hpp"

namespace sise {

/// Of each proposal's letters, without language and ending. Ids that come to the same name are counted through; names that
/// differ in case alone are one file to some systems.
[[nodiscard]] std::vector<std::string> letter_names(const std::vector<Proposal>& proposals);

/// The files of all letters: Chinese and English, Markdown and a document.
[[nodiscard]] std::vector<std::string> letter_files(const std::vector<std::string>& names);

/// One per proposal. `remedies` empty: what would make it pass was not looked for. Throws OutputError.
void write_letters(const OpenProject& project, const std::vector<Proposal>& proposals,
                   const std::vector<Decision>& decisions, const std::vector<std::vector<Remedy>>& remedies,
                   const std::vector<std::string>& names, const OutputSet& outputs);

}  // namespace sise
