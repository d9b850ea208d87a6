#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ";") + text;
  return all;
}

std::int64_t count_of(const EnterpriseRow& row, Grade grade) { return row.rated().current.of(grade); }

const RiskPoint* governing_point(const EnterpriseRow& row) {
  const auto point = row.rated().governing;
  return point ? &row.view.reg.points[*point] : nullptr;
}

Text reason(const EnterpriseRow& row) {
  const auto point = row.rated().governing;
  if (!point) return {"no rated risk point", "没有已评级的风险点"};
  return reason_of(row.view.result.points[*point].grade, row.view.reg.points[*point], row.view.reg.point_rules);
}

/// Ids of the areas it lies in, one per boundary set.
std::string areas_of(const EnterpriseRow& row) {
  std::string text;
  for (std::size_t s = 0; s < row.view.reg.sets.size(); ++s) {
    const std::int32_t area = row.rated().areas[s];
    if (area == kNoArea) continue;
    const BoundarySet& set = row.view.reg.sets[s];
    text += (text.empty() ? "" : ";") + set.name + "=" + set.areas[static_cast<std::size_t>(area)].name;
  }
  return text;
}

}  // namespace

const std::vector<TableColumn<EnterpriseRow>>& enterprise_columns() {
  using Row = EnterpriseRow;
  static const std::vector<TableColumn<EnterpriseRow>> kColumns{
      {"enterprise_id", [](const Row& r) { return r.record().id; }},
      {"uscc", [](const Row& r) { return or_null(r.record().uscc); }},
      {"name", [](const Row& r) { return or_null(r.record().name); }},
      {"former_names", [](const Row& r) { return or_null(joined(r.record().former_names)); }},
      {"registered", [](const Row& r) { return r.record().registered; }},
      {"sector", [](const Row& r) { return or_null(r.record().sector); }},
      {"areas", [](const Row& r) { return or_null(areas_of(r)); }},
      {"place_class", [](const Row& r) { return std::string(name_of(r.rated().placement.place)); }},
      {"grade", [](const Row& r) { return std::string(name_of(r.rated().grade())); }},
      {"code", [](const Row& r) { return static_cast<int>(r.rated().grade()); }},
      {"label_zh", [](const Row& r) { return label_of(r.rated().grade()).zh; }},
      {"label_en", [](const Row& r) { return label_of(r.rated().grade()).en; }},
      {"colour", [](const Row& r) { return colour_of(r.view.scheme, r.rated().grade()); }},
      {"inherent", [](const Row& r) { return std::string(name_of(r.rated().inherent.worst())); }},
      {"incomplete", [](const Row& r) { return r.rated().incomplete(); }},
      {"points", [](const Row& r) { return r.rated().current.total(); }},
      {"red", [](const Row& r) { return count_of(r, Grade::red); }},
      {"orange", [](const Row& r) { return count_of(r, Grade::orange); }},
      {"yellow", [](const Row& r) { return count_of(r, Grade::yellow); }},
      {"blue", [](const Row& r) { return count_of(r, Grade::blue); }},
      {"unrated", [](const Row& r) { return r.rated().current.unrated(); }},
      {"governing_point",
       [](const Row& r) { return governing_point(r) == nullptr ? PropertyValue() : governing_point(r)->id; }},
      {"reason_zh", [](const Row& r) { return reason(r).zh; }},
      {"reason_en", [](const Row& r) { return reason(r).en; }},
      {"hidden_dangers", [](const Row& r) { return r.rated().dangers.all; }},
      {"major_hidden_dangers", [](const Row& r) { return r.rated().dangers.major; }},
      {"open_major", [](const Row& r) { return r.rated().dangers.major - r.rated().dangers.major_closed; }},
      {"overdue", [](const Row& r) { return r.rated().dangers.overdue; }},
      {"on_time_rate", [](const Row& r) { return or_null(r.rated().dangers.on_time_rate()); }},
      {"findings", [](const Row& r) { return or_null(codes_of(r.record().findings)); }}};
  return kColumns;
}

}  // namespace sise
