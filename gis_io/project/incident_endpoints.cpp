#include <algorithm>
#include <array>
#include <set>

#include "gis_io/project/incident_sections.hpp"

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

EndpointsConfig read_endpoints(const ConfigNode* node, bool explosion, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  EndpointsConfig endpoints;
  endpoints.where = reader.where();
  endpoints.exposure_min = reader.number("exposure_min", number_rule::kPositive).value_or(endpoints.exposure_min);
  const std::vector<std::string> sets(kSetNames.begin(), kSetNames.end());
  const std::string kind = reader.exactly_one({"set", "levels"}, Need::optional);
  const std::optional<EndpointSet> set = reader.choice<EndpointSet>("set", sets, endpoint_set_from);
  const ConfigNode* levels = reader.array("levels");
  if (kind == "levels" && levels != nullptr) {
    endpoints.levels = read_levels(*levels, problems);
  } else {
    endpoints.set = set.value_or(explosion ? EndpointSet::overpressure : EndpointSet::aegl);
    endpoints.levels = endpoint_levels(*endpoints.set);
  }
  reader.finish();
  return endpoints;
}

static bool is_blast(const EndpointLevel& level) { return level.quantity == EndpointQuantity::overpressure_pa; }

/// An explosion has no concentration, and a cloud no overpressure.
void check_levels_fit(const IncidentConfig& config, Problems& problems) {
  const bool explosion = config.source.tnt_kg.has_value();
  const std::vector<EndpointLevel>& levels = config.endpoints.levels;
  const bool blast = !levels.empty() && std::any_of(levels.begin(), levels.end(), is_blast);
  const bool other = levels.empty() || !std::all_of(levels.begin(), levels.end(), is_blast);
  if (explosion && other) {
    problems.error("level_does_not_fit",
                   {"an explosion (tnt_kg) is asked for overpressure levels only", "爆炸 (tnt_kg) 只能给出超压级别"},
                   config.endpoints.where,
                   {"Use set = \"overpressure\" or levels with overpressure_pa",
                    "请用 set = \"overpressure\" 或含 overpressure_pa 的 levels"});
  }
  const bool release = config.source.rate_kg_s.has_value();
  if (release && blast) {
    problems.error("level_does_not_fit", {"a release (rate_kg_s) has no overpressure", "泄漏 (rate_kg_s) 没有超压级别"},
                   config.endpoints.where, {"Give tnt_kg for an explosion", "爆炸请给出 tnt_kg"});
  }
}

}  // namespace sise
