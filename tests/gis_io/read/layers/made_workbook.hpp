// Workbooks made on the spot, part by part, so that a test says exactly what stands in a cell.
#pragma once
#include <cpl_vsi.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/environment.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise::testing {

struct MadeSheet {
  std::string name = "Sheet1";
  std::string rows;                 ///< <row>...</row> as in the file
  std::vector<std::string> merged;  ///< "A1:C1"
  bool hidden = false;
};

struct MadeWorkbook {
  std::vector<MadeSheet> sheets;
  std::vector<std::string> formats;  ///< style s="1" is the first of them; s="0" is General
  std::vector<std::string> shared_texts;
  bool from_1904 = false;
};

/// A cell that holds a text, a number, a formula with and without its value, an error.
inline std::string text_cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
inline std::string number_cell(const std::string& at, const std::string& number, int style = 0) {
  return "<c r=\"" + at + "\" s=\"" + std::to_string(style) + "\"><v>" + number + "</v></c>";
}

/// A row of texts from column A on; "" leaves a cell out, "=..." is a cell written as it is.
inline std::string text_row(int number, const std::vector<std::string>& cells) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string at = std::string(1, static_cast<char>('A' + i)) + std::to_string(number);
    if (cells[i].starts_with('=')) {
      row += cells[i].substr(1);
    } else if (!cells[i].empty()) {
      row += text_cell(at, cells[i]);
    }
  }
  return row + "</row>";
}

inline void add_part(const std::string& zip, const std::string& name, const std::string& xml) {
  VSILFILE* file = VSIFOpenL(("/vsizip/" + zip + "/" + name).c_str(), "wb");
  BOOST_REQUIRE(file != nullptr);
  const std::string text = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" + xml;
  BOOST_REQUIRE(VSIFWriteL(text.data(), 1, text.size(), file) == text.size());
  VSIFCloseL(file);
}

inline std::string sheet_xml(const MadeSheet& sheet) {
  std::string xml = R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
                    sheet.rows + "</sheetData>";
  if (!sheet.merged.empty()) xml += "<mergeCells>";
  for (const std::string& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
  if (!sheet.merged.empty()) xml += "</mergeCells>";
  return xml + "</worksheet>";
}

inline std::string styles_xml(const MadeWorkbook& workbook) {
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

inline std::filesystem::path make_workbook(const TempFolder& folder, const MadeWorkbook& workbook,
                                           const std::string& name = "a.xlsx") {
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
