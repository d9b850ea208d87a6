#include "gis_io/write/results/societal_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/criteria/readable.hpp"
#include "core/criteria/warning_brackets.hpp"
#include "gis_io/write/tables/table_columns.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

std::string_view name_of(SocietalCurve::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"enterprise", "park", "district"};
  return kNames.at(static_cast<std::size_t>(kind));
}

/// Parks, then enterprises, then the district.
std::vector<const SocietalCurve*> all_curves(const SocietalResult& result) {
  std::vector<const SocietalCurve*> curves;
  curves.reserve(result.parks.size());
  for (const SocietalCurve& curve : result.parks) curves.push_back(&curve);
  for (const SocietalCurve& curve : result.enterprises) curves.push_back(&curve);
  curves.push_back(&result.district);
  return curves;
}

PropertyValue worst_json(const std::optional<FnWorst>& worst) {
  if (!worst) return {};
  return PropertyObject{{"deaths", worst->deaths},
                        {"per_year", worst->per_year},
                        {"limit_per_year", worst->limit},
                        {"ratio", worst->ratio()}};
}

PropertyObject judgement_json(const FnJudgement& judgement, const FnCriterion& criterion) {
  const Text words = judgement_in_words(judgement);
  PropertyObject json{{"criterion", criterion.id},
                      {"zone", std::string(name_of(judgement.zone))},
                      {"zone_zh", label_of(judgement.zone).zh},
                      {"upper", worst_json(judgement.upper)},
                      {"lower", worst_json(judgement.lower)}};
  if (judgement.beyond) {
    json.push_back(
        {"beyond_largest_n", PropertyObject{{"deaths", judgement.beyond->deaths},
                                            {"per_year", judgement.beyond->per_year},
                                            {"confidence", std::string(name_of(criterion.largest_n->confidence))}}});
  }
  json.push_back({"text_zh", words.zh});
  json.push_back({"text_en", words.en});
  return json;
}

PropertyObject range_json(const FnRange& range, const FnCriterion& criterion) {
  PropertyList causes;
  if (range.by_open_values) causes.emplace_back("recalled_values");
  if (range.by_mixing) causes.emplace_back(kDenseGasMixing);
  const Text words = range_in_words(range);
  return {{"low", judgement_json(range.low, criterion)},
          {"high", judgement_json(range.high, criterion)},
          {"causes", causes},
          {"text_zh", or_null(words.zh)},
          {"text_en", or_null(words.en)}};
}

