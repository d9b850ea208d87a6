#include "gis_io/read/register/register_rows.hpp"

#include <algorithm>

#include "core/rating/register/credit_code.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/firm_name.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {

bool RowIdentity::repeats(const FeatureRow& row) {
  std::string whole;
  for (const Cell& cell : row.cells) {
    whole += text_of(cell).value_or("");
    whole += '\x1f';
  }
  for (const Point& p : row.geometry.points) whole += std::to_string(p.x) + "," + std::to_string(p.y);
  return !rows_.insert(std::move(whole)).second;
}

std::string RowIdentity::unique(const std::string& written, RowRef row, Findings& findings) {
  std::string id = written.empty() ? stem_ + "-" + std::to_string(row.line) : written;
  const int before = ids_[id]++;
  if (before > 0) {
    add_finding(findings, "duplicate_id", {}, id);
    id += "#" + std::to_string(before + 1);
  }
  if (!all_ids_.insert(id).second) {
    id = stem_ + ":" + id;
    all_ids_.insert(id);
  }
  return id;
}

RowState state_of_row(const FeatureRow& row, const RegisterColumns& columns, Findings& findings) {
  const auto text = [&](const char* name) { return RegisterColumns::text(row, columns.source(name)); };
  const RowFlags flags{text("deleted"), text("valid"), text("cancelled"),
                       meaning_of(text("report_state"), columns.dictionary("report_state"))};
  switch (liveness_of(flags)) {
    case Liveness::withdrawn:
      add_finding(findings, "withdrawn");
      return RowState::withdrawn;
    case Liveness::contradictory:
      add_finding(findings, "quarantine", {},
                  flags.deleted + "/" + flags.valid + "/" + flags.cancelled + "/" + flags.report_state);
      return RowState::quarantined;
    case Liveness::live:
      break;
  }
  return RowState::counted;
}

std::string credit_code_of(const std::string& written, Findings& findings) {
  if (is_blank_word(written)) return {};
  std::string code = written;
  std::erase(code, ' ');
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const CodeCheck check = check_credit_code(code);
  if (check == CodeCheck::old_reg15_ok) {
    add_finding(findings, "old_reg15", {}, code);
  } else if (check != CodeCheck::ok) {
    add_finding(findings, name_of(check), {}, code);
  }
  return code;
}

std::string firm_name_of(const std::string& written, Findings& findings, std::vector<std::string>* former) {
  if (written.empty()) return {};
  FirmName firm = firm_name(written);
  if (firm.placeholder) add_finding(findings, "placeholder_name", {}, written);
  if (firm.doubled_suffix) add_finding(findings, "doubled_suffix", {}, firm.name);
  if (former != nullptr) former->insert(former->end(), firm.former.begin(), firm.former.end());
  return std::move(firm.name);
}

std::optional<Date> day_of(const std::string& text, const std::string& heading, Findings& findings) {
  if (is_blank_word(text)) return std::nullopt;
  const auto day = written_day(text);
  if (!day) add_finding(findings, "bad_date", heading, text);
  return day;
}

RowRef row_ref(const OpenTable& open, std::size_t row) {
  const int line = open.table.rows[row].line;
  return {open.file, line > 0 ? line : static_cast<std::int32_t>(row) + 1};
}

}  // namespace sise
