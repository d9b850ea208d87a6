#include "gis_io/write/pages/enterprise_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pages/html_page.hpp"
#include "gis_io/write/results/register_files.hpp"
#include "gis_io/write/text/xml.hpp"
#include "gis_io/write/vectors/json_text.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// The columns of a table that a reader wants, in this order.
template <class Row>
std::vector<TableColumn<Row>> chosen(const std::vector<TableColumn<Row>>& columns,
                                     const std::vector<std::string_view>& names) {
  std::vector<TableColumn<Row>> some;
  some.reserve(names.size());
  for (const std::string_view name : names) {
    some.push_back(*std::find_if(columns.begin(), columns.end(),
                                 [&](const TableColumn<Row>& column) { return column.name == name; }));
  }
  return some;
}

std::string words_of(const std::string& column) {
  const Text words = field_words(column);
  return xml_escaped(words.zh) + "<br><span class=\"note\">" + xml_escaped(words.en) + "</span>";
}

std::string text_in_cell(const PropertyValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.value)) return *flag ? "是 yes" : "否 no";
  if (const auto* number = std::get_if<double>(&value.value)) return fmt::format("{:.4g}", *number);
  return cell_text(value);
}

/// A grade with its colour and, besides the colour, its word.
std::string grade_mark(const RegisterView& view, Grade grade) {
  return fmt::format(R"(<b style="border-left:1em solid {};padding-left:.4em">{} {}</b> <span class="note">{}</span>)",
                     colour_of(view.scheme, grade), colour_word(grade), xml_escaped(label_of(grade).zh),
                     xml_escaped(label_of(grade).en));
}

std::string grade_word(const RegisterView& view, Grade grade) {
  return fmt::format("<b style=\"border-left:.8em solid {};padding-left:.3em;white-space:nowrap\">{}</b>",
                     colour_of(view.scheme, grade), colour_word(grade));
}

/// Name and value, a row each; what is not known is left out.
template <class Row>
std::string facts_table(const std::vector<TableColumn<Row>>& columns, const Row& row) {
  std::string html = "<table>";
  for (const TableColumn<Row>& column : columns) {
    const std::string text = text_in_cell(column.value(row));
    if (!text.empty()) html += "<tr><th>" + words_of(column.name) + "</th>" + html_cell(text) + "</tr>";
  }
  return html + "</table>";
}

template <class Row>
std::string rows_table(const std::vector<TableColumn<Row>>& columns, const std::vector<Row>& rows) {
  std::string html = "<table><tr>";
  for (const TableColumn<Row>& column : columns) html += "<th>" + words_of(column.name) + "</th>";
  html += "</tr>";
  for (const Row& row : rows) {
    html += "<tr>";
    for (const TableColumn<Row>& column : columns) html += html_cell(text_in_cell(column.value(row)));
    html += "</tr>";
  }
  return html + "</table>";
}

std::string heading(const Text& text) { return "<h2>" + xml_escaped(text.zh) + " " + xml_escaped(text.en) + "</h2>"; }

std::string labelled(const Text& label, const std::string& html) {
  return "<tr><th>" + html_both(label) + "</th><td>" + html + "</td></tr>";
}

std::string counts_text(const GradeCounts& counts) {
  std::string text = fmt::format("{}: ", counts.total());
  for (const Grade grade : kGrades) text += fmt::format("{} {} · ", colour_word(grade), counts.of(grade));
  return text + fmt::format("{} {}", colour_word(Grade::unrated), counts.unrated());
}

/// "较大风险, 43 至 53 分: ...": the worse end of what is not known counts.
std::string sheet_text(const ScoreSheet& sheet, const SheetResult& result) {
  const std::string points = result.low == result.high ? fmt::format("{:g} 分", result.low)
                                                       : fmt::format("{:g} 至 {:g} 分", result.low, result.high);
  const Text& band = sheet.bands[result.band_high].label;
  const Text reason = reason_of(sheet, result);
  return xml_escaped(band.zh + ", " + points) + "<br>" + html_both(reason);
}

/// Where the points are the class itself: "三级企业: ...".
std::string class_text(const ScoreSheet& sheet, const SheetResult& result) {
  const Text reason = reason_of(sheet, result);
  const Text& band = sheet.bands[result.band_high].label;
  return band.zh + " " + band.en + ": " + reason.zh + " / " + reason.en;
}