PropertyObject text_json(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

PropertyList units_json(const SocietalCurve& curve, const Study& study) {
  PropertyList list;
  for (const DeathsOfUnit& unit : curve.units) {
    list.emplace_back(PropertyObject{{"unit_id", study.units[unit.unit].id},
                                     {"expected_deaths_per_year", unit.deaths_per_year},
                                     {"share", unit.deaths_per_year / curve.expected_deaths_per_year}});
  }
  return list;
}

PropertyList steps_json(const std::vector<FnStep>& steps) {
  PropertyList list;
  for (const FnStep& step : steps) list.emplace_back(PropertyList{step.deaths, step.at_least_per_year});
  return list;
}

PropertyObject curve_json(const SocietalCurve& curve, const SocietalView& view) {
  PropertyObject json{{"kind", std::string(name_of(curve.kind))}, {"name", or_null(curve.name)}};
  if (curve.kind == SocietalCurve::Kind::park) {
    PropertyList members;
    for (const std::string& member : curve.members) members.emplace_back(member);
    json.push_back({"enterprises", members});
  }
  json.push_back({"expected_deaths_per_year", curve.expected_deaths_per_year});
  json.push_back({"risk_times_people_per_year", curve.by_place_per_year});
  json.push_back({"averse_per_year", curve.averse_per_year});
  if (curve.judgement) {
    json.push_back({"judgement", judgement_json(*curve.judgement, view.wishes.criterion)});
    if (curve.range) json.push_back({"range", range_json(*curve.range, view.wishes.criterion)});
    json.push_back({"confidence", std::string(name_of(joined(curve.rests_on)))});
  }
  PropertyList compared;
  for (std::size_t i = 0; i < curve.compared.size(); ++i) {
    compared.emplace_back(judgement_json(curve.compared[i], view.wishes.compare[i]));
  }
  if (!compared.empty()) json.push_back({"compared", compared});
  json.push_back({"contributors", units_json(curve, view.study)});
  PropertyList remarks;
  for (const SocietalRemark& remark : curve.remarks) {
    remarks.emplace_back(PropertyObject{{"code", remark.code}, {"text", text_json(remark.text)}});
  }
  json.push_back({"remarks", remarks});
  PropertyList warnings;
  for (const std::string& code : curve.warnings) warnings.emplace_back(code);
  json.push_back({"warnings", warnings});
  json.push_back({"steps", steps_json(curve.steps)});
  return json;
}

PropertyObject criterion_json(const FnCriterion& criterion) {
  const auto points = [](const FnLine& line) {
    PropertyList list;
    for (const FnPoint& point : line.points) list.emplace_back(PropertyList{point.deaths, point.per_year});
    return list;
  };
  PropertyObject json{{"id", criterion.id},
                      {"title", text_json(criterion.title)},
                      {"source", criterion.source},
                      {"confidence", std::string(name_of(criterion.confidence))},
                      {"fewest_deaths", criterion.fewest_deaths},
                      {"upper", points(criterion.upper)},
                      {"lower", criterion.lower ? PropertyValue(points(*criterion.lower)) : PropertyValue()}};
  if (criterion.largest_n) {
    json.push_back({"largest_n", criterion.largest_n->value});
    json.push_back({"largest_n_confidence", std::string(name_of(criterion.largest_n->confidence))});
  }
  if (!criterion.note.en.empty()) json.push_back({"note", text_json(criterion.note)});
  return json;
}

/// Those that come closest to the upper line.
std::vector<const SocietalCurve*> nearest_to_upper(const std::vector<SocietalCurve>& curves, std::size_t most) {
  std::vector<const SocietalCurve*> list;
  for (const SocietalCurve& curve : curves) {
    if (curve.judgement && curve.judgement->upper) list.push_back(&curve);
  }
  std::stable_sort(list.begin(), list.end(), [](const SocietalCurve* a, const SocietalCurve* b) {
    return a->judgement->upper->ratio() > b->judgement->upper->ratio();
  });
  if (list.size() > most) list.resize(most);
  return list;
}

/// NaN where nobody says where people are.
EnterpriseReach reach_of(const SocietalView& view, const std::string& enterprise) {
  for (const EnterpriseReach& reach : view.contributors.enterprises) {
    if (reach.name == enterprise) return reach;
  }
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  return {enterprise, kUnknown, kUnknown, kUnknown};
}

void add_shares(CsvWriter& csv, const char* kind, const RiskShares& at, PropertyValue number, const Study& study) {
  std::vector<PropertyValue> row{kind, at.id, std::move(number), at.risk_per_year};
  for (std::size_t k = 0; k < kContributors; ++k) {
    const bool there = k < at.largest.size();
    row.emplace_back(there ? PropertyValue(study.units[at.largest[k].unit].id) : PropertyValue());
    row.emplace_back(there ? PropertyValue(at.largest[k].risk_per_year / at.risk_per_year) : PropertyValue());
  }
  csv.add(row);
}

}  // namespace

void write_contributors_csv(const std::filesystem::path& path, const SocietalView& view) {
  CsvWriter csv(
      path,
      {"kind", "id", "unit_number", "risk_per_year", "unit_1", "share_1", "unit_2", "share_2", "unit_3", "share_3"},
      ByteOrderMark::for_excel);
  for (const RiskShares& at : view.contributors.targets) add_shares(csv, "target", at, PropertyValue(), view.study);
  for (std::size_t i = 0; i < view.contributors.units.size(); ++i) {
    add_shares(csv, "unit", view.contributors.units[i], static_cast<std::int64_t>(i + 1), view.study);
  }
  csv.finish();
}

