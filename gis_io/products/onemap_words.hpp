// What the one map says in words: what is not in it, its summary, what a run tells. Not for use outside products.
#pragma once
#include <vector>

#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/products/onemap_files.hpp"

namespace sise {

[[nodiscard]] std::vector<Text> not_in_it(const OpenProject& project);
[[nodiscard]] PropertyObject summary_of(const OpenProject& project, const OneMap& map, const Computed& done,
                                        const std::vector<SectorEnterprise>& sectors);
/// Sectors that the records name and no layer has: told, never guessed.
void note_unknown_sectors(const std::vector<SectorEnterprise>& sectors, const SectorPack& pack, RunReport& report);
[[nodiscard]] std::vector<Text> headline_of(const OneMap& map);

}  // namespace sise
