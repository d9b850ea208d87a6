#include "gis_io/write/results/register_view.hpp"

namespace sise {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ";") + text;
  return all;
}

std::int64_t count_of(const EnterpriseRow& row, Grade grade) { return row.rated().current.of(grade); }

const RiskPoint* governing_point(const EnterpriseRow& row) {
  const auto point = row.rated().governing;
  return point ? &row.view.reg.points[*point] : nullptr;
}

const EnterpriseRules& rules(const EnterpriseRow& row) { return row.view.reg.enterprise_rules; }

Text reason(const EnterpriseRow& row) {
  const EnterpriseRating& rating = row.rated().rating;
  if (rating.method == "no19") return reason_of(rules(row).no19, *rating.no19);
  if (rating.method == "four_input") return reason_of(rules(row).four_input, rating.four_input);
  const auto point = row.rated().governing;
  if (!point) return {"no rated risk point", "没有已评级的风险点"};
  return reason_of(row.view.result.points[*point].grade, row.view.reg.points[*point], row.view.reg.point_rules);
}

/// Ids of the areas it lies in, one per boundary set.
std::string areas_of(const EnterpriseRow& row) {
  std::string text;
  for (std::size_t s = 0; s < row.view.reg.sets.size(); ++s) {
    const std::int32_t area = row.rated().areas[s];
    if (area == kNoArea) continue;
    const BoundarySet& set = row.view.reg.sets[s];
    text += (text.empty() ? "" : ";") + set.name + "=" + set.areas[static_cast<std::size_t>(area)].name;
  }
  return text;
}

PropertyValue whole_or_null(const std::optional<int>& number) {
  return number ? PropertyValue(*number) : PropertyValue();
}

/// The columns of one sheet of points: the interval, the worse band, and every point with its reason.
void add_sheet(std::vector<TableColumn<EnterpriseRow>>& columns, const std::string& name,
               SheetResult EnterpriseRating::*result, bool EnterpriseRating::*known,
               ScoreSheet EnterpriseRules::*sheet) {
  using Row = EnterpriseRow;
  const auto put = [&](const std::string& ending, auto value) {
    columns.push_back({name + ending, [=](const Row& r) {
                         const EnterpriseRating& rating = r.rated().rating;
                         return rating.*known ? PropertyValue(value(rating.*result, rules(r).*sheet)) : PropertyValue();
                       }});
  };
  put("_low", [](const SheetResult& one, const ScoreSheet&) { return one.low; });
  put("_high", [](const SheetResult& one, const ScoreSheet&) { return one.high; });
  put("", [](const SheetResult& one, const ScoreSheet& by) { return by.bands[one.band_high].id; });
  put("_zh", [](const SheetResult& one, const ScoreSheet& by) { return by.bands[one.band_high].label.zh; });
  put("_best_zh", [](const SheetResult& one, const ScoreSheet& by) { return by.bands[one.band_low].label.zh; });
  put("_reason_zh", [](const SheetResult& one, const ScoreSheet& by) { return reason_of(by, one).zh; });
  put("_reason_en", [](const SheetResult& one, const ScoreSheet& by) { return reason_of(by, one).en; });
}