void write_contributors_raster(const std::filesystem::path& path, const SocietalView& view,
                               const std::string& provenance_json, const CogOptions& options) {
  RasterDescription description;
  description.title = view.study.title;
  std::vector<RasterView<const float>> bands;
  for (std::size_t k = 0; k < kContributors; ++k) {
    description.bands.push_back(
        {fmt::format("contributor {}: unit_number of contributors.csv / 第 {} 贡献单元序号", k + 1, k + 1), "", {}});
    bands.push_back(view.contributors.unit_number.at(k).view());
  }
  for (std::size_t k = 0; k < kContributors; ++k) {
    description.bands.push_back(
        {fmt::format("contributor {}: share of the risk / 第 {} 贡献单元占比", k + 1, k + 1), "1", {}});
    bands.push_back(view.contributors.share.at(k).view());
  }
  description.provenance_json = provenance_json;
  write_cog(path, view.contributors.grid, description, bands, options);
}

Text judgement_in_words(const FnJudgement& judgement) {
  if (judgement.beyond) {
    return {fmt::format("up to {:.0f} deaths, more than is acceptable at any frequency", judgement.beyond->deaths),
            fmt::format("最多可致 {:.0f} 人死亡,超过任何频率下的可接受上限", judgement.beyond->deaths)};
  }
  if (!judgement.upper) {
    return {"no accident kills as many as the lines speak of", "没有事故达到基准线所述的死亡人数"};
  }
  const FnWorst& worst = *judgement.upper;
  const Compared words = compared(worst.per_year, worst.limit, "1/yr");
  return {fmt::format("{}: F({:.3g}) is {}, {} ({})", label_of(judgement.zone).en, worst.deaths, words.value.en,
                      words.ratio.en, words.limit.en),
          fmt::format("{}:F({:.3g}) 为{},{}(上限{})", label_of(judgement.zone).zh, worst.deaths, words.value.zh,
                      words.ratio.zh, words.limit.zh)};
}

void write_fn_csv(const std::filesystem::path& path, const SocietalView& view) {
  CsvWriter csv(path, {"curve", "kind", "deaths", "frequency_per_year", "at_least_per_year"}, ByteOrderMark::for_excel);
  for (const SocietalCurve* curve : all_curves(view.result)) {
    for (const FnStep& step : curve->steps) {
      csv.add({or_null(curve->name), std::string(name_of(curve->kind)), step.deaths, step.frequency_per_year,
               step.at_least_per_year});
    }
  }
  csv.finish();
}

void write_societal_ranking(const std::filesystem::path& path, const SocietalView& view) {
  CsvWriter csv(path,
                {"rank",
                 "enterprise",
                 "zone",
                 "zone_zh",
                 "expected_deaths_per_year",
                 "share_of_district",
                 "district_without_per_year",
                 "averse_per_year",
                 "most_deaths",
                 "at_least_one_per_year",
                 "worst_deaths",
                 "worst_per_year",
                 "worst_limit_per_year",
                 "worst_ratio",
                 "people_above",
                 "people_above_without",
                 "main_unit",
                 "main_share",
                 "confidence",
                 "zone_low",
                 "zone_high",
                 "remarks"},
                ByteOrderMark::for_excel);
  const double all = view.result.district.expected_deaths_per_year;
  std::int64_t rank = 0;
  for (const SocietalCurve& curve : view.result.enterprises) {
    std::string remarks;
    for (const SocietalRemark& remark : curve.remarks) {
      remarks += (remarks.empty() ? "" : "; ") + remark.text.zh + " / " + remark.text.en;
    }
    const bool known = curve.judgement.has_value();
    const FnJudgement none;
    const FnJudgement& judgement = known ? *curve.judgement : none;
    const std::optional<FnWorst>& worst = judgement.upper;
    const auto of_worst = [&](auto get) { return worst ? PropertyValue(get(*worst)) : PropertyValue(); };
    const DeathsOfUnit* main = curve.units.empty() ? nullptr : &curve.units.front();
    csv.add({++rank,
             curve.name,
             known ? PropertyValue(std::string(name_of(judgement.zone))) : PropertyValue(),
             known ? PropertyValue(label_of(judgement.zone).zh) : PropertyValue("未计算"),
             curve.expected_deaths_per_year,
             all > 0.0 ? PropertyValue(curve.expected_deaths_per_year / all) : PropertyValue(),
             all - curve.expected_deaths_per_year,
             curve.averse_per_year,
             judgement.most_deaths,
             judgement.at_least_one_per_year,
             of_worst([](const FnWorst& w) { return w.deaths; }),
             of_worst([](const FnWorst& w) { return w.per_year; }),
             of_worst([](const FnWorst& w) { return w.limit; }),
             of_worst([](const FnWorst& w) { return w.ratio(); }),
             reach_of(view, curve.name).people_above,
             reach_of(view, curve.name).people_above_without,
             main != nullptr ? PropertyValue(view.study.units[main->unit].id) : PropertyValue(),
             main != nullptr ? PropertyValue(main->deaths_per_year / curve.expected_deaths_per_year) : PropertyValue(),
             known ? PropertyValue(std::string(name_of(joined(curve.rests_on)))) : PropertyValue(),
             known ? PropertyValue(std::string(name_of(curve.range ? curve.range->low.zone : judgement.zone)))
                   : PropertyValue(),
             known ? PropertyValue(std::string(name_of(curve.range ? curve.range->high.zone : judgement.zone)))
                   : PropertyValue(),
             or_null(remarks)});
  }
  csv.finish();
}

