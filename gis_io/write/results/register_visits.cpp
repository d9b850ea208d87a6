#include <fmt/format.h>

#include <algorithm>

#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

/// "2026-04"; without a date the months are numbered.
std::string month_of(const VisitRow& row) {
  if (row.view.reg.date == Date{}) return fmt::format("{:02d}", row.visit.month + 1);
  const std::chrono::year_month_day date(row.view.reg.date);
  const std::chrono::year_month month = date.year() / date.month() + std::chrono::months(row.visit.month + 1);
  return fmt::format("{:04d}-{:02d}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

const EnterpriseRecord& record_of(const VisitRow& row) { return row.view.reg.enterprises[row.visit.enterprise]; }

const EnterpriseRating& rating_of(const VisitRow& row) {
  return row.view.result.enterprises[row.visit.enterprise].rating;
}

}  // namespace

const std::vector<TableColumn<VisitRow>>& visit_columns() {
  using Row = VisitRow;
  static const std::vector<TableColumn<VisitRow>> kColumns{
      {"month", month_of},
      {"enterprise_id", [](const Row& r) { return record_of(r).id; }},
      {"name", [](const Row& r) { return or_null(record_of(r).name); }},
      {"sector", [](const Row& r) { return or_null(record_of(r).sector); }},
      {"grade", [](const Row& r) { return std::string(name_of(rating_of(r).grade)); }},
      {"visit", [](const Row& r) { return r.visit.number; }},
      {"of", [](const Row& r) { return rating_of(r).inspections.planned.value_or(0); }},
      {"staff_days", [](const Row& r) { return r.view.reg.enterprise_rules.staff_days; }},
      {"conflict", [](const Row& r) { return rating_of(r).inspections.conflict(); }}};
  return kColumns;
}

std::vector<VisitRow> visit_rows(const RegisterView& view) {
  std::vector<InspectionPlan> plans;
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    const bool counts = view.reg.enterprises[e].state == RowState::counted;
    plans.push_back(counts ? view.result.enterprises[e].rating.inspections : InspectionPlan{});
  }
  std::vector<Visit> visits = calendar_of(plans);
  std::stable_sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) { return a.month < b.month; });
  std::vector<VisitRow> rows;
  rows.reserve(visits.size());
  for (const Visit& visit : visits) rows.push_back({view, visit});
  return rows;
}

}  // namespace sise
