#include "gis_io/read/project/sections.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/accidents/dispersion.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/open_dataset.hpp"
#include "gis_io/read/layers/outline_ledger.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr std::string_view kMissingFile = "missing_file";

void read_fields(const ConfigNode& node, const LayerRules& rules, LayerConfig& layer, Problems& problems) {
  ConfigReader reader(node, problems);
  for (const std::string& name : rules.our_names) {
    if (const std::optional<std::string> theirs = reader.text(name)) layer.fields[name] = *theirs;
  }
  reader.refuse("pressure", "bare_pressure",
                {"a bare 'pressure' does not say whether it is gauge or absolute", "'pressure' 未说明是表压还是绝压"},
                {"Use pressure_gauge_kPa or pressure_abs_kPa", "请用 pressure_gauge_kPa 或 pressure_abs_kPa"});
  reader.finish();
}

/// The place is the key's; the message says which file.
void name_missing_file(const std::string& text, Diagnostic& diagnostic) {
  const std::string plain = "there is no such file";
  if (diagnostic.message.en == plain) {
    diagnostic.message = {"there is no file '" + text + "'", "文件 '" + text + "' 不存在"};
  } else {
    diagnostic.message = {"'" + text + "': " + diagnostic.message.en, "'" + text + "': " + diagnostic.message.zh};
  }
  if (diagnostic.remedy.en.empty()) {
    diagnostic.remedy = {"Relative paths start at this file's folder", "相对路径以本文件所在文件夹为起点"};
  }
}

/// Names that tell features apart cannot be the same for all.
bool names_a_feature(const std::string& name) { return name == "id" || name == "unit_id" || name == "case_id"; }

void read_constants(ConfigReader& reader, const LayerRules& rules, LayerConfig& layer) {
  for (const std::string& name : rules.our_names) {
    if (names_a_feature(name)) continue;
    if (const auto value = reader.cell(name)) layer.constants[name] = *value;
  }
}

void check_bounds(const Bounds& b, const Location& where, Problems& problems) {
  if (!(b.x_min < b.x_max) || !(b.y_min < b.y_max)) {
    problems.error("bad_bounds",
                   {"bounds must be [xmin, ymin, xmax, ymax] with min below max",
                    "bounds 应为 [xmin, ymin, xmax, ymax], 且最小值小于最大值"},
                   where);
    return;
  }
  const double largest = std::max({std::abs(b.x_min), std::abs(b.y_min), std::abs(b.x_max), std::abs(b.y_max)});
  if (largest <= 360.0) {
    problems.error("degrees_for_metres",
                   {"these bounds look like degrees; the grid is in metres", "bounds 疑为经纬度, 网格以米为单位"},
                   where, {"Give them in the grid's CRS", "请用网格坐标系的坐标"});
  }
}

void check_crs(const GridConfig& grid, Problems& problems) {
  try {
    (void)open_projection(grid.crs, grid.crs_where);
  } catch (const Error& error) {
    for (const Diagnostic& diagnostic : error.diagnostics()) problems.add(diagnostic);
  }
}

}  // namespace

Location ConfigOrigin::where(std::string_view dotted_key) const {
  const ConfigNode* node = &tree;
  while (!dotted_key.empty()) {
    const std::size_t dot = dotted_key.find('.');
    const ConfigNode* next = node->find(dotted_key.substr(0, dot));
    if (next == nullptr) break;
    node = next;
    dotted_key = dot == std::string_view::npos ? std::string_view() : dotted_key.substr(dot + 1);
  }
  return node->where;
}

ConfigOrigin open_config(const std::filesystem::path& path, const std::vector<std::string>& overrides,
                         Problems& problems) {
  ConfigOrigin origin{.name = path.generic_string(), .folder = path.parent_path(), .tree = {}};
  origin.outlines = std::make_shared<OutlineLedger>();
  origin.tree = read_config(path, origin.name);
  apply_overrides(origin.tree, overrides, problems);
  return origin;
}

std::vector<std::string> read_trust(ConfigReader& root) {
  const ConfigNode* node = root.table("trust");
  if (node == nullptr) return {};
  ConfigReader reader(*node, root.problems());
  std::vector<std::string> trusted;
  const ConfigNode* list = reader.array("drivers", Need::required);
  static const std::vector<ConfigNode> kNone;
  for (const ConfigNode& item : list == nullptr ? kNone : list->items) {
    const std::vector<std::string> known = known_drivers();
    const bool file_system = item.text.starts_with("/vsi") && item.text.ends_with('/');
    if (!file_system && std::find(known.begin(), known.end(), item.text) == known.end()) {
      root.problems().error("unknown_driver",
                            {"GDAL has no driver '" + item.text + "'", "GDAL 没有 '" + item.text + "' 驱动"},
                            item.where,
                            nearest_names(item.text, known).empty()
                                ? Text{"`ogrinfo --formats` lists them", "可用 ogrinfo --formats 列出"}
                                : did_you_mean(item.text, known));
    }
    trusted.push_back(item.text);
  }
  reader.finish();
  return trusted;
}

