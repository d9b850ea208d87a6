#include <algorithm>
#include <array>
#include <string_view>

#include "core/rating/register/credit_code.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/register_rows.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

/// Reads points; every column is looked up once.
class PointRows {
 public:
  PointRows(const OpenTable& open, const Register& reg, std::uint8_t method)
      : open_(open), columns_(open.columns), reg_(reg), method_(method) {
    for (const std::string& column : reg.point_rules.methods[method].columns()) {
      factors_.push_back({column, columns_.source(column)});
      current_factors_.push_back({"current_" + column, columns_.source("current_" + column)});
    }
    for (const std::string_view field : fact_fields(reg.point_rules.direct)) {
      const Source source = columns_.source(field);
      if (source.any()) facts_.emplace_back(field, source);
    }
    has_dust_ = std::any_of(dust_.begin(), dust_.end(), [](const NamedSource& named) { return named.source.any(); });
    has_flags_ =
        columns_.has("deleted") || columns_.has("valid") || columns_.has("cancelled") || columns_.has("report_state");
  }

  RiskPoint read(std::size_t i, RowIdentity& identity) {
    const FeatureRow& row = open_.table.rows[i];
    RiskPoint point;
    point.row = row_ref(open_, i);
    if (identity.repeats(row)) {
      point.state = RowState::repeated;
      add_finding(point.findings, "duplicate_row");
    } else if (has_flags_) {
      point.state = state_of_row(row, columns_, point.findings);
    }
    std::string id = text(row, id_);
    point.id = point.state == RowState::repeated ? id : identity.unique(id, point.row, point.findings);
    if (point.id != id) point.written_id = std::move(id);
    point.name = text(row, name_);
    point.place = text(row, place_);
    point.sector = text(row, sector_);
    point.accident_type = text(row, accident_type_);
    point.uscc = credit_code_of(text(row, uscc_), point.findings);
    point.enterprise_name = firm_name_of(text(row, enterprise_), point.findings, nullptr);
    point.where.town = text(row, town_);
    point.where.village = text(row, village_);
    point.method = method_;
    read_code(row, point);
    read_factors(row, point);
    read_levels(row, point);
    for (const auto& [field, source] : facts_) {
      std::string value = text(row, source);
      if (!is_blank_word(value)) point.facts.push_back({field, std::move(value)});
    }
    read_control(row, point);
    if (has_dust_) read_dust(row, point);
    point.current_until = day_of(text(row, current_until_), columns_.heading("current_until"), point.findings);
    point.reviewed = day_of(text(row, review_date_), columns_.heading("review_date"), point.findings);
    return point;
  }

  [[nodiscard]] std::string address(std::size_t i) const { return text(open_.table.rows[i], address_); }

 private:
  [[nodiscard]] static std::string text(const FeatureRow& row, const Source& source) {
    return RegisterColumns::text(row, source);
  }

  void read_code(const FeatureRow& row, RiskPoint& point) const {
    const std::string written = text(row, risk_code_);
    if (is_blank_word(written)) return;
    point.risk_code = new_risk_code(written);
    if (point.risk_code != written)
      add_finding(point.findings, "old_risk_code", {}, written + " -> " + point.risk_code);
    bool any_catalogue = false;
    for (const DirectRulePack& pack : reg_.point_rules.direct) {
      if (pack.has_code(point.risk_code)) return;
      any_catalogue = any_catalogue || !pack.codes.empty();
    }
    if (any_catalogue) add_finding(point.findings, "unknown_risk_code", columns_.heading("risk_code"), written);
  }

  struct NamedSource {
    std::string name;
    Source source;
  };

  std::optional<double> factor(const FeatureRow& row, const NamedSource& named, RiskPoint& point) const {
    const std::string written = text(row, named.source);
    if (is_blank_word(written)) return std::nullopt;
    const auto number = parse_number(written);
    if (!number) {
      point.faulty_factors = true;
      add_finding(point.findings, "factor_not_a_number", columns_.heading(named.name), written);
    }
    return number;
  }

