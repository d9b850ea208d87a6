// What a transaction on a folder has begun, kept on disk so that the next run can end it, however this one ends.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/write/provenance/provenance.hpp"

namespace sise {

/// A hidden text file of whole lines, held and locked as long as the object lives. A line that a kill cut short counts
/// as not written, so every entry is there whole or not at all. The kernel drops the lock with the process: a killed
/// run never blocks the next one.
class Journal {
 public:
  /// What the lines on disk say.
  struct Record {
    bool found = false;                 ///< an earlier run left a journal here
    std::vector<std::string> staged;    ///< outputs that may be lying under their hidden name
    std::vector<std::string> replaced;  ///< former files, in the order in which they are set aside
    std::vector<OutputRecord> outputs;  ///< what is put in their place, in the order of publication
    bool committed = false;             ///< the new files stand; only cleaning was left to do
  };

  /// Opens and locks `file`. Throws OutputError when another run holds it, or when the folder cannot be written to.
  explicit Journal(std::filesystem::path file);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  Journal(Journal&&) = delete;
  Journal& operator=(Journal&&) = delete;

  [[nodiscard]] const Record& former() const { return former_; }

  void begin(const std::vector<std::string>& staged);
  void exchange(const std::vector<std::string>& replaced, const std::vector<OutputRecord>& outputs);
  /// The moment at which the new outputs are the ones that count.
  void commit();
  /// Removes the file: nothing is left to be done.
  void close();

 private:
  void append(const std::string& line);

  std::filesystem::path file_;
  Record former_;
  int descriptor_ = -1;
};

}  // namespace sise
