#include "gis_io/read/register/read_register.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/register/register_rows.hpp"

namespace sise {
namespace {

/// The box that coordinates must lie in: the district's extent and a kilometre around it.
LonLatBox box_of(const RegisterGround& ground) {
  constexpr double kMargin_deg = 0.01;
  const Bounds b = ground.grid.bounds();
  LonLatBox box{180.0, -180.0, 90.0, -90.0};
  for (const Point corner :
       {Point{b.x_min, b.y_min}, Point{b.x_max, b.y_min}, Point{b.x_min, b.y_max}, Point{b.x_max, b.y_max}}) {
    const LonLat at = ground.projection.to_lon_lat(corner);
    box.west = std::min(box.west, at.lon_deg - kMargin_deg);
    box.east = std::max(box.east, at.lon_deg + kMargin_deg);
    box.south = std::min(box.south, at.lat_deg - kMargin_deg);
    box.north = std::max(box.north, at.lat_deg + kMargin_deg);
  }
  return box;
}

/// The method of a file that names none: what its columns are made for.
std::optional<std::string> method_by_columns(const FeatureTable& table) {
  const auto has = [&](const char* key) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const std::string& column) { return heading_key(column) == key; });
  };
  if (has("l") && has("e") && has("c")) return "lec_ge";
  if (has("m") && has("s") && (has("e1") || has("e2"))) return "mes_classic";
  if (has("l") && has("s")) return "ls_20_15_9";
  return std::nullopt;
}

std::uint8_t method_index(const std::string& name, const std::filesystem::path& folder, Register& reg) {
  std::vector<PointMethod>& methods = reg.point_rules.methods;
  PointMethod method = point_method(name, folder);
  const auto found =
      std::find_if(methods.begin(), methods.end(), [&](const PointMethod& m) { return m.id == method.id; });
  if (found != methods.end()) return static_cast<std::uint8_t>(found - methods.begin());
  methods.push_back(std::move(method));
  return static_cast<std::uint8_t>(methods.size() - 1);
}

class RegisterReader {
 public:
  RegisterReader(const RegisterConfig& config, const RegisterGround& ground, Register& reg, Problems& problems)
      : config_(config), reg_(reg), problems_(problems), places_(ground.crs, box_of(ground)) {}

  std::vector<RegisterSource> read() {
    for (const RegisterLayer& layer : config_.points) one(layer, RegisterRecord::point);
    identity_ = {};
    for (const RegisterLayer& layer : config_.enterprises) one(layer, RegisterRecord::enterprise);
    identity_ = {};
    for (const RegisterLayer& layer : config_.dangers) one(layer, RegisterRecord::danger);
    for (const RegisterLayer& layer : config_.danger_steps) one(layer, RegisterRecord::step);
    for (const RegisterLayer& layer : config_.live) one(layer, RegisterRecord::live);
    judge_places();
    return std::move(sources_);
  }

 private:
  /// Rows that cannot be read are lost one by one; everything else that is wrong with a file stops the run.
  void sort_out(const Problems& found, RegisterSource& source) {
    for (const Diagnostic& d : found.all()) {
      if (d.severity == Diagnostic::Severity::error && d.where.line > 1) {
        source.lost.push_back(d);
      } else {
        problems_.add(d);
      }
    }
  }

  void one(const RegisterLayer& layer, RegisterRecord record) {
    RegisterSource source;
    source.record = record;
    source.file = layer.layer.source_text;
    source.layer = layer.layer.layer;
    Problems found;
    try {
      read_one(layer, source, found);
    } catch (const Error& error) {
      for (const Diagnostic& d : error.diagnostics()) problems_.add(d);
    }
    sort_out(found, source);
    sources_.push_back(std::move(source));
  }