  void read_factors(const FeatureRow& row, RiskPoint& point) const {
    for (const NamedSource& named : factors_) point.factors.push_back(factor(row, named, point));
    bool any = false;
    for (const NamedSource& named : current_factors_) any = any || named.source.any();
    if (!any) return;
    for (const NamedSource& named : current_factors_) point.current_factors.push_back(factor(row, named, point));
  }

  std::optional<Grade> level(const FeatureRow& row, const char* name, const Source& source, RiskPoint& point) const {
    if (!source.any()) return std::nullopt;
    return grade_of(text(row, source), columns_.dictionary(name), columns_.heading(name), point.findings);
  }

  void read_levels(const FeatureRow& row, RiskPoint& point) const {
    point.stated = level(row, "level", level_, point);
    point.stated_inherent = level(row, "inherent", inherent_, point);
    point.stated_current = level(row, "current", current_, point);
  }

  void read_dust(const FeatureRow& row, RiskPoint& point) const {
    std::array<std::string, 6> said;
    for (std::size_t i = 0; i < said.size(); ++i) {
      said[i] = text(row, dust_[i].source);
      if (is_blank_word(said[i])) said[i].clear();
    }
    const DustWords words{said[0], said[1], said[2], said[3], said[4], said[5]};
    if (!words.any()) return;
    const DustReading reading = grade_dust_work(reg_.dust_rules, words);
    point.dust = reading.grade;
    if (!reading.grade) add_finding(point.findings, "dust_factor", std::string(reading.fault));
  }

  /// Letters of control levels are codes: A is the best in one table and the worst in another.
  void read_control(const FeatureRow& row, RiskPoint& point) const {
    const std::string written = text(row, control_);
    if (is_blank_word(written)) return;
    const ColumnDictionary* dictionary = columns_.dictionary("control");
    const std::string meaning = meaning_of(written, dictionary);
    constexpr std::array<std::string_view, 3> kHeld{"controlled", "有效", "可控"};
    constexpr std::array<std::string_view, 2> kLost{"lost", "失控"};
    point.control_lost = std::find(kLost.begin(), kLost.end(), meaning) != kLost.end();
    if (point.control_lost || std::find(kHeld.begin(), kHeld.end(), meaning) != kHeld.end()) return;
    add_finding(point.findings, dictionary == nullptr ? "undeclared_code" : "unknown_code", columns_.heading("control"),
                written);
  }

  const OpenTable& open_;
  const RegisterColumns& columns_;
  const Register& reg_;
  std::uint8_t method_;
  std::vector<NamedSource> factors_;
  std::vector<NamedSource> current_factors_;
  std::vector<std::pair<std::string_view, Source>> facts_;
  bool has_flags_ = false;
  bool has_dust_ = false;
  std::array<NamedSource, 6> dust_{NamedSource{"WM", columns_.source("WM")},
                                   NamedSource{"WB", columns_.source("WB")},
                                   NamedSource{"WL", columns_.source("WL")},
                                   NamedSource{"silica_percent", columns_.source("silica_percent")},
                                   NamedSource{"dust_ratio", columns_.source("dust_ratio")},
                                   NamedSource{"labour_class", columns_.source("labour_class")}};
  Source id_ = columns_.source("id");
  Source name_ = columns_.source("name");
  Source place_ = columns_.source("place");
  Source sector_ = columns_.source("sector");
  Source accident_type_ = columns_.source("accident_type");
  Source uscc_ = columns_.source("uscc");
  Source enterprise_ = columns_.source("enterprise");
  Source town_ = columns_.source("town");
  Source village_ = columns_.source("village");
  Source address_ = columns_.source("address");
  Source risk_code_ = columns_.source("risk_code");
  Source level_ = columns_.source("level");
  Source inherent_ = columns_.source("inherent");
  Source current_ = columns_.source("current");
  Source control_ = columns_.source("control");
  Source current_until_ = columns_.source("current_until");
  Source review_date_ = columns_.source("review_date");
};

}  // namespace

void read_point_rows(const OpenTable& open, RowIdentity& identity, Register& reg, std::vector<RawPlace>& places,
                     std::uint8_t method) {
  PointRows rows(open, reg, method);
  for (std::size_t i = 0; i < open.table.rows.size(); ++i) {
    reg.points.push_back(rows.read(i, identity));
    places.push_back(open.places[i]);
  }
}

}  // namespace sise