std::filesystem::path resolve_source(LayerConfig& layer, const Location& where, const ConfigOrigin& origin,
                                     Problems& problems) {
  const std::string& text = layer.source_text;
  layer.trusted = origin.trusted;
  layer.outlines = origin.outlines;
  layer.source = located_source(text, origin.folder);
  try {
    require_source(layer);
  } catch (const InputError& error) {
    for (Diagnostic diagnostic : error.diagnostics()) {
      diagnostic.where = where;
      if (diagnostic.code == kMissingFile) name_missing_file(text, diagnostic);
      problems.add(std::move(diagnostic));
    }
  }
  return layer.source;
}

void read_layer_keys(ConfigReader& reader, const LayerRules& rules, const std::string& source_key,
                     const ConfigOrigin& origin, LayerConfig& layer) {
  layer.where = reader.where();
  layer.our_names = rules.our_names;
  if (const std::optional<std::string> source = reader.text(source_key, rules.need_source)) {
    layer.source_text = *source;
    (void)resolve_source(layer, reader.where(source_key), origin, reader.problems());
  }
  layer.layer = reader.text("layer").value_or("");
  layer.encoding = reader.text("encoding").value_or("");
  layer.crs = reader.text("crs").value_or("");
  layer.x = reader.text("x").value_or("");
  layer.y = reader.text("y").value_or("");
  layer.lon = reader.text("lon").value_or("");
  layer.lat = reader.text("lat").value_or("");
  layer.wkt = reader.text("wkt").value_or("");
  layer.ignore = reader.texts("ignore");
  layer.header_row = static_cast<int>(reader.integer("header_row", {.at_least = 1.0, .at_most = 1000.0}).value_or(0));
  if (rules.is_rose) layer.normalise = reader.boolean("normalise").value_or(false);
  if (rules.constants) read_constants(reader, rules, layer);
  if (layer.x.empty() != layer.y.empty() || layer.lon.empty() != layer.lat.empty()) {
    reader.problems().error("half_a_position", {"x needs y, and lon needs lat", "x 与 y、lon 与 lat 须成对给出"},
                            reader.where());
  }
  const int positions =
      static_cast<int>(!layer.x.empty()) + static_cast<int>(!layer.lon.empty()) + static_cast<int>(!layer.wkt.empty());
  if (positions > 1) {
    reader.problems().error("too_many_keys",
                            {"only one of x and y, lon and lat, wkt may be given", "x/y、lon/lat、wkt 只能给出一种"},
                            reader.where());
  }
  if (const ConfigNode* fields = reader.table("fields")) read_fields(*fields, rules, layer, reader.problems());
}

LayerConfig read_layer(const ConfigNode& node, const LayerRules& rules, const ConfigOrigin& origin,
                       Problems& problems) {
  LayerConfig layer;
  layer.where = node.where;
  if (rules.may_be_text && node.kind == ConfigNode::Kind::text) {
    layer.source_text = node.text;
    (void)resolve_source(layer, node.where, origin, problems);
    layer.our_names = rules.our_names;
    return layer;
  }
  ConfigReader reader(node, problems);
  if (node.kind == ConfigNode::Kind::table) read_layer_keys(reader, rules, "source", origin, layer);
  reader.finish();
  return layer;
}

GridConfig read_grid(const ConfigNode& node, Need need_extent, const ConfigOrigin& origin, Problems& problems) {
  static const std::vector<std::string> kNoFields;
  ConfigReader reader(node, problems);
  GridConfig grid;
  grid.where = reader.where();
  grid.crs = reader.text("crs", Need::required).value_or("");
  grid.crs_where = reader.where("crs");
  if (!grid.crs.empty()) check_crs(grid, problems);
  grid.margin_m = reader.number("margin_m", number_rule::kNotNegative).value_or(0.0);
  const std::string extent = reader.exactly_one({"bounds", "area"}, need_extent);
  // Where the reach gives the extent it may give the cells too.
  const Need need_cell = extent.empty() ? need_extent : Need::required;
  grid.cell_m = reader.number("cell_m", number_rule::kPositive, need_cell).value_or(0.0);
  if (extent == "bounds") {
    const std::vector<double> b = reader.numbers("bounds");
    grid.bounds = b.size() == 4 ? Bounds{b[0], b[1], b[2], b[3]} : Bounds{};
    check_bounds(*grid.bounds, reader.where("bounds"), problems);
  } else if (extent == "area") {
    grid.area = read_layer(*reader.node("area"), {.our_names = kNoFields, .may_be_text = true}, origin, problems);
  }
  reader.finish();
  return grid;
}

