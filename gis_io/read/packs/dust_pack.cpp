#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

DustStep read_dust_step(ConfigReader& row) {
  DustStep step;
  step.weight = required_number(row, "weight");
  step.words = read_texts(row, "words", Need::optional);
  step.below = row.number("below");
  if (const auto up_to = row.number("up_to")) {
    step.below = up_to;
    step.closed = true;
  }
  return step;
}

}  // namespace

DustRules dust_rules(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<DustRules>("health", name, folder, [](ConfigReader& reader) {
    DustRules rules;
    read_head(reader, rules);
    each_table(reader, "silica", Need::required,
               [&](ConfigReader& row) { rules.silica.push_back(read_dust_step(row)); });
    each_table(reader, "labour", Need::required,
               [&](ConfigReader& row) { rules.labour.push_back(read_dust_step(row)); });
    each_table(reader, "classes", Need::required, [&](ConfigReader& row) {
      DustClass one;
      one.label = read_label(row, "label");
      one.above = row.number("above");
      rules.classes.push_back(std::move(one));
    });
    return rules;
  });
}

}  // namespace sise
