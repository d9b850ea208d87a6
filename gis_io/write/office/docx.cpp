#include "gis_io/write/office/docx.hpp"

#include <string>

#include "gis_io/write/office/zip.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string content_types() {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  return std::string(kHead) + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
         R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)" +
         R"(<Default Extension="xml" ContentType="application/xml"/>)" +
         R"(<Override PartName="/word/document.xml" ContentType=")" + word + R"(document.main+xml"/>)" +
         R"(<Override PartName="/word/styles.xml" ContentType=")" + word + R"(styles+xml"/>)" +
         R"(<Override PartName="/word/numbering.xml" ContentType=")" + word + R"(numbering+xml"/></Types>)";
}

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& list) {
  return std::string(kHead) +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + list +
         "</Relationships>";
}

std::string font(const std::string& latin, const std::string& chinese) {
  return "<w:rFonts w:ascii=\"" + latin + "\" w:hAnsi=\"" + latin + "\" w:eastAsia=\"" + chinese + "\"/>";
}

/// Sizes are half points, distances twentieths of a point.
std::string style(const std::string& id, const std::string& name, const std::string& paragraph,
                  const std::string& character) {
  const bool normal = id == "Normal";
  return "<w:style w:type=\"paragraph\"" + std::string(normal ? " w:default=\"1\"" : "") + " w:styleId=\"" + id +
         "\"><w:name w:val=\"" + name + "\"/>" + (normal ? "" : "<w:basedOn w:val=\"Normal\"/>") +
         "<w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + character + "</w:rPr></w:style>";
}

std::string styles(Language language) {
  const std::string lang = language == Language::zh ? R"(<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>)"
                                                    : R"(<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>)";
  const std::string bold = "<w:b/>";
  return std::string(kHead) + "<w:styles xmlns:w=\"" + kWord + "\">" +
         style("Normal", "Normal", R"(<w:spacing w:after="80" w:line="320" w:lineRule="auto"/>)",
               font("Times New Roman", "FangSong") + R"(<w:sz w:val="24"/>)" + lang) +
         style("Title", "Title", R"(<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>)",
               font("Arial", "SimHei") + bold + R"(<w:sz w:val="34"/>)") +
         style("Heading1", "heading 1",
               R"(<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>)",
               font("Arial", "SimHei") + bold + R"(<w:sz w:val="26"/>)") +
         style("ListBullet", "List Bullet",
               R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="420" w:hanging="420"/>)",
               "") +
         "</w:styles>";
}

std::string numbering() {
  return std::string(kHead) + "<w:numbering xmlns:w=\"" + kWord +
         R"("><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>)" +
         R"(<w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>)" +
         R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)";
}

std::string paragraph(std::string_view text, const std::string& style_id) {
  return "<w:p>" + (style_id.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style_id + "\"/></w:pPr>") +
         "<w:r><w:t xml:space=\"preserve\">" + xml_escaped(text) + "</w:t></w:r></w:p>";
}

std::string paragraph_of(std::string_view line) {
  const auto led_by = [&](std::string_view mark) { return line.substr(0, mark.size()) == mark; };
  if (led_by("# ")) return paragraph(line.substr(2), "Title");
  if (led_by("## ")) return paragraph(line.substr(3), "Heading1");
  if (led_by("- ")) return paragraph(line.substr(2), "ListBullet");
  return paragraph(line, "");
}

std::string document(std::string_view markdown) {
  std::string body;
  while (!markdown.empty()) {
    const std::size_t end = markdown.find('\n');
    const std::string_view line = markdown.substr(0, end);
    if (!line.empty()) body += paragraph_of(line);
    markdown = end == std::string_view::npos ? std::string_view() : markdown.substr(end + 1);
  }
  // A4 in twentieths of a point, margins of 2.5 cm.
  return std::string(kHead) + "<w:document xmlns:w=\"" + kWord + "\"><w:body>" + body +
         R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>)" +
         R"(<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>)" +
         "</w:sectPr></w:body></w:document>";
}

}  // namespace

void write_docx(const std::filesystem::path& path, std::string_view markdown, Language language) {
  write_zip(path,
            {{"[Content_Types].xml", content_types()},
             {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml"))},
             {"word/document.xml", document(markdown)},
             {"word/styles.xml", styles(language)},
             {"word/numbering.xml", numbering()},
             {"word/_rels/document.xml.rels", relationships(relationship("rId1", "styles", "styles.xml") +
                                                            relationship("rId2", "numbering", "numbering.xml"))}});
}

}  // namespace sise
