#include "gis_io/read/project/load_capacity.hpp"

#include <algorithm>
#include <utility>

#include "core/accidents/generate/generate.hpp"
#include "core/geometry/operations.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/register/read_register.hpp"
#include "gis_io/read/tables/units_table.hpp"

namespace sise {
namespace {

constexpr const char* kTypeId = "type";  // of a record that names itself nowhere

std::vector<Park> read_parks(const ProjectConfig& config, const Study& study, const Crs& crs,
                             const Projection& projection, Problems& problems) {
  const RegisterGround ground{crs, projection, study.grid, study.area};
  std::vector<Park> parks;
  for (const BoundarySet& set : read_boundary_sets({config.capacity->parks}, ground, problems)) {
    for (const BoundaryArea& area : set.areas) parks.push_back({area.id, area.name, area.shape});
  }
  return parks;
}

/// The record as a table of one row, so that it is understood as a layer of units is.
FeatureTable as_table(const CapacityConfig& capacity, const std::string& file, Point somewhere) {
  FeatureTable table;
  table.where.file = file;
  table.where.field = capacity.unit_where.field;
  FeatureRow row;
  row.line = capacity.unit_where.line;
  row.geometry.points = {somewhere};
  if (!capacity.record.contains("id")) {
    table.columns.emplace_back("id");
    row.cells.emplace_back(std::string(kTypeId));
  }
  for (const auto& [field, value] : capacity.record) {
    table.columns.push_back(field);
    row.cells.emplace_back(value);
  }
  table.rows = {std::move(row)};
  return table;
}

UnitType generated(Unit unit, const ProjectConfig& config, const Study& study) {
  UnitType type;
  const GeneratorContext context = generator_context(study, substances(), config.generator);
  UnitGeneration made = generate_unit(unit, {}, context, 0);
  Generation generation;
  generation.scenarios = made.scenarios;
  generation.traces.push_back(made.trace);
  type.unit = std::move(unit);
  type.scenarios = std::move(made.scenarios);
  type.scenarios_confidence = generation.confidence();
  for (const GeneratorRemark& lack : made.trace.lacks)
    type.not_generated.push_back({type.unit.id, lack.code, lack.text});
  return type;
}

UnitType like(const CapacityConfig& capacity, const Study& study, Problems& problems) {
  const std::string& id = capacity.like;
  UnitType type;
  const auto unit = std::find_if(study.units.begin(), study.units.end(), [&](const Unit& u) { return u.id == id; });
  if (unit == study.units.end()) {
    std::vector<std::string> known;
    known.reserve(study.units.size());
    for (const Unit& one : study.units) known.push_back(one.id);
    problems.error("unknown_unit", {"[units] has no unit '" + id + "'", "[units] 中没有单元 '" + id + "'"},
                   capacity.unit_where, did_you_mean(id, known));
    return type;
  }
  type.unit = *unit;
  for (const Scenario& scenario : study.scenarios) {
    if (scenario.unit_id == id) type.scenarios.push_back(scenario);
  }
  for (const NotGenerated& lack : study.not_generated) {
    if (lack.unit_id == id) type.not_generated.push_back(lack);
  }
  for (const GeneratedBasis& basis : study.generated) {
    if (basis.unit_id == id) type.scenarios_confidence = joined(basis.links);
  }
  return type;
}

}  // namespace

LoadedCapacity load_capacity(const ProjectConfig& config, const Study& study, const Projection& projection) {
  if (!config.capacity) {
    throw ConfigError(
        "missing_key", {"the project says of no park and no unit type", "项目未给出园区和单元类型"},
        config.origin.where(""),
        {R"(Add [capacity] with parks = "FILE" (polygons) and [capacity.unit] with like = "ID" or a record)",
         "请增加 [capacity]: parks = \"文件\" (面图层), 以及 [capacity.unit]: like = \"编号\" 或单元记录"});
  }
  const CapacityConfig& capacity = *config.capacity;
  LoadedCapacity loaded;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs(study.grid.crs, config.grid.crs_where);
    loaded.parks = read_parks(config, study, crs, projection, problems);
    if (!capacity.like.empty()) {
      loaded.type = like(capacity, study, problems);
      return;
    }
    const Point somewhere =
        loaded.parks.empty() ? study.grid.centre({0, 0}) : centroid(as_geometry(loaded.parks.front().ground));
    const std::vector<Unit> units = units_from(as_table(capacity, config.origin.name, somewhere), {},
                                               {crs, std::nullopt, substances(), study.ambient.pressure_Pa}, problems);
    if (!units.empty() && !problems.has_errors()) loaded.type = generated(units.front(), config, study);
  });
  loaded.notes = reading.finish();
  return loaded;
}

std::vector<Park> load_parks(const ProjectConfig& config, const Study& study, const Projection& projection,
                             std::vector<Diagnostic>& notes) {
  std::vector<Park> parks;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs(study.grid.crs, config.grid.crs_where);
    parks = read_parks(config, study, crs, projection, problems);
  });
  const std::vector<Diagnostic> remarks = reading.finish();
  notes.insert(notes.end(), remarks.begin(), remarks.end());
  return parks;
}

UnitType type_holding(const UnitType& type, double inventory_kg, const ProjectConfig& config, const Study& study) {
  Unit unit = type.unit;
  unit.inventory_kg = inventory_kg;
  return generated(std::move(unit), config, study);
}

}  // namespace sise
