// Which columns of a station's record hold what, by the names that stations give them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/tables/station_codes.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Our names for the columns of a record: time or year, month, day and hour; wind_from_deg, wind_speed_m_s, total_cloud,
/// low_cloud, obukhov_length_m, stability.
[[nodiscard]] const std::vector<FieldSpec>& station_fields();

/// `config` with a line in `fields` for each of our names that the user did not map, that no column has, and that exactly
/// one column answers to ("风速(m/s)", "WIN_S_Avg_10mi"); a unit in its brackets counts. Two columns for one name are a
/// problem ("ambiguous_field"), and so is a unit that cannot be converted ("unknown_unit").
[[nodiscard]] LayerConfig with_known_columns(const FeatureTable& table, LayerConfig config, Problems& problems);

/// Every name by which a record's header is recognised: ours and those of stations.
[[nodiscard]] std::vector<std::string> station_header_names();

/// The unit of a wind speed that nobody stated: a column known by its name alone, without brackets. `config` as
/// with_known_columns() left it, `asked` as the user wrote it. nullopt where the unit is said.
[[nodiscard]] std::optional<std::string> speed_column_without_unit(const LayerConfig& asked, const LayerConfig& config);

/// What the brackets of a cloud column say: "%", "成", "oktas"; nullopt without any.
[[nodiscard]] std::optional<CloudUnit> cloud_unit_of_heading(const std::string& column);

/// Columns that hold a wind speed, but usually in another unit than their reader believes ("wspd" of Meteostat: km/h).
/// The line that maps the first of them, or nothing.
[[nodiscard]] std::string speed_column_to_map(const FeatureTable& table);

/// Hours ahead of UTC of the clock that a column's brackets name: "时间(世界时)" is 0, "Time [UTC+8]" is 8.
[[nodiscard]] std::optional<double> clock_of_heading(const std::string& column);

}  // namespace sise
