#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

int required_count(ConfigReader& reader, std::string_view key) {
  return static_cast<int>(reader.integer(key, number_rule::kPositive, Need::required).value_or(1));
}

GasLimit read_gas(ConfigReader& row) {
  GasLimit gas;
  gas.id = required_text(row, "id");
  gas.words = read_texts(row, "words", Need::required);
  gas.low_mg_m3 = required_number(row, "low_mg_m3");
  gas.high_mg_m3 = required_number(row, "high_mg_m3");
  gas.molar_mass_g = required_number(row, "molar_mass");
  return gas;
}

}  // namespace

LiveRules live_rules(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<LiveRules>("live_rules", name, folder, [](ConfigReader& reader) {
    LiveRules rules;
    read_head(reader, rules);
    rules.combustible_low_percent = required_number(reader, "combustible_low_LEL");
    rules.combustible_high_percent = required_number(reader, "combustible_high_LEL");
    rules.confirm = required_count(reader, "confirm");
    rules.clear = required_count(reader, "clear");
    rules.clear_share = required_number(reader, "clear_share");
    rules.stale_intervals = required_number(reader, "stale_intervals");
    rules.stale_least_s = required_number(reader, "stale_least_s");
    rules.near_m = required_number(reader, "near_m");
    rules.suspect_h = required_number(reader, "suspect_h");
    rules.dead_zone_share = required_number(reader, "dead_zone_share");
    rules.acknowledge_min = required_number(reader, "acknowledge_min");
    rules.override_h = required_number(reader, "override_h");
    rules.oxygen.words = read_texts(reader, "oxygen_words", Need::required);
    rules.oxygen.low_percent = required_number(reader, "oxygen_low");
    rules.oxygen.high_percent = required_number(reader, "oxygen_high");
    rules.oxygen.air_percent = required_number(reader, "oxygen_in_air");
    each_table(reader, "gas", Need::required, [&](ConfigReader& row) { rules.gases.push_back(read_gas(row)); });
    return rules;
  });
}

}  // namespace sise
