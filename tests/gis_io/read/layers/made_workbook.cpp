#include "tests/gis_io/read/layers/made_workbook.hpp"

#include <cpl_vsi.h>

#include <boost/test/unit_test.hpp>

#include "gis_io/environment.hpp"

namespace sise::testing {
namespace {

void add_part(const std::string& zip, const std::string& name, const std::string& xml) {
  VSILFILE* file = VSIFOpenL(("/vsizip/" + zip + "/" + name).c_str(), "wb");
  BOOST_REQUIRE(file != nullptr);
  const std::string text = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" + xml;
  BOOST_REQUIRE(VSIFWriteL(text.data(), 1, text.size(), file) == text.size());
  VSIFCloseL(file);
}

std::string sheet_xml(const MadeSheet& sheet) {
  std::string xml = R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
                    sheet.rows + "</sheetData>";
  if (!sheet.merged.empty()) xml += "<mergeCells>";
  for (const std::string& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
  if (!sheet.merged.empty()) xml += "</mergeCells>";
  return xml + "</worksheet>";
}

std::string styles_xml(const MadeWorkbook& workbook) {
  std::string formats;
  std::string styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < workbook.formats.size(); ++i) {
    const std::string id = std::to_string(164 + i);
    formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + workbook.formats[i] + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  return R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>)" + formats +
         "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>";
}

}  // namespace

std::filesystem::path make_workbook(const TempFolder& folder, const MadeWorkbook& workbook, const std::string& name) {
  initialise_gis();
  const std::string zip = (folder / "made.zip").string();
  std::string sheets;
  std::string relations;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets += "<sheet name=\"" + workbook.sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
              (workbook.sheets[i].hidden ? " state=\"hidden\"" : "") + "/>";
    relations += "<Relationship Id=\"rId" + number + "\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    add_part(zip, "xl/worksheets/sheet" + number + ".xml", sheet_xml(workbook.sheets[i]));
  }
  std::string texts;
  for (const std::string& text : workbook.shared_texts) texts += "<si>" + text + "</si>";
  add_part(zip, "xl/workbook.xml",
           R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
           R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr)" +
               std::string(workbook.from_1904 ? " date1904=\"1\"" : "") + "/><sheets>" + sheets +
               "</sheets></workbook>");
  add_part(zip, "xl/_rels/workbook.xml.rels",
           R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + relations +
               "</Relationships>");
  add_part(zip, "xl/styles.xml", styles_xml(workbook));
  add_part(zip, "xl/sharedStrings.xml",
           R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)" + texts + "</sst>");
  std::filesystem::rename(zip, folder / name);
  return folder / name;
}

}  // namespace sise::testing
