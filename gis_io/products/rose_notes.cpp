#include "gis_io/products/rose_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "gis_io/write/results/map_summary.hpp"

namespace sise {
namespace {

std::int64_t sum(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

double share(std::int64_t part, std::int64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

std::size_t prevailing_sector(const CountedRose& rose) {
  const auto most = std::max_element(rose.sector_hours.begin(), rose.sector_hours.end(),
                                     [](const auto& a, const auto& b) { return sum(a) < sum(b); });
  return static_cast<std::size_t>(most - rose.sector_hours.begin());
}

std::vector<Text> speed_labels(const RoseOptions& options) {
  std::vector<Text> labels;
  const auto& edges = options.speed_edges_m_s;
  double from = options.calm_below_m_s;
  for (const double edge : edges) {
    const std::string label = fmt::format("{:g} - {:g} m/s", from, edge);
    labels.push_back({label, label});
    from = edge;
  }
  const std::string last = fmt::format(">= {:g} m/s", from);
  labels.push_back({last, last});
  return labels;
}

PropertyObject coverage_summary(const RoseProduct& product) {
  const RecordCoverage& c = product.coverage;
  PropertyList gaps;
  constexpr std::size_t kListed = 20;
  for (std::size_t i = 0; i < std::min(kListed, c.gaps.size()); ++i) {
    gaps.emplace_back(PropertyObject{{"from", to_string(c.gaps[i].first_missing)}, {"missing", c.gaps[i].missing}});
  }
  PropertyList months;
  for (const std::int64_t month : c.months) months.emplace_back(month);
  return {{"first", to_string(c.first)},
          {"last", to_string(c.last)},
          {"step_min", c.step_min},
          {"expected", c.expected},
          {"present", c.present},
          {"used", product.rose.hours},
          {"used_share", share(product.rose.hours, c.expected)},
          {"whole_years", c.whole_years()},
          {"gaps", static_cast<std::int64_t>(c.gaps.size())},
          {"first_gaps", std::move(gaps)},
          {"by_month", std::move(months)}};
}

PropertyObject tally_summary(const StationTally& t) {
  return {{"rows", t.rows},
          {"repeated", t.repeated},
          {"without_speed", t.without_speed},
          {"without_direction", t.without_direction},
          {"without_cloud", t.without_cloud},
          {"variable", t.variable},
          {"zero_as_north", t.zero_as_north},
          {"calm_with_wind", t.calm_with_wind}};
}

PropertyList sectors_summary(const CountedRose& rose) {
  PropertyList list;
  for (std::size_t i = 0; i < rose.sector_hours.size(); ++i) {
    list.emplace_back(
        PropertyObject{{"from_deg", 360.0 * static_cast<double>(i) / static_cast<double>(rose.sector_hours.size())},
                       {"share", share(sum(rose.sector_hours[i]), rose.hours)}});
  }
  return list;
}

PropertyObject stability_summary(const CountedRose& rose) {
  PropertyObject object;
  for (std::size_t i = 0; i < rose.stability_hours.size(); ++i) {
    object.push_back({std::string(name_of(static_cast<Stability>(i))), share(rose.stability_hours[i], rose.hours)});
  }
  return object;
}

Text most_often(const CountedRose& rose) {
  const std::size_t sector = prevailing_sector(rose);
  const double deg = 360.0 * static_cast<double>(sector) / static_cast<double>(rose.sector_hours.size());
  const double calm = 100.0 * share(rose.calm_hours, rose.hours);
  const double part = 100.0 * share(sum(rose.sector_hours[sector]), rose.hours);
  return {fmt::format("calm {:.1f} %, mean wind {:.1f} m/s, most often from {:g} degrees ({:.1f} %)", calm,
                      rose.mean_speed_m_s, deg, part),
          fmt::format("静风 {:.1f} %, 平均风速 {:.1f} m/s, 最多风向 {:g} 度 ({:.1f} %)", calm, rose.mean_speed_m_s, deg,
                      part)};
}

Text what_was_used(const RoseProduct& product) {
  const RecordCoverage& c = product.coverage;
  const double used = 100.0 * share(product.rose.hours, c.expected);
  return {fmt::format("{} observations from {} to {}, {:.1f} % of all", product.rose.hours, to_string(c.first),
                      to_string(c.last), used),
          fmt::format("{} 至 {} 共用 {} 次观测, 占应有次数的 {:.1f} %", to_string(c.first), to_string(c.last),
                      product.rose.hours, used)};
}

Text scheme_text(StabilityScheme scheme) {
  if (scheme == StabilityScheme::recorded) return {"stability: as recorded", "稳定度: 采用记录中的等级"};
  if (scheme == StabilityScheme::golder) {
    return {"stability: from the Obukhov length, Golder 1972", "稳定度: 由奥布霍夫长度确定 (Golder 1972)"};
  }
  return {"stability: radiation scheme of GB/T 13201-91", "稳定度: GB/T 13201-91 太阳辐射等级法"};
}

}  // namespace

PropertyObject rose_summary(const RoseProduct& product) {
  const CountedRose& rose = product.rose;
  return {{"title", product.config.title},
          {"record", coverage_summary(product)},
          {"rows", tally_summary(product.tally)},
          {"stability_scheme", std::string(name_of(product.scheme))},
          {"calm_share", share(rose.calm_hours, rose.hours)},
          {"variable_share", share(rose.variable_hours, rose.hours)},
          {"mean_speed_m_s", rose.mean_speed_m_s},
          {"sectors", sectors_summary(rose)},
          {"stability", stability_summary(rose)},
          {"notes", note_summary(product.notes)}};
}

std::vector<Text> rose_headline(const RoseProduct& product) {
  return {what_was_used(product), most_often(product.rose), scheme_text(product.scheme)};
}

RosePicture rose_picture(const RoseProduct& product) {
  const CountedRose& rose = product.rose;
  RosePicture picture;
  const std::string& title = product.config.title;
  picture.title = title.empty() ? Text{"Wind rose: where the wind blows from", "风玫瑰: 风的来向"} : Text{title, title};
  picture.notes = rose_headline(product);
  for (const auto& sector : rose.sector_hours) {
    std::vector<double>& shares = picture.sector_share.emplace_back();
    for (const std::int64_t hours : sector) shares.push_back(share(hours, rose.hours));
  }
  picture.speed_labels = speed_labels(product.config.rose);
  picture.calm_share = share(rose.calm_hours + rose.variable_hours, rose.hours);
  for (const std::int64_t hours : rose.stability_hours) picture.stability_share.push_back(share(hours, rose.hours));
  picture.provenance_json = provenance_json(product.provenance);
  return picture;
}

}  // namespace sise
