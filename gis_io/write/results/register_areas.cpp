#include <algorithm>

#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

constexpr double kSquareMetresPerKm2 = 1e6;
constexpr double kTenThousand = 1e4;

double weighted(const AreaRow& row) {
  return weighted_count(row.rated().current, row.view.reg.area_rules.weights.front());
}

std::optional<double> per_km2(const AreaRow& row) {
  const double area_km2 = row.rated().area_m2 / kSquareMetresPerKm2;
  return area_km2 > 0.0 ? std::optional(weighted(row) / area_km2) : std::nullopt;
}

std::optional<double> per_10000(const AreaRow& row) {
  const auto people = row.rated().people;
  return people && *people > 0.0 ? std::optional(weighted(row) * kTenThousand / *people) : std::nullopt;
}

std::int64_t not_on_the_grid(const RatedArea& area) {
  return area.by_place[static_cast<std::size_t>(PlaceClass::township)] +
         area.by_place[static_cast<std::size_t>(PlaceClass::county)];
}

PropertyValue governing_point(const AreaRow& row) {
  const auto point = row.rated().governing;
  return point ? PropertyValue(row.view.reg.points[*point].id) : PropertyValue();
}

PropertyValue governing_sector(const AreaRow& row) {
  const auto point = row.rated().governing;
  return point ? PropertyValue(row.view.result.sectors[row.view.result.points[*point].sector]) : PropertyValue();
}

std::string id_of(const AreaRow& row) { return row.shape() == nullptr ? std::string() : row.shape()->id; }

std::string name_of_area(const AreaRow& row) {
  if (row.shape() != nullptr) return row.shape()->name;
  return row.area == kNoArea ? "未落入任何区域" : "全区";
}

bool any_area_has(const Register& reg, const std::string& input) {
  for (const BoundarySet& set : reg.sets) {
    for (const BoundaryArea& area : set.areas) {
      if (area.indices.contains(input)) return true;
    }
  }
  return false;
}

/// Value and class of every formula whose inputs some boundary set has.
void add_index_columns(const Register& reg, std::vector<TableColumn<AreaRow>>& columns) {
  for (const IndexFormula& formula : reg.area_rules.formulas) {
    if (!std::all_of(formula.inputs.begin(), formula.inputs.end(),
                     [&](const std::string& input) { return any_area_has(reg, input); }))
      continue;
    const auto value = [&formula](const AreaRow& r) {
      return r.shape() == nullptr ? std::nullopt : index_of(formula, r.shape()->indices);
    };
    columns.push_back({formula.id, [value](const AreaRow& r) {
                         const auto index = value(r);
                         return index ? PropertyValue(index->value) : PropertyValue();
                       }});
    columns.push_back({formula.id + "_class_zh", [value, &formula](const AreaRow& r) {
                         const auto index = value(r);
                         return index ? PropertyValue(formula.bands[index->band].label.zh) : PropertyValue();
                       }});
  }
}

}  // namespace

PropertyValue date_or_null(Date date) { return date == Date{} ? PropertyValue() : PropertyValue(day_text(date)); }

const RatedArea& AreaRow::rated() const {
  if (area == kDistrict) return view.result.district;
  const RatedSet& sums = view.result.sets[set];
  return area == kNoArea ? sums.unplaced : sums.areas[static_cast<std::size_t>(area)];
}

const LiveArea* AreaRow::live() const {
  const auto& all = view.result.live;
  if (!all || area == kNoArea) return nullptr;
  return area == kDistrict ? &all->district : &all->areas[set][static_cast<std::size_t>(area)];
}

const BoundaryArea* AreaRow::shape() const {
  return area < 0 ? nullptr : &view.reg.sets[set].areas[static_cast<std::size_t>(area)];
}

