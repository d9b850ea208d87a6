// field.tif of an incident, and its style.
#pragma once
#include <filesystem>
#include <string>

#include "core/criteria/class_scheme.hpp"
#include "core/zones/threat_zones.hpp"
#include "gis_io/write/rasters/cog.hpp"

namespace sise {

/// The unit that the incident's values are in.
[[nodiscard]] std::string unit_of(HazardQuantity quantity);

/// Three bands per field: the wind as given, the largest and the smallest value over all winds. Throws OutputError.
void write_field(const std::filesystem::path& path, const ThreatResult& result, const Incident& incident,
                 const std::string& provenance, const CogOptions& options);

/// The field in the colours of its zones: cut at the incident's levels.
[[nodiscard]] std::string field_style_qml(const Incident& incident, const ClassScheme& palette);

}  // namespace sise
