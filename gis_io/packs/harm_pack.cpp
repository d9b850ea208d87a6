#include "gis_io/packs/pack_source.hpp"
#include "gis_io/packs/packs.hpp"

namespace sise {

HarmPack harm_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("harm", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  HarmPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  pack.toxic_exposure_cap_s = required_number(reader, "toxic_exposure_cap_s", number_rule::kPositive);
  pack.lethal_overpressure_pa = required_number(reader, "lethal_overpressure_pa", number_rule::kPositive);
  pack.thermal_exposure_cap_s = required_number(reader, "thermal_exposure_cap_s", number_rule::kPositive);
  pack.lethal_radiation_w_m2 = required_number(reader, "lethal_radiation_w_m2", number_rule::kPositive);
  pack.thermal_probit_a = required_number(reader, "thermal_probit_a");
  pack.thermal_probit_b = required_number(reader, "thermal_probit_b", number_rule::kPositive);
  pack.transport_wind_min_height_m = required_number(reader, "transport_wind_min_height_m", number_rule::kNotNegative);
  pack.min_probability = required_number(reader, "min_probability", number_rule::kFraction);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

std::vector<std::string> harm_pack_ids() { return pack_ids("harm"); }

}  // namespace sise
