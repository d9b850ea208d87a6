#include "gis_io/read/project/load_register.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/project/grid_extent.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/rasters/read_population.hpp"
#include "gis_io/read/register/written_day.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

void read_rules(const RegisterConfig& config, Register& reg) {
  reg.area_rules = area_rules("area-statistics", config.folder);
  reg.area_rules.method = config.area_method;
  reg.ledger_rules = ledger_rules("danger-ledger", config.folder);
  reg.dust_rules = dust_rules("gbzt229_1", config.folder);
  reg.accidents = config.indices.accidents;
  reg.index_items = config.indices.items;
  reg.kernel_m = config.kernel_m;
  reg.live_rules = live_rules("gb50493", config.folder);
  reg.point_rules.open_major = config.open_major;
  EnterpriseRules& firms = reg.enterprise_rules;
  firms.method = config.enterprise_method;
  firms.no19 = no19_pack("no19", config.folder);
  firms.no19_direct = direct_rule_pack("dr_no19", config.folder).rules;
  firms.four_input = score_sheet("four_input", config.folder);
  firms.five_input = score_sheet("five_input", config.folder);
  firms.sz_standardisation = score_sheet("sz_standardisation", config.folder);
  firms.counts = counts_rule("counts_variant", config.folder);
  firms.ent44 = point_method("ent44", config.folder);
  for (const std::string& pack : config.inspections) firms.inspections.push_back(inspection_pack(pack, config.folder));
  firms.staff_days = config.staff_days;
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
  if (reg.date == Date{}) return;
  reg.point_rules.date = reg.date;
  reg.enterprise_rules.date = reg.date;
}

/// Alarms are told as of the project's time, else of the latest reading.
void settle_live_time(const RegisterConfig& config, Register& reg, std::vector<Diagnostic>& notes) {
  if (reg.detectors.empty()) return;
  Instant latest{};
  for (const LiveDetector& detector : reg.detectors) {
    for (const LiveReading& reading : detector.readings) latest = std::max(latest, reading.time);
  }
  reg.live_time = config.live_time.value_or(latest);
  if (config.live_time) return;
  const std::string time = time_text(latest);
  notes.push_back(
      note("assumed_live_time",
           {"the project gives no [register] live_time: alarms are told as of " + time + ", the latest reading",
            "项目未给出 [register] live_time: 以最晚读数时间 " + time + " 为准"},
           config.where));
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
                           {"headings understood by a part of them: " + listed(source.understood),
                            "以下列名按部分文字识别: " + listed(source.understood)},
                           where, {"Map them in fields if that is wrong", "如有误, 请在 fields 中指定"}));
    }
    if (!source.unmatched.empty()) {
      notes.push_back(note("unmatched_columns",
                           {"columns not used: " + listed(source.unmatched), "未使用的列: " + listed(source.unmatched)},
                           where));
    }
  }
}

/// The grid, the district, its people and its boundary sets.
std::optional<RegisterBase> read_base(const ProjectConfig& config, const Crs& crs, const Projection& projection,
                                      Reading& reading, Problems& problems) {
  auto extent = grid_extent(config.grid, crs, problems);
  if (!extent) return std::nullopt;  // why is among the problems
  RegisterBase base{extent->grid, extent->area, {}, {}};
  const RegisterGround ground{crs, projection, base.grid, base.district};
  reading.run([&](Problems& found) { base.sets = read_boundary_sets(config.areas, ground, found); });
  if (config.population) {
    reading.run([&](Problems& found) {
      base.population = std::make_shared<const Population>(read_population(*config.population, base.grid, crs, found));
    });
  }
  return base;
}

LoadedRegister load_on(const ProjectConfig& config, const Projection& projection, std::optional<RegisterBase> base) {
  LoadedRegister loaded;
  read_rules(config.reg.value(), loaded.reg);
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(config.grid.crs, config.grid.crs_where);
    if (!base) base = read_base(config, crs, projection, reading, problems);
    if (!base) return;
    const RegisterGround ground{crs, projection, base->grid, base->district};
    loaded.reg.cells = register_cells(config, base->grid);
    loaded.reg.district = ground.district;
    loaded.reg.sets = std::move(base->sets);
    loaded.reg.population = std::move(base->population);
    reading.run([&](Problems& found) { loaded.sources = read_register(*config.reg, ground, loaded.reg, found); });
  });
  loaded.notes = reading.finish();
  loaded.notes.insert(loaded.notes.begin(), config.warnings.begin(), config.warnings.end());
  settle_date(*config.reg, loaded.reg, loaded.notes);
  settle_live_time(*config.reg, loaded.reg, loaded.notes);
  tell_sources(loaded.sources, loaded.notes);
  return loaded;
}

}  // namespace

GridSpec register_cells(const ProjectConfig& config, const GridSpec& grid) {
  if (!config.reg || !config.reg->cell_m) return grid;
  return grid_covering(grid.bounds(), *config.reg->cell_m, 0.0, grid.crs);
}

LoadedRegister load_register(const ProjectConfig& config, const Projection& projection) {
  return load_on(config, projection, std::nullopt);
}

LoadedRegister load_register(const ProjectConfig& config, const Projection& projection, RegisterBase base) {
  return load_on(config, projection, std::move(base));
}

std::vector<std::filesystem::path> register_files(const ProjectConfig& config) {
  std::vector<std::filesystem::path> files;
  const auto add = [&](const LayerConfig& layer) {
    for (std::filesystem::path& file : files_of(layer)) files.push_back(std::move(file));
  };
  if (config.grid.area) add(*config.grid.area);
  if (config.population) add(config.population->layer);
  for (const auto* layers : {&config.reg->points, &config.reg->enterprises, &config.reg->dangers,
                             &config.reg->danger_steps, &config.reg->live}) {
    for (const RegisterLayer& layer : *layers) add(layer.layer);
  }
  for (const BoundarySetConfig& set : config.areas) add(set.layer);
  for (const ContextLayerConfig& layer : config.context.layers) add(layer.layer);
  if (config.hazards) {
    for (const NaturalHazardConfig& hazard : config.hazards->hazards) add(hazard.layer);
  }
  return files;
}

}  // namespace sise
