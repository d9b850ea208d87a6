#include "gis_io/read/packs/largest_inventory.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/packs/csv_text.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

struct Row {
  std::string which;
  LargestInventory largest;
};

std::vector<Row> read_rows() {
  constexpr double kTonne_kg = 1000.0;
  const CsvTable table = parse_csv(embedded_file("substances/inventories.csv").value(), "substances/inventories.csv");
  const auto cell = [&](const CsvRow& row, std::string_view column) { return row.cells[table.column(column)]; };
  std::vector<Row> rows;
  for (const CsvRow& row : table.rows) {
    const auto tonnes = parse_number(cell(row, "tonnes"));
    if (!tonnes) throw ConfigError("bad_number", {"no number of tonnes", "吨数不是数值"}, table.where(row, "tonnes"));
    rows.push_back({cell(row, "which"), {*tonnes * kTonne_kg, {cell(row, "example_en"), cell(row, "example_zh")}}});
  }
  return rows;
}

bool speaks_of(std::string_view which, const Substance& substance) {
  constexpr std::string_view kFlags = "flag:";
  if (which == "*" || which == substance.id) return true;
  if (!which.starts_with(kFlags)) return false;
  which.remove_prefix(kFlags.size());
  while (!which.empty()) {
    const std::size_t plus = std::min(which.find('+'), which.size());
    if (!substance.is(which.substr(0, plus))) return false;
    which.remove_prefix(std::min(plus + 1, which.size()));
  }
  return true;
}

}  // namespace

LargestInventory largest_inventory(const Substance& substance) {
  static const std::vector<Row> kRows = read_rows();
  const auto row =
      std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return speaks_of(r.which, substance); });
  return row->largest;  // the last row speaks of everything
}

}  // namespace sise
