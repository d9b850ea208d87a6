#include "tests/app/products/register_project.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "tests/support/townships.hpp"

namespace sise::test {
namespace {

const char* const kSources = R"([[register.points]]
source = "a.csv"
crs = "EPSG:4549"
point_method = "lec_ge"
[[register.points]]
source = "b.csv"
crs = "EPSG:4549"
[register.points.dictionary]
level = "szs_enterprise_risk"
[register.enterprises]
source = "e.csv"
crs = "EPSG:4549"
[register.hidden_dangers]
source = "h.csv"
[register.hidden_dangers.dictionary]
level = "st_fxsb"
)";

std::vector<std::string> split_row(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace

RegisterProject::RegisterProject() {
  write("project.toml", testing::townships_register("t.csv", kSources));
  write("t.csv", testing::kTownshipsCsv);
  write("a.csv",
        "风险编号,企业名称,统一社会信用代码,行业领域,L,E,C,风险等级,x,y,所在镇\n"
        "P1,甲化工有限公司,91320585MA00TK9X7A,危险化学品,3,6,7,一般,500500,3500500,东镇\n"
        "P2,甲化工有限公司,91320585MA00TK9X7A,危险化学品,3,6,15,重大,500600,3500500,东镇\n"
        "P3,乙公司,91320585MA00TK9X7B,消防,4,6,15,,503500,3500500,西镇\n"
        "P4,乙公司,,消防,,6,15,,,,西镇\n");
  write("b.csv",
        "id,企业名称,风险等级,风险代码,固定作业人数,x,y\n"
        "Q1,甲化工有限公司,1,0221,4,501500,3502500\n"
        "Q2,丙公司,3,,,501500,3502500\n");
  write("e.csv",
        "统一社会信用代码,企业名称,所在镇,x,y,应报告,已报告\n"
        "91320585MA00TK9X7A,甲化工有限公司,东镇,500550,3500550,是,是\n"
        ",乙公司,西镇,503550,3500550,是,否\n");
  write("h.csv",
        "隐患编号,企业名称,风险点编号,隐患等级,检查时间,整改期限,验收时间,整改状态\n"
        "H1,乙公司,P4,2,2026-02-01,2026-03-10,,整改中\n"
        "H2,甲化工有限公司,,1,2026-02-01,2026-01-10,,整改中\n"
        "H3,甲化工有限公司,P1,1,2026-02-01,2026-03-01,2026-02-20,已销号\n");
}

void RegisterProject::replace(const std::string& name, const std::string& from, const std::string& to) const {
  std::string text = read(name);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error(name + " has no " + from);
  write(name, text.replace(at, from.size(), to));
}

CliRun RegisterProject::run(const std::string& command, std::vector<std::string> more) const {
  std::vector<std::string> arguments{command, "project.toml", "-o", "out"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  CliOptions options;
  options.folder = folder_.path();
  return run_sise(arguments, options);
}

std::string RegisterProject::cell(const std::string& file, const std::string& row, const std::string& column) const {
  std::istringstream text(folder_.read("out/" + file));
  std::vector<std::string> header;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (header.empty() && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const std::vector<std::string> fields = split_row(line);
    if (header.empty()) {
      header = fields;
    } else if (std::find(fields.begin(), fields.end(), row) != fields.end()) {
      const auto at = std::find(header.begin(), header.end(), column);
      if (at == header.end()) throw std::logic_error(file + " has no column " + column);
      return fields.at(static_cast<std::size_t>(at - header.begin()));
    }
  }
  return "no row " + row;
}

nlohmann::json RegisterProject::json(const std::string& name) const {
  return nlohmann::json::parse(folder_.read("out/" + name));
}

}  // namespace sise::test
