#include "gis_io/write/pages/unit_page.hpp"

#include <fmt/format.h>

#include <map>

#include "core/accidents/kinds.hpp"
#include "core/criteria/confidence_words.hpp"
#include "core/criteria/readable.hpp"
#include "gis_io/write/pages/html_page.hpp"
#include "gis_io/write/pages/tree_picture.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

void fact(std::string& html, const char* label, const std::string& value) {
  if (!value.empty()) html += fmt::format("<tr><th>{}</th>{}</tr>", label, html_cell(value));
}

std::string number(const std::optional<double>& value, double factor, double offset, const char* unit) {
  return value ? fmt::format("{:.6g} {}", *value * factor + offset, unit) : std::string();
}

std::string record_table(const Unit& unit) {
  constexpr double kKelvin = -273.15;
  std::string html = "<table>";
  fact(html, "类型 kind", label_of(unit.kind).zh + " " + label_of(unit.kind).en);
  fact(html, "企业 enterprise", unit.enterprise);
  fact(html, "物质 substance", unit.substance_text);
  fact(html, "储量 inventory", number(unit.inventory_kg, 1e-3, 0.0, "t"));
  fact(html, "物态 state", unit.state);
  fact(html, "温度 temperature", number(unit.temperature_K, 1.0, kKelvin, "°C"));
  fact(html, "压力 pressure", number(unit.pressure_abs_Pa, 1e-3, 0.0, "kPa (绝压 absolute)"));
  fact(html, "围堰 bund", number(unit.bund_m2, 1.0, 0.0, "m²"));
  return html + "</table>";
}

std::string remarks_list(const std::vector<GeneratorRemark>& remarks) {
  std::string html = "<ul>";
  for (const GeneratorRemark& remark : remarks) {
    html += "<li>" + html_both(remark.text);
    if (!remark.remedy.zh.empty()) html += "<br>→ " + html_both(remark.remedy);
    html += "</li>";
  }
  return html + "</ul>";
}

std::string effect_text(const std::string& id, const std::vector<DefaultEffect>& effects) {
  for (const DefaultEffect& effect : effects) {
    if (effect.id != id) continue;
    return fmt::format("{}: {} / {} / {}", effect.target_id, scientific(effect.at_low_per_year, kFrequencyDigits),
                       scientific(effect.risk_per_year, kFrequencyDigits),
                       scientific(effect.at_high_per_year, kFrequencyDigits));
  }
  return {};
}

/// "凭记忆 recalled".
std::string both_marks(Confidence confidence) {
  const Text words = words_of(confidence);
  return words.zh + " " + words.en;
}

std::string defaults_table(const UnitTrace& trace, const std::vector<DefaultEffect>& effects) {
  std::string html = "<table><tr><th>缺省值 default</th><th>取值 value</th><th>范围 range</th><th>来源 source</th>";
  if (!effects.empty())
    html += "<th>控制目标处风险 (低/取值/高)<br>risk at the governing target (low/value/high), per year</th>";
  html += "</tr>";
  for (const UsedDefault& used : trace.defaults) {
    html += "<tr><td>" + html_both(used.text) + "</td>" + html_cell(fmt::format("{:.6g}", used.value)) +
            html_cell(fmt::format("{:.6g} – {:.6g}", used.low, used.high)) +
            html_cell(used.source + " (" + both_marks(used.confidence) + ")");
    if (!effects.empty()) html += html_cell(effect_text(used.id, effects));
    html += "</tr>";
  }
  return html + "</table>";
}

std::string_view counted_by(FrequencyUnit unit) {
  switch (unit) {
    case FrequencyUnit::per_m_year:
      return "m";
    case FrequencyUnit::per_hour:
      return "h/a";
    case FrequencyUnit::per_operation:
      return "次/a (operations)";
    case FrequencyUnit::per_vehicle_km:
      return "车·km/a (vehicle-km)";
    case FrequencyUnit::per_item_year:
      return "个 (items)";
    case FrequencyUnit::per_year:
      break;
  }
  return "";
}

std::string frequency_line(const TraceCase& traced) {
  std::string text = fmt::format("{} × {:.6g} {}", scientific(traced.base_frequency, kFrequencyDigits), traced.count,
                                 counted_by(traced.unit));
  if (traced.share != 1.0) text += fmt::format(" × {:.6g}", traced.share);
  text += fmt::format(" = {} /a", scientific(traced.frequency_per_year, kFrequencyDigits));
  text += fmt::format(" — {} / {} ({})", traced.pack, traced.frequency_class, both_marks(traced.confidence));
  if (traced.other_pack) text += " — 备用频率包 fallback pack";
  return text;
}

