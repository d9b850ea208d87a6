// A run as a letter or a legal line names it.
#pragma once
#include <string>

#include "gis_io/write/provenance/provenance.hpp"

namespace sise {

/// Program, source and a checksum of all that was read: "Sise 0123456789ab, 0123456789ab".
[[nodiscard]] std::string run_id(const Provenance& provenance);

}  // namespace sise
