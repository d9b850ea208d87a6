#include "gis_io/read/packs/natural_hazard_pack.hpp"

#include <algorithm>

#include "gis_io/read/packs/register_pack_keys.hpp"

namespace sise {
namespace {

template <std::size_t N>
void read_numbers(ConfigReader& reader, std::string_view key, std::array<double, N>& into) {
  const std::vector<double> numbers = reader.numbers(key, Need::required);
  if (numbers.size() == N) {
    std::copy(numbers.begin(), numbers.end(), into.begin());
    return;
  }
  const std::string count = std::to_string(N);
  reader.problems().error("bad_pack", {count + " numbers are needed", "需要 " + count + " 个数"}, reader.where(key));
}

}  // namespace

NaturalHazardRules natural_hazard_rules(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<NaturalHazardRules>("natural_hazards", name, folder, [](ConfigReader& reader) {
    NaturalHazardRules rules;
    read_head(reader, rules);
    rules.percentile_mark = read_mark(reader, "percentile_mark");
    read_numbers(reader, "sigmas", rules.sigmas);
    read_numbers(reader, "percentiles", rules.percentiles);
    return rules;
  });
}

}  // namespace sise
