#include <regex>
#include <sstream>
#include <vector>

#include "app/help/man_page.hpp"

namespace sise::app {
namespace {

/// Links become their words; marks of code and of emphasis become fonts.
std::string inline_text(const std::string& line) {
  static const std::regex kLink(R"(!?\[([^\]]*)\]\([^)]*\))");
  static const std::regex kBold(R"(\*\*([^*]+)\*\*)");
  static const std::regex kCode(R"(`([^`]*)`)");
  std::string text = roff_text(std::regex_replace(line, kLink, "$1"));
  text = std::regex_replace(text, kBold, "\\fB$1\\fP");
  return std::regex_replace(text, kCode, "\\fB$1\\fP");
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '|' && line[i - 1] != '\\') {
      cells.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

bool is_rule(const std::string& line) { return line.find_first_not_of("|-: ") == std::string::npos; }

/// A table as tbl(1) sets it: the first column as wide as it needs, the others share the rest.
std::string table_of(const std::vector<std::string>& lines) {
  std::string text = ".TS\nallbox;\n";
  const std::size_t columns = cells_of(lines.front()).size();
  for (std::size_t i = 0; i < columns; ++i) text += i == 0 ? "l" : " lx";
  text += ".\n";
  for (const std::string& line : lines) {
    if (is_rule(line)) continue;
    const std::vector<std::string> cells = cells_of(line);
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string cell = i < cells.size() ? inline_text(cells[i]) : std::string();
      text += (i == 0 ? "T{\n" : "\tT{\n") + cell + "\nT}";
    }
    text += "\n";
  }
  return text + ".TE\n";
}

class Setter {
 public:
  void take(const std::string& line) {
    if (line.starts_with("```")) {
      end_table();
      text_ += in_code_ ? ".EE\n.RE\n" : ".PP\n.RS\n.EX\n";
      in_code_ = !in_code_;
    } else if (in_code_) {
      text_ += roff_text(line) + "\n";
    } else if (line.starts_with("|")) {
      table_.push_back(line);
    } else {
      end_table();
      take_prose(line);
    }
  }

  [[nodiscard]] std::string finish() {
    end_table();
    if (indented_) text_ += ".EE\n.RE\n";
    return text_;
  }

 private:
  void end_table() {
    if (!table_.empty()) text_ += table_of(table_);
    table_.clear();
  }

  void take_prose(const std::string& line) {
    const bool code = line.starts_with("    ");
    if (code != indented_ && !(indented_ && line.empty())) {
      text_ += code ? ".PP\n.RS\n.EX\n" : ".EE\n.RE\n.PP\n";
      indented_ = code;
    }
    if (code) {
      text_ += roff_text(line.substr(4)) + "\n";
    } else if (line.empty()) {
      text_ += ".PP\n";
    } else if (line.starts_with("## ")) {
      text_ += ".SS " + inline_text(line.substr(3)) + "\n";
    } else if (line.starts_with("#")) {
      // The title stands in NAME; deeper headings are bold lines.
      if (line.starts_with("###")) text_ += ".PP\n\\fB" + inline_text(trimmed(line.substr(3))) + "\\fP\n.br\n";
    } else if (line.starts_with("- ")) {
      text_ += ".IP \\(bu 2\n" + inline_text(line.substr(2)) + "\n";
    } else {
      text_ += inline_text(trimmed(line)) + "\n";
    }
  }

  std::string text_;
  std::vector<std::string> table_;
  bool in_code_ = false;
  bool indented_ = false;
};

}  // namespace

std::string roff_of_markdown(std::string_view page) {
  Setter setter;
  std::istringstream lines{std::string(page)};
  for (std::string line; std::getline(lines, line);) setter.take(line);
  return setter.finish();
}

}  // namespace sise::app
