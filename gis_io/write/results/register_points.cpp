#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

PropertyValue score_or_null(const std::optional<double>& score) { return or_null(score); }

const EnterpriseRecord* enterprise_of(const PointRow& row) {
  const auto owner = row.rated().enterprise;
  return owner ? &row.view.reg.enterprises[*owner] : nullptr;
}

std::string stated_of(const RiskPoint& point) {
  std::string text;
  for (const auto& stated : {point.stated, point.stated_inherent, point.stated_current}) {
    if (stated) text += (text.empty() ? "" : "/") + std::string(colour_word(*stated));
  }
  return text;
}

std::string file_of(const PointRow& row) { return row.view.sources[row.point().row.file].file; }

}  // namespace

std::string colour_of(const ClassScheme& scheme, Grade grade) {
  const SchemeClass* found = scheme.by_code(static_cast<int>(grade));
  return hex_colour(found == nullptr ? scheme.no_answer_rgb : found->rgb);
}

std::string codes_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    const std::string code(finding.kind->code);
    if ((";" + text + ";").find(";" + code + ";") != std::string::npos) continue;
    text += (text.empty() ? "" : ";") + code;
  }
  return text;
}

const std::vector<TableColumn<PointRow>>& point_columns() {
  using Row = PointRow;
  static const std::vector<TableColumn<PointRow>> kColumns{
      {"id", [](const Row& r) { return r.point().id; }},
      {"name", [](const Row& r) { return or_null(r.point().name); }},
      {"place", [](const Row& r) { return or_null(r.point().place); }},
      {"sector", [](const Row& r) { return r.view.result.sectors[r.rated().sector]; }},
      {"enterprise_id",
       [](const Row& r) { return enterprise_of(r) == nullptr ? PropertyValue() : enterprise_of(r)->id; }},
      {"enterprise",
       [](const Row& r) { return enterprise_of(r) == nullptr ? PropertyValue() : or_null(enterprise_of(r)->name); }},
      {"risk_code", [](const Row& r) { return or_null(r.point().risk_code); }},
      {"accident_type", [](const Row& r) { return or_null(r.point().accident_type); }},
      {"method", [](const Row& r) { return r.view.reg.point_rules.methods[r.point().method].id; }},
      {"score", [](const Row& r) { return score_or_null(r.rated().grade.score); }},
      {"current_score", [](const Row& r) { return score_or_null(r.rated().grade.current_score); }},
      {"inherent", [](const Row& r) { return std::string(name_of(r.rated().grade.inherent)); }},
      {"grade", [](const Row& r) { return std::string(name_of(r.rated().grade.current)); }},
      {"code", [](const Row& r) { return static_cast<int>(r.rated().grade.current); }},
      {"label_zh", [](const Row& r) { return label_of(r.rated().grade.current).zh; }},
      {"label_en", [](const Row& r) { return label_of(r.rated().grade.current).en; }},
      {"colour", [](const Row& r) { return colour_of(r.view.scheme, r.rated().grade.current); }},
      {"live",
       [](const Row& r) {
         const auto& live = r.view.result.live;
         return live ? PropertyValue(std::string(name_of(live->points[r.index]))) : PropertyValue();
       }},
      {"dust_G", [](const Row& r) { return r.point().dust ? PropertyValue(r.point().dust->index) : PropertyValue(); }},
      {"dust_class_zh",
       [](const Row& r) {
         const auto& dust = r.point().dust;
         return dust ? PropertyValue(r.view.reg.dust_rules.classes[dust->dust_class].label.zh) : PropertyValue();
       }},
      {"stated", [](const Row& r) { return or_null(stated_of(r.point())); }},
      {"confidence", [](const Row& r) { return std::string(name_of(r.rated().grade.mark)); }},
      {"place_class", [](const Row& r) { return std::string(name_of(r.rated().placement.place)); }},
      {"assessed",
       [](const Row& r) {
         return r.point().reviewed ? PropertyValue(day_text(*r.point().reviewed)) : PropertyValue();
       }},
      {"reason_zh", [](const Row& r) { return reason_of(r.rated().grade, r.point(), r.view.reg.point_rules).zh; }},
      {"reason_en", [](const Row& r) { return reason_of(r.rated().grade, r.point(), r.view.reg.point_rules).en; }},
      {"findings", [](const Row& r) { return or_null(codes_of(r.point().findings)); }},
      {"file", [](const Row& r) { return file_of(r); }},
      {"row", [](const Row& r) { return static_cast<std::int64_t>(r.point().row.line); }}};
  return kColumns;
}

}  // namespace sise
