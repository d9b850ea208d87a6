#include "gis_io/write/pages/html_page.hpp"

#include <fmt/format.h>

#include <cctype>
#include <set>
#include <string_view>

#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

constexpr std::string_view kStyle =
    "body{font:15px/1.5 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;max-width:900px;margin:2em auto;padding:0 "
    "1em;color:#111827}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid "
    "#d1d5db}h3{font-size:1em;margin:1.4em 0 .2em}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e5e7eb;padding:.25em "
    ".6em;text-align:left;vertical-align:top}"
    "svg{max-width:100%;height:auto}"
    ".missing{background:#fef2f2;border-left:4px solid #b91c1c;padding:.5em 1em}.note{color:#6b7280;font-size:.9em}"
    "pre{white-space:pre-wrap;font-size:.75em;color:#6b7280}";

/// Letters and digits of any script; what a file system or an address might trip over becomes '_'.
std::string safe_name(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || (std::isalnum(byte) != 0) || c == '-';
    name += plain ? c : '_';
  }
  return name.empty() ? "_" : name;
}

}  // namespace

std::string html_page(const std::string& title, const std::string& body, const std::string& provenance) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>{}</title><style>{}</style></head><body>\n{}\n<h2>来源 Provenance</h2>"
      "<pre>{}</pre></body></html>\n",
      xml_escaped(title), kStyle, body, xml_escaped(provenance));
}

std::string html_cell(const std::string& text) { return "<td>" + xml_escaped(text) + "</td>"; }

std::string html_both(const Text& text) {
  return xml_escaped(text.zh) + "<br><span class=\"note\">" + xml_escaped(text.en) + "</span>";
}

std::vector<std::string> page_names(const std::string& prefix, const std::vector<std::string>& ids) {
  constexpr std::size_t kLongest = 100;
  std::set<std::string> used;
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    std::string base = prefix + "_" + safe_name(id);
    if (base.size() > kLongest) base = fmt::format("{}_number_{}", prefix, names.size() + 1);
    std::string name = base;
    for (int i = 2; !used.insert(name).second; ++i) name = fmt::format("{}__{}", base, i);
    names.push_back(name + ".html");
  }
  return names;
}

}  // namespace sise
