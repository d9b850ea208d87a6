// Files that appear in their folder together, or not at all.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/write/provenance/journal.hpp"
#include "gis_io/write/provenance/provenance.hpp"

namespace sise {

/// A set of files of one folder. Each is written under a hidden name; commit() sets the former ones aside and renames
/// the new ones into place, in the order of their names, so that the last name stands only when all others do. However
/// often the process is killed on the way, in the commit or in the recovery from it, the next transaction of the same
/// journal finds what to do and ends with all old files or all new ones.
class Transaction {
 public:
  /// Takes the journal of the folder and undoes (or ends) what a killed run left. Throws OutputError.
  Transaction(std::filesystem::path folder, const std::string& journal, std::vector<std::string> names);
  /// Without commit() the folder is as it was.
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction(Transaction&&) = delete;
  Transaction& operator=(Transaction&&) = delete;

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Those of the names that exist already.
  [[nodiscard]] std::vector<std::string> existing() const;
  /// Where the file `name` is written. A name that was not declared is a programming error (std::logic_error).
  [[nodiscard]] std::filesystem::path stage(std::string_view name) const;
  /// Puts all files in place; `stale` are files of a former run that go with it. Throws OutputError, and then the folder
  /// is as it was.
  void commit(const std::vector<std::string>& stale);

 private:
  void recover();
  void drop_staged(const std::vector<std::string>& names) const;

  std::filesystem::path folder_;
  std::vector<std::string> names_;
  std::unique_ptr<Journal> journal_;
};

/// Throws OutputError("output_is_input") where any of the names is, in this folder, a file that the run reads: the same
/// file, whatever it is called there (links followed). Asked for before anything is computed. An empty folder is none.
void refuse_inputs_as_outputs(const std::filesystem::path& folder, const std::vector<std::string>& names,
                              const std::vector<InputRecord>& inputs);

}  // namespace sise
