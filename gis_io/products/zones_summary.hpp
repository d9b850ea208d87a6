// What an incident's summary.json and its headlines say.
#pragma once
#include <vector>

#include "core/zones/threat_zones.hpp"
#include "gis_io/products/open_incident.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/base/text.hpp"

namespace sise {

[[nodiscard]] PropertyObject zones_summary(const OpenIncident& open, const ThreatResult& result);
/// One line per level, and one for those whom a house does not protect.
[[nodiscard]] std::vector<Text> zones_headlines(const ThreatResult& result, const Incident& incident);

}  // namespace sise
