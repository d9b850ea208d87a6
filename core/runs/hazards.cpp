#include "core/runs/hazards.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/criteria/confidence_words.hpp"
#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/interruption.hpp"
#include "core/grid/parallel.hpp"
#include "core/zones/people.hpp"
#include "core/zones/population_index.hpp"

namespace sise {
namespace {

constexpr double kKgPerTonne = 1000.0;

/// What clause 1 of the standard leaves to others.
bool moves_outside_plants(const Unit& unit) {
  return unit.kind == UnitKind::road_transport || unit.kind == UnitKind::rail_transport;
}

/// Units of identification: those that share enterprise and hazard_unit, in the order of their first record.
std::vector<HazardUnit> grouped(const Study& study) {
  std::vector<HazardUnit> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> position;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const Unit& unit = study.units[i];
    if (moves_outside_plants(unit)) continue;
    const bool stated = !unit.hazard_unit.empty();
    const std::pair key{stated ? unit.enterprise_key() : unit.id, stated ? unit.hazard_unit : std::string()};
    const auto [found, added] = position.try_emplace(key, groups.size());
    if (added) {
      groups.emplace_back();
      groups.back().hazard.id = stated ? unit.hazard_unit : unit.id;
      groups.back().enterprise = unit.enterprise_key();
    }
    groups[found->second].units.push_back(i);
  }
  return groups;
}

std::optional<double> tonnes(const std::optional<double>& kg) {
  return kg ? std::optional(*kg / kKgPerTonne) : std::nullopt;
}

bool is_hazardous_process(const std::string& process, const MajorHazardPack& pack) {
  const std::string asked = normalised_name(process);
  return !asked.empty() &&
         std::any_of(pack.processes.begin(), pack.processes.end(), [&](const HazardousProcess& known) {
           const std::string zh = normalised_name(known.name.zh);
           return asked == zh || asked == normalised_name(known.name.en) || asked == zh + "工艺";
         });
}

const Substance* found(const SubstanceTable& substances, const std::string& id) {
  return id.empty() ? nullptr : substances.find(id);
}

using ContentsOfUnits = std::multimap<std::string, const UnitContent*>;

void add_items(const Unit& unit, const ContentsOfUnits& contents, const SubstanceTable& substances,
               const MajorHazardPack& pack, std::vector<HazardItem>& items) {
  const bool process = is_hazardous_process(unit.process, pack);
  if (!unit.substance_text.empty() || unit.inventory_kg) {
    items.push_back({unit.id, unit.substance_text, found(substances, unit.substance), tonnes(unit.inventory_kg),
                     unit.temperature_K, unit.pressure_abs_Pa, unit.hazard_classes, process});
  }
  const auto [first, last] = contents.equal_range(unit.id);
  for (auto at = first; at != last; ++at) {
    const UnitContent& content = *at->second;
    items.push_back({unit.id, content.substance_text, found(substances, content.substance),
                     tonnes(content.inventory_kg), unit.temperature_K, unit.pressure_abs_Pa, content.hazard_classes,
                     process});
  }
}

/// The ground of an enterprise: its boundary, else (`stated` false) the shapes of its units.
struct Ground {
  MultiPolygon polygons;
  MultiPolygon around;  ///< within the distance that counts, without the ground itself
  bool stated = false;
};

struct Plant {
  std::string enterprise;
  std::vector<const Unit*> units;
  const MultiPolygon* boundary = nullptr;
};

std::vector<Plant> plants_of(const Study& study) {
  std::vector<Plant> plants;
  std::map<std::string, std::size_t> position;
  for (const Unit& unit : study.units) {
    const auto [found, added] = position.try_emplace(unit.enterprise_key(), plants.size());
    if (added) plants.push_back({unit.enterprise_key(), {}, nullptr});
    plants[found->second].units.push_back(&unit);
  }
  for (const EnterpriseBoundary& boundary : study.boundaries) {
    const auto found = position.find(boundary.enterprise);
    if (found != position.end()) plants[found->second].boundary = &boundary.polygons;
  }
  return plants;
}

Ground ground_of(const Plant& plant, double distance_m) {
  Ground ground;
  ground.stated = plant.boundary != nullptr;
  std::vector<MultiPolygon> near;
  if (ground.stated) {
    ground.polygons = *plant.boundary;
    near.push_back(buffer(as_geometry(ground.polygons), distance_m));
  } else {
    for (const Unit* unit : plant.units) near.push_back(buffer(unit->geometry, distance_m));
  }
  ground.around = difference(union_of(near), ground.polygons);
  return ground;
}

struct Residents {
  double people = 0.0;
  bool boundary_stated = false;
  bool covered = true;  ///< the population tells of all the ground around
};

/// "No data" is not "nobody".
bool tells_of(const Population& population, const MultiPolygon& ground) {
  constexpr double kSliver = 1e-3;  // edges of cells
  if (!population.covered) return true;
  return area_m2(difference(ground, *population.covered)) <= kSliver * area_m2(ground);
}

/// Around every enterprise.
std::map<std::string, Residents> residents_around(const Study& study, const MajorHazardPack& pack, Progress* progress) {
  const std::vector<Plant> plants = plants_of(study);
  const PopulationIndex index(*study.population);
  std::vector<Residents> counted(plants.size());
  parallel_for(
      static_cast<std::int64_t>(plants.size()),
      [&](std::int64_t item) {
        const auto i = static_cast<std::size_t>(item);
        const Ground ground = ground_of(plants[i], pack.exposure_m);
        counted[i] = {people_inside(index.near(bounds(ground.around)), ground.around).night, ground.stated,
                      tells_of(*study.population, ground.around)};
      },
      progress, "residents");
  std::map<std::string, Residents> residents;
  for (std::size_t i = 0; i < plants.size(); ++i) residents[plants[i].enterprise] = counted[i];
  return residents;
}

/// A number stated for the group's records; the largest where they differ.
std::optional<double> stated_residents(const Study& study, const HazardUnit& group) {
  std::optional<double> most;
  for (const std::size_t i : group.units) {
    const std::optional<double>& here = study.units[i].residents_500m;
    if (here && (!most || *here > *most)) most = here;
  }
  return most;
}

Geometry joined(const Study& study, const std::vector<std::size_t>& units) {
  Geometry all;
  for (const std::size_t i : units) {
    const Geometry& one = study.units[i].geometry;
    all.points.insert(all.points.end(), one.points.begin(), one.points.end());
    all.lines.insert(all.lines.end(), one.lines.begin(), one.lines.end());
    all.polygons.insert(all.polygons.end(), one.polygons.begin(), one.polygons.end());
  }
  return all;
}

void add_list(Text& label, const std::string& en, const std::string& zh) {
  if (label.en.find(en) != std::string::npos) return;
  label.en += (label.en.empty() ? "" : "; ") + en;
  label.zh += (label.zh.empty() ? "" : "; ") + zh;
}

void add_listed(Text& label, const std::vector<ListedChemical>& list, const HazardItem& item, const std::string& en,
                const std::string& zh) {
  for (const ListedChemical& chemical : list) {
    const bool same = (item.substance != nullptr && item.substance->cas == chemical.cas) ||
                      normalised_name(item.substance_text) == normalised_name(chemical.name);
    if (same) {
      add_list(label, fmt::format("{} no. {} ({})", en, chemical.number, name_of(chemical.confidence)),
               fmt::format("{}序号{} ({})", zh, chemical.number, words_of(chemical.confidence).zh));
    }
  }
}

/// The official lists on which the group's substances and processes stand.
Text lists_of(const Study& study, const HazardUnit& group, const MajorHazardPack& pack) {
  Text label;
  for (const HazardShare& share : group.hazard.shares) {
    const Substance* substance = share.item.substance;
    if (substance != nullptr && substance->key_supervised_batch) {
      const int batch = *substance->key_supervised_batch;
      const int number = substance->key_supervised_number.value_or(0);
      add_list(label, fmt::format("key-supervised chemical, batch {} no. {}", batch, number),
               fmt::format("重点监管危险化学品第{}批序号{}", batch, number));
    } else {
      add_listed(label, pack.key_second_batch, share.item, "key-supervised chemical, batch 2",
                 "重点监管危险化学品第2批");
    }
    add_listed(label, pack.controlled, share.item, "specially controlled chemical", "特别管控危险化学品");
  }
  for (const std::size_t i : group.units) {
    const std::string& process = study.units[i].process;
    if (is_hazardous_process(process, pack)) {
      add_list(label, "key-supervised process: " + process, "重点监管危险化工工艺: " + process);
    }
  }
  return label;
}

std::vector<EnterpriseTotal> undivided(const std::vector<HazardUnit>& groups) {
  std::vector<EnterpriseTotal> totals;
  std::map<std::string, std::size_t> position;
  for (const HazardUnit& group : groups) {
    const auto [at, added] = position.try_emplace(group.enterprise, totals.size());
    if (added) totals.push_back({group.enterprise, 0.0, false});
    totals[at->second].s += group.hazard.s;
    totals[at->second].any_major = totals[at->second].any_major || group.hazard.major.value_or(false);
  }
  std::erase_if(totals, [](const EnterpriseTotal& t) { return t.any_major || exceeds(1.0, t.s); });
  return totals;
}

}  // namespace

