#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

PropertyValue detectors_point(const LiveRow& row) {
  const auto point = row.rated().point;
  return point ? PropertyValue(row.view.reg.points[*point].id) : or_null(row.detector().point_id);
}

PropertyValue detectors_enterprise(const LiveRow& row) {
  const auto enterprise = row.rated().enterprise;
  return enterprise ? or_null(row.view.reg.enterprises[*enterprise].name) : or_null(row.detector().enterprise_name);
}

/// Of its point, with what all of its detectors say; of one without a point, what its own alarm says.
Grade detectors_grade(const LiveRow& row) {
  const auto point = row.rated().point;
  return point ? row.view.result.live->points[*point] : alarm_grade(row.rated(), row.rated().level());
}

Text plain_alarm(const RatedDetector& detector) {
  if (detector.two_near) return {"level 1, two near each other", "一级报警 (两点相邻)"};
  if (detector.alarm == 2) return {"level 2", "二级报警"};
  if (detector.alarm == 1) return {"level 1", "一级报警"};
  if (detector.out_of_range) return {"process value out of range", "工艺参数超限"};
  return detector.speaks() ? Text{"none", "无报警"} : Text{"no live data", "无动态数据"};
}

/// With what people have done about it, or not.
Text alarm_words(const RatedDetector& detector) {
  Text words = plain_alarm(detector);
  if (detector.unacknowledged) words = {words.en + ", not acknowledged", words.zh + ", 未确认"};
  if (detector.set_aside == nullptr) return words;
  const std::string until = time_text(detector.set_aside->until);
  return {words.en + ", set aside until " + until + " (" + detector.set_aside->reason + ")",
          words.zh + ", 已屏蔽至 " + until + " (" + detector.set_aside->reason + ")"};
}

/// Of the detector, and of any of its readings.
std::string all_codes(const LiveDetector& detector) {
  std::string codes = codes_of(detector.findings);
  for (const std::string_view code : detector.reading_faults) {
    if (has_finding(detector.findings, code)) continue;
    if (!codes.empty()) codes += "; ";
    codes += code;
  }
  return codes;
}

}  // namespace

const std::vector<TableColumn<LiveRow>>& live_columns() {
  using Row = LiveRow;
  static const std::vector<TableColumn<LiveRow>> kColumns{
      {"id", [](const Row& r) { return r.detector().id; }},
      {"point_id", detectors_point},
      {"enterprise", detectors_enterprise},
      {"gas", [](const Row& r) { return or_null(r.detector().gas); }},
      {"unit", [](const Row& r) { return or_null(r.detector().unit); }},
      {"value", [](const Row& r) { return r.rated().last ? PropertyValue(r.rated().last->value) : PropertyValue(); }},
      {"time",
       [](const Row& r) { return r.rated().last ? PropertyValue(time_text(r.rated().last->time)) : PropertyValue(); }},
      {"age_s", [](const Row& r) { return r.rated().last ? PropertyValue(r.rated().age_s) : PropertyValue(); }},
      {"low", [](const Row& r) { return or_null(r.detector().low); }},
      {"high", [](const Row& r) { return or_null(r.detector().high); }},
      {"state", [](const Row& r) { return std::string(name_of(r.rated().state)); }},
      {"alarm", [](const Row& r) { return r.rated().level(); }},
      {"alarm_zh", [](const Row& r) { return alarm_words(r.rated()).zh; }},
      {"alarm_en", [](const Row& r) { return alarm_words(r.rated()).en; }},
      {"unacknowledged", [](const Row& r) { return r.rated().unacknowledged; }},
      {"set_aside", [](const Row& r) { return r.rated().set_aside != nullptr; }},
      {"held", [](const Row& r) { return r.rated().alarms() && r.rated().state == LiveState::stale; }},
      {"live", [](const Row& r) { return std::string(name_of(detectors_grade(r))); }},
      {"code", [](const Row& r) { return static_cast<int>(detectors_grade(r)); }},
      {"label_zh", [](const Row& r) { return label_of(detectors_grade(r)).zh; }},
      {"colour", [](const Row& r) { return colour_of(r.view.scheme, detectors_grade(r)); }},
      {"as_of", [](const Row& r) { return time_text(r.view.reg.live_time); }},
      {"place_class", [](const Row& r) { return std::string(name_of(r.rated().placement.place)); }},
      {"findings", [](const Row& r) { return or_null(all_codes(r.detector())); }}};
  return kColumns;
}

std::vector<Feature> live_features(const RegisterView& view) {
  std::vector<Feature> features;
  for (std::size_t d = 0; d < view.reg.detectors.size(); ++d) {
    const LiveRow row{view, d};
    Feature feature;
    if (row.rated().placement.at) feature.geometry.points = {*row.rated().placement.at};
    feature.properties = properties_of(live_columns(), row);
    features.push_back(std::move(feature));
  }
  return features;
}

}  // namespace sise