void read_bands(ConfigReader& reader, PopulationConfig& population) {
  const NumberRule from_one{.at_least = 1.0, .at_most = 1e5};
  if (const auto band = reader.integer("day_band", from_one)) population.day_band = static_cast<int>(*band);
  if (const auto band = reader.integer("night_band", from_one)) population.night_band = static_cast<int>(*band);
}

PopulationConfig read_population(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems) {
  ConfigReader reader(node, problems);
  PopulationConfig population;
  const LayerRules rules{.our_names = population_field_names()};
  const std::string kind = reader.exactly_one({"raster", "source"}, Need::required);
  population.is_raster = kind == "raster";
  if (!kind.empty()) read_layer_keys(reader, rules, kind, origin, population.layer);
  const Need need_unit = population.is_raster ? Need::required : Need::optional;
  const std::optional<std::string> unit = reader.choice("unit", {"per_cell", "per_km2"}, need_unit);
  if (unit && !population.is_raster && !kind.empty()) {
    problems.error(
        "unit_of_polygons",
        {"'unit' belongs to a raster; polygons carry numbers of people", "'unit' 仅用于栅格; 面要素直接给出人数"},
        reader.where("unit"));
  }
  if (unit) population.unit = *unit == "per_km2" ? PopulationUnit::per_km2 : PopulationUnit::per_cell;
  if (population.is_raster) read_bands(reader, population);
  population.indoor_day = reader.number("indoor_day", number_rule::kFraction).value_or(population.indoor_day);
  population.indoor_night = reader.number("indoor_night", number_rule::kFraction).value_or(population.indoor_night);
  population.day_fraction = reader.number("day_fraction", number_rule::kFraction).value_or(population.day_fraction);
  reader.finish();
  return population;
}

ModelChoice read_model(const ConfigNode& node, ModelChoice model, Problems& problems, GeneratorChoice* generator) {
  ConfigReader reader(node, problems);
  model.dispersion = reader.choice("dispersion", dispersion_choices()).value_or(model.dispersion);
  model.sigma =
      reader
          .choice<SigmaSet>("sigma", {"briggs_rural", "briggs_urban", "pasquill_gifford", "gbt13201", "slade_puff"},
                            sigma_set_from)
          .value_or(model.sigma);
  model.transport_wind =
      reader.choice<TransportWind>("transport_wind", {"profile", "release_height", "as_given"}, transport_wind_from)
          .value_or(model.transport_wind);
  model.receptor_height_m =
      reader.number("receptor_height_m", number_rule::kNotNegative).value_or(model.receptor_height_m);
  model.averaging_time_s = reader.number("averaging_time_s", number_rule::kPositive);
  model.blast_curve =
      reader
          .choice<BlastCurve>("blast_curve",
                              {"gb6722", "kingery_bulmash_hemispherical", "kingery_bulmash_spherical",
                               "swisdak_hemispherical", "kinney_graham", "sadovsky", "henrych", "mills", "brode"},
                              blast_curve_from)
          .value_or(model.blast_curve);
  if (generator != nullptr) {
    generator->frequency_pack = reader.text("frequency_pack").value_or(generator->frequency_pack);
    generator->event_trees = reader.text("event_trees").value_or(generator->event_trees);
    generator->delayed_ignition = reader.number("delayed_ignition", number_rule::kFraction);
  }
  reader.finish();
  return model;
}

void read_air(ConfigReader& reader, Weather& air) {
  air.wind_height_m = reader.number("wind_height_m", number_rule::kPositive).value_or(air.wind_height_m);
  air.roughness_m = reader.number("roughness_m", number_rule::kPositive).value_or(air.roughness_m);
  // Air on earth; a temperature in degrees Celsius or a pressure in kPa falls outside.
  air.temperature_K = reader.number("temperature_K", {.at_least = 180.0, .at_most = 340.0}).value_or(air.temperature_K);
  air.pressure_Pa = reader.number("pressure_Pa", {.at_least = 3e4, .at_most = 1.2e5}).value_or(air.pressure_Pa);
  air.mixing_height_m = reader.number("mixing_height_m", number_rule::kPositive);
  reader.refuse("temperature_C", "celsius", {"temperatures are in kelvin here", "此处温度以开尔文为单位"},
                {"Use temperature_K = degrees Celsius + 273.15", "请用 temperature_K = 摄氏度 + 273.15"});
}

std::optional<bool> read_palette(ConfigReader& reader) {
  const std::optional<std::string> palette = reader.choice("palette", {"standard", "colour_blind"});
  return palette ? std::optional(*palette == "colour_blind") : std::nullopt;
}

std::vector<Diagnostic> throw_or_warnings(const Problems& problems) {
  const bool only_files = std::all_of(problems.all().begin(), problems.all().end(), [](const Diagnostic& d) {
    return d.severity != Diagnostic::Severity::error || d.code == kMissingFile;
  });
  if (only_files) problems.throw_if_errors<InputError>();
  problems.throw_if_errors<ConfigError>();
  return problems.all();
}

}  // namespace sise
