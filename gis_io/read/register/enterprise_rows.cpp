#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/rating/register/credit_code.hpp"
#include "core/rating/register/written_answer.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/register_rows.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

/// "乙厂;丙厂" and the other ways to write several names in a cell.
std::vector<std::string> names_in(std::string text) {
  for (const std::string_view separator : {"、", "；", ";", "，", ",", "#@#"}) {
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator)) {
      text.replace(at, separator.size(), "\n");
    }
  }
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) names.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

/// Whether a column of rates is in shares or in per cent is told by the whole column: one value above 1 makes it per cent, a
/// decimal point with none above 1 makes it shares. A column of bare 0 and 1 could be either, and stays as it is.
void settle_rates(std::span<EnterpriseRecord> firms, const std::string& question) {
  bool above_one = false;
  bool decimals = false;
  for (const EnterpriseRecord& firm : firms) {
    const auto answer = firm.answers.find(question);
    const auto number = answer == firm.answers.end() ? std::nullopt : plain_number(answer->second);
    if (!number) continue;
    above_one = above_one || *number > 1.0;
    decimals = decimals || answer->second.find('.') != std::string::npos;
  }
  if (!above_one && !decimals) return;
  constexpr double kPerCent = 100.0;
  for (EnterpriseRecord& firm : firms) {
    const auto answer = firm.answers.find(question);
    const auto number = answer == firm.answers.end() ? std::nullopt : plain_number(answer->second);
    if (number) answer->second = fmt::format("{}%", above_one ? *number : *number * kPerCent);
  }
}

class EnterpriseRows {
 public:
  explicit EnterpriseRows(const OpenTable& open) : open_(open), columns_(open.columns) {
    for (const RegisterField& field : register_fields()) {
      if (field.record != RegisterRecord::enterprise || field.kind != "answer") continue;
      const Source source = columns_.source(field.name);
      if (source.any()) answers_.emplace_back(field.name, source);
    }
  }

  EnterpriseRecord read(std::size_t i, RowIdentity& identity) {
    const FeatureRow& row = open_.table.rows[i];
    EnterpriseRecord firm;
    firm.row = row_ref(open_, i);
    if (identity.repeats(row)) {
      firm.state = RowState::repeated;
      add_finding(firm.findings, "duplicate_row");
    } else {
      firm.state = state_of_row(row, columns_, firm.findings);
    }
    firm.uscc = credit_code_of(text(row, uscc_), firm.findings);
    firm.valid_code = check_credit_code(firm.uscc) == CodeCheck::ok;
    if (firm.uscc.empty()) add_finding(firm.findings, "missing_code");
    firm.name = firm_name_of(text(row, name_), firm.findings, &firm.former_names);
    for (const std::string& former : names_in(text(row, former_))) {
      const std::string name = firm_name_of(former, firm.findings, nullptr);
      if (!name.empty()) firm.former_names.push_back(name);
    }
    const std::string own_id = text(row, id_);
    firm.id = !firm.uscc.empty() ? firm.uscc : !own_id.empty() ? own_id : firm.name;
    if (firm.id.empty()) firm.id = identity.unique({}, firm.row, firm.findings);
    firm.division = text(row, division_);
    firm.address = text(row, address_);
    firm.sector = text(row, sector_);
    firm.where.town = text(row, town_);
    firm.where.village = text(row, village_);
    firm.staff = number(row, "staff", staff_, firm.findings);
    if (level_.any()) {
      firm.stated = grade_of(text(row, level_), columns_.dictionary("level"), columns_.heading("level"), firm.findings);
    }
    firm.standard_until = standard_until(row, firm.findings);
    for (const auto& [name, source] : answers_) {
      const std::string answer = meaning_of(text(row, source), columns_.dictionary(name));
      const bool says_none = answer == "无";  // of a question it is an answer
      if (says_none || !is_blank_word(answer)) firm.answers.emplace(name, answer);
    }
    return firm;
  }

 private:
  [[nodiscard]] static std::string text(const FeatureRow& row, const Source& source) {
    return RegisterColumns::text(row, source);
  }

  /// As written, else three years from the certificate's day.
  std::optional<Date> standard_until(const FeatureRow& row, Findings& findings) const {
    constexpr std::chrono::years kValid{3};
    const auto until = day_of(text(row, standard_until_), columns_.heading("standard_until"), findings);
    const auto since = day_of(text(row, standard_since_), columns_.heading("standard_since"), findings);
    if (until || !since) return until;
    const auto last = std::chrono::year_month_day(*since) + kValid;
    return Date(last.ok() ? last : last.year() / last.month() / std::chrono::last);  // 29 February
  }

  std::optional<double> number(const FeatureRow& row, const char* name, const Source& source,
                               Findings& findings) const {
    const std::string written = text(row, source);
    if (is_blank_word(written)) return std::nullopt;
    const auto value = written_number(written);
    if (!value || value->value < 0.0) {
      add_finding(findings, "not_a_number", columns_.heading(name), written);
      return std::nullopt;
    }
    return value->value;
  }

  const OpenTable& open_;
  const RegisterColumns& columns_;
  std::vector<std::pair<std::string, Source>> answers_;
  Source id_ = columns_.source("id");
  Source uscc_ = columns_.source("uscc");
  Source name_ = columns_.source("name");
  Source former_ = columns_.source("former_names");
  Source division_ = columns_.source("division");
  Source address_ = columns_.source("address");
  Source sector_ = columns_.source("sector");
  Source town_ = columns_.source("town");
  Source village_ = columns_.source("village");
  Source staff_ = columns_.source("staff");
  Source level_ = columns_.source("level");
  Source standard_since_ = columns_.source("standard_since");
  Source standard_until_ = columns_.source("standard_until");
};

}  // namespace

void read_enterprise_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places) {
  EnterpriseRows rows(open);
  const std::size_t first = reg.enterprises.size();
  for (std::size_t i = 0; i < open.table.rows.size(); ++i) {
    reg.enterprises.push_back(rows.read(i, identity));
    places.push_back(open.places[i]);
  }
  settle_rates(std::span(reg.enterprises).subspan(first), "on_time_rate");
}

}  // namespace sise
