#include "gis_io/read/project/indices_section.hpp"

#include <cmath>

namespace sise {
namespace {

IndexItem read_index_item(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IndexItem item;
  item.name = reader.text("name", Need::required).value_or("");
  item.value = reader.number("value");
  item.bad = reader.number("bad", number_rule::kAny, Need::required).value_or(0.0);
  item.good = reader.number("good", number_rule::kAny, Need::required).value_or(1.0);
  item.weight = reader.number("weight", number_rule::kPositive, Need::required).value_or(0.0);
  if (reader.has("bad") && reader.has("good") && item.bad == item.good) {
    problems.error("no_scale", {"bad and good are the same value", "bad 与 good 取值相同"}, reader.where("good"),
                   {"Say where the figure scores 0 and where 100", "请分别给出得 0 分和 100 分的取值"});
  }
  reader.finish();
  return item;
}

}  // namespace

IndicesConfig read_indices_section(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IndicesConfig config;
  config.accidents.deaths = reader.number("deaths", number_rule::kNotNegative);
  config.accidents.injured = reader.number("injured", number_rule::kNotNegative);
  config.accidents.gdp_100M_yuan = reader.number("gdp_100M_yuan", number_rule::kPositive);
  config.accidents.output_t = reader.number("output_t", number_rule::kPositive);
  config.accidents.employees = reader.number("employees", number_rule::kPositive);
  double weights = 0.0;
  if (const ConfigNode* items = reader.array("item")) {
    for (const ConfigNode& item : items->items) {
      config.items.push_back(read_index_item(item, problems));
      weights += config.items.back().weight;
    }
  }
  constexpr double kRounding = 1e-6;
  if (!config.items.empty() && std::abs(weights - 1.0) > kRounding) {
    problems.error(
        "bad_weights", {"the weights of the items do not sum up to 1", "各项权重合计不为 1"}, reader.where("item"),
        {"A figure that is missing keeps its weight: leave its value out", "缺少数据的项目保留权重, 不填 value 即可"});
  }
  reader.finish();
  return config;
}

}  // namespace sise
