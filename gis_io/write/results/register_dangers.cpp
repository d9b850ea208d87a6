#include <algorithm>

#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

PropertyValue day_or_null(const std::optional<Date>& day) {
  return day ? PropertyValue(day_text(*day)) : PropertyValue();
}

std::string enterprise_of(const DangerRow& row) {
  const auto owner = row.view.result.danger_owners[row.index];
  return owner ? row.view.reg.enterprises[*owner].name : std::string();
}

std::string sector_of(const DangerRow& row) {
  if (!row.danger().sector.empty()) return row.danger().sector;
  const auto owner = row.view.result.danger_owners[row.index];
  return owner ? row.view.reg.enterprises[*owner].sector : std::string();
}

/// The area of the first set that is made of townships.
std::string township_of(const DangerRow& row) {
  const auto& sets = row.view.reg.sets;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    if (sets[s].level != BoundaryLevel::township) continue;
    const std::int32_t area = row.view.result.danger_areas[row.index * sets.size() + s];
    return area == kNoArea ? std::string() : sets[s].areas[static_cast<std::size_t>(area)].name;
  }
  return {};
}

std::string level_of(const HiddenDanger& danger) {
  if (!danger.major) return "";
  return *danger.major ? "major" : "general";
}

std::int64_t overdue(const DangerRow& row) {
  return row.view.reg.date == Date{} ? 0 : row.danger().days_overdue(row.view.reg.date);
}

}  // namespace

const std::vector<TableColumn<DangerRow>>& danger_columns() {
  using Row = DangerRow;
  static const std::vector<TableColumn<DangerRow>> kColumns{
      {"id", [](const Row& r) { return r.danger().id; }},
      {"township", [](const Row& r) { return or_null(township_of(r)); }},
      {"sector", [](const Row& r) { return or_null(sector_of(r)); }},
      {"enterprise", [](const Row& r) { return or_null(enterprise_of(r)); }},
      {"point_id", [](const Row& r) { return or_null(r.danger().point_id); }},
      {"level", [](const Row& r) { return or_null(level_of(r.danger())); }},
      {"state", [](const Row& r) { return r.danger().state == nullptr ? PropertyValue() : r.danger().state->id; }},
      {"state_zh",
       [](const Row& r) { return r.danger().state == nullptr ? PropertyValue() : r.danger().state->label.zh; }},
      {"found", [](const Row& r) { return day_or_null(r.danger().found); }},
      {"first_deadline", [](const Row& r) { return day_or_null(r.danger().first_deadline); }},
      {"deadline", [](const Row& r) { return day_or_null(r.danger().deadline); }},
      {"closed", [](const Row& r) { return r.danger().is_closed(r.view.reg.date); }},
      {"closed_on", [](const Row& r) { return day_or_null(r.danger().closed_on); }},
      {"days_overdue", [](const Row& r) { return overdue(r); }},
      {"supervised", [](const Row& r) { return r.danger().supervised; }},
      {"text", [](const Row& r) { return or_null(r.danger().text); }},
      {"findings", [](const Row& r) { return or_null(codes_of(r.danger().findings)); }}};
  return kColumns;
}

Sheet overdue_sheet(const RegisterView& view) {
  struct Late {
    std::string township;
    std::string sector;
    std::int64_t days;
    std::size_t index;
  };
  std::vector<Late> late;
  for (std::size_t d = 0; d < view.reg.dangers.size(); ++d) {
    const DangerRow row{view, d};
    if (view.reg.dangers[d].row_state == RowState::counted && overdue(row) > 0) {
      late.push_back({township_of(row), sector_of(row), overdue(row), d});
    }
  }
  std::stable_sort(late.begin(), late.end(), [](const Late& a, const Late& b) {
    if (a.township != b.township) return a.township < b.township;
    if (a.sector != b.sector) return a.sector < b.sector;
    return a.days > b.days;
  });
  Sheet sheet{"超期未改 overdue",
              "",
              {{"镇街", ""},
               {"行业领域", ""},
               {"企业", ""},
               {"隐患编号", ""},
               {"级别", ""},
               {"发现日期", ""},
               {"整改期限", ""},
               {"超期天数", ""},
               {"内容", ""}},
              {}};
  for (const Late& one : late) {
    const DangerRow row{view, one.index};
    const std::string level = level_of(row.danger());
    sheet.rows.push_back({one.township, one.sector, enterprise_of(row), row.danger().id,
                          level == "major"     ? "重大"
                          : level == "general" ? "一般"
                                               : "",
                          day_or_null(row.danger().found), day_or_null(row.danger().deadline), one.days,
                          row.danger().text});
  }
  return sheet;
}

}  // namespace sise
