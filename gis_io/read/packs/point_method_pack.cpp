#include <fmt/format.h>

#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

Factor read_factor(ConfigReader& row) {
  Factor factor;
  factor.name = required_text(row, "name");
  factor.columns = read_texts(row, "columns", Need::required);
  factor.label = read_label(row, "label");
  factor.mark = read_mark(row, "confidence");
  each_table(row, "scale", Need::required, [&](ConfigReader& step) {
    factor.scale.push_back({required_number(step, "value"), read_label(step, "label")});
  });
  return factor;
}

GradeBand read_band(ConfigReader& row) {
  GradeBand band;
  band.grade = read_grade(row, "grade");
  if (row.has("at_least") || row.has("above")) {
    const std::string low = row.exactly_one({"at_least", "above"}, Need::required);
    band.low_open = low == "above";
    if (!low.empty()) band.low = required_number(row, low);
  }
  if (row.has("at_most") || row.has("below")) {
    const std::string high = row.exactly_one({"at_most", "below"}, Need::required);
    band.high_open = high == "below";
    if (!high.empty()) band.high = required_number(row, high);
  }
  if (row.has("name")) band.name = read_label(row, "name");
  return band;
}

GradeRow read_row(ConfigReader& row, std::size_t steps) {
  GradeRow cells;
  cells.first = required_number(row, "first");
  for (const std::string& name : read_texts(row, "grades", Need::required)) {
    cells.grades.push_back(grade_from(name).value_or(Grade::unrated));
  }
  if (cells.grades.size() != steps) {
    row.problems().error(
        "bad_pack",
        {fmt::format("a row of the table has {} grades, the second factor {} steps", cells.grades.size(), steps),
         fmt::format("表中一行有 {} 个等级, 第二个因子有 {} 级", cells.grades.size(), steps)},
        row.where("grades"));
  }
  return cells;
}

/// Every combination of listed factors must have a grade.
void check_for_holes(ConfigReader& root, const PointMethod& method) {
  for (const Factor& factor : method.factors) {
    if (factor.scale.empty() || factor.columns.empty()) return;
  }
  const auto hole = hole_of(method);
  if (!hole) return;
  std::string factors;
  double product = 1.0;
  for (const double value : *hole) {
    factors += fmt::format("{}{:g}", factors.empty() ? "" : " × ", value);
    product *= value;
  }
  root.problems().error("pack_with_hole",
                        {fmt::format("the method '{}' has no grade for {} = {:g}", method.id, factors, product),
                         fmt::format("评级方法 '{}' 对 {} = {:g} 没有等级", method.id, factors, product)},
                        root.where(),
                        {"Use a method whose bands meet, such as mes_classic, or close the gap in a copy of the pack",
                         "请改用分级连续的方法 (如 mes_classic), 或在规则包副本中补齐空缺"});
}

}  // namespace

PointMethod point_method(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("point_methods", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  PointMethod method;
  method.id = required_text(reader, "id");
  method.title = read_label(reader, "title");
  method.source = required_text(reader, "source");
  method.mark = read_mark(reader);
  method.quantity = required_text(reader, "quantity");
  each_table(reader, "factor", Need::required, [&](ConfigReader& row) {
    method.factors.push_back(read_factor(row));
    method.mark = weakest(method.mark, method.factors.back().mark);
  });
  each_table(reader, "band", Need::optional, [&](ConfigReader& row) { method.bands.push_back(read_band(row)); });
  const std::size_t steps = method.factors.size() == 2 ? method.factors[1].scale.size() : 0;
  each_table(reader, "row", Need::optional, [&](ConfigReader& row) { method.cells.push_back(read_row(row, steps)); });
  if (method.bands.empty() == method.cells.empty()) {
    problems.error("bad_pack",
                   {"a method has bands of its product, or rows of a table of two factors",
                    "评级方法应给出乘积分级 (band), 或两因子查表 (row)"},
                   reader.where());
  }
  reader.finish();
  if (!problems.has_errors()) check_for_holes(reader, method);
  problems.throw_if_errors<ConfigError>();
  return method;
}

std::vector<std::string> point_method_ids() { return pack_ids("point_methods"); }

}  // namespace sise
