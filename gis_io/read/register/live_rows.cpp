#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/register_rows.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

/// "%LEL", "mg/m3" and "ppm" as people write them; else as written.
std::string unit_of(std::string text) {
  std::erase(text, ' ');
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (text == "%lel" || text == "lel%" || text == "lel") return "%LEL";
  if (text == "mg/m3" || text == "mg/m³" || text == "毫克/立方米") return "mg/m3";
  return text;
}

class LiveRows {
 public:
  LiveRows(const OpenTable& open, const std::optional<double>& ppm_C, Register& reg, std::vector<RawPlace>& places)
      : open_(open), columns_(open.columns), ppm_C_(ppm_C), reg_(reg), places_(places) {
    for (std::size_t d = 0; d < reg.detectors.size(); ++d) index_[reg.detectors[d].id] = d;
  }

  void read(std::size_t i) {
    const FeatureRow& row = open_.table.rows[i];
    LiveDetector& detector = detector_of(row, i);
    if (text(row, gas_) != detector.gas || unit_of(text(row, unit_)) != detector.unit) {
      tell_once(detector, "detector_changes", "gas", text(row, gas_) + " " + text(row, unit_), i);
      return;
    }
    const auto time = written_instant(text(row, time_));
    if (!time) {
      tell_once(detector, "no_time", "time", text(row, time_), i);
      return;
    }
    const auto value = number(row, "value", value_, detector, i);
    if (value) detector.readings.push_back({*time, *value});
    read_trip(row, detector, i);
    read_acknowledgement(row, detector, i);
    read_override(row, detector, i);
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
  void read_trip(const FeatureRow& row, LiveDetector& detector, std::size_t i) {
    Process* process = process_of(detector);
    const std::string written = text(row, trip_);
    if (process == nullptr || is_blank_word(written)) return;
    constexpr std::array<std::string_view, 4> kInService{"投用", "正常", "在用", "in service"};
    constexpr std::array<std::string_view, 6> kBypassed{"旁路", "摘除", "切除", "屏蔽", "未投用", "bypassed"};
    const bool in_service = std::find(kInService.begin(), kInService.end(), written) != kInService.end();
    if (!in_service && std::find(kBypassed.begin(), kBypassed.end(), written) == kBypassed.end())
      tell_once(detector, "unknown_trip", "trip", written, i);
    const auto time = written_instant(text(row, time_));
    if (!time || *time < process->trip_told) return;
    process->trip_told = *time;
    process->points.trip_in_service = in_service;
  }

  void read_acknowledgement(const FeatureRow& row, LiveDetector& detector, std::size_t i) const {
    detector.acknowledgements_kept = detector.acknowledgements_kept || acknowledged_.any();
    const std::string written = text(row, acknowledged_);
    if (is_blank_word(written)) return;
    if (const auto time = written_instant(written)) {
      add_once(detector.acknowledged, *time);
    } else {
      tell_once(detector, "no_time", "acknowledged", written, i);
    }
  }

  /// With name, reason and both times, and for no longer than is allowed; else the alarm stands.
  void read_override(const FeatureRow& row, LiveDetector& detector, std::size_t i) const {
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
      tell_once(detector, "override_refused", "override_until", from_text + " – " + until_text, i);
    }
  }

  /// The first of its kind stands for all: a detector has thousands of readings. It names the row that it is in.
  void tell_once(LiveDetector& detector, const char* code, const char* name, const std::string& written,
                 std::size_t i) const {
    if (has_finding(detector.findings, code)) return;
    const std::int32_t line = row_ref(open_, i).line;
    add_finding(detector.findings, code, columns_.heading(name), fmt::format("{} (行 row {})", written, line));
  }

  std::optional<double> number(const FeatureRow& row, const char* name, const Source& source, LiveDetector& detector,
                               std::size_t i) const {
    const std::string written = text(row, source);
    if (is_blank_word(written)) return std::nullopt;
    const auto value = written_number(written);
    if (!value) tell_once(detector, "not_a_number", name, written, i);
    return value ? std::optional(value->value) : std::nullopt;
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
    detector.unit = unit_of(text(row, unit_));
    detector.interval_s = number(row, "interval_s", interval_, detector, i);
    read_limits(row, detector, i);
    return detector;
  }