  void read_one(const RegisterLayer& layer, RegisterSource& source, Problems& found) {
    const FeatureTable table = read_table(layer.layer, found);
    source.rows = static_cast<std::int64_t>(table.rows.size());
    std::vector<std::string> extra;
    std::uint8_t method = 0;
    if (source.record == RegisterRecord::point) {
      const std::string& named = !layer.point_method.empty() ? layer.point_method : config_.point_method;
      const auto assumed = named.empty() ? method_by_columns(table) : std::nullopt;
      source.method_assumed = assumed.has_value();
      method = method_index(named.empty() ? assumed.value_or("ls_20_15_9") : named, reg_folder_, reg_);
      source.point_method = reg_.point_rules.methods[method].id;
      for (const std::string& column : reg_.point_rules.methods[method].columns()) {
        extra.push_back(column);
        extra.push_back("current_" + column);
      }
      for (const std::string_view field : fact_fields(reg_.point_rules.direct)) extra.emplace_back(field);
    }
    Problems columns_problems;
    OpenTable open{table,
                   layer,
                   RegisterColumns(table, layer, source.record, extra, columns_problems),
                   {},
                   static_cast<std::uint32_t>(sources_.size())};
    open.places = places_.read(table, layer, open.columns, columns_problems);
    source.unmatched = open.columns.unmatched();
    source.understood = open.columns.by_part();
    for (const Diagnostic& d : columns_problems.all()) problems_.add(d);
    if (columns_problems.has_errors()) return;
    identity_.open_file(std::filesystem::path(source.file).stem().string());
    read_rows(open, source.record, method);
  }

  void read_rows(const OpenTable& open, RegisterRecord record, std::uint8_t method) {
    switch (record) {
      case RegisterRecord::point:
        read_point_rows(open, identity_, reg_, point_places_, method);
        break;
      case RegisterRecord::enterprise:
        read_enterprise_rows(open, identity_, reg_, enterprise_places_);
        break;
      case RegisterRecord::danger:
        read_danger_rows(open, identity_, reg_, danger_places_);
        break;
      case RegisterRecord::step:
        read_danger_steps(open, reg_);
        break;
      case RegisterRecord::live:
        read_live_rows(open, config_.live_ppm_C, reg_, live_places_);
        break;
    }
  }

  /// A default centre is known only when every file has been read.
  void judge_places() {
    for (std::size_t i = 0; i < reg_.enterprises.size(); ++i) {
      const EnterpriseRecord& firm = reg_.enterprises[i];
      places_.note_use(enterprise_places_[i], firm.id, firm.address);
    }
    places_.settle();
    for (std::size_t i = 0; i < reg_.points.size(); ++i) {
      places_.judge(point_places_[i], reg_.points[i].where, reg_.points[i].findings);
    }
    for (std::size_t i = 0; i < reg_.enterprises.size(); ++i) {
      places_.judge(enterprise_places_[i], reg_.enterprises[i].where, reg_.enterprises[i].findings);
    }
    for (std::size_t i = 0; i < reg_.dangers.size(); ++i) {
      if (danger_places_[i].system < 0) continue;  // they stand where their point or enterprise does
      places_.judge(danger_places_[i], reg_.dangers[i].where, reg_.dangers[i].findings);
    }
    for (std::size_t i = 0; i < reg_.detectors.size(); ++i) {
      if (live_places_[i].system < 0) continue;  // as dangers
      places_.judge(live_places_[i], reg_.detectors[i].where, reg_.detectors[i].findings);
    }
  }

  const RegisterConfig& config_;
  Register& reg_;
  Problems& problems_;
  RegisterPlaces places_;
  RowIdentity identity_;
  std::filesystem::path reg_folder_ = config_.folder;
  std::vector<RegisterSource> sources_;
  std::vector<RawPlace> point_places_;
  std::vector<RawPlace> enterprise_places_;
  std::vector<RawPlace> danger_places_;
  std::vector<RawPlace> live_places_;
};

}  // namespace

std::vector<RegisterSource> read_register(const RegisterConfig& config, const RegisterGround& ground, Register& reg,
                                          Problems& problems) {
  return RegisterReader(config, ground, reg, problems).read();
}

}  // namespace sise
