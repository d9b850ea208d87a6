// The enterprises of each sector layer of the one map, and their sums over areas.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/criteria/sectors.hpp"
#include "core/rating/four_colours.hpp"
#include "core/study/study.hpp"

namespace sise {

/// An enterprise with its units of one sector: one with units of two sectors is in both layers.
struct SectorEnterprise {
  const Sector* sector = nullptr;  ///< null: none of the layers
  SectorBasis basis = SectorBasis::not_stated;
  std::string enterprise;
  std::string stated;                      ///< the sector's word in the records, where it is none of the layers
  std::vector<std::size_t> units;          ///< indices into the study
  ColourCode worst = ColourCode::outside;  ///< of those units
  std::optional<int> hazard_level;         ///< of the enterprise's severest major hazard, 1 to 4
  std::optional<Point> place;
};

/// In the order of the pack's sectors, then of the study; those of no layer last. `colours` are those of the units;
/// `hazard_levels` by enterprise.
[[nodiscard]] std::vector<SectorEnterprise> sector_enterprises(const Study& study, std::span<const ColourCode> colours,
                                                               const std::map<std::string, int>& hazard_levels,
                                                               const SectorPack& pack);

/// The enterprises of a sector in an area.
struct SectorSum {
  std::map<int, std::int64_t> enterprises;  ///< by colour code
  std::int64_t units = 0;
  std::int64_t major_hazards = 0;  ///< enterprises with one
};

/// Per area, then for what lies in none; by the sector's place in the pack, its size standing for no layer. Enterprises
/// beyond the district are in none of the sums.
[[nodiscard]] std::vector<std::map<std::size_t, SectorSum>> sector_sums(const std::vector<SectorEnterprise>& all,
                                                                        const SectorPack& pack,
                                                                        std::span<const MultiPolygon> areas);

/// The worst colour of a sum; nothing where it is empty.
[[nodiscard]] std::optional<int> worst_colour(const SectorSum& sum);

}  // namespace sise
