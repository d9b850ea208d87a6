#include "gis_io/read/tables/units_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/criteria/value_names.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/packs/largest_inventory.hpp"
#include "gis_io/read/tables/hazard_classes.hpp"
#include "gis_io/read/tables/unique_ids.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"
#include "models/substances/written_name.hpp"

namespace sise {
namespace {

/// Gauge or absolute: a pressure that does not say is worthless, so it may not even stand there.
void refuse_bare_pressure(const FeatureTable& table, const LayerConfig& config, Problems& problems) {
  for (const std::string& column : table.columns) {
    const std::string name = normalised(column);
    if (name != "pressure" && name != "pressure_kPa" && name != "pressure_MPa") continue;
    const bool mapped = std::any_of(config.fields.begin(), config.fields.end(), [&](const auto& field) {
      const auto split = split_unit(field.second);
      return normalised(field.second) == name || (split && split->name == name);
    });
    if (mapped) continue;
    Location where = table.where;
    where.field = column;
    problems.error(
        "bare_pressure",
        {"'" + column + "' does not say whether it is gauge or absolute", "'" + column + "' 未说明是表压还是绝对压力"},
        where,
        {fmt::format(R"(Map it: pressure_gauge_kPa = "{0} [kPa]" or pressure_abs_kPa = "{0} [kPa]")", column),
         fmt::format(R"(请映射:pressure_gauge_kPa = "{0} [kPa]" 或 pressure_abs_kPa = "{0} [kPa]")", column)});
  }
}

std::vector<std::string> unit_kind_names() {
  std::vector<std::string> names;
  for (const UnitKind kind : unit_kinds()) {
    names.emplace_back(name_of(kind));
    names.push_back(label_of(kind).zh);
  }
  return names;
}

/// Reads the rows of one layer.
class UnitRows {
 public:
  UnitRows(const FeatureTable& table, const LayerConfig& config, const UnitSurroundings& around, Problems& problems)
      : table_(table),
        fields_(table, config, field_specs(unit_field_names(), {"id"}), problems),
        around_(around),
        problems_(problems) {
    refuse_bare_pressure(table, config, problems);
  }

  std::vector<Unit> read() {
    std::vector<Unit> units;
    units.reserve(table_.rows.size());
    for (const FeatureRow& row : table_.rows) units.push_back(unit(row));
    grouped_.tell(problems_);
    return units;
  }

 private:
  std::string text(const FeatureRow& row, std::string_view name) { return fields_.text(row, name).value_or(""); }

  Unit unit(const FeatureRow& row) {
    Unit u;
    u.id = text(row, "id");
    if (!u.id.empty()) ids_.add(u.id, fields_.at(row, "id"), problems_);
    u.name = text(row, "name");
    u.enterprise = normalised(text(row, "enterprise"));
    u.sector = text(row, "sector");
    u.state = text(row, "state");
    u.substance_text = text(row, "substance");
    u.inventory_kg = inventory_of(row);
    read_details(row, u.details);
    read_substance(row, u);
    u.temperature_K = fields_.number(row, "temperature_C", kPositive);
    u.diameter_m = fields_.number(row, "diameter_mm", kPositive);
    u.bund_m2 = fields_.number(row, "bund_m2", kNotNegative);
    u.hazard_unit = normalised(text(row, "hazard_unit"));
    u.hazard_classes = hazard_classes_from(text(row, "hazard_class"), fields_.at(row, "hazard_class"), problems_);
    u.process = text(row, "process");
    u.residents_500m = fields_.number(row, "residents_500m", kNotNegative);
    u.geometry = row.geometry;
    read_kind(row, u);
    read_pressure(row, u);
    read_status(row, u);
    return u;
  }

  void read_details(const FeatureRow& row, UnitDetails& details) {
    details.cas = text(row, "cas");
    details.connection_m = fields_.number(row, "connection_mm", kPositive);
    details.isolation_class = normalised(text(row, "isolation_class"));
    details.containment = normalised(text(row, "containment"));
    details.transfers_per_year = fields_.number(row, "transfers_per_year", kNotNegative);
    details.hours_per_year = fields_.number(row, "hours_per_year", {0.0, 8784.0});
    details.length_m = fields_.number(row, "length_m", kPositive);
    details.valve_spacing_m = fields_.number(row, "valve_spacing_m", kPositive);
    details.valve_closing_s = fields_.number(row, "valve_closing_s", kNotNegative);
    details.volume_m3 = fields_.number(row, "volume_m3", kPositive);
    details.kst_bar_m_s = fields_.number(row, "kst_bar_m_s", kPositive);
    details.transports_per_year = fields_.number(row, "transports_per_year", kNotNegative);
    details.route = normalised(text(row, "route"));
    details.stay_h = fields_.number(row, "stay_h", kPositive);
    details.present_share = fields_.number(row, "present_share", {0.0, 1.0});
    details.day_share = fields_.number(row, "day_share", {0.0, 1.0});
  }

