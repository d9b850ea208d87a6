// The outputs of one run: all of them appear, or none.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/write/provenance/provenance.hpp"
#include "gis_io/write/provenance/transaction.hpp"

namespace sise {

/// A transaction on an output folder with a manifest. Each output is written under a hidden name beside its final one;
/// commit() renames them, sidecars before their raster and manifest.json last. Destroyed without commit (an error, an
/// interrupt), it leaves the folder as it was; a folder it made itself goes too.
class OutputSet {
 public:
  /// Opens the transaction and creates the folder. `names` are all outputs but manifest.json, without folders.
  /// Throws OutputError when the folder is a file or cannot be made, when another run is writing there, or, unless
  /// `overwrite`, when any of the names exists (all are told).
  OutputSet(std::filesystem::path folder, std::vector<std::string> names, bool overwrite);
  ~OutputSet();
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;
  OutputSet(OutputSet&&) = delete;
  OutputSet& operator=(OutputSet&&) = delete;

  /// Where to write the output `name` now. A name that was not declared is a programming error (std::logic_error).
  [[nodiscard]] std::filesystem::path stage(std::string_view name) const;

  /// Puts every output in place, replaces those of a former run, removes what the former run's manifest lists and
  /// this run no longer makes, and writes the manifest. Throws OutputError, and then the folder is as it was; so it
  /// does where one of these files is an input of this run, even if it may be overwritten.
  void commit(const Provenance& provenance, RunStatus status, const std::vector<SkippedItem>& skipped = {});

 private:
  [[nodiscard]] std::vector<OutputRecord> checksums() const;
  void undo();

  std::filesystem::path folder_;
  std::filesystem::path topmost_created_;  ///< the first folder we had to make; empty when all existed
  std::vector<std::string> names_;
  std::unique_ptr<Transaction> transaction_;
};

/// All that a run with these outputs puts into its folder.
[[nodiscard]] std::vector<std::string> with_manifest(std::vector<std::string> names);

}  // namespace sise
