#include "gis_io/write/results/register_view.hpp"

#include <map>
#include <utility>

namespace sise {
namespace {

std::string status_of(RowState state, const Findings& findings) {
  switch (state) {
    case RowState::withdrawn:
      return "withdrawn";
    case RowState::quarantined:
      return "quarantined";
    case RowState::repeated:
      return "repeated";
    case RowState::counted:
      break;
  }
  const Weight weight = findings.empty() ? Weight::remark : weight_of(findings);
  if (weight == Weight::left_out) return "partly_left_out";
  return weight == Weight::flagged ? "flagged" : "counted";
}

/// One part of every finding, joined by "; ": what it is, or what to do.
template <class Part>
std::string told(const CleaningRow& row, const std::string& lost, const Part& part) {
  if (row.findings == nullptr) return lost;
  std::string text;
  for (const Finding& finding : *row.findings) {
    const std::string one = part(finding);
    if (!one.empty()) text += (text.empty() ? "" : "; ") + one;
  }
  return text;
}

std::string detail_of(const Finding& finding) {
  if (finding.field.empty()) return finding.detail;
  return finding.detail.empty() ? finding.field : finding.field + " = " + finding.detail;
}

CleaningRow line_of(const RegisterView& view, RegisterRecord record, RowRef row, const std::string& id, RowState state,
                    const Findings& findings) {
  const RegisterSource& source = view.sources[row.file];
  return {std::string(name_of(record)), source.file, source.layer, row.line, id,
          status_of(state, findings),   {},          &findings,    {},       {}};
}

void add_lost(const RegisterView& view, RegisterRecord record, const std::function<void(const CleaningRow&)>& add) {
  for (const RegisterSource& source : view.sources) {
    if (source.record != record) continue;
    for (const Diagnostic& lost : source.lost) {
      add({std::string(name_of(record)),
           source.file,
           source.layer,
           lost.where.line,
           {},
           "unreadable",
           {},
           nullptr,
           lost.message,
           lost.remedy});
    }
  }
}

/// What is said of a detector stands in the row that is its first.
void each_reading(const RegisterView& view, const std::function<void(const CleaningRow&)>& add) {
  std::map<std::pair<std::uint32_t, std::int32_t>, const LiveDetector*> first_rows;
  for (const LiveDetector& detector : view.reg.detectors)
    first_rows.emplace(std::pair(detector.row.file, detector.row.line), &detector);
  for (const ReadingRow& reading : view.reg.readings) {
    Findings told = reading.findings;
    const auto first = first_rows.find({reading.row.file, reading.row.line});
    if (first != first_rows.end())
      told.insert(told.begin(), first->second->findings.begin(), first->second->findings.end());
    add(line_of(view, RegisterRecord::live, reading.row, reading.detector, RowState::counted, told));
  }
}

}  // namespace

const std::vector<TableColumn<CleaningRow>>& cleaning_columns() {
  using Row = CleaningRow;
  static const std::vector<TableColumn<CleaningRow>> kColumns{
      {"record", [](const Row& r) { return r.record; }},
      {"file", [](const Row& r) { return r.file; }},
      {"layer", [](const Row& r) { return or_null(r.layer); }},
      {"row", [](const Row& r) { return r.row; }},
      {"id", [](const Row& r) { return or_null(r.id); }},
      {"status", [](const Row& r) { return r.status; }},
      {"place_class", [](const Row& r) { return or_null(r.place); }},
      {"findings",
       [](const Row& r) { return r.findings == nullptr ? PropertyValue() : or_null(codes_of(*r.findings)); }},
      {"detail", [](const Row& r) { return or_null(told(r, {}, detail_of)); }},
      {"what_zh",
       [](const Row& r) { return or_null(told(r, r.lost.zh, [](const Finding& f) { return f.kind->what.zh; })); }},
      {"what_en",
       [](const Row& r) { return or_null(told(r, r.lost.en, [](const Finding& f) { return f.kind->what.en; })); }},
      {"remedy_zh",
       [](const Row& r) {
         return or_null(told(r, r.lost_remedy.zh, [](const Finding& f) { return f.kind->remedy.zh; }));
       }},
      {"remedy_en", [](const Row& r) {
         return or_null(told(r, r.lost_remedy.en, [](const Finding& f) { return f.kind->remedy.en; }));
       }}};
  return kColumns;
}

void each_cleaning_row(const RegisterView& view, const std::function<void(const CleaningRow&)>& add) {
  for (std::size_t i = 0; i < view.reg.points.size(); ++i) {
    const RiskPoint& point = view.reg.points[i];
    CleaningRow row = line_of(view, RegisterRecord::point, point.row, point.id, point.state, point.findings);
    if (point.state == RowState::counted) row.place = name_of(view.result.points[i].placement.place);
    add(row);
  }
  add_lost(view, RegisterRecord::point, add);
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    const EnterpriseRecord& firm = view.reg.enterprises[e];
    if (!firm.registered) continue;  // it has no row of its own
    CleaningRow row = line_of(view, RegisterRecord::enterprise, firm.row, firm.id, firm.state, firm.findings);
    if (firm.state == RowState::counted) row.place = name_of(view.result.enterprises[e].placement.place);
    add(row);
  }
  add_lost(view, RegisterRecord::enterprise, add);
  for (const HiddenDanger& danger : view.reg.dangers) {
    add(line_of(view, RegisterRecord::danger, danger.row, danger.id, danger.row_state, danger.findings));
  }
  add_lost(view, RegisterRecord::danger, add);
  for (const DangerStep& step : view.reg.danger_steps)
    add(line_of(view, RegisterRecord::step, step.row, step.danger_id, RowState::counted, step.findings));
  add_lost(view, RegisterRecord::step, add);
  each_reading(view, add);
  add_lost(view, RegisterRecord::live, add);
}

}  // namespace sise
