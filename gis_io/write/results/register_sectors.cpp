#include <algorithm>
#include <map>
#include <utility>

#include "gis_io/write/results/register_layers.hpp"
#include "gis_io/write/results/sector_layers.hpp"

namespace sise {
namespace {

constexpr const char* kAreas = "sector_grades";
constexpr const char* kFirms = "sector_enterprise_grades";

/// Grades of points by sector layer.
using SectorGrades = std::map<std::string, GradeCounts>;

/// Of the areas of each set, and of the district.
struct GradesBySector {
  std::vector<std::vector<SectorGrades>> areas;
  SectorGrades district;
  std::vector<SectorGrades> enterprises;
};

GradesBySector grades_by_sector(const RegisterView& view, const std::vector<std::string>& layers) {
  GradesBySector all;
  for (const BoundarySet& set : view.reg.sets) all.areas.emplace_back(set.areas.size());
  all.enterprises.resize(view.reg.enterprises.size());
  for (std::size_t i = 0; i < view.reg.points.size(); ++i) {
    if (view.reg.points[i].state != RowState::counted) continue;
    const RatedPoint& rated = view.result.points[i];
    const std::string& layer = layers[rated.sector];
    all.district[layer].add(rated.grade.current);
    if (rated.enterprise) all.enterprises[*rated.enterprise][layer].add(rated.grade.current);
    for (std::size_t s = 0; s < all.areas.size(); ++s) {
      const std::int32_t area = view.result.area_of(i, s);
      if (area != kNoArea) all.areas[s][static_cast<std::size_t>(area)][layer].add(rated.grade.current);
    }
  }
  return all;
}

void add_counts(PropertyObject& properties, Grade grade, const GradeCounts& counts) {
  const PropertyObject said{
      {"code", static_cast<int>(grade)},    {"label_zh", label_of(grade).zh}, {"label_en", label_of(grade).en},
      {"points", counts.total()},           {"red", counts.of(Grade::red)},   {"orange", counts.of(Grade::orange)},
      {"yellow", counts.of(Grade::yellow)}, {"blue", counts.of(Grade::blue)}, {"unrated", counts.unrated()}};
  properties.insert(properties.end(), said.begin(), said.end());
}

Feature area_feature(const std::string& set, const NamedArea& area, const std::string& sector,
                     const GradeCounts& counts) {
  Feature feature;
  feature.geometry.polygons = area.shape;
  feature.properties = {{"set", set}, {"area_id", area.id}, {"area_name", area.name}, {"sector_layer", sector}};
  add_counts(feature.properties, counts.worst(), counts);
  return feature;
}

VectorLayer area_table(const RegisterView& view, const GradesBySector& all, const MultiPolygon& district) {
  VectorLayer layer;
  layer.name = kAreas;
  for (std::size_t s = 0; s < view.reg.sets.size(); ++s) {
    for (std::size_t a = 0; a < view.reg.sets[s].areas.size(); ++a) {
      const BoundaryArea& area = view.reg.sets[s].areas[a];
      for (const auto& [sector, counts] : all.areas[s][a])
        layer.features.push_back(area_feature(view.reg.sets[s].name, {area.id, area.name, area.shape}, sector, counts));
    }
  }
  for (const auto& [sector, counts] : all.district)
    layer.features.push_back(area_feature("district", {"", "全区 / district", district}, sector, counts));
  layer.style = category_style(view.scheme, "code", Shape::polygon);
  layer.name_field = "area_name";
  return layer;
}

Feature enterprise_feature(const RegisterView& view, std::size_t e, const std::string& sector, bool own,
                           const GradeCounts& counts) {
  const EnterpriseRecord& firm = view.reg.enterprises[e];
  const RatedEnterprise& rated = view.result.enterprises[e];
  Feature feature;
  if (rated.placement.at) feature.geometry.points = {*rated.placement.at};
  feature.properties = {{"enterprise_id", firm.id},
                        {"name", or_null(firm.name)},
                        {"sector_layer", sector},
                        {"grade_basis", own ? "企业等级 its own grade" : "该行业风险点 its points of the sector"}};
  add_counts(feature.properties, own ? rated.grade() : counts.worst(), counts);
  return feature;
}

VectorLayer enterprise_table(const RegisterView& view, const SectorPack& pack, const GradesBySector& all) {
  VectorLayer layer;
  layer.name = kFirms;
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    const EnterpriseRecord& firm = view.reg.enterprises[e];
    if (firm.state != RowState::counted) continue;
    SectorGrades grades = all.enterprises[e];
    const std::string own = firm.sector.empty() ? std::string() : sector_layer_of(firm.sector, pack);
    if (!own.empty()) grades.try_emplace(own);
    for (const auto& [sector, counts] : grades)
      layer.features.push_back(enterprise_feature(view, e, sector, sector == own, counts));
  }
  layer.style = category_style(view.scheme, "code", Shape::point);
  layer.name_field = "name";
  return layer;
}

ProjectLayer part_of(ProjectLayer part, const std::string& id, std::vector<Condition> filter, const Text& title,
                     bool shown) {
  part.shown = shown;
  part.id = id;
  part.filter = std::move(filter);
  part.title = title;
  return part;
}

/// The layers of one sector: enterprises, points, areas of every set, the district.
std::vector<ProjectLayer> views_of(const RegisterView& view, const std::string& id, const ProjectLayer& enterprises,
                                   const ProjectLayer& points, const ProjectLayer& areas) {
  const Condition of_sector{"sector_layer", id};
  std::vector<ProjectLayer> official;
  official.push_back(part_of(enterprises, id + "_graded_enterprises", {of_sector},
                             {"enterprises, official grade", "企业 (风险等级)"}, true));
  official.push_back(
      part_of(points, id + "_graded_points", {of_sector}, {"risk points, official grade", "风险点 (风险等级)"}, false));
  for (const BoundarySet& set : view.reg.sets) {
    official.push_back(part_of(areas, id + "_graded_" + set.name, {of_sector, {"set", set.name}},
                               {set.title.en + ", official grade", set.title.zh + " (风险等级)"}, false));
  }
  official.push_back(part_of(areas, id + "_graded_district", {of_sector, {"set", "district"}},
                             {"district, official grade", "全区 (风险等级)"}, false));
  return official;
}

const VectorLayer& named(const OneMapGroup& group, std::string_view name) {
  return *std::find_if(group.layers.begin(), group.layers.end(),
                       [&](const VectorLayer& layer) { return layer.name == name; });
}

}  // namespace

