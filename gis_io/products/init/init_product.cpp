#include "gis_io/products/init/init_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "gis_io/products/init/grid_guess.hpp"
#include "gis_io/products/init/guess_words.hpp"
#include "gis_io/products/init/project_text.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/outline_ledger.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

struct Seen {
  LayerSight sight;
  RoleGuess role;
};

/// Formats whose degrees are WGS 84 by rule or by habit, whatever map they were copied from.
bool may_be_of_a_web_map(const LayerSight& sight) {
  if (!sight.in_degrees || !sight.degrees || sight.raster || web_map_shift_m(*sight.degrees) == 0.0) return false;
  const std::string ending = sight.path.extension().string();
  return sight.crs.empty() || ending == ".geojson" || ending == ".json" || ending == ".kml" || ending == ".csv";
}

class Writer {
 public:
  Writer(const std::filesystem::path& folder, std::vector<Seen> layers)
      : text_(folder), folder_(folder), layers_(std::move(layers)) {}

  FirstProject write() {
    head();
    grid();
    weather();
    for (const Seen& seen : of("units")) layer_section("units", seen);
    for (const Seen& seen : of("boundaries")) layer_section("units.boundary", seen);
    if (of("units").empty() && !has_register()) missing_units();
    for (const Seen& seen : of("scenarios")) layer_section("scenarios", seen);
    for (const Seen& seen : of("targets")) layer_section("targets", seen);
    for (const Seen& seen : of("population")) population(seen);
    registers();
    areas();
    for (const Seen& seen : of("")) unknown(seen);
    FirstProject project;
    project.toml = text_.text();
    project.open = text_.open();
    project.written = text_.written();
    return project;
  }

  void set_shifts(std::map<std::string, Text> shifts) { shifts_ = std::move(shifts); }

 private:
  [[nodiscard]] std::vector<Seen> of(const std::string& role) const {
    std::vector<Seen> found;
    std::copy_if(layers_.begin(), layers_.end(), std::back_inserter(found),
                 [&](const Seen& seen) { return seen.role.role == role; });
    return found;
  }

  [[nodiscard]] bool has_register() const {
    return !of("points").empty() || !of("enterprises").empty() || !of("hidden_dangers").empty();
  }

  void head() {
    text_.remark({"Written by `sise init` from the layers themselves: guesses, each with its reason.",
                  "由 sise init 根据图层自动写出: 均为猜测, 各附理由。"});
    text_.remark(
        {"Lines that begin with '# key =' are open: complete them, take the '# ' away, and run `sise validate "
         "project.toml`.",
         "以 '# 键 =' 开头的行有待确认: 请补全并去掉 '# ', 再运行 sise validate project.toml。"});
    const std::filesystem::path name = std::filesystem::absolute(folder_).lexically_normal();
    const std::string title = (name.has_filename() ? name : name.parent_path()).filename().string();
    text_.line("title", ProjectText::quoted(title), {"the folder's name", "取自文件夹名"});
  }

  void grid() {
    std::vector<LayerSight> sights;
    for (const Seen& seen : of("district")) sights.push_back(seen.sight);
    const bool has_area = !sights.empty();
    for (const Seen& seen : layers_) {
      if (seen.role.role != "district") sights.push_back(seen.sight);
    }
    const GridGuess guess = guess_grid(has_area ? std::vector<LayerSight>{sights.front()} : sights);
    text_.section("[grid]");
    if (guess.crs.empty()) {
      text_.line("crs", "\"EPSG:?\"", {"no layer says where it lies", "没有图层说明其位置"}, false);
    } else {
      text_.line("crs", ProjectText::quoted(guess.crs), guess.crs_why);
    }
    text_.line("cell_m", fmt::format("{:.1f}", guess.cell_m), guess.cell_why);
    if (has_area) {
      area(of("district"));
    } else if (guess.bounds) {
      const Bounds& b = *guess.bounds;
      text_.line("bounds", fmt::format("[{:.0f}, {:.0f}, {:.0f}, {:.0f}]", b.x_min, b.y_min, b.x_max, b.y_max),
                 {"of all layers and 1 km around; better: area = a layer of the district",
                  "全部图层范围外扩 1 km; 最好改用 area = 行政区图层"});
    } else {
      text_.line("bounds", "[?, ?, ?, ?]", {"[xmin, ymin, xmax, ymax] in metres", "[xmin, ymin, xmax, ymax], 米"},
                 false);
    }
  }

