// The outputs of one run: all of them appear, or none.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/write/provenance/provenance.hpp"

namespace sise {

/// A transaction on an output folder. Each output is written under a hidden name beside its final one; commit()
/// renames them, sidecars before their raster and manifest.json last. Destroyed without commit (an error, an
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
  /// this run no longer makes, and writes the manifest. Throws OutputError, and then the folder is as it was.
  void commit(const Provenance& provenance, RunStatus status, const std::vector<SkippedItem>& skipped = {});

 private:
  [[nodiscard]] std::vector<std::string> in_order_of_publication() const;
  [[nodiscard]] std::vector<OutputRecord> checksums() const;
  void set_former_aside(const std::vector<std::string>& names);
  void publish(const std::vector<std::string>& names);
  void undo();

  std::filesystem::path folder_;
  std::filesystem::path topmost_created_;  ///< the first folder we had to make; empty when all existed
  std::vector<std::string> names_;
  std::vector<std::string> set_aside_;  ///< outputs of a former run now under their hidden name
  std::vector<std::string> published_;  ///< outputs of this run already under their final name
  int lock_ = -1;                       ///< descriptor of the folder, locked while we write into it
};

}  // namespace sise