std::vector<TableColumn<EnterpriseRow>> rating_columns() {
  using Row = EnterpriseRow;
  const auto no19 = [](const Row& r) { return r.rated().rating.no19; };
  std::vector<TableColumn<EnterpriseRow>> columns{
      {"method", [](const Row& r) { return r.rated().rating.method; }},
      {"confidence", [](const Row& r) { return std::string(name_of(r.rated().rating.mark)); }},
      {"worst_of_points", [](const Row& r) { return std::string(name_of(r.rated().current.worst())); }},
      {"no19_score", [=](const Row& r) { return no19(r) ? PropertyValue(no19(r)->score) : PropertyValue(); }},
      {"no19_grade",
       [=](const Row& r) { return no19(r) ? PropertyValue(std::string(name_of(no19(r)->grade))) : PropertyValue(); }},
      {"no19_reason_zh",
       [=](const Row& r) { return no19(r) ? PropertyValue(reason_of(rules(r).no19, *no19(r)).zh) : PropertyValue(); }},
      {"no19_reason_en",
       [=](const Row& r) { return no19(r) ? PropertyValue(reason_of(rules(r).no19, *no19(r)).en) : PropertyValue(); }}};
  add_sheet(columns, "four_input", &EnterpriseRating::four_input, &EnterpriseRating::four_input_known,
            &EnterpriseRules::four_input);
  add_sheet(columns, "five_input", &EnterpriseRating::five_input, &EnterpriseRating::five_input_known,
            &EnterpriseRules::five_input);
  add_sheet(columns, "sz_standardisation", &EnterpriseRating::sz_standardisation,
            &EnterpriseRating::sz_standardisation_known, &EnterpriseRules::sz_standardisation);
  const std::vector<TableColumn<EnterpriseRow>> more{
      {"ent44",
       [](const Row& r) {
         return r.rated().rating.ent44 ? PropertyValue(std::string(name_of(r.rated().rating.ent44->grade)))
                                       : PropertyValue();
       }},
      {"worst_of_nine",
       [](const Row& r) {
         return r.rated().rating.nine ? PropertyValue(std::string(name_of(*r.rated().rating.nine))) : PropertyValue();
       }},
      {"counts_variant", [](const Row& r) { return std::string(name_of(r.rated().rating.by_counts)); }},
      {"inspections_at_least", [](const Row& r) { return whole_or_null(r.rated().rating.inspections.at_least); }},
      {"inspections_at_most", [](const Row& r) { return whole_or_null(r.rated().rating.inspections.at_most); }},
      {"inspections_planned", [](const Row& r) { return whole_or_null(r.rated().rating.inspections.planned); }},
      {"inspections_conflict", [](const Row& r) { return r.rated().rating.inspections.conflict(); }},
      {"identify_again", [](const Row& r) { return r.rated().rating.identify_again; }}};
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

std::vector<TableColumn<EnterpriseRow>> with_ratings(std::vector<TableColumn<EnterpriseRow>> columns) {
  for (TableColumn<EnterpriseRow>& column : rating_columns()) columns.push_back(std::move(column));
  return columns;
}

}  // namespace

const std::vector<TableColumn<EnterpriseRow>>& enterprise_columns() {
  using Row = EnterpriseRow;
  static const std::vector<TableColumn<EnterpriseRow>> kColumns = with_ratings(
      {{"enterprise_id", [](const Row& r) { return r.record().id; }},
       {"uscc", [](const Row& r) { return or_null(r.record().uscc); }},
       {"name", [](const Row& r) { return or_null(r.record().name); }},
       {"former_names", [](const Row& r) { return or_null(joined(r.record().former_names)); }},
       {"registered", [](const Row& r) { return r.record().registered; }},
       {"sector", [](const Row& r) { return or_null(r.record().sector); }},
       {"areas", [](const Row& r) { return or_null(areas_of(r)); }},
       {"place_class", [](const Row& r) { return std::string(name_of(r.rated().placement.place)); }},
       {"grade", [](const Row& r) { return std::string(name_of(r.rated().grade())); }},
       {"code", [](const Row& r) { return static_cast<int>(r.rated().grade()); }},
       {"label_zh", [](const Row& r) { return label_of(r.rated().grade()).zh; }},
       {"label_en", [](const Row& r) { return label_of(r.rated().grade()).en; }},
       {"colour", [](const Row& r) { return colour_of(r.view.scheme, r.rated().grade()); }},
       {"inherent", [](const Row& r) { return std::string(name_of(r.rated().inherent.worst())); }},
       {"live",
        [](const Row& r) {
          const auto& live = r.view.result.live;
          return live ? PropertyValue(std::string(name_of(live->enterprises[r.index]))) : PropertyValue();
        }},
       {"incomplete", [](const Row& r) { return r.rated().incomplete(); }},
       {"points", [](const Row& r) { return r.rated().current.total(); }},
       {"red", [](const Row& r) { return count_of(r, Grade::red); }},
       {"orange", [](const Row& r) { return count_of(r, Grade::orange); }},
       {"yellow", [](const Row& r) { return count_of(r, Grade::yellow); }},
       {"blue", [](const Row& r) { return count_of(r, Grade::blue); }},
       {"unrated", [](const Row& r) { return r.rated().current.unrated(); }},
       {"governing_point",
        [](const Row& r) { return governing_point(r) == nullptr ? PropertyValue() : governing_point(r)->id; }},
       {"reason_zh", [](const Row& r) { return reason(r).zh; }},
       {"reason_en", [](const Row& r) { return reason(r).en; }},
       {"hidden_dangers", [](const Row& r) { return r.rated().dangers.all; }},
       {"major_hidden_dangers", [](const Row& r) { return r.rated().dangers.major; }},
       {"open_major", [](const Row& r) { return r.rated().dangers.major - r.rated().dangers.major_closed; }},
       {"overdue", [](const Row& r) { return r.rated().dangers.overdue; }},
       {"on_time_rate", [](const Row& r) { return or_null(r.rated().dangers.on_time_rate()); }},
       {"findings", [](const Row& r) { return or_null(codes_of(r.record().findings)); }}});
  return kColumns;
}

}  // namespace sise
