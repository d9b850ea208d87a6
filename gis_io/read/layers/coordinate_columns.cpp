#include "gis_io/read/layers/coordinate_columns.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "gis_io/read/layers/geometry_from_ogr.hpp"
#include "gis_io/read/layers/written_angle.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

using Form = CoordinateColumns::Form;

std::optional<std::size_t> column_named(const FeatureTable& table, const std::string& name) {
  if (name.empty()) return std::nullopt;
  const auto found = table.columns_named(name);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

void tell_missing(const FeatureTable& table, const std::string& name, const std::string& key, Problems& problems) {
  Location where = table.where;
  where.field = name;
  const auto near = nearest_names(name, table.columns, 3);
  problems.error(
      "missing_field",
      {"the table has no column '" + name + "' (key '" + key + "')", "表格没有 '" + name + "' 列(键 '" + key + "')"},
      where,
      {"There are: " + listed(near.empty() ? table.columns : near),
       "可用的有:" + listed(near.empty() ? table.columns : near)});
}

struct Candidate {
  Form form;
  std::string first_key;
  std::string second_key;
  std::string first;
  std::string second;
};

/// What a coordinate may be written as, by its column.
enum class Axis { metres, longitude, latitude };

std::optional<double> value_of(const std::string& written, Axis axis) {
  if (axis == Axis::metres) return parse_number(written);
  const auto angle = written_angle(written);
  if (!angle) return std::nullopt;
  const std::string_view allowed = axis == Axis::longitude ? " EW" : " NS";
  return allowed.find(angle->hemisphere) == std::string_view::npos ? std::nullopt : std::optional(angle->degrees);
}

Text remedy_for(const std::string& written, Axis axis) {
  if (axis == Axis::metres && written_angle(written)) {
    return {"Degrees belong into columns named by the keys lon and lat", "经纬度应使用 lon 和 lat 键指定的列"};
  }
  if (axis == Axis::metres) return {"Write metres with a decimal point", "请以米填写,使用小数点"};
  return {"Write decimal degrees, or degrees, minutes and seconds: 119°57'00\"E",
          "请写十进制度数,或度分秒,例如 119°57'00\"E"};
}

std::optional<double> coordinate(FeatureTable& table, const FeatureRow& row, std::size_t column, Axis axis,
                                 Problems& problems) {
  const Cell& cell = row.cells.at(column);
  const Location where = table.at(row, table.columns[column]);
  if (const auto fault = fault_of(cell)) {
    tell_fault(*fault, where, problems);
    return std::nullopt;
  }
  const auto written = text_of(cell);
  if (!written) {
    problems.error("blank_value", {"the coordinate is blank", "坐标为空"}, where, {"Fill it in", "请填写"});
    return std::nullopt;
  }
  // text_of prints a double in full, so that reading it back gives the same number.
  const auto value = value_of(*written, axis);
  if (!value) {
    problems.error("not_a_number",
                   {"the coordinate '" + *written + "' is not a number", "坐标 '" + *written + "' 不是数值"}, where,
                   remedy_for(*written, axis));
  }
  return value;
}

void fill_point(FeatureTable& table, FeatureRow& row, const CoordinateColumns& columns, Problems& problems) {
  const bool degrees = columns.form == Form::lon_lat;
  const auto x = coordinate(table, row, columns.first, degrees ? Axis::longitude : Axis::metres, problems);
  const auto y = coordinate(table, row, columns.second, degrees ? Axis::latitude : Axis::metres, problems);
  if (!x || !y) return;
  if (*x == 0.0 && *y == 0.0) {
    problems.error("zero_coordinates", {"both coordinates are 0", "两个坐标均为 0"}, table.at(row),
                   {"Zeros that mean \"unknown\" must be replaced by the position", "表示\"未知\"的 0 须改为实际位置"});
    return;
  }
  row.geometry.points = {{*x, *y}};
}

void fill_wkt(FeatureRow& row, std::size_t column) {
  const auto written = text_of(row.cells.at(column));
  auto parsed = written ? geometry_from_wkt(*written) : geometry_from(nullptr);
  if (auto* fault = std::get_if<GeometryFault>(&parsed)) {
    row.fault = std::move(*fault);
    return;
  }
  row.geometry = std::get<Geometry>(std::move(parsed));
}

}  // namespace

std::optional<CoordinateColumns> coordinate_columns(const FeatureTable& table, const LayerConfig& config,
                                                    Problems& problems) {
  const std::array<Candidate, 3> named{{{Form::easting_northing, "x", "y", config.x, config.y},
                                        {Form::lon_lat, "lon", "lat", config.lon, config.lat},
                                        {Form::wkt, "wkt", "wkt", config.wkt, config.wkt}}};
  for (const Candidate& c : named) {
    if (c.first.empty() && c.second.empty()) continue;
    const auto first = column_named(table, c.first);
    const auto second = column_named(table, c.second);
    if (!first) tell_missing(table, c.first, c.first_key, problems);
    if (!second && c.form != Form::wkt) tell_missing(table, c.second, c.second_key, problems);
    if (!first || !second) return std::nullopt;
    return CoordinateColumns{c.form, *first, *second};
  }
  if (table.has_geometry) return std::nullopt;
  for (const Candidate& c : named) {
    const auto first = column_named(table, c.first_key);
    const auto second = column_named(table, c.second_key);
    if (first && second) return CoordinateColumns{c.form, *first, *second};
  }
  return std::nullopt;
}

void fill_geometry(FeatureTable& table, const CoordinateColumns& columns, Problems& problems) {
  for (FeatureRow& row : table.rows) {
    row.geometry = {};
    row.fault.reset();
    if (columns.form == Form::wkt) {
      fill_wkt(row, columns.first);
    } else {
      fill_point(table, row, columns, problems);
    }
  }
}

}  // namespace sise
