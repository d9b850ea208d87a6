// A rated register as the writers see it: rows and results side by side.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/runs/rate.hpp"
#include "gis_io/read/register/read_register.hpp"
#include "gis_io/write/tables/table_columns.hpp"
#include "gis_io/write/tables/xlsx.hpp"

namespace sise {

struct RegisterView {
  const Register& reg;
  const RateResult& result;
  const std::vector<RegisterSource>& sources;
  const ClassScheme& scheme;  ///< "four-colours"
};

/// "#ff0000" of a grade, the grey of "not rated" for none.
[[nodiscard]] std::string colour_of(const ClassScheme& scheme, Grade grade);
/// Findings as "code; code", and as sentences.
[[nodiscard]] std::string codes_of(const Findings& findings);

struct PointRow {
  const RegisterView& view;
  std::size_t index = 0;

  [[nodiscard]] const RiskPoint& point() const { return view.reg.points[index]; }
  [[nodiscard]] const RatedPoint& rated() const { return view.result.points[index]; }
};
/// Personal data (who is responsible, telephone numbers) stay out.
[[nodiscard]] const std::vector<TableColumn<PointRow>>& point_columns();

struct EnterpriseRow {
  const RegisterView& view;
  std::size_t index = 0;

  [[nodiscard]] const EnterpriseRecord& record() const { return view.reg.enterprises[index]; }
  [[nodiscard]] const RatedEnterprise& rated() const { return view.result.enterprises[index]; }
};
[[nodiscard]] const std::vector<TableColumn<EnterpriseRow>>& enterprise_columns();

/// One area of a set, what none of its areas holds, or the whole district.
struct AreaRow {
  static constexpr std::int32_t kDistrict = -2;

  const RegisterView& view;
  std::size_t set = 0;
  std::int32_t area = kDistrict;  ///< kNoArea: what belongs to none

  [[nodiscard]] const RatedArea& rated() const;
  [[nodiscard]] const BoundaryArea* shape() const;
  /// Null without live data, and for what none of the areas holds.
  [[nodiscard]] const LiveArea* live() const;
};
/// The year's visits, month by month from the one after the data's date, with staff days.
struct VisitRow {
  const RegisterView& view;
  Visit visit;
};
[[nodiscard]] const std::vector<TableColumn<VisitRow>>& visit_columns();
[[nodiscard]] std::vector<VisitRow> visit_rows(const RegisterView& view);

/// The epoch stands for a date that nobody knows.
[[nodiscard]] PropertyValue date_or_null(Date date);

/// Machine names, for areas.geojson.
[[nodiscard]] std::vector<TableColumn<AreaRow>> area_columns(const RegisterView& view);
/// The township table of 24 columns.
[[nodiscard]] const std::vector<TableColumn<AreaRow>>& township_columns();

struct DangerRow {
  const RegisterView& view;
  std::size_t index = 0;

  [[nodiscard]] const HiddenDanger& danger() const { return view.reg.dangers[index]; }
};
[[nodiscard]] const std::vector<TableColumn<DangerRow>>& danger_columns();
/// Open dangers beyond their deadline, by township, sector and days.
[[nodiscard]] Sheet overdue_sheet(const RegisterView& view);

/// A gas detector, its alarm and what that makes of the colours (动态).
struct LiveRow {
  const RegisterView& view;
  std::size_t index = 0;

  [[nodiscard]] const LiveDetector& detector() const { return view.reg.detectors[index]; }
  [[nodiscard]] const RatedDetector& rated() const { return view.result.live->detectors[index]; }
};
[[nodiscard]] const std::vector<TableColumn<LiveRow>>& live_columns();
/// One feature per detector, where it stands.
[[nodiscard]] std::vector<Feature> live_features(const RegisterView& view);

/// One line per row of every file.
struct CleaningRow {
  std::string record;
  std::string file;
  std::string layer;
  std::int64_t row = 0;
  std::string id;
  std::string status;
  std::string place;
  const Findings* findings = nullptr;  ///< null: the row could not be read
  Text lost;                           ///< why not
  Text lost_remedy;
};
[[nodiscard]] const std::vector<TableColumn<CleaningRow>>& cleaning_columns();
/// Calls `add(row)` for every row, file by file.
void each_cleaning_row(const RegisterView& view, const std::function<void(const CleaningRow&)>& add);

}  // namespace sise