std::string grades_section(const RegisterView& view, std::size_t e) {
  const RatedEnterprise& rated = view.result.enterprises[e];
  const EnterpriseRating& rating = rated.rating;
  const EnterpriseRules& rules = view.reg.enterprise_rules;
  const auto value = [&](std::string_view name) {
    return text_in_cell(chosen(enterprise_columns(), {name}).front().value(EnterpriseRow{view, e}));
  };
  std::string html = "<table>";
  html += labelled({"present grade", "现状等级"},
                   grade_mark(view, rated.grade()) + " <span class=\"note\">" +
                       xml_escaped(rating.method + ", " + std::string(name_of(rating.mark))) + "</span>");
  html += labelled({"why", "理由"}, html_both({value("reason_en"), value("reason_zh")}));
  html += labelled({"inherent, its worst point", "固有等级 (风险点最高)"}, grade_mark(view, rated.inherent.worst()));
  html += labelled({"risk points by present grade", "风险点 (现状等级)"}, xml_escaped(counts_text(rated.current)));
  if (rated.current.rated() > 0)
    html += labelled({"worst of its points", "风险点最高等级"}, grade_mark(view, rated.current.worst()));
  if (rating.no19)
    html += labelled({"notice 2018/19", "应急〔2018〕19号"}, xml_escaped(fmt::format("{:g} 分 ", rating.no19->score)) +
                                                                 grade_mark(view, rating.no19->grade) + "<br>" +
                                                                 html_both(reason_of(rules.no19, *rating.no19)));
  if (rating.four_input_known)
    html +=
        labelled({"four inputs (own rule)", "四项输入 (自定规则)"}, sheet_text(rules.four_input, rating.four_input));
  if (rating.five_input_known)
    html +=
        labelled({"five inputs (own rule)", "五项输入 (自定规则)"}, sheet_text(rules.five_input, rating.five_input));
  if (rating.sz_standardisation_known)
    html += labelled({"class by standardisation (no colour)", "按标准化分级 (非颜色)"},
                     xml_escaped(class_text(rules.sz_standardisation, rating.sz_standardisation)));
  if (rating.ent44) html += labelled({"4 × 4 matrix", "企业 4×4 矩阵"}, grade_mark(view, rating.ent44->grade));
  if (rating.nine) html += labelled({"worst of nine items", "九项最高"}, grade_mark(view, *rating.nine));
  if (rating.identify_again) html += labelled({"identify all risks again", "应重新辨识"}, "发生亡人或三人以上重伤");
  return html + "</table>";
}

std::string points_section(const RegisterView& view, const std::vector<std::size_t>& points) {
  if (points.empty()) return "<p>无登记风险点 no registered risk point</p>";
  std::string html = "<table><tr>";
  for (const Text& name :
       {Text{"number", "编号"}, Text{"point", "风险点"}, Text{"inherent", "固有"}, Text{"present", "现状"},
        Text{"why", "理由"}, Text{"accident", "事故类型"}, Text{"assessed", "评估日期"}})
    html += "<th>" + html_both(name) + "</th>";
  html += "</tr>";
  for (const std::size_t i : points) {
    const RiskPoint& point = view.reg.points[i];
    const PointGrade& grade = view.result.points[i].grade;
    const std::string gap = point.name.empty() || point.place.empty() ? "" : ", ";
    html += "<tr>" + html_cell(point.id) + html_cell(point.name + gap + point.place) + "<td>" +
            grade_word(view, grade.inherent) + "</td><td>" + grade_word(view, grade.current) + "</td><td>" +
            html_both(reason_of(grade, point, view.reg.point_rules)) + "</td>" + html_cell(point.accident_type) +
            html_cell(point.reviewed ? day_text(*point.reviewed) : "") + "</tr>";
  }
  return html + "</table>";
}

std::string dangers_section(const RegisterView& view, const std::vector<std::size_t>& dangers) {
  if (dangers.empty()) return "<p>无 none</p>";
  std::vector<DangerRow> rows;
  rows.reserve(dangers.size());
  for (const std::size_t i : dangers) rows.push_back({view, i});
  return rows_table(chosen(danger_columns(), {"id", "level", "state_zh", "found", "deadline", "days_overdue",
                                              "closed_on", "point_id", "text"}),
                    rows);
}

/// What the records lack, each fault once, with the remedy.
std::string records_section(const RegisterView& view, const DossierRows& rows, std::size_t e) {
  std::set<std::string> told;
  std::string html = "<ul>";
  const auto tell = [&](const Findings& findings, const std::string& id) {
    for (const Finding& finding : findings) {
      const std::string key = id + "/" + std::string(finding.kind->code);
      if (finding.kind->weight == Weight::remark || !told.insert(key).second) continue;
      html += "<li>" + xml_escaped(id) + ": " + html_both(finding.kind->what);
      if (!finding.kind->remedy.zh.empty()) html += "<br>→ " + html_both(finding.kind->remedy);
      html += "</li>";
    }
  };
  const EnterpriseRecord& firm = view.reg.enterprises[e];
  tell(firm.findings, firm.id);
  for (const std::size_t i : rows.points(e)) tell(view.reg.points[i].findings, view.reg.points[i].id);
  for (const std::size_t i : rows.dangers(e)) tell(view.reg.dangers[i].findings, view.reg.dangers[i].id);
  return told.empty() ? "<p>无 none</p>" : html + "</ul>";
}

