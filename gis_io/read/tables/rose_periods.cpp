#include "gis_io/read/tables/rose_periods.hpp"

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {

std::optional<double> day_share_of_rose(const LayerConfig& config) {
  Problems told_elsewhere;
  const FeatureTable table = read_table(config, told_elsewhere);
  FieldMap fields(table, config, {{"frequency"}, {"period"}}, told_elsewhere);
  double day = 0.0;
  double night = 0.0;
  for (const FeatureRow& row : table.rows) {
    const std::string period = normalised(fields.text(row, "period").value_or(""));
    const double frequency = fields.number(row, "frequency", kNotNegative).value_or(0.0);
    if (period == "day") day += frequency;
    if (period == "night") night += frequency;
  }
  return day + night > 0.0 ? std::optional(day / (day + night)) : std::nullopt;
}

}  // namespace sise
