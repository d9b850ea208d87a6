#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/detector_limits.hpp"
#include "gis_io/read/register/register_rows.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

class LiveRows {
 public:
  LiveRows(const OpenTable& open, const std::optional<double>& ppm_C, Register& reg, std::vector<RawPlace>& places)
      : open_(open), columns_(open.columns), limits_(columns_, reg.live_rules, ppm_C), reg_(reg), places_(places) {
    for (std::size_t d = 0; d < reg.detectors.size(); ++d) index_[reg.detectors[d].id] = d;
  }

  void read(std::size_t i) {
    const FeatureRow& row = open_.table.rows[i];
    LiveDetector& detector = detector_of(row, i);
    reading_ = {row_ref(open_, i), detector.id, {}};
    read_reading(row, detector);
    for (const Finding& finding : reading_.findings) {
      const std::string_view code = finding.kind->code;
      std::vector<std::string_view>& known = detector.reading_faults;
      if (std::find(known.begin(), known.end(), code) == known.end()) known.push_back(code);
    }
    reg_.readings.push_back(std::move(reading_));
  }

  /// Tables repeat it in every reading.
  template <class T>
  static void add_once(std::vector<T>& list, const T& one) {
    if (list.empty() || !(list.back() == one)) list.push_back(one);
  }

  /// The limits of process values hang on the trip as it was last told.
  void settle() {
    for (auto& [d, process] : processes_) reg_.detectors[d].limits = process_limits(process.points, reg_.live_rules);
  }

 private:
  void read_reading(const FeatureRow& row, LiveDetector& detector) {
    if (text(row, gas_) != detector.gas || gas_unit(text(row, unit_)) != detector.unit) {
      tell("detector_changes", "gas", text(row, gas_) + " " + text(row, unit_));
      return;
    }
    const auto time = written_instant(text(row, time_));
    if (!time) {
      tell("no_time", "time", text(row, time_));
      return;
    }
    const std::string written = text(row, value_);
    const auto value = is_blank_word(written) ? std::nullopt : written_number(written);
    if (value) {
      detector.readings.push_back({*time, value->value});
    } else {
      tell(is_blank_word(written) ? "no_reading" : "not_a_number", "value", written);
    }
    read_trip(row, detector);
    read_acknowledgement(row, detector);
    read_override(row, detector);
  }

  void tell(const char* code, const char* name, const std::string& written) {
    add_finding(reading_.findings, code, columns_.heading(name), written);
  }

  [[nodiscard]] static std::string text(const FeatureRow& row, const Source& source) {
    return RegisterColumns::text(row, source);
  }

  struct Process {
    ProcessPoints points;
    Instant trip_told{};
  };

  [[nodiscard]] Process* process_of(const LiveDetector& detector) {
    const auto found = processes_.find(static_cast<std::size_t>(&detector - reg_.detectors.data()));
    return found == processes_.end() ? nullptr : &found->second;
  }

  /// In service or not, the latest word counts. What nobody tells is not in service.
  void read_trip(const FeatureRow& row, LiveDetector& detector) {
    Process* process = process_of(detector);
    const std::string written = text(row, trip_);
    if (process == nullptr || is_blank_word(written)) return;
    constexpr std::array<std::string_view, 4> kInService{"投用", "正常", "在用", "in service"};
    constexpr std::array<std::string_view, 6> kBypassed{"旁路", "摘除", "切除", "屏蔽", "未投用", "bypassed"};
    const bool in_service = std::find(kInService.begin(), kInService.end(), written) != kInService.end();
    if (!in_service && std::find(kBypassed.begin(), kBypassed.end(), written) == kBypassed.end())
      tell("unknown_trip", "trip", written);
    const auto time = written_instant(text(row, time_));
    if (!time || *time < process->trip_told) return;
    process->trip_told = *time;
    process->points.trip_in_service = in_service;
  }

  void read_acknowledgement(const FeatureRow& row, LiveDetector& detector) {
    detector.acknowledgements_kept = detector.acknowledgements_kept || acknowledged_.any();
    const std::string written = text(row, acknowledged_);
    if (is_blank_word(written)) return;
    if (const auto time = written_instant(written)) {
      add_once(detector.acknowledged, *time);
    } else {
      tell("no_time", "acknowledged", written);
    }
  }

  /// With name, reason and both times, and for no longer than is allowed; else the alarm stands.
  void read_override(const FeatureRow& row, LiveDetector& detector) {
    const std::string by = text(row, override_by_);
    const std::string reason = text(row, override_reason_);
    const std::string from_text = text(row, override_from_);
    const std::string until_text = text(row, override_until_);
    if (is_blank_word(by) && is_blank_word(reason) && is_blank_word(from_text) && is_blank_word(until_text)) return;
    constexpr double kSecondsPerHour = 3600.0;
    const auto from = written_instant(from_text);
    const auto until = written_instant(until_text);
    const bool dated = from && until && *until > *from &&
                       static_cast<double>((*until - *from).count()) <= reg_.live_rules.override_h * kSecondsPerHour;
    if (dated && !is_blank_word(by) && !is_blank_word(reason)) {
      add_once(detector.overrides, {*from, *until, reason});
    } else {
      tell("override_refused", "override_until", from_text + " – " + until_text);
    }
  }

  LiveDetector& detector_of(const FeatureRow& row, std::size_t i) {
    const RowRef ref = row_ref(open_, i);
    std::string id = text(row, id_);
    if (id.empty()) id = "row-" + std::to_string(ref.file) + "-" + std::to_string(ref.line);
    const auto [at, fresh] = index_.try_emplace(id, reg_.detectors.size());
    if (!fresh) return reg_.detectors[at->second];
    LiveDetector& detector = reg_.detectors.emplace_back();
    places_.push_back(open_.places[i]);
    detector.id = std::move(id);
    detector.row = ref;
    detector.point_id = text(row, point_id_);
    detector.uscc = credit_code_of(text(row, uscc_), detector.findings);
    detector.enterprise_name = firm_name_of(text(row, enterprise_), detector.findings, nullptr);
    detector.gas = text(row, gas_);
    detector.unit = gas_unit(text(row, unit_));
    if (auto process = limits_.read(row, detector)) processes_[at->second].points = *process;
    return detector;
  }

  const OpenTable& open_;
  const RegisterColumns& columns_;
  DetectorLimits limits_;
  Register& reg_;
  std::vector<RawPlace>& places_;
  std::map<std::string, std::size_t> index_;
  Source id_ = columns_.source("id");
  Source point_id_ = columns_.source("point_id");
  Source uscc_ = columns_.source("uscc");
  Source enterprise_ = columns_.source("enterprise");
  Source gas_ = columns_.source("gas");
  Source value_ = columns_.source("value");
  Source unit_ = columns_.source("unit");
  Source time_ = columns_.source("time");
  Source trip_ = columns_.source("trip");
  Source acknowledged_ = columns_.source("acknowledged");
  Source override_by_ = columns_.source("override_by");
  Source override_reason_ = columns_.source("override_reason");
  Source override_from_ = columns_.source("override_from");
  Source override_until_ = columns_.source("override_until");
  ReadingRow reading_;                        ///< the present one
  std::map<std::size_t, Process> processes_;  ///< by detector
};

}  // namespace

void read_live_rows(const OpenTable& open, const std::optional<double>& ppm_C, Register& reg,
                    std::vector<RawPlace>& places) {
  LiveRows rows(open, ppm_C, reg, places);
  for (std::size_t i = 0; i < open.table.rows.size(); ++i) rows.read(i);
  rows.settle();
}

}  // namespace sise