PropertyObject societal_json_of(const SocietalView& view) {
  PropertyList compare;
  for (const FnCriterion& criterion : view.wishes.compare) compare.emplace_back(criterion_json(criterion));
  PropertyList parks;
  for (const SocietalCurve& curve : view.result.parks) parks.emplace_back(curve_json(curve, view));
  PropertyList enterprises;
  for (const SocietalCurve& curve : view.result.enterprises) enterprises.emplace_back(curve_json(curve, view));
  const PeopleVulnerability& people = view.wishes.vulnerability;
  return {{"title", view.study.title},
          {"criterion", criterion_json(view.wishes.criterion)},
          {"compare", compare},
          {"vulnerability",
           PropertyObject{
               {"id", people.id}, {"source", people.source}, {"confidence", std::string(name_of(people.confidence))}}},
          {"district", curve_json(view.result.district, view)},
          {"parks", parks},
          {"enterprises", enterprises}};
}

FnPicture fn_picture_of(const SocietalView& view, const std::string& provenance_json) {
  constexpr std::size_t kMostEnterprises = 6;
  constexpr std::size_t kMostParks = 2;
  FnPicture picture;
  const std::string& title = view.study.title;
  picture.title = {title + ": societal risk of enterprises and parks", title + " 社会风险 F-N 曲线"};
  for (const SocietalCurve* curve : nearest_to_upper(view.result.parks, kMostParks)) {
    picture.curves.push_back({{curve->name, curve->name}, curve->steps, true, false});
  }
  for (const SocietalCurve* curve : nearest_to_upper(view.result.enterprises, kMostEnterprises)) {
    picture.curves.push_back({{curve->name, curve->name}, curve->steps, false, false});
  }
  picture.curves.push_back({{"the district (not judged)", "全区 (不作判定)"}, view.result.district.steps, false, true});
  picture.criterion = view.wishes.criterion;
  picture.compare = view.wishes.compare;
  picture.notes = {
      {fmt::format(
           "The {} enterprises that come closest to the upper line; own staff is left out, neighbours' staff counts. "
           "The lines are made for one enterprise or one park: the district's curve is drawn and not judged.",
           std::min(kMostEnterprises, view.result.enterprises.size())),
       fmt::format("图示最接近上限的 {} "
                   "家企业;不含本企业职工,含相邻企业职工。基准线针对单个企业或园区,全区曲线仅供参考,不作判定。",
                   std::min(kMostEnterprises, view.result.enterprises.size()))}};
  picture.provenance_json = provenance_json;
  return picture;
}

void write_deaths_raster(const std::filesystem::path& path, const SocietalView& view,
                         const std::string& provenance_json, const CogOptions& options) {
  const SocietalResult& result = view.result;
  RasterDescription description;
  description.title = view.study.title;
  description.bands = {{"expected deaths per cell / 每网格预期死亡人数", "1/year", {}}};
  description.metadata = {{"SISE_CELL_M", fmt::format("{:g}", result.grid.cell_m)}};
  description.provenance_json = provenance_json;
  Raster<float> stored(result.grid.columns, result.grid.rows);
  std::transform(result.deaths.data().begin(), result.deaths.data().end(), stored.data().begin(),
                 [](double value) { return static_cast<float>(value); });
  const std::array<RasterView<const float>, 1> bands{stored.view()};
  write_cog(path, result.grid, description, bands, options);
}

}  // namespace sise
