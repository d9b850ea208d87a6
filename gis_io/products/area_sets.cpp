#include "gis_io/products/area_sets.hpp"

#include <fmt/format.h>

#include <utility>

#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/register/read_register.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

/// Areas that share cells, the first pairs by name.
void tell_shared_cells(const BoundarySet& set, const AreaSums& sums, double cell_m2, RunReport& report) {
  constexpr std::size_t kShown = 5;
  if (sums.overlaps.empty()) return;
  std::string pairs;
  std::int64_t cells = 0;
  std::size_t shown = 0;
  for (const auto& [pair, count] : sums.overlaps) {
    cells += count;
    if (shown++ >= kShown) continue;
    pairs += fmt::format("{}{} / {} ({:.0f} m²)", pairs.empty() ? "" : ", ", set.areas[pair.first].name,
                         set.areas[pair.second].name, static_cast<double>(count) * cell_m2);
  }
  const double area = static_cast<double>(cells) * cell_m2;
  const Text what{
      fmt::format("the areas of '{}' overlap by {:.0f} m², which count in the first: {}", set.name, area, pairs),
      fmt::format("边界集 '{}' 的区域相互重叠 {:.0f} m², 计入前者: {}", set.name, area, pairs)};
  report.notes.push_back({Diagnostic::Severity::warning,
                          "areas_overlap",
                          {.field = "areas." + set.name},
                          what,
                          {"Mend the boundaries", "请修正边界"}});
  report.skipped.push_back({"areas." + set.name, what});
  report.status = RunStatus::partial;
}

void tell_rest(const BoundarySet& set, const AreaSums& sums, RunReport& report) {
  double rest = 0.0;
  for (const auto& [code, colour] : sums.rest) rest += colour.area_m2;
  if (!(rest > 0.0)) return;
  report.notes.push_back(
      {Diagnostic::Severity::warning,
       "areas_leave_gaps",
       {.field = "areas." + set.name},
       {fmt::format("the areas of '{}' leave {:.0f} m² of the district uncovered; they stand in a row of "
                    "their own",
                    set.name, rest),
        fmt::format("边界集 '{}' 未覆盖辖区 {:.0f} m², 单列一行", set.name, rest)},
       {"Mend the boundaries if they should cover it", "如应覆盖, 请修正边界"}});
}

}  // namespace

std::vector<BoundarySet> read_area_sets(const OpenProject& project) {
  std::vector<BoundarySet> sets;
  if (project.config.areas.empty()) return sets;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(project.config.grid.crs, project.config.grid.crs_where);
    const RegisterGround ground{crs, *project.projection, project.study.grid, project.study.area};
    sets = read_boundary_sets(project.config.areas, ground, problems);
  });
  (void)reading.finish();
  return sets;
}

std::vector<NamedArea> named_areas(const BoundarySet& set) {
  std::vector<NamedArea> areas;
  areas.reserve(set.areas.size());
  for (const BoundaryArea& area : set.areas) areas.push_back({area.id, area.name, area.shape});
  return areas;
}

AreaSetStatistics::AreaSetStatistics(const Study& study, const std::vector<BoundarySet>& sets)
    : study_(study), sets_(sets) {
  for (const BoundarySet& set : sets) statistics_.emplace_back(study, shapes_of(set));
}

void AreaSetStatistics::add(const MapBand& band) {
  for (AreaStatistics& statistics : statistics_) statistics.add(band);
}

std::vector<AreaSetSums> AreaSetStatistics::finish(const std::vector<ColourCode>& colours, RunReport& report) {
  std::vector<AreaSetSums> all;
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    AreaSums sums = statistics_[i].finish(colours);
    tell_shared_cells(sets_[i], sums, study_.grid.cell_area_m2(), report);
    tell_rest(sets_[i], sums, report);
    all.push_back({sets_[i].name, sets_[i].title, named_areas(sets_[i]), std::move(sums)});
  }
  return all;
}

std::vector<std::string> area_files(const ProjectConfig& config) {
  if (config.areas.empty()) return {};
  return {"areas.csv", "areas.geojson", "areas.qml"};
}

void write_area_files(const OutputSet& outputs, const OpenProject& project, const std::vector<Feature>& features,
                      const ClassScheme& scheme) {
  std::vector<std::string> names;
  if (!features.empty()) {
    for (const Property& property : features.front().properties) names.push_back(property.name);
  }
  CsvWriter csv(outputs.stage("areas.csv"), names, ByteOrderMark::for_excel);
  for (const Feature& feature : features) {
    std::vector<PropertyValue> row;
    for (const Property& property : feature.properties) row.push_back(property.value);
    csv.add(row);
  }
  csv.finish();
  LayerWriter{*project.projection, project.provenance_text()}.write(outputs.stage("areas.geojson"), "areas", features,
                                                                    PolygonForm::always_multi);
  write_file(outputs.stage("areas.qml"), category_style_qml(scheme, "code", Shape::polygon));
}

}  // namespace sise
