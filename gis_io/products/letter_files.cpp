#include "gis_io/products/letter_files.hpp"

#include <map>
#include <set>
#include <utility>

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

std::vector<std::string> letter_files(const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    for (const char* ending : {"_zh.md", "_en.md", "_zh.docx", "_en.docx"}) files.push_back(name + ending);
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

}  // namespace sise
