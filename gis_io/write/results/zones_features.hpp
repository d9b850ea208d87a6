// Zones as features of a layer and as areas of a picture.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/zones/threat_zones.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

[[nodiscard]] PropertyList list_of(const std::vector<std::string>& texts);

/// Two features per level, the largest zones first, so that a viewer draws the severe ones on top.
[[nodiscard]] std::vector<Feature> zone_features(const ThreatResult& result, const Incident& incident,
                                                 const ClassScheme& scheme);
/// One feature per level of a cloud: where the level is met even indoors.
[[nodiscard]] std::vector<Feature> leave_features(const ThreatResult& result, const Incident& incident,
                                                  const ClassScheme& scheme);
/// What is drawn of the zones, in the picture and in QGIS: possible and certain apart, nothing that is empty, and one for
/// both where they are the same.
[[nodiscard]] std::vector<PreviewZone> preview_zones(const ThreatResult& result, const Incident& incident,
                                                     const ClassScheme& scheme);
[[nodiscard]] std::vector<StyleRule> zone_style(const ThreatResult& result, const Incident& incident,
                                                const ClassScheme& scheme);
[[nodiscard]] std::vector<StyleRule> leave_style(const ThreatResult& result, const Incident& incident,
                                                 const ClassScheme& scheme);

}  // namespace sise
