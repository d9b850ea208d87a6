#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/register_rows.hpp"

namespace sise {

void read_danger_steps(const OpenTable& open, Register& reg) {
  const RegisterColumns& columns = open.columns;
  const RegisterColumns::Source danger = columns.source("danger_id");
  const RegisterColumns::Source state = columns.source("state");
  const RegisterColumns::Source on = columns.source("on");
  const RegisterColumns::Source by = columns.source("by");
  for (std::size_t i = 0; i < open.table.rows.size(); ++i) {
    const FeatureRow& row = open.table.rows[i];
    DangerStep step;
    step.row = row_ref(open, i);
    step.danger_id = RegisterColumns::text(row, danger);
    step.by = RegisterColumns::text(row, by);
    const std::string written_day = RegisterColumns::text(row, on);
    step.on = day_of(written_day, columns.heading("on"), step.findings);
    if (is_blank_word(written_day)) add_finding(step.findings, "no_step_date");
    const std::string written = RegisterColumns::text(row, state);
    if (is_blank_word(written)) {
      add_finding(step.findings, "no_step_state");
    } else {
      step.state = ledger_state(written, columns, reg.ledger_rules, step.findings);
    }
    reg.danger_steps.push_back(std::move(step));
  }
}

}  // namespace sise