std::vector<TableColumn<AreaRow>> area_columns(const RegisterView& view) {
  using Row = AreaRow;
  std::vector<TableColumn<AreaRow>> columns{
      {"set",
       [](const Row& r) {
         return r.area == AreaRow::kDistrict ? std::string("district") : r.view.reg.sets[r.set].name;
       }},
      {"id", [](const Row& r) { return id_of(r); }},
      {"name", [](const Row& r) { return name_of_area(r); }},
      {"grade", [](const Row& r) { return std::string(name_of(r.rated().grade)); }},
      {"code", [](const Row& r) { return static_cast<int>(r.rated().grade); }},
      {"label_zh", [](const Row& r) { return label_of(r.rated().grade).zh; }},
      {"label_en", [](const Row& r) { return label_of(r.rated().grade).en; }},
      {"colour", [](const Row& r) { return colour_of(r.view.scheme, r.rated().grade); }},
      {"inherent", [](const Row& r) { return std::string(name_of(r.rated().inherent.worst())); }},
      {"live",
       [](const Row& r) {
         return r.live() == nullptr ? PropertyValue() : PropertyValue(std::string(name_of(r.live()->grade)));
       }},
      {"detectors",
       [](const Row& r) { return r.live() == nullptr ? PropertyValue() : PropertyValue(r.live()->detectors); }},
      {"detectors_lost",
       [](const Row& r) { return r.live() == nullptr ? PropertyValue() : PropertyValue(r.live()->lost); }},
      {"alarms", [](const Row& r) { return r.live() == nullptr ? PropertyValue() : PropertyValue(r.live()->alarms); }},
      {"incomplete", [](const Row& r) { return r.rated().current.unrated() > 0; }},
      {"points", [](const Row& r) { return r.rated().current.total(); }},
      {"red", [](const Row& r) { return r.rated().current.of(Grade::red); }},
      {"orange", [](const Row& r) { return r.rated().current.of(Grade::orange); }},
      {"yellow", [](const Row& r) { return r.rated().current.of(Grade::yellow); }},
      {"blue", [](const Row& r) { return r.rated().current.of(Grade::blue); }},
      {"unrated", [](const Row& r) { return r.rated().current.unrated(); }},
      {"rated_share", [](const Row& r) { return or_null(r.rated().current.rated_share()); }},
      {"governing_point", governing_point},
      {"governing_sector", governing_sector},
      {"share_red_orange", [](const Row& r) { return or_null(share_red_orange(r.rated().current)); }},
      {"nemerow", [](const Row& r) { return or_null(nemerow_index(r.rated().current)); }},
      {"weighted_per_km2", [](const Row& r) { return or_null(per_km2(r)); }},
      {"weighted_per_10000_people", [](const Row& r) { return or_null(per_10000(r)); }},
      {"area_m2", [](const Row& r) { return r.rated().area_m2; }},
      {"people", [](const Row& r) { return or_null(r.rated().people); }},
      {"enterprises", [](const Row& r) { return r.rated().enterprises.total(); }},
      {"enterprises_red", [](const Row& r) { return r.rated().enterprises.of(Grade::red); }},
      {"enterprises_orange", [](const Row& r) { return r.rated().enterprises.of(Grade::orange); }},
      {"enterprises_yellow", [](const Row& r) { return r.rated().enterprises.of(Grade::yellow); }},
      {"enterprises_blue", [](const Row& r) { return r.rated().enterprises.of(Grade::blue); }},
      {"enterprises_unrated", [](const Row& r) { return r.rated().enterprises.unrated(); }},
      {"hidden_general", [](const Row& r) { return r.rated().dangers.general(); }},
      {"hidden_major", [](const Row& r) { return r.rated().dangers.major; }},
      {"hidden_due", [](const Row& r) { return r.rated().dangers.due; }},
      {"hidden_overdue", [](const Row& r) { return r.rated().dangers.overdue; }},
      {"hidden_closed_rate", [](const Row& r) { return or_null(r.rated().dangers.closed_rate()); }},
      {"hidden_due_rate", [](const Row& r) { return or_null(r.rated().dangers.due_rate()); }},
      {"hidden_on_time_rate", [](const Row& r) { return or_null(r.rated().dangers.on_time_rate()); }},
      {"hidden_overdue_rate", [](const Row& r) { return or_null(r.rated().dangers.overdue_rate()); }},
      {"hidden_major_due_rate", [](const Row& r) { return or_null(r.rated().dangers.major_due_rate()); }},
      {"not_on_the_grid", [](const Row& r) { return not_on_the_grid(r.rated()); }},
      {"data_date", [](const Row& r) { return date_or_null(r.view.reg.date); }}};
  for (const WeightSet& weights : view.reg.area_rules.weights) {
    columns.push_back({"weighted_" + weights.id.substr(1),
                       [&weights](const Row& r) { return weighted_count(r.rated().current, weights); }});
  }
  add_index_columns(view.reg, columns);
  return columns;
}

const std::vector<TableColumn<AreaRow>>& township_columns() {
  using Row = AreaRow;
  static const std::vector<TableColumn<AreaRow>> kColumns{
      {"镇街代码", [](const Row& r) { return or_null(id_of(r)); }},
      {"镇街", [](const Row& r) { return name_of_area(r); }},
      {"企业数", [](const Row& r) { return r.rated().enterprises.total(); }},
      {"应报告", [](const Row& r) { return r.rated().obliged; }},
      {"已报告", [](const Row& r) { return r.rated().reported; }},
      {"报告率", [](const Row& r) { return or_null(share_of(r.rated().reported, r.rated().obliged)); }},
      {"风险点", [](const Row& r) { return r.rated().current.total(); }},
      {"红", [](const Row& r) { return r.rated().current.of(Grade::red); }},
      {"橙", [](const Row& r) { return r.rated().current.of(Grade::orange); }},
      {"黄", [](const Row& r) { return r.rated().current.of(Grade::yellow); }},
      {"蓝", [](const Row& r) { return r.rated().current.of(Grade::blue); }},
      {"未评", [](const Row& r) { return r.rated().current.unrated(); }},
      {"加权W", [](const Row& r) { return weighted(r); }},
      {"每km²", [](const Row& r) { return or_null(per_km2(r)); }},
      {"每万人", [](const Row& r) { return or_null(per_10000(r)); }},
      {"一般隐患", [](const Row& r) { return r.rated().dangers.general(); }},
      {"重大隐患", [](const Row& r) { return r.rated().dangers.major; }},
      {"到期", [](const Row& r) { return r.rated().dangers.due; }},
      {"按期整改率", [](const Row& r) { return or_null(r.rated().dangers.on_time_rate()); }},
      {"超期", [](const Row& r) { return r.rated().dangers.overdue; }},
      {"停产", [](const Row& r) { return r.rated().suspended; }},
      {"未定位(P3/P4)", [](const Row& r) { return not_on_the_grid(r.rated()); }},
      // Without live data nothing is known, which is not "none lost".
      {"实时失联", [](const Row& r) { return r.live() == nullptr ? PropertyValue() : PropertyValue(r.live()->lost); }},
      {"数据日期", [](const Row& r) { return date_or_null(r.view.reg.date); }}};
  return kColumns;
}

}  // namespace sise
