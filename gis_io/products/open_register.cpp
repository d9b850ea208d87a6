#include "gis_io/products/open_register.hpp"

#include <algorithm>

#include "gis_io/projection.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/project/grid_extent.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/rasters/read_population.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

void add_files(const LayerConfig& layer, std::vector<std::filesystem::path>& files) {
  for (std::filesystem::path& file : files_of(layer)) files.push_back(std::move(file));
}

std::vector<std::filesystem::path> files_read(const ProjectConfig& config) {
  std::vector<std::filesystem::path> files;
  if (config.grid.area) add_files(*config.grid.area, files);
  if (config.population) add_files(config.population->layer, files);
  for (const auto* layers : {&config.reg->points, &config.reg->enterprises, &config.reg->dangers}) {
    for (const RegisterLayer& layer : *layers) add_files(layer.layer, files);
  }
  for (const BoundarySetConfig& set : config.areas) add_files(set.layer, files);
  return files;
}

void read_rules(const RegisterConfig& config, Register& reg) {
  reg.area_rules = area_rules("area-statistics", config.folder);
  reg.area_rules.method = config.area_method;
  reg.ledger_rules = ledger_rules("danger-ledger", config.folder);
  reg.point_rules.open_major = config.open_major;
  for (const std::string& rules : config.direct_rules) {
    reg.point_rules.direct.push_back(direct_rule_pack(rules, config.folder));
  }
}

std::optional<Date> latest_day(const Register& reg) {
  std::optional<Date> latest;
  const auto take = [&](const std::optional<Date>& day) {
    if (day && (!latest || *day > *latest)) latest = day;
  };
  for (const RiskPoint& point : reg.points) take(point.reviewed);
  for (const HiddenDanger& danger : reg.dangers) {
    take(danger.found);
    take(danger.closed_on);
  }
  return latest;
}

Date day_of(ConfigDate date) {
  return std::chrono::year_month_day{std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day))};
}

void settle_date(const RegisterConfig& config, Register& reg, std::vector<Diagnostic>& notes) {
  if (config.date) {
    reg.date = day_of(*config.date);
  } else if (const auto latest = latest_day(reg)) {
    reg.date = *latest;
    notes.push_back(note("assumed_date",
                         {"the project gives no [register] date: everything is told as of " + day_text(reg.date) +
                              ", the latest day in the register",
                          "项目未给出 [register] date: 以清单中最晚的日期 " + day_text(reg.date) + " 为准"},
                         config.where));
  }
  if (reg.date != Date{}) reg.point_rules.date = reg.date;
}

void tell_sources(const std::vector<RegisterSource>& sources, std::vector<Diagnostic>& notes) {
  for (const RegisterSource& source : sources) {
    const Location where{.file = source.file, .layer = source.layer};
    if (source.method_assumed) {
      notes.push_back(note("assumed_method",
                           {"rated by " + source.point_method + ", for the columns that it has",
                            "按其列采用评级方法 " + source.point_method},
                           where,
                           {"Name it: point_method = \"" + source.point_method + "\"",
                            "请写明 point_method = \"" + source.point_method + "\""}));
    }
    if (!source.understood.empty()) {
      notes.push_back(note("heading_by_part",
                           {"headings understood by a part of them: " + join_names(source.understood),
                            "以下列名按部分文字识别: " + join_names(source.understood)},
                           where, {"Map them in fields if that is wrong", "如有误, 请在 fields 中指定"}));
    }
    if (!source.unmatched.empty()) {
      notes.push_back(note(
          "unmatched_columns",
          {"columns not used: " + join_names(source.unmatched), "未使用的列: " + join_names(source.unmatched)}, where));
    }
  }
}

}  // namespace

GridSpec register_cells(const ProjectConfig& config, const GridSpec& grid) {
  if (!config.reg || !config.reg->cell_m) return grid;
  return grid_covering(grid.bounds(), *config.reg->cell_m, 0.0, grid.crs);
}

OpenRegister open_register(const RunOptions& options, const std::string& command) {
  OpenRegister open;
  open.config = parse_project(options.input, options.overrides);
  if (!open.config.reg) {
    throw ConfigError("missing_section", {"the project has no [register]", "项目没有 [register] 一节"},
                      {.field = "register"},
                      {"Add [register] with points, enterprises or hidden_dangers",
                       "请增加 [register] 一节, 给出 points、enterprises 或 hidden_dangers"});
  }
  const RegisterConfig& config = *open.config.reg;
  open.projection = open_projection(open.config.grid.crs, open.config.grid.crs_where);
  read_rules(config, open.reg);
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(open.config.grid.crs, open.config.grid.crs_where);
    auto extent = grid_extent(open.config.grid, crs, problems);
    if (!extent) return;
    const RegisterGround ground{crs, *open.projection, extent->grid, extent->area};
    open.reg.cells = register_cells(open.config, extent->grid);
    open.reg.district = extent->area;
    reading.run([&](Problems& found) { open.reg.sets = read_boundary_sets(open.config.areas, ground, found); });
    reading.run([&](Problems& found) { open.sources = read_register(config, ground, open.reg, found); });
    if (open.config.population) {
      reading.run([&](Problems& found) {
        open.reg.population = read_population(*open.config.population, extent->grid, crs, found);
      });
    }
  });
  open.notes = reading.finish();
  open.notes.insert(open.notes.begin(), open.config.warnings.begin(), open.config.warnings.end());
  settle_date(config, open.reg, open.notes);
  tell_sources(open.sources, open.notes);
  open.provenance.command = command;
  open.provenance.config_json = resolved_json(open.config);
  std::vector<std::filesystem::path> files{options.input};
  for (std::filesystem::path& file : files_read(open.config)) files.push_back(std::move(file));
  open.provenance.inputs = record_inputs(options.input, files);
  return open;
}

}  // namespace sise
