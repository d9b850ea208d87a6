#include "gis_io/read/project/societal_section.hpp"

#include <set>

namespace sise {
namespace {

ParkConfig read_park(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  ParkConfig park;
  park.name = reader.text("name", Need::required).value_or("");
  park.enterprises = reader.texts("enterprises", Need::required);
  reader.finish();
  std::set<std::string> once;
  for (const std::string& name : park.enterprises) {
    if (once.insert(name).second) continue;
    problems.error(
        "doubled_enterprise",
        {"park '" + park.name + "' names '" + name + "' twice", "园区“" + park.name + "”重复列出“" + name + "”"},
        reader.where("enterprises"));
  }
  return park;
}

}  // namespace

SocietalConfig read_societal_section(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  SocietalConfig config;
  config.criterion = reader.text("criterion").value_or(config.criterion);
  if (reader.has("compare")) config.compare = reader.texts("compare");
  config.vulnerability = reader.text("vulnerability").value_or(config.vulnerability);
  config.cell_m = reader.number("cell_m", number_rule::kPositive).value_or(config.cell_m);
  if (const ConfigNode* parks = reader.array("parks")) {
    for (const ConfigNode& item : parks->items) config.parks.push_back(read_park(item, problems));
  }
  reader.finish();
  return config;
}

}  // namespace sise
