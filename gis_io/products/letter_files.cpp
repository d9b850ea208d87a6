#include "gis_io/products/letter_files.hpp"

#include <algorithm>
#include <csignal>
#include <map>
#include <set>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/office/docx.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/run_id.hpp"

namespace sise {
namespace {

/// An id as part of a file's name: what is no letter, digit or sign of a name becomes '_'.
std::string file_part(const std::string& id) {
  std::string part;
  for (const char c : id) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       static_cast<unsigned char>(c) >= 0x80;
    part.push_back(plain ? c : '_');
  }
  return part;
}

std::string in_small_letters(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// Half as much again on every side, and never less than a walk of ten minutes; with the unit unless it is far.
Bounds ground_around(const Geometry& shape, const Geometry* unit) {
  constexpr double kLeast_m = 800.0;
  constexpr double kFar_m = 4000.0;
  Bounds b = bounds(shape);
  if (unit != nullptr && distance_m(shape, *unit) <= kFar_m) {
    const Point at = point_on_surface(*unit);
    b = {std::min(b.x_min, at.x), std::min(b.y_min, at.y), std::max(b.x_max, at.x), std::max(b.y_max, at.y)};
  }
  const double margin = std::max(kLeast_m, 0.5 * std::max(b.x_max - b.x_min, b.y_max - b.y_min));
  return {b.x_min - margin, b.y_min - margin, b.x_max + margin, b.y_max + margin};
}

const Geometry* unit_named(const std::string& id, const Study& study) {
  const auto found = std::find_if(study.units.begin(), study.units.end(), [&](const Unit& u) { return u.id == id; });
  return found == study.units.end() || found->geometry.empty() ? nullptr : &found->geometry;
}

}  // namespace

std::vector<std::string> letter_names(const std::vector<Proposal>& proposals) {
  std::map<std::string, std::size_t> times;
  std::set<std::string> taken;
  std::vector<std::string> names;
  for (const Proposal& proposal : proposals) {
    const std::string part = "letter_" + file_part(proposal.id());
    std::size_t& count = times[in_small_letters(part)];
    std::string name;
    do {
      ++count;
      name = count == 1 ? part : part + "_" + std::to_string(count);
    } while (!taken.insert(in_small_letters(name)).second);
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> letter_files(const std::vector<std::string>& names, const std::vector<SheetFormat>& sheets) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    for (const char* ending : {"_zh.md", "_en.md", "_zh.docx", "_en.docx"}) files.push_back(name + ending);
    for (std::string& file : sheet_files(sheets, name + "_")) files.push_back(std::move(file));
  }
  return files;
}

void write_letters(const OpenProject& project, const std::vector<Proposal>& proposals,
                   const std::vector<Decision>& decisions, const std::vector<std::vector<Remedy>>& remedies,
                   const std::vector<std::string>& names, const OutputSet& outputs) {
  const LetterBasis basis{project.study.title, project.study.criteria.rules.title, run_id(project.provenance),
                          !remedies.empty()};
  static const std::vector<Remedy> kNone;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const std::vector<Remedy>& found = remedies.empty() ? kNone : remedies[i];
    const auto write = [&](const std::string& ending, Language language) {
      const std::string text = letter(proposals[i], decisions[i], found, basis, language);
      write_file(outputs.stage(names[i] + ending + ".md"), text);
      write_docx(outputs.stage(names[i] + ending + ".docx"), text, language);
    };
    write("_zh", Language::zh);
    write("_en", Language::en);
  }
}

std::vector<LetterPlace> letter_places(const std::vector<std::string>& names, const std::vector<Proposal>& proposals,
                                       const std::vector<Decision>& decisions, const Study& study) {
  std::vector<LetterPlace> places;
  places.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Decision& decision = decisions[i];
    const std::string unit = decision.checks.empty() ? "" : decision.checks.front().governing_unit;
    const std::string name = proposals[i].name().empty() ? decision.id : proposals[i].name();
    const Text verdict = label_of(decision.verdict);
    places.push_back({names[i],
                      {name + ": " + verdict.en, name + ":" + verdict.zh},
                      ground_around(proposals[i].geometry(), unit_named(unit, study)),
                      decision.reasons});
  }
  return places;
}

void write_letter_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const MapPage& page,
                         const SheetWords& words, const std::vector<LetterPlace>& letters, Progress* progress) {
  if (sheets.empty()) return;
  double done = 0.0;
  for (const LetterPlace& place : letters) {
    if (progress != nullptr) {
      if (progress->cancelled()) throw Interrupted(SIGINT);
      progress->report("writing", done++ / static_cast<double>(letters.size()));
    }
    MapPage around = page;
    around.title = place.title;
    around.extent = place.extent;
    SheetWords said = words;
    said.notes = place.reasons;
    write_page_sheets(outputs, sheets, around, said, place.letter + "_");
  }
}

}  // namespace sise
