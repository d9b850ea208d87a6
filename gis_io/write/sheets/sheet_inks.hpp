// The colours that a sheet is printed in.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/pictures/inks.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"

namespace sise {

/// Of what is drawn in the colours of `schemes`; of a colour that several have, the first one's say. Grey: the worse the darker,
/// and lines told apart by their dashes, as a pale line is lost on a copier. Throws ConfigError("no_colour_blind_scheme") for a
/// scheme of the user's own, which has no variant.
[[nodiscard]] Inks inks_for(SheetColours colours, const std::vector<ClassScheme>& schemes);

}  // namespace sise
