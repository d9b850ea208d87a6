#include <algorithm>
#include <array>
#include <set>

#include "gis_io/read/project/incident_sections.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 8> kSetNames{"aegl", "erpg", "pac",          "hj169",
                                                    "idlh", "lfl",  "overpressure", "radiation"};
constexpr std::array<std::string_view, 6> kQuantityNames{"concentration_mg_m3", "concentration_ppm",
                                                         "volume_fraction",     "overpressure_pa",
                                                         "radiation_w_m2",      "toxic_load_mg_m3_n_min"};

template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

EndpointLevel read_level(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  EndpointLevel level;
  level.where = reader.where();
  level.name = reader.text("name", Need::required).value_or("");
  const std::vector<std::string> quantities(kQuantityNames.begin(), kQuantityNames.end());
  const std::string quantity = reader.exactly_one(quantities, Need::required);
  if (!quantity.empty()) {
    level.quantity = endpoint_quantity_from(quantity).value();
    const bool fraction = level.quantity == EndpointQuantity::volume_fraction;
    const NumberRule rule{.above = 0.0, .at_most = fraction ? std::optional(1.0) : std::nullopt};
    level.value = reader.number(quantity, rule).value_or(0.0);
  }
  if (level.quantity == EndpointQuantity::toxic_load_mg_m3_n_min) level.n = reader.number("n", number_rule::kPositive);
  reader.finish();
  return level;
}

std::vector<EndpointLevel> read_levels(const ConfigNode& list, Problems& problems) {
  std::vector<EndpointLevel> levels;
  std::set<std::string> names;
  if (list.items.empty()) problems.error("no_levels", {"the list of levels is empty", "levels 列表为空"}, list.where);
  for (const ConfigNode& item : list.items) {
    levels.push_back(read_level(item, problems));
    const EndpointLevel& level = levels.back();
    if (!level.name.empty() && !names.insert(level.name).second) {
      problems.error("doubled_level",
                     {"two levels are called '" + level.name + "'", "有两个级别同名 '" + level.name + "'"},
                     level.where);
    }
  }
  return levels;
}

/// A cloud has no overpressure, an explosion no concentration.
HazardQuantity measured_by(EndpointQuantity quantity) {
  if (quantity == EndpointQuantity::overpressure_pa) return HazardQuantity::overpressure_pa;
  return quantity == EndpointQuantity::radiation_w_m2 ? HazardQuantity::radiation_w_m2
                                                      : HazardQuantity::concentration_kg_m3;
}

Text does_not_fit(const std::string& kind, HazardQuantity wanted) {
  switch (wanted) {
    case HazardQuantity::overpressure_pa:
      return {"a source of kind '" + kind + "' is asked for overpressure levels only",
              "类型为 '" + kind + "' 的事故源只能给出超压级别"};
    case HazardQuantity::radiation_w_m2:
      return {"a source of kind '" + kind + "' is asked for radiation levels only",
              "类型为 '" + kind + "' 的事故源只能给出热辐射级别"};
    case HazardQuantity::concentration_kg_m3:
      break;
  }
  return {"a source of kind '" + kind + "' is asked for concentrations only",
          "类型为 '" + kind + "' 的事故源只能给出浓度级别"};
}

Text fitting(HazardQuantity wanted) {
  switch (wanted) {
    case HazardQuantity::overpressure_pa:
      return {"Use set = \"overpressure\" or levels with overpressure_pa",
              "请用 set = \"overpressure\" 或含 overpressure_pa 的 levels"};
    case HazardQuantity::radiation_w_m2:
      return {"Use set = \"radiation\" or levels with radiation_w_m2",
              "请用 set = \"radiation\" 或含 radiation_w_m2 的 levels"};
    case HazardQuantity::concentration_kg_m3:
      break;
  }
  return {"Say in [source] kind what burns or explodes, or use a set of concentrations",
          "请在 [source] 的 kind 中说明火灾或爆炸类型,或改用浓度类阈值"};
}

}  // namespace

std::string_view name_of(EndpointSet set) { return kSetNames.at(static_cast<std::size_t>(set)); }

std::optional<EndpointSet> endpoint_set_from(std::string_view name) {
  const std::optional<std::size_t> place = place_of(kSetNames, name);
  return place ? std::optional(static_cast<EndpointSet>(*place)) : std::nullopt;
}

std::string_view name_of(EndpointQuantity quantity) { return kQuantityNames.at(static_cast<std::size_t>(quantity)); }

std::optional<EndpointQuantity> endpoint_quantity_from(std::string_view name) {
  const std::optional<std::size_t> place = place_of(kQuantityNames, name);
  return place ? std::optional(static_cast<EndpointQuantity>(*place)) : std::nullopt;
}

EndpointsConfig read_endpoints(const ConfigNode* node, ScenarioKind kind, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  EndpointsConfig endpoints;
  endpoints.where = reader.where();
  endpoints.exposure_min = reader.number("exposure_min", number_rule::kPositive).value_or(endpoints.exposure_min);
  endpoints.receiver = reader.choice<Receiver>("receiver", {"facing", "vertical", "horizontal"}, receiver_from)
                           .value_or(endpoints.receiver);
  const std::vector<std::string> sets(kSetNames.begin(), kSetNames.end());
  const std::string given = reader.exactly_one({"set", "levels"}, Need::optional);
  const std::optional<EndpointSet> set = reader.choice<EndpointSet>("set", sets, endpoint_set_from);
  const ConfigNode* levels = reader.array("levels");
  if (given == "levels" && levels != nullptr) {
    endpoints.levels = read_levels(*levels, problems);
  } else {
    endpoints.set = set.value_or(endpoint_set_from(kind_row(kind).endpoints).value());
    endpoints.levels = endpoint_levels(*endpoints.set);
  }
  reader.finish();
  return endpoints;
}

void check_levels_fit(const IncidentConfig& config, Problems& problems) {
  const ScenarioKind kind = config.source.kind;
  const HazardQuantity wanted = kind_row(kind).measures;
  const std::vector<EndpointLevel>& levels = config.endpoints.levels;
  const bool fit = levels.empty() ? wanted == HazardQuantity::concentration_kg_m3
                                  : std::all_of(levels.begin(), levels.end(), [&](const EndpointLevel& level) {
                                      return measured_by(level.quantity) == wanted;
                                    });
  if (fit) return;
  const std::string name(kind_row(kind).incident_name);
  problems.error("level_does_not_fit", does_not_fit(name, wanted), config.endpoints.where, fitting(wanted));
}

}  // namespace sise