OneMapGroup empty_sectors_group(const SectorPack& pack) {
  OneMapGroup group{"sectors", {"Sectors", "行业图层"}, {}, {}, true, {}, false};
  for (const Sector& sector : pack.sectors) group.views.push_back({sector_label(&sector), {}, {}, true, false});
  return group;
}

void add_register_sectors(OneMapGroup& sectors, const OneMapGroup& grades, const RegisterView& view,
                          const SectorPack& pack, const MultiPolygon& district, const MapStamp& stamp) {
  const std::vector<std::string> layers = sector_layers_of(view, pack);
  const GradesBySector all = grades_by_sector(view, layers);
  add_layer(sectors, enterprise_table(view, pack, all),
            {"Sectors: enterprises by official grade", "行业: 企业风险等级"}, stamp,
            {"Its own grade in the layer of its own sector; elsewhere the worst of its points of that sector.",
             "在本行业图层中为企业等级, 在其他行业图层中为其该行业风险点的最高等级."});
  add_layer(sectors, area_table(view, all, district), {"Sectors: areas by official grade", "行业: 分区风险等级"},
            stamp);
  const std::string none = sector_id(nullptr);
  const bool unassigned = std::find(layers.begin(), layers.end(), none) != layers.end();
  if (unassigned && sectors.views.size() == pack.sectors.size())
    sectors.views.push_back({sector_label(nullptr), {}, {}, true, false});
  const ProjectLayer enterprises = project_layer(named(sectors, kFirms));
  const ProjectLayer points = project_layer(named(grades, "register_points"));
  const ProjectLayer areas = project_layer(named(sectors, kAreas));
  for (std::size_t i = 0; i < sectors.views.size(); ++i) {
    std::vector<ProjectLayer>& shown = sectors.views[i].layers;
    for (ProjectLayer& layer : shown) layer.shown = false;  // the risk zones' colours: under the official ones
    const std::string id = i < pack.sectors.size() ? pack.sectors[i].id : none;
    std::vector<ProjectLayer> official = views_of(view, id, enterprises, points, areas);
    shown.insert(shown.begin(), official.begin(), official.end());
  }
}

}  // namespace sise