  void area(const std::vector<Seen>& districts) {
    bool first = true;
    for (const Seen& seen : districts) {
      const LayerSight& sight = seen.sight;
      std::string value = text_.path(sight);
      const auto shift = shifts_.find(sight.shown());
      if (!sight.layer.empty()) {
        value = fmt::format("{{source = {}, layer = {}}}", value, ProjectText::quoted(sight.layer));
      }
      text_.line("area", value, seen.role.why, first);
      if (shift != shifts_.end()) text_.remark(shift->second);
      suspect(sight, "area = {source = " + text_.path(sight) + ", crs = \"GCJ-02\"}");
      first = false;
    }
  }

  void weather() {
    text_.section("[weather]");
    const auto roses = of("wind_rose");
    for (std::size_t i = 0; i < roses.size(); ++i) {
      text_.line("wind_rose", text_.path(roses[i].sight), roses[i].role.why, i == 0);
    }
    for (const Seen& seen : of("record")) {
      const std::string command = "sise rose " + text_.path(seen.sight) + " -o wind_rose.csv";
      text_.remark(
          {seen.sight.shown() + ": a station's record (" + seen.role.why.en +
               "). Make a rose of it in this folder: " + command,
           seen.sight.shown() + ": 气象站记录 (" + seen.role.why.zh + ")。请在本文件夹中生成风玫瑰: " + command});
      text_.line("wind_rose", "\"wind_rose.csv\"", {"once it is made", "生成后启用"}, false);
    }
    if (roses.empty() && of("record").empty()) {
      text_.line("wind_rose", "\"?\"", {"needed by every accident that goes with the wind", "随风扩散的事故均需要"},
                 false);
    }
    text_.line("wind_height_m", "10.0",
               {"height of the wind's measurement; 10 unless you say", "测风高度, 不给出时取 10"}, false);
    text_.line("roughness_m", "?",
               {"of the ground: 0.1 open, 0.5 suburbs, 1 town; 0.1 unless you say",
                "地面粗糙度: 开阔 0.1, 郊区 0.5, 城区 1; 不给出时取 0.1"},
               false);
  }

  void missing_units() {
    text_.section("# [units]");
    text_.line(
        "source", "\"?\"",
        {"a project needs the hazardous units; no layer looks like them", "项目需要危险单元图层, 所给图层均不像"},
        false);
  }

  /// What is said of a layer before its keys.
  void introduce(const Seen& seen) {
    const LayerSight& s = seen.sight;
    const std::string place = s.crs_title.empty() ? "no CRS" : s.crs_title;
    const std::string place_zh = s.crs_title.empty() ? "无坐标系" : s.crs_title;
    text_.remark(
        {fmt::format("{}: {} rows, {}. Taken for this by: {}", s.shown(), s.table.rows.size(), place, seen.role.why.en),
         fmt::format("{}: {} 行, {}。判断依据: {}", s.shown(), s.table.rows.size(), place_zh, seen.role.why.zh)});
    if (s.misplaced) {
      text_.remark({"its coordinates: " + s.misplaced->message.en + ". " + s.misplaced->remedy.en,
                    "坐标: " + s.misplaced->message.zh + "。" + s.misplaced->remedy.zh});
    }
    if (const auto shift = shifts_.find(s.shown()); shift != shifts_.end()) text_.remark(shift->second);
  }

  /// A copy of a web map says nothing of its shift.
  void suspect(const LayerSight& sight, const std::string& line) {
    if (!may_be_of_a_web_map(sight)) return;
    const double shift = web_map_shift_m(*sight.degrees);
    text_.remark({fmt::format("If it was copied from a Chinese web map (Amap, Tencent, Baidu), its places are GCJ-02 "
                              "or BD-09, about {:.0f} m off here: {}",
                              shift, line),
                  fmt::format("如来自国内网络地图 (高德、腾讯、百度), 坐标为 GCJ-02 或 BD-09, 此处偏移约 {:.0f} m: {}",
                              shift, line)});
  }

