// Letters of a review: their names and files. Not for use outside products.
#pragma once
#include <string>
#include <vector>

#include "core/decision/letter.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/write/provenance/output_set.hpp"

namespace sise {

/// Of each proposal's letters, without language and ending. Ids that come to the same name are counted through; names that
/// differ in case alone are one file to some systems.
[[nodiscard]] std::vector<std::string> letter_names(const std::vector<Proposal>& proposals);

/// The files of all letters: Chinese and English, Markdown and a document; and the sheets beside each.
[[nodiscard]] std::vector<std::string> letter_files(const std::vector<std::string>& names,
                                                    const std::vector<SheetFormat>& sheets);

/// One per proposal. `remedies` empty: what would make it pass was not looked for. Throws OutputError.
void write_letters(const OpenProject& project, const std::vector<Proposal>& proposals,
                   const std::vector<Decision>& decisions, const std::vector<std::vector<Remedy>>& remedies,
                   const std::vector<std::string>& names, const OutputSet& outputs);

/// What the sheet beside a letter is about.
struct LetterPlace {
  std::string letter;  ///< its name
  Text title;          ///< the proposal and the decision
  Bounds extent;       ///< the proposal with some ground around it, and the unit that decides where it is near
  std::vector<Text> reasons;
};
/// None without letters.
[[nodiscard]] std::vector<LetterPlace> letter_places(const std::vector<std::string>& names,
                                                     const std::vector<Proposal>& proposals,
                                                     const std::vector<Decision>& decisions, const Study& study);

/// Beside each letter the page's layers around its proposal. Throws OutputError, Interrupted.
void write_letter_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const MapPage& page,
                         const SheetWords& words, const std::vector<LetterPlace>& letters, Progress* progress);

}  // namespace sise
