#include "gis_io/products/rose_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/runs/rose.hpp"
#include "gis_io/products/rose_notes.hpp"
#include "gis_io/read/layers/source_file.hpp"

namespace sise {
namespace {

/// The site that the sun needs: everything, or the list of what is not given.
StationSite site_of(const RoseConfig& config, const StationRecord& record, bool sun_is_asked, StabilityScheme scheme) {
  Problems problems;
  const auto need = [&](const std::optional<double>& value, const char* key, const char* example, bool asked) {
    if (value || !asked) return value.value_or(0.0);
    problems.error("missing_key",
                   {fmt::format("'{}' is missing: stability, or day and night, follow from it", key),
                    fmt::format("缺少 '{}': 确定稳定度或昼夜需要它", key)},
                   {.field = key},
                   {fmt::format("Give it, for example --set {}={}", key, example),
                    fmt::format("请给出, 例如 --set {}={}", key, example)});
    return 0.0;
  };
  const std::optional<StationPlace>& place = record.place;
  const auto latitude = config.latitude_deg || !place ? config.latitude_deg : std::optional(place->latitude_deg);
  const auto longitude = config.longitude_deg || !place ? config.longitude_deg : std::optional(place->longitude_deg);
  const StationSite site{need(latitude, "station.latitude_deg", "31.95", sun_is_asked),
                         need(longitude, "station.longitude_deg", "119.95", sun_is_asked),
                         need(record.utc_offset_h, "station.utc_offset_h", "8", sun_is_asked), config.wind_height_m,
                         need(config.roughness_m, "station.roughness_m", "0.1", scheme == StabilityScheme::golder)};
  problems.throw_if_errors<ConfigError>();
  return site;
}

/// Without the columns that the scheme needs every hour would fall out.
void require_columns(const StationRecord& record, StabilityScheme scheme, const RoseConfig& config,
                     Problems& problems) {
  const Location where{.file = config.record.source_text};
  const auto missing = [&](const std::string& name, const Text& remedy) {
    problems.error("missing_field",
                   {"the record has no column '" + name + "', which the stability follows from",
                    "观测记录没有 '" + name + "' 列, 无法确定稳定度"},
                   where, remedy);
  };
  if (scheme == StabilityScheme::recorded) {
    if (!record.has_stability) {
      missing("stability", {"Name it with --set fields.stability=\"...\", or take rose.stability=gbt13201",
                            "请用 --set fields.stability=\"...\" 指定, 或改用 rose.stability=gbt13201"});
    }
    return;
  }
  if (scheme == StabilityScheme::golder) {
    if (!record.has_obukhov_length) {
      missing("obukhov_length_m", {"Name it with --set fields.obukhov_length_m=\"...\"",
                                   "请用 --set fields.obukhov_length_m=\"...\" 指定"});
    }
    return;
  }
  if (!record.has_total_cloud) {
    missing("total_cloud", {"Name it with --set fields.total_cloud=\"...\", or give a column of stability classes",
                            "请用 --set fields.total_cloud=\"...\" 指定, 或提供稳定度列"});
  }
  if (!record.has_low_cloud && config.table.missing_low_cloud == MissingLowCloud::refuse) {
    missing(
        "low_cloud",
        {"Name it with --set fields.low_cloud=\"...\", or say what to assume: --set record.missing_low_cloud=as_total "
         "(nearer to neutral) or none (farther from it)",
         "请用 --set fields.low_cloud=\"...\" 指定, 或说明按何种假定: --set record.missing_low_cloud=as_total "
         "(趋于中性) "
         "或 none (偏离中性)"});
  }
}

/// What the record has columns for: its own classes before anything computed, a measured length before clouds.
StabilityScheme first_scheme(const StationRecord& record) {
  if (record.has_stability) return StabilityScheme::recorded;
  return record.has_obukhov_length ? StabilityScheme::golder : StabilityScheme::gbt13201;
}

void require_hours(const CountedRose& rose, const StationTally& tally, const RoseConfig& config) {
  if (rose.hours > 0) return;
  throw InputError(
      "no_usable_hours",
      {fmt::format("none of the {} rows has wind, direction and stability: {} lack the speed, {} the direction, "
                   "{} the clouds",
                   tally.rows, tally.without_speed, tally.without_direction, tally.without_cloud),
       fmt::format("{} 行中没有一行同时具备风速、风向和稳定度: 缺风速 {} 行, 缺风向 {} 行, 缺云量 {} 行", tally.rows,
                   tally.without_speed, tally.without_direction, tally.without_cloud)},
      {.file = config.record.source_text},
      {"Check the columns' names and the codes for missing values", "请核对列名和缺测代码"});
}

std::string csv_of(const CountedRose& rose, bool by_period) {
  std::string csv =
      by_period ? "from_deg,stability,speed_m_s,frequency,period\n" : "from_deg,stability,speed_m_s,frequency\n";
  for (const CountedRoseRow& counted : rose.rows) {
    const WindRoseRow& row = counted.row;
    if (row.from_deg) csv += fmt::format("{}", *row.from_deg);
    csv += fmt::format(",{},{},{:.8f}", name_of(row.stability), row.speed_m_s, row.frequency);
    if (by_period) csv += counted.period == RosePeriod::day ? ",day" : ",night";
    csv += '\n';
  }
  return csv;
}

Provenance provenance_of(const RoseRequest& request, const RoseConfig& config) {
  Provenance provenance;
  provenance.command = "rose";
  provenance.config_json = resolved_json(config);
  const std::filesystem::path folder = config.record.source.parent_path();
  for (const std::filesystem::path& file : files_of(config.record)) {
    provenance.inputs.push_back(record_input(file, folder));
  }
  if (!request.settings.empty()) provenance.inputs.push_back(record_input(request.settings, folder));
  return provenance;
}

}  // namespace

RoseProduct make_rose(const RoseRequest& request) {
  RoseProduct product;
  product.config = read_rose_config(request.record, request.settings, request.overrides);
  const RoseConfig& config = product.config;
  Problems problems;
  const StationRecord record = read_station_record(config.record, config.table, problems);
  product.scheme = config.scheme.value_or(first_scheme(record));
  if (!problems.has_errors()) require_columns(record, product.scheme, config, problems);
  problems.throw_if_errors<InputError>();

  const bool sun_is_asked = product.scheme == StabilityScheme::gbt13201 || config.rose.by_period;
  const StationSite site = site_of(config, record, sun_is_asked, product.scheme);
  RoseResult counted = rose_run(record.hours, site, product.scheme, config.rose);
  require_hours(counted.rose, record.tally, config);
  product.rose = std::move(counted.rose);
  product.coverage = std::move(counted.coverage);
  product.tally = record.tally;
  product.csv = csv_of(product.rose, config.rose.by_period);
  product.provenance = provenance_of(request, config);
  product.notes = problems.all();
  const std::vector<Diagnostic> remarks = rose_remarks(product, record, site, sun_is_asked);
  product.notes.insert(product.notes.end(), remarks.begin(), remarks.end());
  product.summary = rose_summary(product);
  product.headline = rose_headline(product);
  return product;
}

}  // namespace sise
