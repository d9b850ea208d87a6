// The layers of the one map, group by group, with titles that say of which kind, date, pack and coverage they are.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/rating/sector_enterprises.hpp"
#include "core/study/study.hpp"
#include "gis_io/write/office/qgis_project.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/results/area_features.hpp"

namespace sise {

/// 固有: assessed without measures. 现状: after them, or as it stands. 动态: with live data. A map never mixes them.
enum class MapState { inherent, current, live };
[[nodiscard]] Text label_of(MapState state);

/// What the title and the description of every layer say besides its name.
struct MapStamp {
  MapState state = MapState::current;
  std::string date;  ///< of the data; empty: the project gives none
  std::string pack;  ///< by whose rules
  Text coverage;     ///< "58 of 60 units computed"
};

/// "NAME (present, data of 2026-11-30)" and the whole stamp in words.
[[nodiscard]] Text stamped_title(const Text& name, const MapStamp& stamp);
[[nodiscard]] Text stamp_text(const MapStamp& stamp);

struct OneMapGroup {
  std::string id;  ///< also of its picture: "risk_zones"
  Text title;
  std::vector<VectorLayer> layers;    ///< tables, the uppermost first, each of one kind of geometry
  std::vector<ProjectGroup> views{};  ///< what the project shows of them; empty: the layers themselves
  bool shown = true;
  std::vector<std::string> pictured{};  ///< tables on the group's picture; empty: all
  bool has_picture = true;
  std::optional<MapStamp> stamp{};  ///< where it is not the map's
};

/// A layer with its stamp, split by kinds of geometry, at the end of the group.
void add_layer(OneMapGroup& group, VectorLayer layer, const Text& name, const MapStamp& stamp, const Text& what = {});

[[nodiscard]] std::vector<Feature> target_features(const std::vector<Target>& targets);

/// A boundary set with its sums.
struct AreaSetSums {
  std::string key;
  Text title;
  std::vector<NamedArea> areas;
  AreaSums sums;
};

[[nodiscard]] OneMapGroup areas_group(const std::vector<AreaSetSums>& sets, const ClassScheme& scheme,
                                      const MapStamp& stamp);

/// Sector layers at the level of enterprises, of each boundary set and of the district.
[[nodiscard]] OneMapGroup sectors_group(const std::vector<SectorEnterprise>& all, const SectorPack& pack,
                                        const std::vector<AreaSetSums>& sets, const MultiPolygon& district,
                                        const ClassScheme& scheme, const MapStamp& stamp);

}  // namespace sise
