// The files of the one map, out of its groups. Not for use outside products.
#pragma once
#include <string>
#include <vector>

#include "gis_io/products/open_project.hpp"
#include "gis_io/write/pages/map_page.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

struct OneMap {
  MapStamp stamp;
  std::vector<OneMapGroup> groups;  ///< the uppermost first
  std::vector<Text> not_in_it;      ///< what a reader may look for in vain, and why
  const ClassThumbnail* ground = nullptr;
  const ClassThumbnail* page_ground = nullptr;  ///< the same in more detail
  const Context* context = nullptr;
  PageShares shares;
  PropertyObject summary;
};

/// The groups that a project has, known before anything is computed: names of their pictures.
[[nodiscard]] std::vector<std::string> onemap_files(const std::vector<std::string>& groups);

void write_onemap(const OutputSet& outputs, const OpenProject& project, const OneMap& map, Progress* progress);

}  // namespace sise