/// The first enterprises whose name holds the text.
Text names_like(const std::string& text, const Register& reg) {
  constexpr std::size_t kShown = 5;
  std::string names;
  std::size_t count = 0;
  for (const EnterpriseRecord& firm : reg.enterprises) {
    if (firm.state != RowState::counted || firm.name.find(text) == std::string::npos || count == kShown) continue;
    names += (names.empty() ? "" : ", ") + firm.name;
    ++count;
  }
  if (names.empty())
    return {"Give the credit code, id or whole name as in enterprises.csv",
            "请按 enterprises.csv 给出信用代码、编号或全称"};
  return {"Did you mean " + names + "?", "是否为 " + names + "?"};
}

std::string notes_of(const RegisterView& view) {
  std::string html;
  for (const Text& note : map_notes(view)) html += "<p class=\"note\">" + html_both(note) + "</p>";
  return html;
}

}  // namespace

DossierRows::DossierRows(const RegisterView& view)
    : points_(view.reg.enterprises.size()), dangers_(view.reg.enterprises.size()) {
  for (std::size_t i = 0; i < view.reg.points.size(); ++i) {
    const auto owner = view.result.points[i].enterprise;
    if (owner && view.reg.points[i].state == RowState::counted) points_[*owner].push_back(i);
  }
  const auto worse = [&](std::size_t a, std::size_t b) {
    return rank_of(view.result.points[a].grade.current) > rank_of(view.result.points[b].grade.current);
  };
  for (std::vector<std::size_t>& points : points_) std::stable_sort(points.begin(), points.end(), worse);
  for (std::size_t i = 0; i < view.reg.dangers.size(); ++i) {
    const auto owner = view.result.danger_owners[i];
    if (owner && view.reg.dangers[i].row_state == RowState::counted) dangers_[*owner].push_back(i);
  }
}

std::string dossier_page(const RegisterView& view, const DossierRows& rows, std::size_t e,
                         const std::string& provenance) {
  const EnterpriseRecord& firm = view.reg.enterprises[e];
  const std::string title = (firm.name.empty() ? firm.id : firm.name) + " 一企一档";
  const EnterpriseRow row{view, e};
  std::string body = "<h1>" + xml_escaped(title) + "</h1>" + notes_of(view);
  body += facts_table(chosen(enterprise_columns(),
                             {"enterprise_id", "uscc", "former_names", "registered", "sector", "areas", "place_class"}),
                      row);
  body += heading({"How it came to its colour", "等级与理由"}) + grades_section(view, e);
  body += heading({"Risk points, the worst first", "风险点 (等级高者在前)"}) + points_section(view, rows.points(e));
  body += heading({"Hidden dangers", "隐患"});
  body += facts_table(chosen(enterprise_columns(), {"hidden_dangers", "open_major", "overdue", "on_time_rate"}), row);
  body += dangers_section(view, rows.dangers(e));
  body += heading({"Inspections in a year", "年度检查频次"}) +
          facts_table(chosen(enterprise_columns(), {"inspections_at_least", "inspections_at_most",
                                                    "inspections_planned", "inspections_conflict"}),
                      row);
  body += heading({"What the records lack", "资料中的问题"}) + records_section(view, rows, e);
  return html_page(title, body, provenance);
}

std::vector<std::size_t> enterprises_named(const Register& reg, const std::vector<std::string>& names) {
  std::set<std::size_t> found;
  Problems problems;
  for (const std::string& name : names) {
    bool any = false;
    for (std::size_t e = 0; e < reg.enterprises.size(); ++e) {
      const EnterpriseRecord& firm = reg.enterprises[e];
      if (firm.state != RowState::counted) continue;
      const bool formerly =
          std::find(firm.former_names.begin(), firm.former_names.end(), name) != firm.former_names.end();
      if (name != "all" && name != firm.id && name != firm.uscc && name != firm.name && !formerly) continue;
      found.insert(e);
      any = true;
    }
    if (any || name == "all") continue;
    problems.error("unknown_enterprise",
                   {"the register has no enterprise '" + name + "'", "清单中没有企业 '" + name + "'"},
                   {.field = "--dossiers"}, names_like(name, reg));
  }
  problems.throw_if_errors<ConfigError>();
  return {found.begin(), found.end()};
}

}  // namespace sise