std::string case_section(const TraceCase& traced) {
  std::string html =
      "<h3>" + xml_escaped(traced.id) + "</h3><div class=\"note\">" + xml_escaped(frequency_line(traced)) + "</div>";
  if (!traced.release.en.empty())
    html += "<div>" + xml_escaped(traced.substance) + ": " + xml_escaped(traced.release.zh) + " <span class=\"note\">" +
            xml_escaped(traced.release.en) + "</span></div>";
  if (traced.dropped) return html + "<div class=\"note\">低于截断频率, 已略去 dropped: below the cut-off</div>";
  html += tree_svg(traced);
  for (const TraceLeaf& leaf : traced.leaves) {
    if (leaf.why_not.en.empty()) continue;
    const Text label = outcome_label(leaf.outcome);
    html += "<div class=\"note\">" + xml_escaped(label.zh + " " + label.en) + ": " + html_both(leaf.why_not) + "</div>";
  }
  return html;
}

std::string fate_text(const UnitTrace& trace) {
  switch (trace.fate) {
    case UnitFate::generated:
      return trace.lacks.empty() ? "已生成 generated" : "部分生成 partly generated";
    case UnitFate::from_table:
      return "采用情景表 from the project's own table";
    case UnitFate::small:
      return "低于筛选量 small";
    case UnitFate::missing:
      break;
  }
  return "未计算 not computed";
}

}  // namespace

std::vector<std::string> page_names(const Generation& generation) {
  std::vector<std::string> ids;
  ids.reserve(generation.traces.size());
  for (const UnitTrace& trace : generation.traces) ids.push_back(trace.unit_id);
  return page_names("unit", ids);
}

std::string unit_page(const Unit& unit, const UnitTrace& trace, const std::vector<DefaultEffect>& effects,
                      const std::string& provenance) {
  const std::string title = unit.id + (unit.name.empty() ? "" : " " + unit.name);
  std::string body = "<p><a href=\"index.html\">← 全部单元 all units</a></p><h1>" + xml_escaped(title) + "</h1><p>" +
                     fate_text(trace) + "</p>";
  body += record_table(unit);
  if (!trace.lacks.empty()) {
    body += "<h2>缺少的信息 What is missing</h2><div class=\"missing\">" + remarks_list(trace.lacks) + "</div>";
  }
  if (!trace.defaults.empty() || !trace.remarks.empty()) body += "<h2>假定 What was assumed</h2>";
  if (!trace.remarks.empty()) body += remarks_list(trace.remarks);
  if (!trace.defaults.empty()) body += defaults_table(trace, effects);
  if (!trace.cases.empty()) body += "<h2>事故情景 Cases and event trees</h2>";
  for (const TraceCase& traced : trace.cases) body += case_section(traced);
  return html_page(title, body, provenance);
}

std::string index_page(const Study& study, const Generation& generation, const std::string& provenance) {
  const std::vector<std::string> names = page_names(generation);
  std::map<std::string, std::size_t> rows;
  for (const Scenario& scenario : study.scenarios) ++rows[scenario.unit_id];
  for (const Scenario& scenario : generation.scenarios) ++rows[scenario.unit_id];
  std::string body = "<h1>" + xml_escaped(study.title) +
                     "</h1><table><tr><th>单元 unit</th><th>名称 name</th><th>类型 kind</th><th>物质 "
                     "substance</th><th>情景 scenarios</th><th></th></tr>";
  for (std::size_t i = 0; i < generation.traces.size(); ++i) {
    const UnitTrace& trace = generation.traces[i];
    const Unit& unit = study.units[trace.unit];
    body += fmt::format("<tr><td><a href=\"{}\">{}</a></td>", xml_escaped(names[i]), xml_escaped(unit.id)) +
            html_cell(unit.name) + html_cell(label_of(unit.kind).zh) + html_cell(unit.substance_text) +
            html_cell(std::to_string(rows[unit.id])) + html_cell(fate_text(trace)) + "</tr>";
  }
  return html_page(study.title, body + "</table>", provenance);
}

}  // namespace sise
