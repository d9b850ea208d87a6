#include "core/rating/sector_enterprises.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/rating/enterprise_places.hpp"
#include "core/rating/indexed_areas.hpp"

namespace sise {
namespace {

std::size_t place_in(const SectorPack& pack, const Sector* sector) {
  return sector == nullptr ? pack.sectors.size() : static_cast<std::size_t>(sector - pack.sectors.data());
}

}  // namespace

std::vector<SectorEnterprise> sector_enterprises(const Study& study, std::span<const ColourCode> colours,
                                                 const std::map<std::string, int>& hazard_levels,
                                                 const SectorPack& pack) {
  if (colours.size() != study.units.size())
    throw std::invalid_argument("sector_enterprises: one colour per unit of the study");
  const std::map<std::string, Point> places = enterprise_places(study);
  std::vector<SectorEnterprise> all;
  std::map<std::pair<std::size_t, std::string>, std::size_t> known;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const Unit& unit = study.units[i];
    const SectorOf of = sector_of(unit.sector, unit.kind, pack);
    const std::string& name = unit.enterprise_key();
    const auto [it, fresh] = known.try_emplace({place_in(pack, of.sector), name}, all.size());
    if (fresh) {
      SectorEnterprise made{of.sector, of.basis, name, of.sector == nullptr ? unit.sector : std::string()};
      if (const auto level = hazard_levels.find(name); level != hazard_levels.end()) made.hazard_level = level->second;
      if (const auto place = places.find(name); place != places.end()) made.place = place->second;
      all.push_back(std::move(made));
    }
    SectorEnterprise& one = all[it->second];
    one.units.push_back(i);
    if (is_worse(colours[i], one.worst)) one.worst = colours[i];
  }
  std::stable_sort(all.begin(), all.end(), [&](const SectorEnterprise& a, const SectorEnterprise& b) {
    return place_in(pack, a.sector) < place_in(pack, b.sector);
  });
  return all;
}

std::vector<std::map<std::size_t, SectorSum>> sector_sums(const std::vector<SectorEnterprise>& all,
                                                          const SectorPack& pack, std::span<const MultiPolygon> areas) {
  const IndexedAreas indexed(areas);
  std::vector<std::map<std::size_t, SectorSum>> sums(areas.size() + 1);
  for (const SectorEnterprise& one : all) {
    if (!one.place || one.worst == ColourCode::outside) continue;
    SectorSum& sum = sums[indexed.first_with(*one.place)][place_in(pack, one.sector)];
    ++sum.enterprises[static_cast<int>(one.worst)];
    sum.units += static_cast<std::int64_t>(one.units.size());
    if (one.hazard_level) ++sum.major_hazards;
  }
  return sums;
}

std::optional<int> worst_colour(const SectorSum& sum) {
  std::optional<ColourCode> worst;
  for (const auto& [code, count] : sum.enterprises) {
    const auto as_code = static_cast<ColourCode>(code);
    if (count > 0 && (!worst || is_worse(as_code, *worst))) worst = as_code;
  }
  if (!worst) return std::nullopt;
  return static_cast<int>(*worst);
}

}  // namespace sise
