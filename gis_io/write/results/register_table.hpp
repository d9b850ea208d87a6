// A table of a rated register as CSV, and the files of its areas. Not for use outside results.
#pragma once
#include <filesystem>
#include <vector>

#include "gis_io/write/results/register_files.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {

template <class Row>
void write_table(const std::filesystem::path& path, const std::vector<TableColumn<Row>>& columns,
                 const std::vector<Row>& rows) {
  CsvWriter csv(path, names_of(columns), ByteOrderMark::for_excel);
  for (const Row& row : rows) csv.add(values_of(columns, row));
  csv.finish();
}

/// enterprises.xlsx and points.xlsx, under the headings that people read.
void write_register_workbooks(const OutputSet& outputs, const RegisterView& view);

/// live.csv, live.geojson and its style.
void write_register_live(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame);

/// areas.csv, areas.xlsx, areas.geojson and its style.
void write_register_areas(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame);

}  // namespace sise
