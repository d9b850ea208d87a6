#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/register_rows.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

class DangerRows {
 public:
  DangerRows(const OpenTable& open, const Register& reg) : open_(open), columns_(open.columns), reg_(reg) {}

  HiddenDanger read(std::size_t i, RowIdentity& identity) {
    const FeatureRow& row = open_.table.rows[i];
    HiddenDanger danger;
    danger.row = row_ref(open_, i);
    if (identity.repeats(row)) {
      danger.row_state = RowState::repeated;
      add_finding(danger.findings, "duplicate_row");
      danger.id = text(row, id_);
    } else {
      danger.id = identity.unique(text(row, id_), danger.row, danger.findings);
    }
    danger.uscc = credit_code_of(text(row, uscc_), danger.findings);
    danger.enterprise_name = firm_name_of(text(row, enterprise_), danger.findings, nullptr);
    danger.point_id = text(row, point_id_);
    danger.sector = text(row, sector_);
    danger.text = text(row, text_);
    danger.where.town = text(row, town_);
    danger.where.village = text(row, village_);
    read_supervised(row, danger);
    danger.rectifier = text(row, rectifier_);
    danger.reviewer = text(row, reviewer_);
    if (is_blank_word(text(row, level_))) add_finding(danger.findings, "no_danger_level");
    danger.major =
        is_major_danger(text(row, level_), columns_.dictionary("level"), columns_.heading("level"), danger.findings);
    danger.found = day(row, "found", found_, danger);
    danger.first_deadline = day(row, "deadline", deadline_, danger);
    danger.deadline = day(row, "extended_deadline", extended_, danger);
    if (!danger.deadline) danger.deadline = danger.first_deadline;
    danger.closed_on = day(row, "closed", closed_, danger);
    read_state(row, danger);
    return danger;
  }

 private:
  [[nodiscard]] static std::string text(const FeatureRow& row, const Source& source) {
    return RegisterColumns::text(row, source);
  }

  std::optional<Date> day(const FeatureRow& row, const char* name, const Source& source, HiddenDanger& danger) const {
    return day_of(text(row, source), columns_.heading(name), danger.findings);
  }

  void read_supervised(const FeatureRow& row, HiddenDanger& danger) const {
    const std::string written = text(row, supervised_);
    const auto flag = flag_of(written);
    if (!flag && !is_blank_word(written)) {
      add_finding(danger.findings, "unknown_answer", columns_.heading("supervised"), written);
    }
    danger.supervised = flag.value_or(false);
  }

  void read_state(const FeatureRow& row, HiddenDanger& danger) const {
    const std::string written = text(row, state_);
    if (!is_blank_word(written)) danger.state = ledger_state(written, columns_, reg_.ledger_rules, danger.findings);
  }

  const OpenTable& open_;
  const RegisterColumns& columns_;
  const Register& reg_;
  Source id_ = columns_.source("id");
  Source uscc_ = columns_.source("uscc");
  Source enterprise_ = columns_.source("enterprise");
  Source point_id_ = columns_.source("point_id");
  Source sector_ = columns_.source("sector");
  Source text_ = columns_.source("text");
  Source level_ = columns_.source("level");
  Source found_ = columns_.source("found");
  Source deadline_ = columns_.source("deadline");
  Source extended_ = columns_.source("extended_deadline");
  Source closed_ = columns_.source("closed");
  Source state_ = columns_.source("state");
  Source supervised_ = columns_.source("supervised");
  Source rectifier_ = columns_.source("rectifier");
  Source reviewer_ = columns_.source("reviewer");
  Source town_ = columns_.source("town");
  Source village_ = columns_.source("village");
};

}  // namespace

const DangerState* ledger_state(const std::string& written, const RegisterColumns& columns, const LedgerRules& rules,
                                Findings& findings) {
  const ColumnDictionary* dictionary = columns.dictionary("state");
  const DangerState* state = rules.state_named(meaning_of(written, dictionary));
  if (state != nullptr) return state;
  const bool is_code = written.size() <= 2 && written.find_first_not_of("0123456789") == std::string::npos;
  add_finding(findings, is_code && dictionary == nullptr ? "undeclared_code" : "unknown_state",
              columns.heading("state"), written);
  return nullptr;
}

void read_danger_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places) {
  DangerRows rows(open, reg);
  for (std::size_t i = 0; i < open.table.rows.size(); ++i) {
    reg.dangers.push_back(rows.read(i, identity));
    places.push_back(open.places[i]);
  }
}

}  // namespace sise
