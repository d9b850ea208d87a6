// Rows of one table as records of one kind. Not for use outside register.
#pragma once
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gis_io/read/register/read_register.hpp"
#include "gis_io/read/register/register_places.hpp"

namespace sise {

/// A table that is open: its columns found, its coordinates collected.
struct OpenTable {
  const FeatureTable& table;
  const RegisterLayer& source;
  RegisterColumns columns;
  std::vector<RawPlace> places;
  std::uint32_t file = 0;  ///< index of its RegisterSource
};

/// Tells repeated rows and doubled ids, across the files of one kind of record.
class RowIdentity {
 public:
  void open_file(const std::string& stem) {
    stem_ = stem;
    rows_.clear();
    ids_.clear();
  }
  /// The whole row again within its file.
  [[nodiscard]] bool repeats(const FeatureRow& row);
  /// The id to use: as written, or with a number where the file has it twice, or with the file's name where another file has it.
  /// An empty one becomes file and row.
  [[nodiscard]] std::string unique(const std::string& written, RowRef row, Findings& findings);

 private:
  std::string stem_;
  std::unordered_set<std::string> rows_;
  std::unordered_map<std::string, int> ids_;
  std::unordered_set<std::string> all_ids_;
};

/// State of a row by its flags, told in the findings.
[[nodiscard]] RowState state_of_row(const FeatureRow& row, const RegisterColumns& columns, Findings& findings);
/// A credit code as written, its faults told. In upper case.
[[nodiscard]] std::string credit_code_of(const std::string& written, Findings& findings);
/// A name of a firm, its oddities told; former names go to `former` if it is there.
[[nodiscard]] std::string firm_name_of(const std::string& written, Findings& findings,
                                       std::vector<std::string>* former);
[[nodiscard]] std::optional<Date> day_of(const std::string& text, const std::string& heading, Findings& findings);
[[nodiscard]] RowRef row_ref(const OpenTable& open, std::size_t row);

void read_point_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places,
                     std::uint8_t method);
void read_enterprise_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places);
/// Readings, gathered by detector. `ppm_C`: at which temperature ppm are told; none: they are not understood.
void read_live_rows(const OpenTable& open, const std::optional<double>& ppm_C, Register& reg,
                    std::vector<RawPlace>& places);
/// The state of the ledger that a word or code says; null with a finding for none.
[[nodiscard]] const DangerState* ledger_state(const std::string& written, const RegisterColumns& columns,
                                              const LedgerRules& rules, Findings& findings);
/// What happened to hidden dangers; they have no place of their own.
void read_danger_steps(const OpenTable& open, Register& reg);
void read_danger_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places);

}  // namespace sise