  /// By name; a name that nobody knows, or none, by its CAS number.
  [[nodiscard]] const Substance* named(const Unit& u) const {
    const Substance* by_name = u.substance_text.empty() ? nullptr : around_.substances.find(u.substance_text);
    return by_name != nullptr || u.details.cas.empty() ? by_name : around_.substances.find(u.details.cas);
  }

  void read_substance(const FeatureRow& row, Unit& u) {
    if (u.substance_text.empty() && u.details.cas.empty()) return;
    const Substance* known = named(u);
    if (known == nullptr) {
      const auto near = around_.substances.suggest(u.substance_text);
      grouped_.add("unknown" + u.substance_text,
                   {Diagnostic::Severity::warning,
                    "unknown_substance",
                    fields_.at(row, "substance"),
                    {"unknown substance '" + u.substance_text + "': no model can compute this unit from it",
                     "未知的物质 '" + u.substance_text + "':模型无法据此计算该单元"},
                    near.empty() ? Text{"`sise substances` lists what is known", "用 sise substances 查看已有物质"}
                                 : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"}});
      return;
    }
    u.substance = known->id;
    warn_of_dilution(row, u, *known);
    warn_of_inventory(row, u, *known);
  }

  /// What is computed is the pure substance.
  void warn_of_dilution(const FeatureRow& row, const Unit& u, const Substance& known) {
    constexpr double kNearlyPure = 90.0;
    const auto percent = written_name(u.substance_text).percent;
    if (!percent || *percent >= kNearlyPure || !around_.substances.matches(u.substance_text).empty()) return;
    grouped_.add(
        "diluted" + u.substance_text,
        {Diagnostic::Severity::warning,
         "diluted_substance",
         fields_.at(row, "substance"),
         {fmt::format("'{}' is read as pure {}", u.substance_text, known.name_en),
          fmt::format("'{}' 按纯 {} 读取", u.substance_text, known.name_zh)},
         {"A solution gives off less: say so beside the result, or leave the unit's scenarios to a stated rate",
          "溶液的挥发较少:请在成果中说明,或在情景中直接给出速率"}});
  }

  void warn_of_inventory(const FeatureRow& row, const Unit& u, const Substance& known) {
    constexpr double kTonne_kg = 1000.0;
    const LargestInventory largest = largest_inventory(known);
    if (!u.inventory_kg || *u.inventory_kg <= largest.kg) return;
    problems_.warning(
        "inventory_above_any",
        {fmt::format("{:.6g} t of {} are more than any plant is known to hold (about {:.6g} t: {})",
                     *u.inventory_kg / kTonne_kg, known.name_en, largest.kg / kTonne_kg, largest.example.en),
         fmt::format("{:.6g} t {} 超过已知任何企业的储量(约 {:.6g} t:{})", *u.inventory_kg / kTonne_kg, known.name_zh,
                     largest.kg / kTonne_kg, largest.example.zh)},
        fields_.at(row, "inventory_t"),
        {"Check its unit: inventory_t = \"COLUMN [kg]\" converts, a column inventory_unit says it row by row",
         "请核对单位:可写 inventory_t = \"列名 [kg]\" 换算,或用 inventory_unit 列逐行给出"});
  }

  /// A column may say the unit of each row's inventory; what it says must be known.
  std::optional<double> inventory_of(const FeatureRow& row) {
    if (!fields_.has("inventory_unit")) return fields_.number(row, "inventory_t", kNotNegative);
    if (fields_.is_converted("inventory_t")) {
      tell_unit_twice();
      return std::nullopt;
    }
    const auto inventory = fields_.text(row, "inventory_t");
    const auto written = fields_.text(row, "inventory_unit");
    if (!inventory) return std::nullopt;
    const auto unit = written ? unit_symbol(*written) : std::nullopt;
    if (unit && unit->dimension == Dimension::mass) {
      return fields_.number(row, "inventory_t", kNotNegative, unit);
    }
    const std::string known = listed(symbols_of(Dimension::mass), 40);
    problems_.error("unknown_unit",
                    written ? Text{"'" + *written + "' is no unit of mass", "'" + *written + "' 不是质量单位"}
                            : Text{"the inventory has no unit although the layer has a column for it",
                                   "储量没有单位,而图层设有单位列"},
                    fields_.at(row, "inventory_unit"), {"Known are: " + known, "可用的有:" + known});
    return std::nullopt;
  }

  void tell_unit_twice() {
    if (std::exchange(told_unit_twice_, true)) return;
    problems_.error("unit_given_twice",
                    {"both the mapping of inventory_t and the column inventory_unit say a unit",
                     "inventory_t 的映射和 inventory_unit 列都给出了单位"},
                    table_.where, {"Keep one of them", "请只保留一个"});
  }

  void read_kind(const FeatureRow& row, Unit& u) {
    u.kind_text = text(row, "kind");
    if (u.kind_text.empty()) return;
    if (const auto kind = unit_kind_from(normalised(u.kind_text))) {
      u.kind = *kind;
      return;
    }
    const std::string names = unit_kinds_near(u.kind_text);
    problems_.warning("unknown_kind",
                      {"unknown kind of unit '" + u.kind_text + "'", "未知的单元类型 '" + u.kind_text + "'"},
                      fields_.at(row, "kind"),
                      {"Rules that hang on the kind do not see this unit; known are: " + names,
                       "依类型适用的规则不会作用于该单元;可用的有:" + names});
  }

  void read_pressure(const FeatureRow& row, Unit& u) {
    const double ambient = around_.ambient_pressure_Pa;
    const NumberRange gauge_range{-ambient};
    const auto gauge = fields_.number(row, "pressure_gauge_kPa", gauge_range);
    const auto absolute = fields_.number(row, "pressure_abs_kPa", kNotNegative);
    if (gauge && absolute) {
      problems_.error("two_pressures", {"both a gauge and an absolute pressure are given", "同时给出了表压和绝对压力"},
                      table_.at(row), {"Keep one of them", "请只保留一个"});
    }
    if (gauge) u.pressure_abs_Pa = *gauge + ambient;
    if (absolute) u.pressure_abs_Pa = absolute;
  }

  void read_status(const FeatureRow& row, Unit& u) {
    constexpr std::array<std::string_view, 6> kExisting{"", "existing", "既有", "现有", "在役", "已建"};
    constexpr std::array<std::string_view, 5> kNew{"new", "新建", "拟建", "在建", "规划"};
    const std::string status = normalised(text(row, "status"));
    u.is_new = std::find(kNew.begin(), kNew.end(), status) != kNew.end();
    if (u.is_new || std::find(kExisting.begin(), kExisting.end(), status) != kExisting.end()) return;
    problems_.error("unknown_status", {"unknown status '" + status + "'", "未知的状态 '" + status + "'"},
                    fields_.at(row, "status"),
                    {"Allowed are existing (既有, 现有, 在役, 已建) and new (新建, 拟建, 在建, 规划)",
                     "可用的有 existing(既有、现有、在役、已建)和 new(新建、拟建、在建、规划)"});
  }

  const FeatureTable& table_;
  FieldMap fields_;
  const UnitSurroundings& around_;
  Problems& problems_;
  UniqueIds ids_;
  GroupedProblems grouped_;
  bool told_unit_twice_ = false;
};

}  // namespace

std::string unit_kinds_near(std::string_view kind_text) {
  const std::vector<std::string> all = unit_kind_names();
  const std::vector<std::string> near = nearest_names(kind_text, all, 3);
  return listed(near.empty() ? all : near, 40);
}

std::vector<Unit> units_from(const FeatureTable& table, const LayerConfig& config, const UnitSurroundings& around,
                             Problems& problems) {
  return UnitRows(table, config, around, problems).read();
}

std::vector<Unit> read_units(const LayerConfig& config, const UnitSurroundings& around, Problems& problems) {
  return units_from(read_layer(config, around.crs, around.grid, problems), config, around, problems);
}

}  // namespace sise