HazardsResult assess_hazards(const Study& study, const SubstanceTable& substances, const MajorHazardPack& pack,
                             Progress* progress) {
  HazardsResult result;
  result.units = grouped(study);
  ContentsOfUnits contents;
  for (const UnitContent& content : study.contents) contents.emplace(content.unit_id, &content);
  std::map<std::string, Residents> residents;
  if (study.population) residents = residents_around(study, pack, progress);
  for (HazardUnit& group : result.units) {
    stop_if_interrupted();
    std::vector<HazardItem> items;
    for (const std::size_t i : group.units) add_items(study.units[i], contents, substances, pack, items);
    std::optional<double> people = stated_residents(study, group);
    const bool counted = !people && study.population;
    const bool unknown = counted && !residents.at(group.enterprise).covered;
    if (counted && !unknown) people = residents.at(group.enterprise).people;
    group.hazard = major_hazard(group.hazard.id, std::move(items), people, pack, study.ambient.temperature_K);
    if (unknown) {
      group.hazard.remarks.push_back(
          {"the population does not cover all ground around the plant: residents are not known",
           "人口数据未覆盖厂界外全部区域, 居民数未知"});
    }
    if (counted && !residents.at(group.enterprise).boundary_stated) {
      group.hazard.remarks.push_back(
          {"no boundary of the enterprise: residents are counted around its units, own staff included",
           "缺少企业边界, 居民数按装置周围统计, 可能包含本企业人员"});
    }
    group.geometry = joined(study, group.units);
    group.change = level_change(group.hazard, pack);
    group.lists_label = lists_of(study, group, pack);
  }
  result.undivided = undivided(result.units);
  return result;
}

}  // namespace sise
