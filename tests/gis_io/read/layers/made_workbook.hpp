// Workbooks made on the spot, part by part, so that a test says exactly what stands in a cell.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

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

std::filesystem::path make_workbook(const TempFolder& folder, const MadeWorkbook& workbook,
                                    const std::string& name = "a.xlsx");

}  // namespace sise::testing