  void source_lines(const LayerSight& sight) {
    text_.line("source", text_.path(sight), {});
    if (!sight.layer.empty()) text_.line("layer", ProjectText::quoted(sight.layer), {});
    if (!sight.encoding.empty()) {
      text_.line(
          "encoding", ProjectText::quoted(sight.encoding),
          {"its bytes are no UTF-8 and fit GBK; the file does not say", "字节不是 UTF-8 而符合 GBK; 文件未说明编码"});
    }
    const bool usual = column_word(sight.first).word == "lon" || sight.first == "x" || sight.first == "wkt";
    if (!sight.first.empty() && !usual && sight.in_degrees) {
      text_.line("lon", ProjectText::quoted(sight.first), {"longitudes by its name", "按列名为经度"});
      text_.line("lat", ProjectText::quoted(sight.second), {"latitudes by its name", "按列名为纬度"});
    }
    if (!sight.crs.empty() || !sight.bounds) {
      suspect(sight, "crs = \"GCJ-02\"");
      return;
    }
    if (sight.in_degrees && web_map_shift_m(*sight.degrees) == 0.0) {
      text_.line("crs", "\"EPSG:4326\"", {"numbers like degrees, outside China", "数值为经纬度, 位于中国以外"});
    } else if (sight.in_degrees) {
      text_.line("crs", "\"EPSG:4490\"", {"degrees; the file does not say of which system", "经纬度; 文件未说明坐标系"},
                 false);
      suspect(sight, "crs = \"GCJ-02\"");
    } else {
      text_.line("crs", "\"EPSG:?\"", {"the file does not say", "文件未说明"}, false);
    }
  }

  void layer_section(const std::string& name, const Seen& seen) {
    if (!used_.insert(name).second) {
      text_.section("# [" + name + "]");
      text_.remark({seen.sight.shown() + " looks like this too; a project has one: join them or choose",
                    seen.sight.shown() + " 也像此类图层; 每个项目只能有一个, 请合并或选择"});
      return;
    }
    text_.section("[" + name + "]");
    introduce(seen);
    source_lines(seen.sight);
    text_.fields("[" + name + ".fields]", guess_fields(seen.sight, seen.role.role));
  }

  void population(const Seen& seen) {
    if (!seen.sight.raster || !used_.insert("population").second) {
      layer_section("population", seen);
      return;
    }
    text_.section("[population]");
    text_.remark({seen.sight.shown() + ": " + seen.role.why.en, seen.sight.shown() + ": " + seen.role.why.zh});
    text_.line("raster", text_.path(seen.sight), {});
    text_.line("unit", "\"per_cell\"", {"or \"per_km2\": the file does not say", "或 \"per_km2\": 文件未说明"}, false);
  }

  /// Columns of registers are found by their headings: nothing is to be mapped that they name.
  void registers() {
    if (!has_register()) return;
    text_.section("[register]");
    text_.line("date", "2026-01-01", {"the day on which deadlines are judged", "判定整改期限的日期"}, false);
    for (const Seen& seen : of("points")) {
      text_.section("[[register.points]]");
      introduce(seen);
      source_lines(seen.sight);
      text_.line("point_method", "\"?\"",
                 {"how its points are graded, where it does not give grades: `sise rules`",
                  "未给出等级时的评级方法, 见 sise rules"},
                 false);
    }
    for (const char* role : {"enterprises", "hidden_dangers"}) {
      const auto all = of(role);
      for (const Seen& seen : all) {
        const std::string name = std::string("register.") + role;
        text_.section(all.size() > 1 ? "[[" + name + "]]" : "[" + name + "]");
        introduce(seen);
        source_lines(seen.sight);
      }
    }
  }

  void areas() {
    std::size_t number = 0;
    for (const Seen& seen : of("townships")) {
      ++number;
      text_.section(number == 1 ? "[areas.townships]" : fmt::format("[areas.set_{}]", number));
      introduce(seen);
      source_lines(seen.sight);
      name_columns(seen.sight);
    }
  }