  /// The most that the standard allows, in the detector's unit.
  std::optional<SetPoints> limits(LiveDetector& detector) const {
    const LiveRules& rules = reg_.live_rules;
    if (detector.unit == "%LEL") return SetPoints{rules.combustible_low_percent, rules.combustible_high_percent};
    const GasLimit* gas = rules.gas_named(detector.gas);
    if (gas == nullptr) return std::nullopt;
    if (detector.unit == "mg/m3") return SetPoints{gas->low_mg_m3, gas->high_mg_m3};
    if (detector.unit != "ppm") return std::nullopt;
    if (!ppm_C_) {
      add_finding(detector.findings, "undeclared_ppm");
      return std::nullopt;
    }
    constexpr double kCold = 20.0;
    const PpmAt at = *ppm_C_ == kCold ? PpmAt::at_20_C : PpmAt::at_25_C;
    return SetPoints{ppm_from_mg_m3(gas->low_mg_m3, gas->molar_mass_g, at),
                     ppm_from_mg_m3(gas->high_mg_m3, gas->molar_mass_g, at)};
  }

  /// Process limits where the row has any, oxygen by its two ends, else those of a gas.
  void read_limits(const FeatureRow& row, LiveDetector& detector, std::size_t i) {
    Process process;
    process.points = {number(row, "LL", low_low_, detector, i), number(row, "L", low_limit_, detector, i),
                      number(row, "H", high_limit_, detector, i), number(row, "HH", high_high_, detector, i)};
    if (process.points.any()) {
      detector.low = process.points.low;
      detector.high = process.points.high;
      processes_[reg_.detectors.size() - 1] = process;
      return;
    }
    const std::vector<std::string>& oxygen = reg_.live_rules.oxygen.words;
    const bool is_oxygen = std::find(oxygen.begin(), oxygen.end(), detector.gas) != oxygen.end();
    const auto at = is_oxygen ? oxygen_points(row, detector, i) : set_points(row, detector, i);
    if (!at) return;
    detector.low = at->low;
    detector.high = at->high;
    detector.limits = is_oxygen ? oxygen_limits(*at, reg_.live_rules) : gas_limits(*at, reg_.live_rules);
  }

  /// No lower and no higher than the rules allow.
  std::optional<SetPoints> oxygen_points(const FeatureRow& row, LiveDetector& detector, std::size_t i) const {
    const OxygenLimits& rule = reg_.live_rules.oxygen;
    constexpr std::array<std::string_view, 5> kVolume{"%", "%vol", "vol%", "%v/v", "%(v/v)"};
    if (std::find(kVolume.begin(), kVolume.end(), detector.unit) == kVolume.end()) {
      add_finding(detector.findings, "unknown_gas", columns_.heading("gas"), detector.gas + " " + detector.unit);
      return std::nullopt;
    }
    const auto low = number(row, "low", low_, detector, i);
    const auto high = number(row, "high", high_, detector, i);
    if ((low && *low < rule.low_percent) || (high && *high > rule.high_percent))
      add_finding(detector.findings, "set_point_above_limit");
    return SetPoints{std::max(low.value_or(rule.low_percent), rule.low_percent),
                     std::min(high.value_or(rule.high_percent), rule.high_percent)};
  }

  /// The installed set points, but no higher than the standard allows.
  std::optional<SetPoints> set_points(const FeatureRow& row, LiveDetector& detector, std::size_t i) const {
    const auto low = number(row, "low", low_, detector, i);
    const auto high = number(row, "high", high_, detector, i);
    const auto most = limits(detector);
    if (!most) {
      if (low && high && *low <= *high) return SetPoints{*low, *high};
      if (!has_finding(detector.findings, "undeclared_ppm"))
        add_finding(detector.findings, "unknown_gas", columns_.heading("gas"), detector.gas + " " + detector.unit);
      return std::nullopt;
    }
    if ((low && *low > most->low) || (high && *high > most->high))
      add_finding(detector.findings, "set_point_above_limit");
    return SetPoints{std::min(low.value_or(most->low), most->low), std::min(high.value_or(most->high), most->high)};
  }

  const OpenTable& open_;
  const RegisterColumns& columns_;
  const std::optional<double>& ppm_C_;
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
  Source interval_ = columns_.source("interval_s");
  Source low_ = columns_.source("low");
  Source high_ = columns_.source("high");
  Source low_low_ = columns_.source("LL");
  Source low_limit_ = columns_.source("L");
  Source high_limit_ = columns_.source("H");
  Source high_high_ = columns_.source("HH");
  Source trip_ = columns_.source("trip");
  Source acknowledged_ = columns_.source("acknowledged");
  Source override_by_ = columns_.source("override_by");
  Source override_reason_ = columns_.source("override_reason");
  Source override_from_ = columns_.source("override_from");
  Source override_until_ = columns_.source("override_until");
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