  void name_columns(const LayerSight& sight) {
    for (const char* key : {"id", "name"}) {
      static const std::set<std::string> kIds{"id", "code", "代码", "编号", "编码", "行政区划代码", "adcode"};
      static const std::set<std::string> kNames{"name", "名称", "镇街", "街道", "乡镇", "镇", "name_zh", "镇名"};
      const std::set<std::string>& words = std::string_view(key) == "id" ? kIds : kNames;
      std::vector<std::string> found;
      for (const std::string& column : sight.table.columns) {
        if (words.contains(column_word(column).word)) found.push_back(column);
      }
      if (found.empty()) {
        text_.line(key, "\"?\"", {"one of: " + listed(sight.table.columns), "可选列: " + listed(sight.table.columns)},
                   false);
      } else {
        text_.line(key, ProjectText::quoted(found.front()), {"by its name", "按列名"}, found.size() == 1);
      }
    }
  }

  void unknown(const Seen& seen) {
    text_.section("# [?]");
    text_.remark({fmt::format("{}: {} rows, columns {}: not recognised; name its section yourself", seen.sight.shown(),
                              seen.sight.table.rows.size(), listed(seen.sight.table.columns)),
                  fmt::format("{}: {} 行, 列 {}: 未能识别, 请自行指定其用途", seen.sight.shown(),
                              seen.sight.table.rows.size(), listed(seen.sight.table.columns))});
    text_.line("source", text_.path(seen.sight), {}, false);
  }

  ProjectText text_;
  std::filesystem::path folder_;
  std::vector<Seen> layers_;
  std::map<std::string, Text> shifts_;
  std::set<std::string> used_;
};

/// Polygons that two layers show some hundred metres apart, by layer.
std::map<std::string, Text> shifts_among(const std::vector<Seen>& layers) {
  std::map<std::string, Text> shifts;
  std::vector<LayerSight> sights;
  for (const Seen& seen : layers) {
    if (seen.sight.polygons && seen.sight.degrees) sights.push_back(seen.sight);
  }
  if (sights.size() < 2) return shifts;
  // The zone of the first: a grid between layers of two countries would be true to neither.
  const GridGuess grid = guess_grid({sights.front()});
  const auto ledger = std::make_shared<OutlineLedger>();
  for (const LayerSight& sight : sights) {
    LayerConfig config;
    config.source = sight.path;
    config.source_text = sight.source;
    config.layer = sight.layer;
    config.crs = sight.crs.empty() && sight.in_degrees ? "EPSG:4326" : "";
    config.outlines = ledger;
    Problems problems;
    try {
      (void)read_layer(config, Crs(grid.crs, {}), std::nullopt, problems);
    } catch (const Error&) {
      continue;  // what cannot be placed was told when it was looked at
    }
    for (const Diagnostic& problem : problems.all()) {
      if (problem.code != "shifted_layers") continue;
      shifts[sight.shown()] = {problem.message.en + ". " + problem.remedy.en,
                               problem.message.zh + "。" + problem.remedy.zh};
    }
  }
  return shifts;
}

}  // namespace

FirstProject first_project(const std::filesystem::path& folder, const std::vector<std::string>& layers) {
  std::vector<Seen> seen;
  std::vector<Diagnostic> notes;
  for (const std::string& layer : layers) {
    try {
      for (LayerSight& sight : look_at(layer)) {
        RoleGuess role = guess_role(sight);
        seen.push_back({std::move(sight), std::move(role)});
      }
    } catch (const InputError& error) {
      notes.insert(notes.end(), error.diagnostics().begin(), error.diagnostics().end());
    }
  }
  if (seen.empty()) throw InputError(notes);
  Writer writer(folder, seen);
  std::map<std::string, Text> shifts = shifts_among(seen);
  for (const auto& [layer, text] : shifts) {
    Location where;
    where.file = layer;
    notes.push_back({Diagnostic::Severity::warning, "shifted_layers", where, text, {}});
  }
  writer.set_shifts(std::move(shifts));
  FirstProject project = writer.write();
  project.notes = std::move(notes);
  return project;
}

void write_first_project(const std::filesystem::path& folder, const FirstProject& project) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw_write_error(folder, failed.value());
  publish_file(folder / "project.toml", project.toml, false);
}

}  // namespace sise
